//! Rows as older versions of the tables and forms held them. They are never changed: what can be read today must be
//! readable for ever. A new form adds an example beside them.

use kelias_metastore::{
    GrantRow, Image, LinkRow, MapRow, NewVersion, SessionKind, SessionRow, Store, TokenRow, Version, VersionKind,
    VersionRow,
};
use serde_json::{Map, Value, json};
use sqlx::AnyPool;

use crate::place::Place;

/// As the first three migrations left the tables.
const FIRST: &str = include_str!("../frozen/1.json");
/// As the first five did.
const SECOND: &str = include_str!("../frozen/2.json");

/// Takes the tables back to what the first three migrations made of them.
const BACK_TO_FIRST: [&str; 6] = [
    "DROP TABLE kelias_grants",
    "DROP TABLE kelias_guests",
    "DROP INDEX kelias_versions_by_hash",
    "ALTER TABLE kelias_versions DROP COLUMN hash",
    "ALTER TABLE kelias_versions DROP COLUMN same_as",
    "DELETE FROM kelias_migrations WHERE version > 3",
];

pub(super) async fn what_older_versions_stored_can_be_read(place: Place) {
    place.open().await.close().await;
    let raw = place.raw().await;
    for statement in BACK_TO_FIRST {
        sqlx::query(statement).execute(&raw).await.unwrap();
    }
    insert_all(&raw, FIRST).await;
    let store = place.open().await;
    documents(&store).await;
    access(&store).await;
}

pub(super) async fn what_the_second_form_stored_can_be_read(place: Place) {
    let store = place.open().await;
    insert_all(&place.raw().await, SECOND).await;
    for (n, title) in [(1, "one"), (2, "two"), (3, "three")] {
        let version = store.version("shop", n).await.unwrap().unwrap();
        assert_eq!((version.row.title.as_deref(), version.map_json.as_str()), (Some(title), "{\"id\":\"shop\"}"));
    }
    // The content is known again.
    let new = NewVersion {
        kind: VersionKind::Named,
        author: "ada".to_owned(),
        reason: None,
        title: None,
        at: 4,
        map_json: "{\"id\":\"shop\"}".to_owned(),
    };
    assert_eq!(store.add_version("shop", new).await.unwrap(), 4);
    let raw = place.raw().await;
    let kept = sqlx::query("SELECT n FROM kelias_versions WHERE map_json <> ''").fetch_all(&raw).await.unwrap();
    assert_eq!(kept.len(), 1);
    let grant = |link_id: &str, can_edit| GrantRow { link_id: link_id.to_owned(), map: "shop".to_owned(), can_edit };
    let grants = vec![grant("8877665544332211", false), grant("1122334455667788", true)];
    let kind = SessionKind::Guest { name: "Ona".to_owned(), grants };
    let guest = SessionRow { kind, created_at: 5, expires_at: 100 };
    assert_eq!(store.session("frozen-guest", 10).await.unwrap(), Some(guest));
}

async fn insert_all(raw: &AnyPool, example: &str) {
    let tables: Map<String, Value> = serde_json::from_str(example).unwrap();
    for (table, rows) in &tables {
        for row in rows.as_array().unwrap() {
            insert(raw, table, row.as_object().unwrap()).await;
        }
    }
}

async fn documents(store: &Store) {
    let map = MapRow {
        id: "shop".to_owned(),
        folder: Some("Retail".to_owned()),
        summary: json!({"title": {"en": "Shop"}, "stages": 3}),
        revision: 3,
        summary_revision: -1,
        created_at: 1_700_000_000_000_000,
        updated_at: 1_700_000_000_000_002,
        updated_by: "ada".to_owned(),
        deleted_at: None,
        measured_at: Some(8),
        version_at: Some(1_700_000_000_000_003),
    };
    assert_eq!(store.maps(false).await.unwrap(), [map]);
    assert_eq!(store.map("gone").await.unwrap().unwrap().deleted_at, Some(6));
    assert_eq!(store.load_updates("shop").await.unwrap(), (vec![vec![0, 0], vec![1, 0xff], vec![2]], 3));
    let row = VersionRow {
        n: 1,
        kind: VersionKind::Restored,
        author: "ada".to_owned(),
        reason: Some("before the sale".to_owned()),
        title: None,
        at: 1_700_000_000_000_003,
    };
    let version = Version { row, map_json: "{\"id\":\"shop\"}".to_owned() };
    assert_eq!(store.version("shop", 1).await.unwrap(), Some(version));
    let image = Image { content_type: "image/png".to_owned(), bytes: b"\x89PNG".to_vec() };
    assert_eq!(store.image("shop", "a.png").await.unwrap(), Some(image));
    assert_eq!(store.measurement("shop").await.unwrap(), Some((json!({"version": 1}), 8)));
    assert_eq!(store.setting("language").await.unwrap(), Some(json!("lt")));
}

async fn access(store: &Store) {
    let token = TokenRow { id: "00f1e2d3c4b5a697".to_owned(), name: "ci".to_owned(), created_at: 2 };
    assert_eq!(store.token("frozen-token").await.unwrap(), Some(token));
    let link = LinkRow {
        id: "1122334455667788".to_owned(),
        map: "shop".to_owned(),
        can_edit: true,
        created_by: "ada".to_owned(),
        created_at: 3,
        expires_at: Some(90),
    };
    assert_eq!(store.link_by_secret("frozen-link", 10).await.unwrap(), Some(link));
    let owner = SessionRow { kind: SessionKind::Owner, created_at: 4, expires_at: 100 };
    assert_eq!(store.session("frozen-owner", 10).await.unwrap(), Some(owner));
    let grants = vec![GrantRow { link_id: "1122334455667788".to_owned(), map: "shop".to_owned(), can_edit: true }];
    let kind = SessionKind::Guest { name: "Ona".to_owned(), grants };
    let guest = SessionRow { kind, created_at: 5, expires_at: 90 };
    assert_eq!(store.session("frozen-guest", 10).await.unwrap(), Some(guest));
    assert!(store.take_sign_in("frozen-sign-in", 10).await.unwrap());
}

/// Bytes are written as `{"hex": ".."}`.
async fn insert(raw: &AnyPool, table: &str, row: &Map<String, Value>) {
    let columns: Vec<&str> = row.keys().map(String::as_str).collect();
    let numbers: Vec<String> = (1..=columns.len()).map(|number| format!("${number}")).collect();
    let statement = format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), numbers.join(", "));
    let mut query = sqlx::query(sqlx::AssertSqlSafe(statement));
    for (column, value) in row {
        query = match value {
            Value::Null if column.ends_with("_at") => query.bind(None::<i64>),
            Value::Null => query.bind(None::<String>),
            Value::Number(number) => query.bind(number.as_i64().unwrap()),
            Value::String(text) => query.bind(text.clone()),
            value => query.bind(bytes(value["hex"].as_str().unwrap())),
        };
    }
    query.execute(raw).await.unwrap();
}

fn bytes(hex: &str) -> Vec<u8> {
    hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}
