//! What people with bad intentions send: refused, or shown as the data it is.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::support::{SHOP, Who, World};

const SCRIPT: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>\u{202e}😀";

#[tokio::test]
async fn script_in_texts_stays_text() {
    let (world, program) = World::with_shop().await;
    let mut map = world.get("/api/v1/maps/shop", &program).send().await.json();
    map["title"] = SCRIPT.into();
    map["stages"][0]["title"] = SCRIPT.into();
    map["stages"][0]["steps"][0]["cells"]["does"][0] = SCRIPT.into();
    map["owner"] = SCRIPT.into();
    let put = world.ask(Method::PUT, "/api/v1/maps/shop", &program).json(&map).header("if-match", "*");
    assert_eq!(put.send().await.expect(StatusCode::OK).json()["title"], SCRIPT);
    let listed = world.get("/api/v1/maps", &program).header("accept", "text/html").send().await;
    assert_eq!(listed.header("content-type"), "application/json");
    assert_eq!(listed.json()[0]["title"]["en"], SCRIPT);
    for form in ["report.html", "poster.svg"] {
        let drawn = world.get(&format!("/api/v1/maps/shop/{form}"), &program).send().await.expect(StatusCode::OK);
        assert!(!drawn.text().contains("<script>alert") && !drawn.text().contains("<img src=x"), "{form}");
    }
    let kept = json!({ "title": SCRIPT, "reason": SCRIPT });
    world.post("/api/v1/maps/shop/versions", &program).json(&kept).send().await.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn names_do_not_lead_out_of_their_place() {
    let (world, program) = World::with_shop().await;
    let names = [
        "..%2f..%2fetc%2fpasswd",
        "..",
        "%2e%2e",
        "shop%2F..%2Fshop",
        "SHOP",
        "shop%00",
        "-shop",
        &"x".repeat(65),
        "%F0%9F%98%80",
    ];
    for name in names {
        for path in ["", "/poster.pdf", "/versions", "/links"] {
            let answer = world.get(&format!("/api/v1/maps/{name}{path}"), &program).send().await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}{path}");
        }
    }
    let not_unicode = world.get("/api/v1/maps/%ff", &program).send().await;
    not_unicode.problem(StatusCode::BAD_REQUEST, "malformed-request");
    for id in ["../shop", "a/b", "", "ŠOPAS"] {
        let map = SHOP.replace("id: shop", &format!("id: \"{id}\""));
        let made = world.post("/api/v1/maps", &program).yaml(&map).send().await;
        made.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-map");
    }
    let traversing = world.post("/api/v1/maps?template=..%2fblank", &program).send().await;
    traversing.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    for name in ["..%2f..%2fmaps%2fshop", "..", "blank%00", "blank.journey.yaml", "%2fetc%2fpasswd"] {
        let answer = world.get(&format!("/api/v1/templates/{name}"), &program).send().await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn bodies_have_their_limits() {
    let (world, program) = World::with_shop().await;
    let huge = world.post("/api/v1/maps", &program).yaml(&"#".repeat(16 * 1024 * 1024 + 1)).send().await;
    huge.problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    let long = json!({ "title": "x".repeat(70_000) });
    let kept = world.post("/api/v1/maps/shop/versions", &program).json(&long).send().await;
    kept.problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    let guest = json!({ "link": "x".repeat(70_000), "name": "y" });
    let entered = world.post("/api/v1/guests", &Who::Stranger).json(&guest).send().await;
    entered.problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    let path = "/api/v1/maps/shop/versions";
    let send = |media_type: &str, body: &str| world.post(path, &program).body(media_type, body).send();
    send("application/json", "{\"title\": \"a").await.problem(StatusCode::BAD_REQUEST, "malformed-request");
    send("application/json", "{\"title\": 7}").await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    send("application/json", "{\"title\": \"a\", \"more\": 1}")
        .await
        .problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    send("text/plain", "{\"title\": \"a\"}")
        .await
        .problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
    send("application/json", "{\"title\": \"a\\u0000b\"}")
        .await
        .problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
}

#[tokio::test]
async fn large_cells_and_many_stages_are_served() {
    let (world, program) = World::with_shop().await;
    let stages: Vec<_> =
        (0..500).map(|n| json!({ "id": format!("s{n}"), "title": format!("Stage {n} 😀 שלום") })).collect();
    let mut map = json!({ "kelias": 1, "id": "huge", "title": "Huge", "language": "en", "stages": stages });
    map["lanes"] = json!([{ "id": "does", "kind": "text", "title": "Does" }]);
    map["stages"][0]["cells"] = json!({ "does": ["ž".repeat(10_000)] });
    let made = world.post("/api/v1/maps", &program).json(&map).send().await.expect(StatusCode::CREATED).json();
    assert_eq!(made["stages"].as_array().unwrap().len(), 500);
    assert_eq!(made["stages"][0]["cells"]["does"][0].as_str().unwrap().chars().count(), 10_000);
    let listed = world.get("/api/v1/maps", &program).send().await.json();
    assert_eq!(listed.as_array().unwrap().iter().find(|row| row["id"] == "huge").unwrap()["stages"], 500);
}
