//! Rows as the first version of the tables and forms held them. They are never changed: what can be read today must be
//! readable for ever. A new form adds an example beside them.

use kelias_metastore::{
    Image, LinkRow, MapRow, SessionKind, SessionRow, Store, TokenRow, Version, VersionKind, VersionRow,
};
use serde_json::{Map, Value, json};
use sqlx::AnyPool;

use crate::place::Place;

const FIRST: &str = include_str!("../frozen/1.json");

pub(super) async fn what_older_versions_stored_can_be_read(place: Place) {
    let store = place.open().await;
    let tables: Map<String, Value> = serde_json::from_str(FIRST).unwrap();
    let raw = place.raw().await;
    for (table, rows) in &tables {
        for row in rows.as_array().unwrap() {
            insert(&raw, table, row.as_object().unwrap()).await;
        }
    }
    documents(&store).await;
    access(&store).await;
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
    let kind = SessionKind::Guest {
        link_id: "1122334455667788".to_owned(),
        name: "Ona".to_owned(),
        map: "shop".to_owned(),
        can_edit: true,
    };
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
