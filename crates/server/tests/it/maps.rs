//! Maps made, read, replaced, filed, copied, deleted.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{SHOP, World};

#[tokio::test]
async fn a_map_comes_back_as_it_was_sent() {
    let (world, program) = World::with_shop().await;
    let yaml = world.get("/api/v1/maps/shop", &program).header("accept", "application/yaml").send().await;
    assert_eq!(yaml.header("content-type"), "application/yaml");
    assert_eq!(yaml.text(), kelias_map::write_yaml(&kelias_map::read_map(SHOP, kelias_map::Format::Yaml).map.unwrap()));
    let json = world.get("/api/v1/maps/shop", &program).send().await;
    assert_eq!(json.header("content-type"), "application/json");
    assert_eq!(json.json()["stages"][0]["steps"][0]["title"], "Looks");
    let again = world.post("/api/v1/maps", &program).body("application/json", json.body).send().await;
    let again = again.expect(StatusCode::CREATED);
    assert_eq!(again.location(), "/api/v1/maps/shop-2");
    assert_eq!(again.json()["id"], "shop-2");
    world
        .get("/api/v1/maps/shop", &program)
        .header("accept", "image/png")
        .send()
        .await
        .problem(StatusCode::NOT_ACCEPTABLE, "not-acceptable");
}

#[tokio::test]
async fn what_the_client_has_is_not_sent_again() {
    let (world, program) = World::with_shop().await;
    let read = || world.get("/api/v1/maps/shop", &program);
    let json = read().send().await;
    let yaml = read().header("accept", "application/yaml").send().await;
    assert_ne!(json.header("etag"), yaml.header("etag"));
    let known = read().header("if-none-match", json.header("etag")).send().await.expect(StatusCode::NOT_MODIFIED);
    assert!(known.body.is_empty());
    read().header("if-none-match", yaml.header("etag")).send().await.expect(StatusCode::OK);
}

#[tokio::test]
async fn only_what_is_known_is_replaced() {
    let (world, program) = World::with_shop().await;
    let path = "/api/v1/maps/shop";
    let put = |text: &str| world.ask(Method::PUT, path, &program).yaml(text);
    let changed = SHOP.replace("Compares prices", "Asks a friend");
    put(&changed).send().await.problem(StatusCode::PRECONDITION_REQUIRED, "condition-required");
    put(&changed).header("if-match", "\"0-json\"").send().await.problem(StatusCode::PRECONDITION_FAILED, "stale");
    let before = world.get(path, &program).send().await.header("etag").to_owned();
    let replaced = put(&changed).header("if-match", &before).send().await.expect(StatusCode::OK);
    assert_ne!(replaced.header("etag"), before);
    put(&changed).header("if-match", &before).send().await.problem(StatusCode::PRECONDITION_FAILED, "stale");
    // The tag of any form will do, and so will `*`.
    let yaml = world.get(path, &program).header("accept", "application/yaml").send().await.header("etag").to_owned();
    put(SHOP).header("if-match", &yaml).send().await.expect(StatusCode::OK);
    let restored = world.get(path, &program).send().await;
    assert_eq!(restored.header("etag"), before, "the same content has the same tag");
    let retitled = SHOP.replace("title: Shop", "title: Web shop");
    put(&retitled).header("if-match", "*").send().await.expect(StatusCode::OK);
    let listed = world.get("/api/v1/maps", &program).send().await.json();
    assert_eq!(listed[0]["title"], json!({ "en": "Web shop" }));
    assert_eq!(listed[0]["updated_by"], "Tests");
    assert_eq!(listed[0]["preview"]["stages"][0]["columns"], 2);
    let other = SHOP.replace("id: shop", "id: other");
    put(&other).header("if-match", "*").send().await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
}

#[tokio::test]
async fn the_errors_of_a_map_have_their_places() {
    let (world, program) = World::with_shop().await;
    let bad = SHOP.replace("kind: text", "kind: txt");
    let create = world.post("/api/v1/maps", &program).yaml(&bad).send().await;
    let problem = create.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-map");
    let first = &problem["diagnostics"][0];
    assert_eq!((first["line"].as_u64(), first["suggestion"].as_str()), (Some(6), Some("text")), "{first}");
    let put = world.ask(Method::PUT, "/api/v1/maps/shop", &program).yaml("id: [").header("if-match", "*").send().await;
    put.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-map");
    let form = world.post("/api/v1/maps", &program).body("text/plain", SHOP).send().await;
    form.problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
    let latin = world.post("/api/v1/maps", &program).body("application/yaml", b"title: \xff".as_slice()).send().await;
    latin.problem(StatusCode::BAD_REQUEST, "malformed-request");
    let deep = world.post("/api/v1/maps", &program).body("application/json", "[".repeat(100_000)).send().await;
    deep.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-map");
}

