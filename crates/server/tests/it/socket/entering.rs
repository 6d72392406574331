//! Who gets in.

use axum::http::StatusCode;
use tokio_tungstenite::tungstenite::Message as Frame;
use yrs::sync::Message;
use yrs::sync::awareness::{AwarenessUpdate, AwarenessUpdateEntry};

use super::client::Refused;
use super::{Port, Who};
use crate::support::{World, wait_until};

#[tokio::test]
async fn owner_program_and_guest_get_in() {
    let port = Port::open().await;
    let owner = port.world.owner().await;
    let (editing, viewing) = (port.world.guest("shop", true).await, port.world.guest("shop", false).await);
    for who in [&owner, &port.program, &editing, &viewing] {
        let mut client = port.connect("shop", who).await;
        client.sync().await.unwrap();
        assert_eq!(client.title(), "Shop", "{who:?}");
    }
}

#[tokio::test]
async fn a_program_may_send_its_token_as_a_header_too() {
    let port = Port::open().await;
    let Who::Program(token) = &port.program else { panic!("a program has a token") };
    let bearer = format!("Bearer {token}");
    let mut client = port.connect_with("/collab/shop", &[("authorization", &bearer)]).await.unwrap();
    client.sync().await.unwrap();
}

#[tokio::test]
async fn strangers_are_told_to_sign_in() {
    let port = Port::open().await;
    let unknown = Who::Program("x".repeat(43));
    let outdated = Who::Browser("x".repeat(43));
    for who in [Who::Stranger, unknown, outdated, Who::Program(String::new())] {
        assert_eq!(port.connect("shop", &who).await.closed().await, 4401, "{who:?}");
    }
}

#[tokio::test]
async fn who_is_refused_hears_it_whatever_a_stock_client_sends_first() {
    let port = Port::open().await;
    let mut stranger = port.connect("shop", &Who::Stranger).await;
    // The state vector of a map that many have edited, and a presence.
    stranger.send_frame(Frame::binary(vec![0; 32 << 10])).await;
    stranger.send_frame(Frame::binary(vec![1, 6, 1, 5, 1, 2, b'{', b'}'])).await;
    assert_eq!(stranger.closed().await, 4401);
}

#[tokio::test]
async fn no_room_is_made_for_what_strangers_send() {
    let port = Port::open().await;
    let mut stranger = port.connect("shop", &Who::Stranger).await;
    assert!(!stranger.is_listened_to(Frame::binary(vec![0; 24 << 20])).await, "the server has read it all");
}

#[tokio::test]
async fn sockets_have_their_places_and_who_is_refused_takes_none_of_them() {
    let world = World::with(None, |config| (config.limits.sockets, config.limits.refused_sockets) = (2, 1)).await;
    let program = world.make_shop().await;
    let port = Port::of(world, program).await;
    let busy = Some(Refused(StatusCode::SERVICE_UNAVAILABLE));
    // Refused, but does not take leave.
    let _lingers = port.connect("shop", &Who::Stranger).await;
    assert_eq!(port.try_connect("shop", &Who::Stranger).await.err(), busy);
    let mut ada = port.connect("shop", &port.program).await;
    let ben = port.connect("shop", &port.program).await;
    ada.sync().await.unwrap();
    assert_eq!(port.try_connect("shop", &port.program).await.err(), busy);
    drop(ben);
    wait_until!(port.try_connect("shop", &port.program).await.is_ok());
}

#[tokio::test]
async fn a_token_that_was_revoked_is_no_token() {
    let port = Port::open().await;
    port.connect("shop", &port.program).await.sync().await.unwrap();
    let token = port.world.store.tokens().await.unwrap().remove(0);
    assert!(port.world.store.revoke_token(&token.id).await.unwrap());
    assert_eq!(port.connect("shop", &port.program).await.closed().await, 4401);
}

#[tokio::test]
async fn a_secret_of_another_kind_is_no_token() {
    let port = Port::open().await;
    let Who::Browser(session) = port.world.owner().await else { panic!("the owner has a session") };
    assert_eq!(port.connect("shop", &Who::Program(session)).await.closed().await, 4401);
    let Who::Program(token) = &port.program else { panic!("a program has a token") };
    assert_eq!(port.connect("shop", &Who::Browser(token.clone())).await.closed().await, 4401);
}

#[tokio::test]
async fn a_guest_gets_to_no_other_map() {
    let port = Port::open().await;
    let other = crate::support::SHOP.replace("id: shop", "id: other");
    port.world.post("/api/v1/maps", &port.program).yaml(&other).send().await.expect(StatusCode::CREATED);
    let guest = port.world.guest("shop", true).await;
    assert_eq!(port.connect("other", &guest).await.closed().await, 4403);
    assert_eq!(port.connect("no-such-map", &guest).await.closed().await, 4403, "nor learns what there is");
}

#[tokio::test]
async fn there_is_no_room_without_a_map() {
    let port = Port::open().await;
    for map in ["no-such-map", "No%20Slug", "..%2Fshop", "shop%00"] {
        assert_eq!(port.connect(map, &port.program).await.closed().await, 4404, "{map}");
    }
}

#[tokio::test]
async fn pages_of_other_sites_do_not_get_in_by_the_cookie() {
    let port = Port::open().await;
    let Who::Browser(session) = port.world.owner().await else { panic!("the owner has a session") };
    let cookie = ("cookie", &*format!("kelias_session={session}"));
    let foreign = [
        vec![cookie, ("origin", "https://elsewhere.example")],
        vec![cookie, ("origin", "null")],
        vec![cookie],
        vec![cookie, ("origin", "https://elsewhere.example"), ("sec-fetch-site", "cross-site")],
    ];
    for headers in foreign {
        let refused = port.connect_with("/collab/shop", &headers).await.err();
        assert_eq!(refused, Some(Refused(StatusCode::FORBIDDEN)), "{headers:?}");
    }
}

fn presence(clock: u32, state: &str) -> Message {
    let entry = AwarenessUpdateEntry { clock, json: state.into() };
    Message::Awareness(AwarenessUpdate { clients: [(yrs::block::ClientID::new(7), entry)].into() })
}

#[tokio::test]
async fn a_guest_who_takes_the_name_of_another_does_not_become_the_other() {
    let port = Port::open().await;
    // Both links' guests call themselves the same.
    let (editing, viewing) = (port.world.guest("shop", true).await, port.world.guest("shop", false).await);
    let (mut first, mut second) = (port.connect("shop", &editing).await, port.connect("shop", &viewing).await);
    first.send(&presence(1, "\"here\"")).await;
    first.sync().await.unwrap();
    second.send(&presence(2, "\"taken over\"")).await;
    second.sync().await.unwrap();
    // By another socket of the same session, as after a connection that broke.
    let mut again = port.connect("shop", &editing).await;
    again.send(&presence(2, "\"back\"")).await;
    again.sync().await.unwrap();
    let mut late = port.connect("shop", &port.program).await;
    let state = loop {
        if let Message::Awareness(heard) = late.hear().await.unwrap()
            && let Some(entry) = heard.clients.into_values().next()
        {
            break entry.json.to_string();
        }
    };
    assert_eq!(state, "\"back\"");
}

#[tokio::test]
async fn a_request_that_is_no_socket_is_told_so() {
    let port = Port::open().await;
    let answer = port.world.get("/collab/shop", &port.program).send().await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
}
