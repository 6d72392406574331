//! A client that speaks y-protocols over a socket as stock providers do.

use std::net::SocketAddr;
use std::time::Duration;

use axum::http::header::{CONNECTION, HOST, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE};
use axum::http::{Request, StatusCode};
use futures::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::{Error, Message as Frame};
use tokio_tungstenite::{WebSocketStream, client_async};
use yrs::sync::{Message, SyncMessage};
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{Doc, GetString, ReadTxn, Text, Transact, Update};

/// The title of the small map.
const TITLE: &str = "head.title@";

/// How long a test waits for what must come.
const SOON: Duration = Duration::from_secs(20);

pub(crate) struct Client {
    pub(super) doc: Doc,
    socket: WebSocketStream<TcpStream>,
}

/// The server does not even begin a socket.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused(pub(super) StatusCode);

impl Client {
    pub(super) async fn connect(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Result<Self, Refused> {
        let mut request = Request::get(format!("ws://{address}{path}"))
            .header(HOST, address.to_string())
            .header(CONNECTION, "upgrade")
            .header(UPGRADE, "websocket")
            .header(SEC_WEBSOCKET_VERSION, "13")
            .header(SEC_WEBSOCKET_KEY, "a2VsaWFzIGlzIGEgcm9hZA==");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let stream = TcpStream::connect(address).await.unwrap();
        match client_async(request.body(()).unwrap(), stream).await {
            Ok((socket, _)) => Ok(Self { doc: Doc::new(), socket }),
            Err(Error::Http(answer)) => Err(Refused(answer.status())),
            Err(other) => panic!("{other}"),
        }
    }

    pub(super) async fn send_frame(&mut self, frame: Frame) {
        self.socket.send(frame).await.unwrap();
    }

    /// Whether the server listens until the frame has been sent.
    pub(super) async fn is_listened_to(&mut self, frame: Frame) -> bool {
        self.socket.send(frame).await.is_ok()
    }

    pub(super) async fn send(&mut self, message: &Message) {
        self.send_frame(Frame::binary(message.encode_v1())).await;
    }

    /// Writes at the end of the title and sends the edit.
    pub(crate) async fn write(&mut self, text: &str) {
        let update = {
            let title = self.doc.get_or_insert_text(TITLE);
            let mut transaction = self.doc.transact_mut();
            title.push(&mut transaction, text);
            transaction.encode_update_v1()
        };
        self.send(&Message::Sync(SyncMessage::Update(update))).await;
    }

    pub(crate) fn title(&self) -> String {
        let title = self.doc.get_or_insert_text(TITLE);
        title.get_string(&self.doc.transact())
    }

    /// The next message, or the code with which the server closes.
    async fn next(&mut self) -> Result<Message, u16> {
        loop {
            let frame = timeout(SOON, self.socket.next()).await.expect("a message comes within twenty seconds");
            match frame {
                Some(Ok(Frame::Binary(bytes))) => return Ok(Message::decode_v1(&bytes).unwrap()),
                Some(Ok(Frame::Close(Some(frame)))) => return Err(frame.code.into()),
                Some(Ok(_)) => {}
                broken => panic!("the server closes without a word: {broken:?}"),
            }
        }
    }

    /// Takes in the next message.
    pub(super) async fn hear(&mut self) -> Result<Message, u16> {
        let message = self.next().await?;
        match &message {
            Message::Sync(SyncMessage::SyncStep1(lacks)) => {
                let update = self.doc.transact().encode_state_as_update_v1(lacks);
                self.send(&Message::Sync(SyncMessage::SyncStep2(update))).await;
            }
            Message::Sync(SyncMessage::SyncStep2(update) | SyncMessage::Update(update)) => {
                self.doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
            }
            _ => {}
        }
        Ok(message)
    }

    /// Asks for what it lacks and waits for the answer, which says that all it sent is kept.
    pub(crate) async fn sync(&mut self) -> Result<(), u16> {
        let state = self.doc.transact().state_vector();
        self.send(&Message::Sync(SyncMessage::SyncStep1(state))).await;
        while !matches!(self.hear().await?, Message::Sync(SyncMessage::SyncStep2(_))) {}
        Ok(())
    }

    /// Listens until the title is as expected.
    pub(crate) async fn hear_title(&mut self, expected: &str) {
        while self.title() != expected {
            self.hear().await.unwrap();
        }
    }

    /// The code with which the server closes, after whatever else comes.
    pub(super) async fn closed(&mut self) -> u16 {
        loop {
            if let Err(code) = self.hear().await {
                return code;
            }
        }
    }
}
