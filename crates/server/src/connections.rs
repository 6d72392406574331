//! Connections: taken in, served, let go.

use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Headers that a request may have.
const MOST_HEADERS: usize = 100;

/// Bytes that the header of a request may have, about.
const HEADER_BYTES: usize = 64 * 1024;

/// How long to wait where no connection can be taken in: mostly there are too many.
const PAUSE: Duration = Duration::from_millis(500);

/// Takes in connections until the server stops, then lets each finish what it is at. `header` is how long the header of a
/// request may take.
pub(crate) async fn serve(listener: TcpListener, router: Router, header: Duration, stopping: CancellationToken) {
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            () = stopping.cancelled() => break,
            accepted = listener.accept() => accepted,
        };
        // Those that have ended would be remembered otherwise.
        while connections.try_join_next().is_some() {}
        match accepted {
            Ok((stream, _)) => {
                connections.spawn(carry(stream, router.clone(), header, stopping.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken in");
                sleep(PAUSE).await;
            }
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

/// Serves the requests of one connection, or hands it over to a socket.
async fn carry(stream: TcpStream, router: Router, header: Duration, stopping: CancellationToken) {
    // Letters typed by one person should not wait for company on their way to the others.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "answers may be held back for a moment");
    }
    let served = Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(header)
        .max_headers(MOST_HEADERS)
        .max_buf_size(HEADER_BYTES)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router))
        .with_upgrades();
    let mut served = std::pin::pin!(served);
    let ended = tokio::select! {
        ended = served.as_mut() => ended,
        () = stopping.cancelled() => {
            served.as_mut().graceful_shutdown();
            served.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}
