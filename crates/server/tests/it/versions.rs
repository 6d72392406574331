//! The history of a map.

use std::cell::Cell;

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{SHOP, Who, World};

async fn change(world: &World, program: &Who, text: &str) {
    let put = world.ask(Method::PUT, "/api/v1/maps/shop", program).yaml(text).header("if-match", "*");
    put.send().await.expect(StatusCode::OK);
}

async fn history(world: &World, program: &Who) -> Vec<(i64, String)> {
    let list = world.get("/api/v1/maps/shop/versions", program).send().await.expect(StatusCode::OK).json();
    let entry = |one: &Value| (one["n"].as_i64().unwrap(), one["kind"].as_str().unwrap().to_owned());
    list.as_array().unwrap().iter().map(entry).collect()
}

#[tokio::test]
async fn versions_are_kept_read_and_restored() {
    let (world, program) = World::with_shop().await;
    let path = "/api/v1/maps/shop/versions";
    let keep = |body: Value| world.post(path, &program).json(&body);
    let kept =
        keep(json!({ "title": "First", "reason": "before the workshop" })).send().await.expect(StatusCode::CREATED);
    assert_eq!(kept.location(), "/api/v1/maps/shop/versions/2");
    let expected = json!({ "n": 2, "kind": "named", "author": "Tests", "reason": "before the workshop", "title": "First", "at": "2026-07-01T12:00:00Z" });
    assert_eq!(kept.json(), expected);
    keep(json!({ "title": " " })).send().await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");

    change(&world, &program, &SHOP.replace("Compares prices", "Asks a friend")).await;
    let restored = world.post(&format!("{path}/2/restore"), &program).send().await.expect(StatusCode::CREATED).json();
    assert_eq!((restored["kind"].as_str(), restored["reason"].as_str()), (Some("restored"), Some("2")));
    let live = world.get("/api/v1/maps/shop", &program).send().await.json();
    let first = world.get(&format!("{path}/2"), &program).send().await.json();
    assert_eq!(live, first["map"]);
    // What the map was before it was restored is in the history as well.
    let kinds = history(&world, &program).await;
    let expected = [(4, "restored"), (3, "automatic"), (2, "named"), (1, "imported")];
    assert_eq!(kinds, expected.map(|(n, kind)| (n, kind.to_owned())));
    let third = world.get(&format!("{path}/3"), &program).send().await.json();
    assert_eq!(third["map"]["stages"][0]["steps"][0]["cells"]["does"][0], "Asks a friend");
    for nothing in ["99", "0", "-1", "x", "99999999999999999999"] {
        world.get(&format!("{path}/{nothing}"), &program).send().await.problem(StatusCode::NOT_FOUND, "not-found");
    }
}

/// Adds a card to the map, whatever else is edited at the moment.
async fn add_card(world: &World, program: &Who, card: &str) {
    loop {
        let read = world.get("/api/v1/maps/shop", program).send().await.expect(StatusCode::OK);
        let mut map = read.json();
        map["stages"][0]["steps"][0]["cells"]["does"].as_array_mut().unwrap().push(card.into());
        let put = world.ask(Method::PUT, "/api/v1/maps/shop", program).json(&map);
        let put = put.header("if-match", read.header("etag")).send().await;
        if put.status != StatusCode::PRECONDITION_FAILED {
            return drop(put.expect(StatusCode::OK));
        }
    }
}

#[tokio::test]
async fn what_is_edited_while_a_version_is_restored_stays_in_the_history() {
    let (world, program) = World::with_shop().await;
    let mut cards = Vec::new();
    for round in 0..10 {
        let added: Vec<_> = (0..4).map(|number| format!("Card {round}-{number}.")).collect();
        let editing = async {
            for card in &added {
                add_card(&world, &program, card).await;
            }
        };
        let restoring = world.post("/api/v1/maps/shop/versions/1/restore", &program).send();
        let (restored, ()) = tokio::join!(restoring, editing);
        restored.expect(StatusCode::CREATED);
        cards.extend(added);
    }
    let mut told = world.get("/api/v1/maps/shop", &program).send().await.text().to_owned();
    for (n, _) in history(&world, &program).await {
        told += world.get(&format!("/api/v1/maps/shop/versions/{n}"), &program).send().await.text();
    }
    let lost: Vec<_> = cards.iter().filter(|card| !told.contains(*card)).collect();
    assert!(lost.is_empty(), "overruled, and in no version: {lost:?}");
}

#[tokio::test]
async fn a_version_of_a_busy_map_is_restored_at_once() {
    let (world, program) = World::with_shop().await;
    let is_over = Cell::new(false);
    let editing = async |who: u32| {
        let mut number = 0;
        while !is_over.get() {
            number += 1;
            change(&world, &program, &SHOP.replace("Compares prices", &format!("Asks {who} friends, {number} times")))
                .await;
        }
    };
    let restoring = async {
        for _ in 0..5 {
            let restored = world.post("/api/v1/maps/shop/versions/1/restore", &program).send().await;
            restored.expect(StatusCode::CREATED);
        }
        is_over.set(true);
    };
    tokio::join!(editing(1), editing(2), editing(3), restoring);
    // What was there before, and what was restored, each time.
    let kept = history(&world, &program).await.len();
    assert!(kept <= 1 + 5 * 2, "{kept} versions");
}

#[tokio::test]
async fn two_states_are_compared() {
    let (world, program) = World::with_shop().await;
    change(&world, &program, &SHOP.replace("Compares prices", "Asks a friend")).await;
    let compared =
        world.get("/api/v1/maps/shop/compare?from=1&to=live", &program).send().await.expect(StatusCode::OK).json();
    assert_eq!((compared["from"].as_str(), compared["to"].as_str()), (Some("1"), Some("live")));
    let [change] = compared["changes"].as_array().unwrap().as_slice() else { panic!("{compared}") };
    assert_eq!((change["kind"].as_str(), change["what"].as_str()), (Some("reworded"), Some("item")));
    assert_eq!(compared["before"]["stages"][0]["steps"][0]["cells"]["does"][0], "Compares prices");
    assert_eq!(compared["after"]["stages"][0]["steps"][0]["cells"]["does"][0], "Asks a friend");
    let same = world.get("/api/v1/maps/shop/compare?from=live&to=live", &program).send().await.json();
    assert_eq!(same["changes"], json!([]));
    let compare = |query: &str| world.get(&format!("/api/v1/maps/shop/compare?{query}"), &program).send();
    compare("from=1&to=7").await.problem(StatusCode::NOT_FOUND, "not-found");
    compare("from=then&to=live").await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    compare("from=1").await.problem(StatusCode::BAD_REQUEST, "malformed-request");
}

#[tokio::test]
async fn what_was_edited_is_kept_when_the_server_stops() {
    let (world, program) = World::with_shop().await;
    change(&world, &program, &SHOP.replace("Compares prices", "Asks a friend")).await;
    let World { server, store, .. } = world;
    server.close().await;
    let versions = store.versions("shop").await.unwrap();
    let last = versions.last().unwrap();
    assert_eq!((last.n, last.kind.as_str(), last.author.as_str()), (2, "automatic", "Tests"));
}
