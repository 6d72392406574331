//! How sockets end when rights, the map or the server do.

use axum::http::{Method, StatusCode};
use serde_json::json;

use super::{Port, Who};
use crate::support::MINUTE;

#[tokio::test]
async fn guests_of_a_revoked_link_are_out_at_once() {
    let port = Port::open().await;
    let guest = port.world.guest("shop", true).await;
    let mut client = port.connect("shop", &guest).await;
    let mut other = port.connect("shop", &port.program).await;
    client.sync().await.unwrap();
    let link = port.world.store.links("shop").await.unwrap().remove(0);
    let path = format!("/api/v1/maps/shop/links/{}", link.id);
    port.world.ask(Method::DELETE, &path, &port.program).send().await.expect(StatusCode::NO_CONTENT);
    assert_eq!(client.closed().await, 4401);
    other.sync().await.unwrap();
}

#[tokio::test]
async fn a_second_link_throws_nobody_out_of_the_first() {
    let port = Port::open().await;
    let other = crate::support::SHOP.replace("id: shop", "id: other");
    port.world.post("/api/v1/maps", &port.program).yaml(&other).send().await.expect(StatusCode::CREATED);
    let guest = port.world.guest("shop", true).await;
    let mut client = port.connect("shop", &guest).await;
    client.sync().await.unwrap();
    let (link, secret) = port.world.store.new_link("other", false, None, "Tests", port.world.now()).await.unwrap();
    let entering = json!({ "link": secret.as_str(), "name": "Ona" });
    let entered = port.world.post("/api/v1/guests", &guest).json(&entering).send().await.expect(StatusCode::CREATED);
    let guest = Who::Browser(entered.session());
    // As after a loss of the network, with what was edited meanwhile.
    let mut again = port.connect("shop", &guest).await;
    again.sync().await.unwrap();
    again.write(", edited").await;
    again.sync().await.unwrap();
    let mut beside = port.connect("other", &guest).await;
    beside.sync().await.unwrap();
    let path = format!("/api/v1/maps/other/links/{}", link.id);
    port.world.ask(Method::DELETE, &path, &port.program).send().await.expect(StatusCode::NO_CONTENT);
    assert_eq!(beside.closed().await, 4403);
    again.sync().await.unwrap();
    client.sync().await.unwrap();
}

#[tokio::test]
async fn who_signs_out_is_out_at_once() {
    let port = Port::open().await;
    let owner = port.world.owner().await;
    let mut client = port.connect("shop", &owner).await;
    client.sync().await.unwrap();
    port.world.ask(Method::DELETE, "/api/v1/session", &owner).send().await.expect(StatusCode::NO_CONTENT);
    assert_eq!(client.closed().await, 4401);
}

#[tokio::test]
async fn a_link_that_runs_out_ends_its_sockets() {
    let port = Port::open().await;
    let (_, secret) =
        port.world.store.new_link("shop", true, Some(port.world.now() + MINUTE), "Tests", 0).await.unwrap();
    let entering = json!({ "link": secret.as_str(), "name": "Ona" });
    let entered = port.world.post("/api/v1/guests", &Who::Stranger).json(&entering).send().await;
    let cookie = entered.expect(StatusCode::CREATED).header("set-cookie").to_owned();
    let session = cookie.split([';', '=']).nth(1).unwrap().to_owned();
    let mut client = port.connect("shop", &Who::Browser(session)).await;
    client.sync().await.unwrap();
    port.world.pass(2 * MINUTE);
    // Nobody tells the socket; it looks up by itself now and then.
    assert_eq!(client.closed().await, 4401);
}

#[tokio::test]
async fn a_deleted_map_ends_its_sockets() {
    let port = Port::open().await;
    let mut client = port.connect("shop", &port.program).await;
    client.sync().await.unwrap();
    let gone = port.world.ask(Method::DELETE, "/api/v1/maps/shop", &port.program).send().await;
    assert!(gone.status.is_success(), "{}", gone.text());
    assert_eq!(client.closed().await, 4404);
    assert_eq!(port.connect("shop", &port.program).await.closed().await, 4404);
}

#[tokio::test]
async fn a_stop_keeps_what_was_sent_and_says_come_back() {
    let port = Port::open().await;
    let mut client = port.connect("shop", &port.program).await;
    client.sync().await.unwrap();
    client.write(", kept").await;
    client.sync().await.unwrap();
    let Port { world, .. } = port;
    let store = world.store.clone();
    world.server.close().await;
    assert_eq!(client.closed().await, 1012);
    let (updates, _) = store.load_updates("shop").await.unwrap();
    let document = kelias_collab::Document::load(updates.iter().map(Vec::as_slice)).unwrap();
    let map = document.map(&kelias_map::MapId::new("shop").unwrap());
    assert_eq!(map.title, kelias_map::Text::Plain("Shop, kept".to_owned()));
}
