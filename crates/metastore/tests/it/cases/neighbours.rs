use kelias_metastore::{NewVersion, StoreError, VersionKind};
use sqlx::Row;

use crate::place::{Place, new_map};

pub(super) async fn other_tables_are_left_alone(place: Place) {
    let raw = place.raw().await;
    for statement in [
        "CREATE TABLE maps (id TEXT NOT NULL)",
        "CREATE TABLE _sqlx_migrations (version TEXT NOT NULL)",
        "INSERT INTO maps VALUES ('theirs')",
        "INSERT INTO _sqlx_migrations VALUES ('theirs')",
    ] {
        sqlx::query(statement).execute(&raw).await.unwrap();
    }
    let store = place.open().await;
    new_map(&store, "ours").await;
    store.close().await;
    assert_eq!(place.open().await.maps(true).await.unwrap()[0].id, "ours");
    for statement in ["SELECT * FROM maps", "SELECT * FROM _sqlx_migrations"] {
        let rows = sqlx::query(statement).fetch_all(&raw).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>(), ["theirs"]);
    }
}

pub(super) async fn records_of_newer_and_damaged_forms_are_refused(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let version = NewVersion {
        kind: VersionKind::Named,
        author: "ada".to_owned(),
        reason: None,
        title: None,
        at: 1,
        map_json: "{}".to_owned(),
    };
    // Equal ones would share their content.
    for map_json in ["{}", "[]"] {
        let map_json = map_json.to_owned();
        store.add_version("shop", NewVersion { map_json, ..version.clone() }).await.unwrap();
    }
    let raw = place.raw().await;
    for statement in [
        "UPDATE kelias_maps SET summary_format = 99",
        "UPDATE kelias_versions SET map_format = 99 WHERE n = 1",
        "UPDATE kelias_versions SET kind = 'unheard-of' WHERE n = 2",
    ] {
        sqlx::query(statement).execute(&raw).await.unwrap();
    }
    let messages = [
        store.map("shop").await.unwrap_err(),
        store.version("shop", 1).await.unwrap_err(),
        store.version("shop", 2).await.unwrap_err(),
    ]
    .map(|error| error.to_string());
    assert_eq!(
        messages,
        [
            "the summary of map shop was written by a newer kelias (format 99); run that version or a later one",
            "version 1 of map shop was written by a newer kelias (format 99); run that version or a later one",
            "version 2 of map shop in the database cannot be read: unheard-of is no kind of version; \
         restore the database from a backup",
        ]
    );

    sqlx::query("INSERT INTO kelias_migrations (version, description, success, checksum, execution_time) SELECT 99, 'x', success, checksum, 0 FROM kelias_migrations WHERE version = 1")
        .execute(&raw)
        .await
        .unwrap();
    store.close().await;
    let error = kelias_metastore::Store::open(&place.location).await.unwrap_err();
    assert!(matches!(error, StoreError::Newer { .. }), "{error}");
}
