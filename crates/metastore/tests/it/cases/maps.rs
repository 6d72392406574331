use kelias_metastore::{Json, LoggedUpdate, MapRow, NewMap, NewVersion, Store, StoreError, VersionKind};
use serde_json::json;
use sqlx::Row;

use crate::place::{Place, a_map, new_map};

fn row(id: &str) -> MapRow {
    MapRow {
        id: id.to_owned(),
        folder: None,
        summary: Json::from(id),
        revision: 0,
        summary_revision: 0,
        created_at: 1,
        updated_at: 1,
        updated_by: "ada".to_owned(),
        deleted_at: None,
        measured_at: None,
        version_at: None,
    }
}

pub(super) async fn maps_are_listed_by_id_as_they_were_made(place: Place) {
    let store = place.open().await;
    assert_eq!(store.maps(true).await.unwrap(), []);
    // Databases that sort by language would put these in another order.
    for id in ["b-2", "a", "b1", "b"] {
        new_map(&store, id).await;
    }
    assert_eq!(store.maps(false).await.unwrap(), ["a", "b", "b-2", "b1"].map(row));
    assert_eq!(store.map("b").await.unwrap(), Some(row("b")));
    assert_eq!(store.map("c").await.unwrap(), None);
    assert_eq!(store.load_updates("b").await.unwrap(), (vec![b"start".to_vec()], 0));
    store.ping().await.unwrap();
    store.close().await;
    assert_eq!(place.open().await.maps(false).await.unwrap().len(), 4);
}

pub(super) async fn an_id_is_taken_once(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let again = NewMap { state: b"another".to_vec(), actor: "bob".to_owned(), ..a_map("shop") };
    for _ in 0..2 {
        let error = store.create_map(again.clone()).await.unwrap_err();
        assert!(matches!(&error, StoreError::MapExists(id) if id == "shop"), "{error}");
        store.delete_map("shop", 5).await.ok();
    }
    store.undelete_map("shop").await.unwrap();
    assert_eq!(store.map("shop").await.unwrap(), Some(row("shop")));
    assert_eq!(store.load_updates("shop").await.unwrap().0, [b"start"]);
}

pub(super) async fn a_summary_and_a_folder_can_be_changed(place: Place) {
    let store = place.open().await;
    store.create_map(NewMap { folder: Some("Retail".to_owned()), ..a_map("shop") }).await.unwrap();
    let summary = json!({"title": {"lt": "Krautuvė"}, "stages": 3, "completeness": 0.5, "owner": null});
    assert!(store.set_summary("shop", &summary, 0).await.unwrap());
    let expected = MapRow { summary, folder: Some("Retail".to_owned()), ..row("shop") };
    assert_eq!(store.map("shop").await.unwrap().as_ref(), Some(&expected));
    store.set_folder("shop", None).await.unwrap();
    assert_eq!(store.map("shop").await.unwrap(), Some(MapRow { folder: None, ..expected }));
    not_found(store.set_folder("other", None).await);
    not_found(store.set_summary("other", &Json::Null, 8).await);
}

pub(super) async fn a_summary_is_not_replaced_by_one_of_an_earlier_revision(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    assert!(!store.map("shop").await.unwrap().unwrap().is_behind());
    let edit = LoggedUpdate { bytes: vec![1], actor: "bob".to_owned() };
    store.append_updates("shop", &[edit.clone(), edit], 7).await.unwrap();
    assert!(store.map("shop").await.unwrap().unwrap().is_behind());
    assert!(store.set_summary("shop", &json!("second"), 2).await.unwrap());
    assert!(!store.set_summary("shop", &json!("first"), 1).await.unwrap());
    let shop = store.map("shop").await.unwrap().unwrap();
    assert_eq!((&shop.summary, shop.is_behind()), (&json!("second"), false));
    assert_eq!((shop.updated_at, shop.updated_by.as_str()), (7, "bob"));
    // What stands beside the content may change without it.
    assert!(store.set_summary("shop", &json!("second, annotated"), 2).await.unwrap());
}

