use kelias_metastore::{Json, LoggedUpdate, NewMap, NewVersion, StoreError, VersionKind};

use crate::place::{Place, a_map, new_map};

/// Quotes, a placeholder, a backslash, control characters, right-to-left and composed characters.
const ODD: &str = "'\"; -- $1 ? \\ \u{1} \u{202e}עברית ė🏳️‍🌈\u{10ffff}\r\n\t%_";

pub(super) async fn every_character_but_one_is_kept(place: Place) {
    let store = place.open().await;
    let summary = Json::from(format!("{ODD}\0"));
    let new = NewMap { folder: Some(ODD.to_owned()), actor: ODD.to_owned(), summary: summary.clone(), ..a_map("shop") };
    store.create_map(new).await.unwrap();
    let map = store.map("shop").await.unwrap().unwrap();
    assert_eq!((map.folder.as_deref(), map.updated_by.as_str(), map.summary), (Some(ODD), ODD, summary));
    let version = NewVersion {
        kind: VersionKind::Named,
        author: ODD.to_owned(),
        reason: Some(ODD.to_owned()),
        title: Some(ODD.to_owned()),
        at: 1,
        map_json: format!("{{\"title\": {}}}", Json::from(ODD)),
    };
    store.add_version("shop", version.clone()).await.unwrap();
    let kept = store.version("shop", 1).await.unwrap().unwrap();
    assert_eq!((kept.row.reason, kept.map_json), (version.reason, version.map_json));
    let token = store.new_token(ODD, 1).await.unwrap();
    assert_eq!(store.token(token.as_str()).await.unwrap().unwrap().name, ODD);
    store.set_setting(ODD, &Json::from(ODD)).await.unwrap();
    assert_eq!(store.setting(ODD).await.unwrap(), Some(Json::from(ODD)));
}

pub(super) async fn the_character_nul_is_refused(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let nul = "a\0b";
    let version = NewVersion {
        kind: VersionKind::Named,
        author: nul.to_owned(),
        reason: None,
        title: None,
        at: 1,
        map_json: "{}".to_owned(),
    };
    let (link, _) = store.new_link("shop", true, None, "ada", 1).await.unwrap();
    let update = LoggedUpdate { bytes: vec![1], actor: nul.to_owned() };
    let results = [
        store.create_map(a_map(nul)).await,
        store.create_map(NewMap { folder: Some(nul.to_owned()), ..a_map("new") }).await,
        store.map(nul).await.map(drop),
        store.append_updates("shop", &[update], 2).await.map(drop),
        store.add_version("shop", version).await.map(drop),
        store.new_guest_session(&link.id, nul, 1, 2).await.map(drop),
        store.new_token(nul, 1).await.map(drop),
        store.image("shop", nul).await.map(drop),
        store.setting(nul).await.map(drop),
    ];
    for (number, result) in results.into_iter().enumerate() {
        assert!(matches!(result, Err(StoreError::NulCharacter(_))), "{number}: {result:?}");
    }
    assert_eq!(store.map("shop").await.unwrap().unwrap().revision, 0);
    assert_eq!(store.maps(true).await.unwrap().len(), 1);
    // A secret is only hashed, so any text may be tried.
    assert_eq!(store.token(nul).await.unwrap(), None);
}
