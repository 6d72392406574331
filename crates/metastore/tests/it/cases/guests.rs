use kelias_metastore::{GrantRow, LinkRow, SessionKind, SessionRow, Store, StoreError};

use crate::place::{Place, new_map};

pub(super) async fn a_link_opens_its_map_until_it_ends(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    new_map(&store, "clinic").await;
    let (edit, edit_secret) = store.new_link("shop", true, None, "ada", 10).await.unwrap();
    let (view, view_secret) = store.new_link("shop", false, Some(20), "bob", 9).await.unwrap();
    let expected = LinkRow {
        id: view.id.clone(),
        map: "shop".to_owned(),
        can_edit: false,
        created_by: "bob".to_owned(),
        created_at: 9,
        expires_at: Some(20),
    };
    assert_eq!(view, expected);
    assert!(edit.can_edit && edit.expires_at.is_none() && edit.id != view.id);
    assert_eq!(store.links("shop").await.unwrap(), [view.clone(), edit.clone()]);
    assert_eq!(store.links("clinic").await.unwrap(), []);
    assert_eq!(store.link_by_secret(view_secret.as_str(), 19).await.unwrap(), Some(view));
    assert_eq!(store.link_by_secret(view_secret.as_str(), 20).await.unwrap(), None);
    assert_eq!(store.link_by_secret(edit_secret.as_str(), i64::MAX).await.unwrap(), Some(edit));
    assert_eq!(store.link_by_secret("x", 19).await.unwrap(), None);
    let error = store.new_link("none", true, None, "ada", 10).await.unwrap_err();
    assert!(matches!(error, StoreError::MapNotFound(_)), "{error}");
}

pub(super) async fn a_revoked_link_ends_its_guests_sessions(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let (link, secret) = store.new_link("shop", true, None, "ada", 10).await.unwrap();
    let (other, _) = store.new_link("shop", false, None, "ada", 10).await.unwrap();
    let guest = store.new_guest_session(&link.id, "Ona", 11, 50).await.unwrap();
    let another = store.new_guest_session(&other.id, "Jonas", 11, 50).await.unwrap();
    let grants = vec![GrantRow { link_id: link.id.clone(), map: "shop".to_owned(), can_edit: true }];
    let kind = SessionKind::Guest { name: "Ona".to_owned(), grants };
    let row = SessionRow { kind, created_at: 11, expires_at: 50 };
    assert_eq!(store.session(guest.as_str(), 12).await.unwrap(), Some(row));

    assert!(!store.revoke_link("clinic", &link.id).await.unwrap());
    assert!(store.revoke_link("shop", &link.id).await.unwrap());
    assert!(!store.revoke_link("shop", &link.id).await.unwrap());
    assert_eq!(store.session(guest.as_str(), 12).await.unwrap(), None);
    assert_eq!(store.link_by_secret(secret.as_str(), 12).await.unwrap(), None);
    assert!(store.session(another.as_str(), 12).await.unwrap().is_some());
    let error = store.new_guest_session(&link.id, "Ona", 12, 50).await.unwrap_err();
    assert!(matches!(&error, StoreError::LinkNotFound(id) if *id == link.id), "{error}");
}

pub(super) async fn an_expired_link_ends_its_guests_sessions(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let (link, _) = store.new_link("shop", true, Some(20), "ada", 10).await.unwrap();
    let guest = store.new_guest_session(&link.id, "Ona", 11, 50).await.unwrap();
    assert_eq!(store.session(guest.as_str(), 19).await.unwrap().unwrap().expires_at, 20);
    assert_eq!(store.session(guest.as_str(), 20).await.unwrap(), None);
    let error = store.new_guest_session(&link.id, "Ona", 20, 50).await.unwrap_err();
    assert!(matches!(error, StoreError::LinkNotFound(_)), "{error}");
}

pub(super) async fn guests_can_change_their_name_and_the_owner_cannot(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let (link, _) = store.new_link("shop", false, None, "ada", 10).await.unwrap();
    let guest = store.new_guest_session(&link.id, "Ona", 11, 50).await.unwrap();
    let owner = store.new_owner_session(11, 50).await.unwrap();
    assert!(store.rename_guest(guest.as_str(), "Ona P.").await.unwrap());
    assert!(!store.rename_guest(owner.as_str(), "Ona P.").await.unwrap());
    assert!(!store.rename_guest("x", "Ona P.").await.unwrap());
    let session = store.session(guest.as_str(), 12).await.unwrap().unwrap();
    assert!(matches!(session.kind, SessionKind::Guest { name, .. } if name == "Ona P."));
}

/// The links that a session opens maps by, and when it ends.
async fn opened(store: &Store, secret: &str, at: i64) -> Option<(Vec<String>, i64)> {
    let session = store.session(secret, at).await.unwrap()?;
    let SessionKind::Guest { grants, .. } = session.kind else { panic!("a guest's session is no owner's") };
    Some((grants.into_iter().map(|grant| grant.link_id).collect(), session.expires_at))
}

pub(super) async fn a_guests_session_opens_what_all_its_links_open(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    new_map(&store, "clinic").await;
    let (edit, _) = store.new_link("shop", true, None, "ada", 10).await.unwrap();
    let (view, _) = store.new_link("shop", false, Some(40), "ada", 10).await.unwrap();
    let (other, _) = store.new_link("clinic", false, Some(30), "ada", 10).await.unwrap();
    let guest = store.new_guest_session(&edit.id, "Ona", 11, 50).await.unwrap();
    let guest = guest.as_str();
    for (link, at) in [(&view, 12), (&other, 13), (&view, 14)] {
        assert!(store.follow_link(guest, &link.id, "Ona P.", at, 50 + at).await.unwrap());
    }
    let ids = |links: &[&LinkRow]| links.iter().map(|link| link.id.clone()).collect::<Vec<_>>();
    // The one followed last comes first, and each stands there once.
    assert_eq!(opened(&store, guest, 15).await, Some((ids(&[&view, &other, &edit]), 64)));
    // A link that ends takes only its own right with it.
    assert_eq!(opened(&store, guest, 30).await, Some((ids(&[&view, &edit]), 64)));
    assert!(store.revoke_link("shop", &edit.id).await.unwrap());
    assert_eq!(opened(&store, guest, 31).await, Some((ids(&[&view]), 40)));
    let error = store.follow_link(guest, &other.id, "Ona", 31, 90).await.unwrap_err();
    assert!(matches!(&error, StoreError::LinkNotFound(id) if *id == other.id), "{error}");
    assert_eq!(opened(&store, guest, 40).await, None);
    let (again, _) = store.new_link("shop", true, None, "ada", 41).await.unwrap();
    assert!(store.follow_link(guest, &again.id, "Ona", 42, 80).await.unwrap());
    assert_eq!(opened(&store, guest, 43).await, Some((ids(&[&again]), 80)));
    assert!(!store.follow_link(guest, &again.id, "Ona", 80, 90).await.unwrap(), "the session is over");
    let owner = store.new_owner_session(11, 50).await.unwrap();
    assert!(!store.follow_link(owner.as_str(), &again.id, "Ona", 12, 50).await.unwrap());
    assert!(store.end_session(guest).await.unwrap());
    assert_eq!(opened(&store, guest, 43).await, None);
}