#[tokio::test]
async fn a_map_starts_from_a_template() {
    let (world, program) = World::with_shop().await;
    let gallery = world.get("/api/v1/templates", &program).send().await.expect(StatusCode::OK).json();
    let restaurant = gallery.as_array().unwrap().iter().find(|one| one["name"] == "restaurant").unwrap();
    assert!(restaurant["languages"].as_array().unwrap().contains(&"lt".into()), "{restaurant}");
    let shown =
        world.get("/api/v1/templates/restaurant?language=lt", &program).send().await.expect(StatusCode::OK).json();
    let path = "/api/v1/maps?template=restaurant&language=lt&folder=Food";
    let made = world.post(path, &program).send().await.expect(StatusCode::CREATED).json();
    assert_eq!(made["title"], shown["title"]);
    assert_eq!(made["language"], "lt");
    let listed = world.get("/api/v1/maps", &program).send().await.json();
    let row = listed.as_array().unwrap().iter().find(|one| one["id"] == made["id"]).unwrap();
    assert_eq!(row["folder"], "Food");
    world
        .post("/api/v1/maps?template=restorant", &program)
        .send()
        .await
        .problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    world
        .post("/api/v1/maps?template=blank", &program)
        .yaml(SHOP)
        .send()
        .await
        .problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    world.post("/api/v1/maps", &program).send().await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    world.get("/api/v1/templates/restorant", &program).send().await.problem(StatusCode::NOT_FOUND, "not-found");
}

#[tokio::test]
async fn a_map_is_filed_copied_deleted_and_brought_back() {
    let (world, program) = World::with_shop().await;
    let path = "/api/v1/maps/shop";
    let file = |folder: Value| world.ask(Method::PATCH, path, &program).json(&json!({ "folder": folder }));
    assert_eq!(file("Retail".into()).send().await.expect(StatusCode::OK).json()["folder"], "Retail");
    let copy = world.post("/api/v1/maps/shop/duplicate", &program).json(&json!({ "title": "Copy" })).send().await;
    let copy = copy.expect(StatusCode::CREATED);
    assert_eq!(copy.location(), "/api/v1/maps/shop-2");
    assert_eq!((copy.json()["title"]["en"].as_str(), copy.json()["folder"].as_str()), (Some("Copy"), Some("Retail")));
    let left_out = world.ask(Method::PATCH, path, &program).json(&json!({})).send().await;
    left_out.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    assert_eq!(file(Value::Null).send().await.json()["folder"], Value::Null);

    let stale = world.ask(Method::DELETE, path, &program).header("if-match", "\"0-json\"").send().await;
    stale.problem(StatusCode::PRECONDITION_FAILED, "stale");
    let known = world.get(path, &program).send().await.header("etag").to_owned();
    let deleting = world.ask(Method::DELETE, path, &program).header("if-match", &known);
    deleting.send().await.expect(StatusCode::NO_CONTENT);
    world.get(path, &program).send().await.problem(StatusCode::NOT_FOUND, "not-found");
    world.ask(Method::DELETE, path, &program).send().await.problem(StatusCode::NOT_FOUND, "not-found");
    world
        .ask(Method::PUT, path, &program)
        .yaml(SHOP)
        .header("if-match", "*")
        .send()
        .await
        .expect(StatusCode::NOT_FOUND);
    let ids = |list: Value| {
        list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(world.get("/api/v1/maps", &program).send().await.json()), ["shop-2"]);
    assert_eq!(ids(world.get("/api/v1/maps?deleted=true", &program).send().await.json()), ["shop"]);
    world.post("/api/v1/maps/shop/undelete", &program).send().await.expect(StatusCode::OK);
    world.post("/api/v1/maps/shop/undelete", &program).send().await.expect(StatusCode::NOT_FOUND);
    assert_eq!(world.get(path, &program).send().await.json()["title"], "Shop");
}
