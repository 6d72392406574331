//! Connections that dawdle, and connections that are served while the server stops.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use kelias_server::{Location, ServerError};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::support::{SHOP, Who, World};

/// What came back until the other side closed.
async fn exchange(address: SocketAddr, sent: String) -> String {
    let exchanged = tokio::task::spawn_blocking(move || {
        let mut connection = TcpStream::connect(address).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        connection.write_all(sent.as_bytes()).unwrap();
        let mut received = String::new();
        connection.read_to_string(&mut received).unwrap();
        received
    });
    exchanged.await.unwrap()
}

/// Serves the world on a port until told to stop.
async fn served(world: World) -> (SocketAddr, oneshot::Sender<()>, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(async move {
        let stopped = async { stopped.await.unwrap() };
        world.server.serve(listener, stopped).await.unwrap();
    });
    (address, stop, serving)
}

#[tokio::test]
async fn a_header_that_does_not_end_ends_the_connection() {
    let world = World::with(None, |config| config.limits.header = Duration::from_millis(300)).await;
    let (address, stop, serving) = served(world).await;
    let answer = exchange(address, "GET /healthz HTTP/1.1\r\nHost: kelias.test\r\n".to_owned()).await;
    assert!(!answer.contains("200 OK"), "{answer}");
    // So does a connection on which nothing more is asked.
    let idle = exchange(address, "GET /healthz HTTP/1.1\r\nHost: kelias.test\r\n\r\n".to_owned()).await;
    assert!(idle.starts_with("HTTP/1.1 200 OK"), "{idle}");
    let long = format!("GET /healthz HTTP/1.1\r\nHost: kelias.test\r\nX-Long: {}\r\n\r\n", "x".repeat(200_000));
    let refused = tokio::time::timeout(Duration::from_secs(10), tokio::spawn(try_exchange(address, long)));
    assert!(refused.await.unwrap().unwrap().is_none_or(|answer| answer.starts_with("HTTP/1.1 431")));
    stop.send(()).unwrap();
    serving.await.unwrap();
}

#[tokio::test]
async fn who_comes_when_all_places_are_taken_waits_for_one() {
    let world = World::with(None, |config| config.limits.connections = 1).await;
    let (address, stop, serving) = served(world).await;
    let first = TcpStream::connect(address).unwrap();
    // The first has its place when the second asks.
    tokio::time::sleep(Duration::from_millis(100)).await;
    let asked = "GET /healthz HTTP/1.1\r\nHost: kelias.test\r\nConnection: close\r\n\r\n".to_owned();
    let second = tokio::spawn(exchange(address, asked));
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!second.is_finished(), "two are served where there is place for one");
    drop(first);
    let answer = second.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    stop.send(()).unwrap();
    serving.await.unwrap();
}

/// The same, where the other side may close before everything is sent.
async fn try_exchange(address: SocketAddr, sent: String) -> Option<String> {
    let exchanged = tokio::task::spawn_blocking(move || {
        let mut connection = TcpStream::connect(address).ok()?;
        connection.write_all(sent.as_bytes()).ok()?;
        let mut received = String::new();
        connection.read_to_string(&mut received).ok()?;
        Some(received)
    });
    exchanged.await.unwrap()
}

#[tokio::test]
async fn a_request_that_is_served_is_finished_before_the_server_stops() {
    let (world, program) = World::with_shop().await;
    let Who::Program(token) = program else { unreachable!("a program has a token") };
    let (address, stop, serving) = served(world).await;
    let head = format!(
        "POST /api/v1/maps HTTP/1.1\r\nHost: kelias.test\r\nAuthorization: Bearer {token}\r\nContent-Type: application/yaml\r\n\
         Content-Length: {}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n",
        SHOP.len()
    );
    // The server says that it waits for the body; only then it is told to stop.
    let answered = tokio::task::spawn_blocking(move || {
        let mut connection = TcpStream::connect(address).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        connection.write_all(head.as_bytes()).unwrap();
        let mut waits = [0; 25];
        connection.read_exact(&mut waits).unwrap();
        assert_eq!(&waits, b"HTTP/1.1 100 Continue\r\n\r\n");
        stop.send(()).unwrap();
        std::thread::sleep(Duration::from_millis(100));
        connection.write_all(SHOP.as_bytes()).unwrap();
        let mut received = String::new();
        connection.read_to_string(&mut received).unwrap();
        received
    });
    let answered = answered.await.unwrap();
    assert!(answered.starts_with("HTTP/1.1 201 Created"), "{answered}");
    serving.await.unwrap();
    assert!(TcpStream::connect(address).is_err());
}

#[tokio::test]
async fn a_server_that_is_refused_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let held = std::fs::File::create(folder.path().join("server.lock")).unwrap();
    held.lock().unwrap();
    let refused = World::open(&Location::Folder(folder.path().to_owned())).await.unwrap_err();
    assert!(matches!(refused, ServerError::Taken { .. }), "{refused}");
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["server.lock"], "no tables are made, so none are brought up to date");
}

#[tokio::test]
async fn a_data_folder_has_one_server() {
    let world = World::new().await;
    let refused = world.beside().await.unwrap_err().to_string();
    assert!(refused.starts_with("another server serves "), "{refused}");
    let world = world.restart(|_| {}, async |_| {}).await;
    world.get("/readyz", &Who::Stranger).send().await.expect(axum::http::StatusCode::OK);
}
