//! Messages on their way: from the client to the room and from the room to the client.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::ws::{Message, WebSocket};
use futures::stream::{SplitSink, SplitStream};
use futures::{SinkExt, StreamExt};
use kelias_collab::room::{HEARTBEAT, Mail, Sender};
use tokio::sync::Mutex;
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep, timeout};

use super::MESSAGE_BYTES;
use super::access::{Rights, guard};
use super::closing::Closing;
use super::pace::Pace;

/// How often the client is asked whether it is still there. Stock clients give up after thirty seconds of silence.
const BEAT: Duration = Duration::from_secs(10);

/// How long a client may be silent; it answers every beat.
const SILENCE: Duration = Duration::from_secs(35);

/// How long a client may take to take one message in.
const PATIENCE: Duration = Duration::from_secs(30);

/// Carries messages both ways until either side, or the client's rights, end it.
pub(super) async fn carry(
    sink: &mut SplitSink<WebSocket, Message>,
    stream: &mut SplitStream<WebSocket>,
    rights: Rights,
    sender: &Sender,
    mail: Mail,
) -> Closing {
    let rights = Mutex::new(rights);
    tokio::select! {
        closing = read(stream, &rights, sender) => closing,
        closing = write(sink, mail) => closing,
        closing = guard(&rights) => closing,
    }
}

async fn read(stream: &mut SplitStream<WebSocket>, rights: &Mutex<Rights>, sender: &Sender) -> Closing {
    let mut pace = Pace::new(Instant::now());
    loop {
        let frame = match timeout(SILENCE, stream.next()).await {
            Ok(Some(Ok(Message::Binary(frame)))) => frame,
            Ok(Some(Ok(Message::Ping(_) | Message::Pong(_)))) => continue,
            Ok(None | Some(Ok(Message::Close(_)))) => return Closing::LEFT,
            // Text, frames that break the protocol, or a connection that broke, which hears no reason any more.
            Ok(Some(Ok(Message::Text(_)) | Err(_))) => return Closing::MALFORMED,
            Err(_) => return Closing::SILENT,
        };
        let size = frame.len();
        if size > MESSAGE_BYTES {
            return Closing::TOO_LARGE;
        }
        let may_edit = match rights.lock().await.of_message().await {
            Ok(may_edit) => may_edit,
            Err(closing) => return closing,
        };
        if let Err(ended) = sender.send(frame, may_edit).await {
            return ended.into();
        }
        sleep(pace.take(size, Instant::now())).await;
    }
}

async fn write(sink: &mut SplitSink<WebSocket, Message>, mut mail: Mail) -> Closing {
    let mut beats = interval_at(Instant::now() + BEAT, BEAT);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let sent = tokio::select! {
            message = mail.next() => match message {
                Ok(message) => send(sink, Message::Binary(message)).await,
                Err(ended) => return ended.into(),
            },
            _ = beats.tick() => match send(sink, Message::Binary(HEARTBEAT)).await {
                // Only what the client must answer shows that it is there.
                Ok(()) => send(sink, Message::Ping(Bytes::new())).await,
                Err(closing) => Err(closing),
            },
        };
        if let Err(closing) = sent {
            return closing;
        }
    }
}

async fn send(sink: &mut SplitSink<WebSocket, Message>, message: Message) -> Result<(), Closing> {
    match timeout(PATIENCE, sink.send(message)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err(Closing::LEFT),
        Err(_) => Err(Closing::BUSY),
    }
}
