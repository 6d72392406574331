//! Sockets at `/collab/MAP`: what stock y-websocket providers connect to.
//!
//! A socket carries messages between a client and its map's room. It asks the policy for every message, asks anew who the
//! client is when rights may have changed, and says by the code of its close why it ends.

mod access;
mod closing;
mod messages;
mod pace;
mod places;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ws::{WebSocket, WebSocketUpgrade};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use futures::StreamExt;
use kelias_map::MapId;
use serde::Deserialize;

pub(crate) use self::access::Access;
use self::access::Rights;
use self::closing::Closing;
use self::places::Place;
pub(crate) use self::places::Places;
use crate::auth::{Credentials, same_origin};
use crate::problem::{Kind, Problem};
use crate::state::App;

/// Bytes that a message may have.
const MESSAGE_BYTES: usize = 16 << 20;

/// Bytes that are read of a message that is too long, so that its client still hears why the socket closes.
const READ_BYTES: usize = 2 * MESSAGE_BYTES;

/// The same of a client that is refused. Stock clients send their state vector and their presence before they hear of it, and what
/// closes with a message half read may not be heard.
const REFUSED_BYTES: usize = 64 << 10;

/// Bytes that are read and written at a time; most messages are far smaller.
const BUFFER_BYTES: usize = 16 << 10;

/// How long a client may take to take leave.
const LEAVE: Duration = Duration::from_secs(5);

/// The route of sockets.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/collab/{map}", any(connect))
}

/// What stands behind the address: stock providers cannot send headers.
#[derive(Deserialize)]
struct Asked {
    token: Option<String>,
}

async fn connect(
    State(app): State<Arc<App>>,
    Path(map): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    let credentials = Credentials::of(&headers, asked.token.as_deref());
    if matches!(credentials, Credentials::Cookie(_)) && !same_origin(&app, &headers) {
        // A browser sends the cookie whichever site asks it to.
        let detail = "a browser may edit only from the server's own page; programs use a token";
        return Problem::new(Kind::ForeignOrigin, detail).into_response();
    }
    // Room for a message is made when its first bytes come, so it is known before whether the client may send any.
    let rights = Rights::find(&app, credentials, &map).await;
    let Some(place) = app.sockets.take(rights.is_ok()) else {
        return Problem::new(Kind::Busy, "too many are connected; connect again in a moment").into_response();
    };
    let most = if rights.is_ok() { READ_BYTES } else { REFUSED_BYTES };
    let upgrade = upgrade
        .max_message_size(most)
        .max_frame_size(most)
        .read_buffer_size(BUFFER_BYTES)
        .write_buffer_size(BUFFER_BYTES);
    upgrade.on_upgrade(async move |socket| {
        let tasks = Arc::clone(&app);
        // A stop waits for it.
        tasks.tasks.spawn(serve(app, socket, rights, map, place));
    })
}

/// Serves a socket to its end. Refusals too come after the upgrade: a browser does not tell its page any other.
async fn serve(
    app: Arc<App>,
    mut socket: WebSocket,
    rights: Result<Rights, Closing>,
    map: String,
    _until_it_ends: Place,
) {
    let closing = match enter(&app, rights, &map).await {
        Ok((rights, (sender, mail))) => {
            let (mut sink, mut stream) = socket.split();
            let closing = messages::carry(&mut sink, &mut stream, rights, &sender, mail).await;
            let Ok(whole) = sink.reunite(stream) else { return };
            socket = whole;
            closing
        }
        Err(closing) => closing,
    };
    if tokio::time::timeout(LEAVE, closing.say(&mut socket)).await.is_err() {
        tracing::debug!(map, "a client did not take leave");
    }
}

type Joined = (kelias_collab::room::Sender, kelias_collab::room::Mail);

async fn enter(app: &App, rights: Result<Rights, Closing>, map: &str) -> Result<(Rights, Joined), Closing> {
    let rights = rights?;
    let id = MapId::new(map).map_err(|_| Closing::GONE)?;
    let joined = app.rooms.room(&id).join(rights.visitor(), rights.may_edit()).await?;
    Ok((rights, joined))
}
