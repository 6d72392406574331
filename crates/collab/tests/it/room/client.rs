//! A client that speaks y-protocols as stock providers do.

use std::time::Duration;

use bytes::Bytes;
use kelias_collab::room::{Ended, Mail, Room, Sender, Visitor};
use tokio::time::timeout;
use yrs::sync::{Message, SyncMessage};
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{Doc, GetString, ReadTxn, StateVector, Text, Transact, Update};

/// The text that the tests write into.
const TEXT: &str = "head.title@";

/// How long a test waits for what must come.
const SOON: Duration = Duration::from_mins(1);

pub(super) struct Client {
    pub(super) doc: Doc,
    pub(super) sender: Sender,
    pub(super) mail: Mail,
    pub(super) may_edit: bool,
}

/// The one person of this name.
pub(super) fn named(name: &str) -> Visitor {
    Visitor { name: name.into(), identity: name.into() }
}

impl Client {
    /// Joins as the one person of this name.
    pub(super) async fn join(room: &Room, name: &str, may_edit: bool) -> Self {
        Self::join_as(room, named(name), may_edit).await
    }

    pub(super) async fn join_as(room: &Room, visitor: Visitor, may_edit: bool) -> Self {
        let (sender, mail) = room.join(visitor, may_edit).await.unwrap();
        Self { doc: Doc::new(), sender, mail, may_edit }
    }

    pub(super) async fn send(&self, message: &Message) {
        self.send_bytes(message.encode_v1()).await.unwrap();
    }

    pub(super) async fn send_bytes(&self, bytes: impl Into<Bytes>) -> Result<(), Ended> {
        self.sender.send(bytes.into(), self.may_edit).await
    }

    /// Writes at the end of the text and sends the edit.
    pub(super) async fn write(&self, text: &str) {
        let update = self.write_offline(text);
        self.send(&Message::Sync(SyncMessage::Update(update))).await;
    }

    /// Writes at the end of the text; gives the edit.
    pub(super) fn write_offline(&self, text: &str) -> Vec<u8> {
        let title = self.doc.get_or_insert_text(TEXT);
        let mut transaction = self.doc.transact_mut();
        title.push(&mut transaction, text);
        transaction.encode_update_v1()
    }

    pub(super) fn text(&self) -> String {
        let title = self.doc.get_or_insert_text(TEXT);
        title.get_string(&self.doc.transact())
    }

    /// The next message, as soon as it comes.
    pub(super) async fn next(&mut self) -> Result<Message, Ended> {
        let frame = timeout(SOON, self.mail.next()).await.expect("a message comes within a minute")?;
        Ok(Message::decode_v1(&frame).unwrap())
    }

    /// Whether nothing comes for a moment.
    pub(super) async fn hears_nothing(&mut self) -> bool {
        timeout(Duration::from_millis(150), self.mail.next()).await.is_err()
    }

    /// Deals with messages as a stock client does, up to and with one that `last` recognises.
    pub(super) async fn hear_until(&mut self, last: impl Fn(&Message) -> bool) -> Result<(), Ended> {
        loop {
            let message = self.next().await?;
            match &message {
                Message::Sync(SyncMessage::SyncStep1(lacks)) => {
                    let update = self.doc.transact().encode_state_as_update_v1(lacks);
                    // The room may have let go of the client; then the next message says so.
                    let _ = self.send_bytes(Message::Sync(SyncMessage::SyncStep2(update)).encode_v1()).await;
                }
                Message::Sync(SyncMessage::SyncStep2(update) | SyncMessage::Update(update)) => {
                    let update = Update::decode_v1(update).unwrap();
                    self.doc.transact_mut().apply_update(update).unwrap();
                }
                _ => {}
            }
            if last(&message) {
                return Ok(());
            }
        }
    }

    /// Asks for what it lacks and waits for the answer, which says that all it sent is kept.
    pub(super) async fn sync(&mut self) -> Result<(), Ended> {
        let state: StateVector = self.doc.transact().state_vector();
        self.send_bytes(Message::Sync(SyncMessage::SyncStep1(state)).encode_v1()).await?;
        self.hear_until(|message| matches!(message, Message::Sync(SyncMessage::SyncStep2(_)))).await
    }

    /// Listens until the text is as expected.
    pub(super) async fn hear_text(&mut self, expected: &str) {
        while self.text() != expected {
            self.hear_until(|_| true).await.unwrap();
        }
    }

    /// Why the room lets go of it, after whatever else comes.
    pub(super) async fn ended(&mut self) -> Ended {
        loop {
            if let Err(ended) = self.hear_until(|_| true).await {
                return ended;
            }
        }
    }
}
