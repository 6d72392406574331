//! Edits by sockets and by the API on one document.

use axum::http::StatusCode;
use tokio_tungstenite::tungstenite::Message as Frame;
use yrs::sync::{Message, SyncMessage};
use yrs::{Doc, Text, Transact};

use super::Port;
use crate::support::SHOP;

#[tokio::test]
async fn two_edit_one_title() {
    let port = Port::open().await;
    let (mut ada, mut ben) = (port.connect("shop", &port.program).await, port.connect("shop", &port.program).await);
    ada.sync().await.unwrap();
    ben.sync().await.unwrap();
    ada.write(" of books").await;
    ben.hear_title("Shop of books").await;
    ben.write(" and maps").await;
    ada.hear_title("Shop of books and maps").await;
    let map = port.world.get("/api/v1/maps/shop", &port.program).send().await.expect(StatusCode::OK);
    assert_eq!(map.json()["title"], "Shop of books and maps");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_converge() {
    let port = Port::open().await;
    let mut tasks = Vec::new();
    for number in 0..10 {
        let mut client = port.connect("shop", &port.program).await;
        tasks.push(tokio::spawn(async move {
            client.sync().await.unwrap();
            for word in 0..20 {
                client.write(&format!("[{number}.{word}]")).await;
            }
            client.sync().await.unwrap();
            client
        }));
    }
    let mut clients = Vec::new();
    for task in tasks {
        clients.push(task.await.unwrap());
    }
    let mut titles = Vec::new();
    for client in &mut clients {
        client.sync().await.unwrap();
        titles.push(client.title());
    }
    let lost = (0..200).map(|n| format!("[{}.{}]", n / 20, n % 20)).find(|word| !titles[0].contains(word));
    assert_eq!(lost, None);
    titles.dedup();
    assert_eq!(titles.len(), 1);
}

#[tokio::test]
async fn who_is_connected_sees_what_the_api_does() {
    let port = Port::open().await;
    let mut ada = port.connect("shop", &port.program).await;
    ada.sync().await.unwrap();
    let read = port.world.get("/api/v1/maps/shop", &port.program).send().await;
    let renamed = SHOP.replace("title: Shop", "title: Shop around the corner");
    let put = port.world.ask(axum::http::Method::PUT, "/api/v1/maps/shop", &port.program);
    put.header("if-match", read.header("etag")).yaml(&renamed).send().await.expect(StatusCode::OK);
    ada.hear_title("Shop around the corner").await;
}

#[tokio::test]
async fn a_viewer_reads_and_does_not_write() {
    let port = Port::open().await;
    let viewer = port.world.guest("shop", false).await;
    let mut guest = port.connect("shop", &viewer).await;
    guest.sync().await.unwrap();
    let mut ada = port.connect("shop", &port.program).await;
    ada.sync().await.unwrap();
    ada.write("!").await;
    guest.hear_title("Shop!").await;
    guest.write("?").await;
    assert_eq!(guest.closed().await, 4403);
    ada.sync().await.unwrap();
    assert_eq!(ada.title(), "Shop!");
}

#[tokio::test]
async fn edits_carry_the_name_of_who_made_them() {
    let port = Port::open().await;
    let guest = port.world.guest("shop", true).await;
    let mut client = port.connect("shop", &guest).await;
    client.sync().await.unwrap();
    client.write("!").await;
    client.sync().await.unwrap();
    assert_eq!(port.world.store.map("shop").await.unwrap().unwrap().updated_by, "Gintarė");
}

/// Two edits by somebody else, the second of which builds on the first.
fn edits_of_a_stranger() -> [Message; 2] {
    let doc = Doc::new();
    let title = doc.get_or_insert_text("head.title@");
    [" one", " two"].map(|text| {
        let mut transaction = doc.transact_mut();
        title.push(&mut transaction, text);
        Message::Sync(SyncMessage::Update(transaction.encode_update_v1()))
    })
}

#[tokio::test]
async fn an_edit_of_what_does_not_exist_is_not_taken() {
    let port = Port::open().await;
    let (mut ada, mut ben) = (port.connect("shop", &port.program).await, port.connect("shop", &port.program).await);
    ada.sync().await.unwrap();
    let [first, second] = edits_of_a_stranger();
    ada.send(&second).await;
    // The server asks for what is missing, and ada has nothing of it.
    ada.sync().await.unwrap();
    ben.sync().await.unwrap();
    assert_eq!(ben.title(), "Shop");
    assert_eq!(port.world.store.load_updates("shop").await.unwrap().1, 0);
    // With what it builds on it is an edit like any other, and counts once however often it is sent.
    for edit in [&second, &first, &second, &first, &second] {
        ada.send(edit).await;
    }
    ada.sync().await.unwrap();
    ben.sync().await.unwrap();
    assert_eq!(ben.title().matches(" one two").count(), 1, "{}", ben.title());
    assert_eq!(ben.title().len(), "Shop one two".len());
}

#[tokio::test]
async fn what_is_no_message_is_refused() {
    let port = Port::open().await;
    let large = Message::Sync(SyncMessage::Update(vec![0; 16 << 20]));
    let frames = [
        ("a text", Frame::text("hello"), 4400),
        ("bytes", Frame::binary(vec![9, 9, 9]), 4400),
        ("nothing", Frame::binary(Vec::new()), 4400),
        ("an update that is none", Frame::binary(vec![0, 2, 3, 9, 9, 9]), 4400),
        ("too long a message", Frame::binary(yrs::updates::encoder::Encode::encode_v1(&large)), 4413),
    ];
    let mut ben = port.connect("shop", &port.program).await;
    for (what, frame, code) in frames {
        let mut ada = port.connect("shop", &port.program).await;
        ada.sync().await.unwrap();
        ada.send_frame(frame).await;
        assert_eq!(ada.closed().await, code, "{what}");
        ben.sync().await.unwrap();
        assert_eq!(ben.title(), "Shop");
    }
}
