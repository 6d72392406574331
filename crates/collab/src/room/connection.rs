//! The two ends of a connection: what its client sends and what the room has for it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, mpsc};

use super::task::Command;

/// Brings a client's messages to the room.
pub struct Sender {
    member: Arc<Member>,
    inbox: mpsc::Sender<Command>,
    /// Bytes that may still wait for the room.
    budget: Arc<Semaphore>,
    most_bytes: u32,
}

/// What the room has for a client. Whoever drops it has left the room; what was sent before still counts.
pub struct Mail {
    member: Arc<Member>,
    outbox: mpsc::Receiver<Bytes>,
    left: Arc<Notify>,
}

/// Who connects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// What histories call them; several may have one name.
    pub name: Arc<str>,
    /// What only connections of the same person share, as far as anybody can tell.
    pub identity: Arc<str>,
}

/// Why the room let go of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It sent what is no message, no update or too much presence.
    Malformed,
    /// It sent an edit without the right to.
    ReadOnly,
    /// It sent more than the document has room for.
    TooLarge,
    /// The map is gone.
    Gone,
    /// It did not read what it was sent; it may come back.
    TooSlow,
    /// Edits cannot be kept at the moment; it may come back.
    Failed,
    /// The room has closed; it may come back.
    Closed,
}

/// A connection as the room knows it.
pub(super) struct Member {
    pub(super) id: u64,
    pub(super) actor: Arc<str>,
    pub(super) identity: Arc<str>,
    pub(super) ended: OnceLock<Ended>,
    /// Bytes that wait for the connection.
    pub(super) waiting: AtomicUsize,
}

/// A client's message on its way to the room.
pub(super) struct Message {
    pub(super) member: Arc<Member>,
    pub(super) frame: Bytes,
    pub(super) may_edit: bool,
    /// Returns the room for the frame when the message has been dealt with.
    pub(super) _room: OwnedSemaphorePermit,
}

impl Sender {
    pub(super) fn new(
        member: Arc<Member>,
        inbox: mpsc::Sender<Command>,
        budget: Arc<Semaphore>,
        most_bytes: u32,
    ) -> Self {
        Self { member, inbox, budget, most_bytes }
    }

    /// Hands a client's message to the room, and waits while the room has much to do.
    ///
    /// # Errors
    /// Says why the room has let go of the connection.
    pub async fn send(&self, frame: Bytes, may_edit: bool) -> Result<(), Ended> {
        if let Some(ended) = self.member.ended.get() {
            return Err(*ended);
        }
        let size = u32::try_from(frame.len()).unwrap_or(u32::MAX).clamp(1, self.most_bytes);
        let room = self.budget.clone().acquire_many_owned(size).await;
        let room = room.map_err(|_| self.member.reason())?;
        let message = Message { member: self.member.clone(), frame, may_edit, _room: room };
        self.inbox.send(Command::Message(message)).await.map_err(|_| self.member.reason())
    }
}

impl Mail {
    pub(super) fn new(member: Arc<Member>, outbox: mpsc::Receiver<Bytes>, left: Arc<Notify>) -> Self {
        Self { member, outbox, left }
    }

    /// The next message for the client.
    ///
    /// # Errors
    /// Says why the room has let go of the connection.
    pub async fn next(&mut self) -> Result<Bytes, Ended> {
        if let Some(ended) = self.member.ended.get() {
            return Err(*ended);
        }
        let message = self.outbox.recv().await.ok_or_else(|| self.member.reason())?;
        self.member.waiting.fetch_sub(message.len(), Ordering::Relaxed);
        Ok(message)
    }
}

impl Drop for Mail {
    fn drop(&mut self) {
        self.outbox.close();
        self.left.notify_one();
    }
}

impl Member {
    pub(super) fn new(id: u64, visitor: Visitor) -> Self {
        let Visitor { name: actor, identity } = visitor;
        Self { id, actor, identity, ended: OnceLock::new(), waiting: AtomicUsize::new(0) }
    }

    fn reason(&self) -> Ended {
        self.ended.get().copied().unwrap_or(Ended::Closed)
    }
}
