use kelias_metastore::{SessionKind, SessionRow};
use sha2::{Digest, Sha256};
use sqlx::Row;

use crate::place::{Place, new_map};

pub(super) async fn a_sign_in_works_once_and_in_time(place: Place) {
    let store = place.open().await;
    let (secret, late) = (store.new_sign_in(10, 20).await.unwrap(), store.new_sign_in(10, 20).await.unwrap());
    assert!(!store.take_sign_in("x", 11).await.unwrap());
    assert!(store.take_sign_in(secret.as_str(), 19).await.unwrap());
    assert!(!store.take_sign_in(secret.as_str(), 19).await.unwrap());
    assert!(!store.take_sign_in(late.as_str(), 20).await.unwrap());
    store.purge_expired(20).await.unwrap();
    assert!(!store.take_sign_in(late.as_str(), 11).await.unwrap());
}

pub(super) async fn a_session_ends_by_time_or_by_hand(place: Place) {
    let store = place.open().await;
    let (one, other) = (store.new_owner_session(10, 20).await.unwrap(), store.new_owner_session(11, 30).await.unwrap());
    let row = SessionRow { kind: SessionKind::Owner, created_at: 10, expires_at: 20 };
    assert_eq!(store.session(one.as_str(), 19).await.unwrap(), Some(row));
    assert_eq!(store.session(one.as_str(), 20).await.unwrap(), None);
    assert_eq!(store.session("x", 19).await.unwrap(), None);
    assert!(store.end_session(other.as_str()).await.unwrap());
    assert!(!store.end_session(other.as_str()).await.unwrap());
    assert_eq!(store.session(other.as_str(), 12).await.unwrap(), None);

    store.purge_expired(19).await.unwrap();
    assert!(store.session(one.as_str(), 12).await.unwrap().is_some());
    store.purge_expired(20).await.unwrap();
    assert_eq!(store.session(one.as_str(), 12).await.unwrap(), None);
}

pub(super) async fn tokens_can_be_revoked(place: Place) {
    let store = place.open().await;
    let (second, first) = (store.new_token("ci", 20).await.unwrap(), store.new_token("ci", 10).await.unwrap());
    let tokens = store.tokens().await.unwrap();
    assert_eq!(
        tokens.iter().map(|token| (token.name.as_str(), token.created_at)).collect::<Vec<_>>(),
        [("ci", 10), ("ci", 20)]
    );
    assert_eq!(store.token(first.as_str()).await.unwrap().as_ref(), Some(&tokens[0]));
    assert_eq!(store.token(second.as_str()).await.unwrap().as_ref(), Some(&tokens[1]));
    // A secret opens only what it was made for.
    assert_eq!(store.session(first.as_str(), 11).await.unwrap(), None);
    assert!(!store.take_sign_in(first.as_str(), 11).await.unwrap());
    assert!(store.revoke_token(&tokens[0].id).await.unwrap());
    assert!(!store.revoke_token(&tokens[0].id).await.unwrap());
    assert_eq!(store.token(first.as_str()).await.unwrap(), None);
    assert_eq!(store.tokens().await.unwrap(), tokens[1..]);
}

pub(super) async fn no_secret_is_stored(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let (link, link_secret) = store.new_link("shop", true, None, "ada", 1).await.unwrap();
    let secrets = [
        ("kelias_sign_ins", store.new_sign_in(1, 9).await.unwrap()),
        ("kelias_tokens", store.new_token("ci", 1).await.unwrap()),
        ("kelias_links", link_secret),
        ("kelias_sessions", store.new_owner_session(1, 9).await.unwrap()),
        ("kelias_guests", store.new_guest_session(&link.id, "Ona", 1, 9).await.unwrap()),
    ];
    let raw = place.raw().await;
    for (table, secret) in secrets {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("SELECT * FROM {table}"))).fetch_one(&raw).await.unwrap();
        assert_eq!(row.get::<Vec<u8>, _>("hash"), Sha256::digest(secret.as_str()).to_vec(), "{table}");
        for column in 0..row.len() {
            let held = row.try_get::<String, _>(column).unwrap_or_default();
            assert!(!held.contains(secret.as_str()), "column {column} of {table} holds the secret");
        }
    }
}