pub(super) async fn a_deleted_map_takes_nothing_and_can_be_had_back(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    new_map(&store, "clinic").await;
    store.delete_map("shop", 9).await.unwrap();
    let ids = |maps: Vec<MapRow>| maps.into_iter().map(|map| map.id).collect::<Vec<_>>();
    assert_eq!(ids(store.maps(false).await.unwrap()), ["clinic"]);
    assert_eq!(ids(store.maps(true).await.unwrap()), ["clinic", "shop"]);
    assert_eq!(store.map("shop").await.unwrap().unwrap().deleted_at, Some(9));

    not_found(store.append_updates("shop", &[LoggedUpdate { bytes: vec![1], actor: "ada".to_owned() }], 10).await);
    not_found(store.add_version("shop", a_version()).await);
    not_found(store.set_folder("shop", Some("x")).await);
    not_found(store.set_summary("shop", &Json::Null, 10).await);
    not_found(store.delete_map("shop", 10).await);
    not_found(store.undelete_map("clinic").await);
    assert_eq!(store.load_updates("shop").await.unwrap().1, 0);

    store.undelete_map("shop").await.unwrap();
    assert_eq!(store.map("shop").await.unwrap(), Some(row("shop")));
}

pub(super) async fn a_map_is_deleted_as_it_is_known(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let edit = LoggedUpdate { bytes: vec![1], actor: "bob".to_owned() };
    assert_eq!(store.append_updates("shop", &[edit], 2).await.unwrap(), 1);
    assert!(!store.delete_map_at("shop", 0, 3).await.unwrap());
    assert_eq!(store.map("shop").await.unwrap().unwrap().deleted_at, None);
    assert!(store.delete_map_at("shop", 1, 4).await.unwrap());
    assert_eq!(store.map("shop").await.unwrap().unwrap().deleted_at, Some(4));
    for id in ["shop", "none"] {
        let error = store.delete_map_at(id, 1, 5).await.unwrap_err();
        assert!(matches!(&error, StoreError::MapNotFound(missing) if missing == id), "{error}");
    }
}

pub(super) async fn a_purged_map_leaves_nothing(place: Place) {
    let store = place.open().await;
    for map in ["early", "late", "live"] {
        fill(&store, map).await;
    }
    store.delete_map("early", 10).await.unwrap();
    store.delete_map("late", 20).await.unwrap();
    assert_eq!(store.purge_deleted(20).await.unwrap(), ["early"]);
    assert_eq!(store.purge_deleted(20).await.unwrap(), [""; 0]);
    assert!(store.map("late").await.unwrap().is_some());

    let raw = place.raw().await;
    for table in ["snapshots", "updates", "versions", "images", "measurements", "links"] {
        let statement = format!("SELECT map_id FROM kelias_{table} ORDER BY map_id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(statement)).fetch_all(&raw).await.unwrap();
        let maps: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
        assert_eq!(maps, ["late", "live"], "{table}");
    }
    let guests = sqlx::query("SELECT name FROM kelias_guests ORDER BY name").fetch_all(&raw).await.unwrap();
    assert_eq!(guests.iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>(), ["late", "live"]);
    new_map(&store, "early").await;
    assert_eq!(store.load_updates("early").await.unwrap().1, 0);
}

/// A map with something of everything.
async fn fill(store: &Store, map: &str) {
    new_map(store, map).await;
    store.append_updates(map, &[LoggedUpdate { bytes: vec![1], actor: "ada".to_owned() }], 2).await.unwrap();
    store.add_version(map, a_version()).await.unwrap();
    store.put_image(map, "a.png", "image/png", &[1], 2).await.unwrap();
    store.put_measurement(map, &Json::Null, 2).await.unwrap();
    let (link, _) = store.new_link(map, true, None, "ada", 2).await.unwrap();
    store.new_guest_session(&link.id, map, 2, 100).await.unwrap();
}

fn a_version() -> NewVersion {
    NewVersion {
        kind: VersionKind::Automatic,
        author: "ada".to_owned(),
        reason: None,
        title: None,
        at: 2,
        map_json: "{}".to_owned(),
    }
}

fn not_found<T: std::fmt::Debug>(result: kelias_metastore::Result<T>) {
    let error = result.unwrap_err();
    assert!(matches!(error, StoreError::MapNotFound(_)), "{error}");
}
