//! Every route asked by everybody: a route without a row here is an error.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use kelias_server::openapi;
use serde_json::json;

use crate::support::{Who, World};

/// Method, path, and who may: owner, program, editing guest, viewing guest, stranger.
const TABLE: &[(&str, &str, [bool; 5])] = &[
    ("GET", "/healthz", EVERYBODY),
    ("GET", "/readyz", EVERYBODY),
    ("GET", "/api/openapi.json", EVERYBODY),
    ("GET", "/sign-in/{secret}", EVERYBODY),
    ("GET", "/api/v1/links/{secret}", EVERYBODY),
    ("POST", "/api/v1/guests", EVERYBODY),
    ("GET", "/api/v1/session", KNOWN),
    ("PATCH", "/api/v1/session", BROWSERS),
    ("DELETE", "/api/v1/session", BROWSERS),
    ("GET", "/api/v1/maps", TEAM),
    ("POST", "/api/v1/maps", TEAM),
    ("GET", "/api/v1/templates", TEAM),
    ("GET", "/api/v1/templates/{name}", TEAM),
    ("GET", "/api/v1/maps/{id}", KNOWN),
    ("PUT", "/api/v1/maps/{id}", EDITORS),
    ("DELETE", "/api/v1/maps/{id}", TEAM),
    ("PATCH", "/api/v1/maps/{id}", TEAM),
    ("POST", "/api/v1/maps/{id}/undelete", TEAM),
    ("POST", "/api/v1/maps/{id}/duplicate", TEAM),
    ("GET", "/api/v1/maps/{id}/poster.pdf", KNOWN),
    ("GET", "/api/v1/maps/{id}/poster.svg", KNOWN),
    ("GET", "/api/v1/maps/{id}/poster.png", KNOWN),
    ("GET", "/api/v1/maps/{id}/report.html", KNOWN),
    ("GET", "/api/v1/maps/{id}/versions", KNOWN),
    ("POST", "/api/v1/maps/{id}/versions", EDITORS),
    ("GET", "/api/v1/maps/{id}/versions/{n}", KNOWN),
    ("POST", "/api/v1/maps/{id}/versions/{n}/restore", EDITORS),
    ("GET", "/api/v1/maps/{id}/compare", KNOWN),
    ("GET", "/api/v1/maps/{id}/links", TEAM),
    ("POST", "/api/v1/maps/{id}/links", TEAM),
    ("DELETE", "/api/v1/maps/{id}/links/{link}", TEAM),
    ("POST", "/api/v1/maps/{id}/images", EDITORS),
    ("GET", "/api/v1/maps/{id}/images/{name}", KNOWN),
    ("GET", "/api/v1/maps/{id}/measurement", KNOWN),
    ("POST", "/api/v1/maps/{id}/measurement", TEAM),
    ("GET", "/api/v1/jobs/{job}", TEAM),
    ("DELETE", "/api/v1/jobs/{job}", TEAM),
];

const EVERYBODY: [bool; 5] = [true; 5];
const KNOWN: [bool; 5] = [true, true, true, true, false];
const EDITORS: [bool; 5] = [true, true, true, false, false];
const TEAM: [bool; 5] = [true, true, false, false, false];
const BROWSERS: [bool; 5] = [true, false, true, true, false];

#[test]
fn every_route_has_a_row() {
    let document = openapi();
    let described: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, operations)| {
            operations
                .as_object()
                .unwrap()
                .keys()
                .map(|method| (method.to_uppercase(), path.clone()))
                .collect::<Vec<_>>()
        })
        .collect();
    let tabled: BTreeSet<(String, String)> =
        TABLE.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(described, tabled);
}

#[tokio::test]
async fn everybody_may_what_the_table_says() {
    for (method, path, allowed) in TABLE {
        // What one request does must not bear on the next: each row has a server of its own.
        let (world, program) = World::with_shop().await;
        let editor = world.guest("shop", true).await;
        let viewer = world.guest("shop", false).await;
        let everybody = [world.owner().await, program, editor, viewer, Who::Stranger];
        // The owner could delete the map or end a session, so those who may not come first.
        for (who, allowed) in everybody.iter().zip(allowed).rev() {
            let answer = world.ask(Method::from_bytes(method.as_bytes()).unwrap(), &concrete(path), who).send().await;
            let refused = matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
            assert_eq!(refused, !allowed, "{method} {path} by {who:?}: {}", answer.status);
            let expected = if matches!(who, Who::Stranger) { StatusCode::UNAUTHORIZED } else { StatusCode::FORBIDDEN };
            assert!(*allowed || answer.status == expected, "{method} {path} by {who:?}: {}", answer.status);
        }
    }
}

#[tokio::test]
async fn guests_of_another_map_are_strangers_to_this_one() {
    let (world, program) = World::with_shop().await;
    let other = crate::support::SHOP.replace("id: shop", "id: other");
    world.post("/api/v1/maps", &program).yaml(&other).send().await.expect(StatusCode::CREATED);
    let guest = world.guest("other", true).await;
    world.get("/api/v1/maps/other", &guest).send().await.expect(StatusCode::OK);
    for (method, path, _) in TABLE.iter().filter(|(_, path, _)| path.contains("{id}")) {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        world.ask(method, &concrete(path), &guest).send().await.problem(StatusCode::FORBIDDEN, "forbidden");
    }
    // Nor does a refusal tell which maps there are.
    world.get("/api/v1/maps/nothing", &guest).send().await.problem(StatusCode::FORBIDDEN, "forbidden");
}

#[tokio::test]
async fn browsers_change_something_from_our_own_page_only() {
    let (world, _) = World::with_shop().await;
    let owner = world.owner().await;
    let rename = json!({ "name": "Ona" });
    let from = |origin: &'static str| {
        world.ask(Method::PATCH, "/api/v1/session", &owner).json(&rename).header("origin", origin)
    };
    from("http://kelias.test").send().await.expect(StatusCode::OK);
    for foreign in ["http://evil.test", "https://kelias.test.evil.test", "null", "http://kelias.test:81"] {
        from(foreign).send().await.problem(StatusCode::FORBIDDEN, "foreign-origin");
    }
    let fetched = |site: &'static str| from("http://kelias.test").header("sec-fetch-site", site);
    fetched("same-origin").send().await.expect(StatusCode::OK);
    for site in ["cross-site", "same-site"] {
        fetched(site).send().await.problem(StatusCode::FORBIDDEN, "foreign-origin");
    }
    let Who::Browser(session) = &owner else { unreachable!("the owner has a browser") };
    let bare = world.ask(Method::PATCH, "/api/v1/session", &Who::Stranger).json(&rename);
    let bare = bare.header("cookie", &format!("kelias_session={session}"));
    bare.send().await.problem(StatusCode::FORBIDDEN, "foreign-origin");
}

fn concrete(path: &str) -> String {
    let named = path.replace("{id}", "shop").replace("{n}", "1").replace("{name}", "blank");
    let named = named.replace("{link}", "none").replace("{job}", "none").replace("{secret}", "none");
    if named.ends_with("/compare") { format!("{named}?from=1&to=live") } else { named }
}
