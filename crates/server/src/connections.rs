//! Connections: taken in, served, let go.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::config::Limits;

/// Headers that a request may have.
const MOST_HEADERS: usize = 100;

/// Bytes that the header of a request may have, about.
const HEADER_BYTES: usize = 64 * 1024;

/// How long to wait where no connection can be taken in: mostly there are too many.
const PAUSE: Duration = Duration::from_millis(500);

/// Takes in connections until the server stops, then lets each finish what it is at.
pub(crate) async fn serve(listener: TcpListener, router: Router, limits: Limits, stopping: CancellationToken) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            () = stopping.cancelled() => break,
            accepted = accept(&listener, &places) => accepted,
        };
        // Those that have ended would be remembered otherwise.
        while connections.try_join_next().is_some() {}
        match accepted {
            Ok((stream, place)) => {
                let carried = carry(stream, router.clone(), limits.header, stopping.clone());
                connections.spawn(async move {
                    carried.await;
                    drop(place);
                });
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

/// The next connection, when there is room for it. One that waits holds nothing of ours.
async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.expect("the places are never closed");
    let (stream, _) = listener.accept().await?;
    Ok((stream, place))
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
