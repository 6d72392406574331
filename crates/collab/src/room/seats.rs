//! The connections of a room, as the room sends to them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use tokio::sync::mpsc;

use super::connection::{Ended, Member, Visitor};
use super::limits::Limits;

/// Everybody who is connected.
#[derive(Default)]
pub(super) struct Seats {
    seats: BTreeMap<u64, Seat>,
    next: u64,
}

struct Seat {
    member: Arc<Member>,
    /// Nothing once the room has let go of the connection: that ends its wait for mail.
    outbox: Option<mpsc::Sender<Bytes>>,
}

impl Seats {
    /// Seats a new connection.
    pub(super) fn join(&mut self, visitor: Visitor, limits: &Limits) -> (Arc<Member>, mpsc::Receiver<Bytes>) {
        let (outbox, mail) = mpsc::channel(limits.outbox_messages);
        let member = Arc::new(Member::new(self.next, visitor));
        self.next += 1;
        self.seats.insert(member.id, Seat { member: member.clone(), outbox: Some(outbox) });
        (member, mail)
    }

    pub(super) fn len(&self) -> usize {
        self.seats.len()
    }

    /// Whether a connection still takes what is sent to it.
    pub(super) fn awaits(&self, member: &Member) -> bool {
        let outbox = self.seats.get(&member.id).and_then(|seat| seat.outbox.as_ref());
        member.ended.get().is_none() && outbox.is_some_and(|outbox| !outbox.is_closed())
    }

    /// Sends to one connection; whoever reads too slowly is let go.
    pub(super) fn send(&mut self, member: &Member, message: Bytes, limits: &Limits) {
        let Some(seat) = self.seats.get(&member.id) else { return };
        if let Err(ended) = seat.send(message, limits) {
            self.end(member, ended);
        }
    }

    /// Sends to all but one.
    pub(super) fn send_others(&mut self, but: Option<&Member>, message: &Bytes, limits: &Limits) {
        let others = self.seats.values().filter(|seat| but.is_none_or(|but| but.id != seat.member.id));
        let failed: Vec<_> =
            others.filter_map(|seat| Some((seat.member.clone(), seat.send(message.clone(), limits).err()?))).collect();
        for (member, ended) in failed {
            self.end(&member, ended);
        }
    }

    /// Lets go of a connection. What it sent and still waits is not looked at.
    pub(super) fn end(&mut self, member: &Member, ended: Ended) {
        let _ = member.ended.set(ended);
        if let Some(seat) = self.seats.get_mut(&member.id) {
            seat.outbox = None;
        }
    }

    /// Lets go of everybody.
    pub(super) fn end_all(&mut self, ended: Ended) {
        for seat in std::mem::take(&mut self.seats).into_values() {
            let _ = seat.member.ended.set(ended);
        }
    }

    /// Takes out those who have left or were let go.
    pub(super) fn clear(&mut self) -> Vec<Arc<Member>> {
        let gone = self.seats.extract_if(.., |_, seat| seat.outbox.as_ref().is_none_or(mpsc::Sender::is_closed));
        gone.map(|(_, seat)| seat.member).collect()
    }
}

impl Seat {
    fn send(&self, message: Bytes, limits: &Limits) -> Result<(), Ended> {
        let Some(outbox) = &self.outbox else { return Ok(()) };
        let size = message.len();
        let waiting = self.member.waiting.fetch_add(size, Ordering::Relaxed);
        // A single message may be as large as it must: the answer to a client that has nothing yet.
        if waiting > 0 && waiting + size > limits.outbox_bytes {
            return Err(Ended::TooSlow);
        }
        match outbox.try_send(message) {
            Err(mpsc::error::TrySendError::Full(_)) => Err(Ended::TooSlow),
            // Who has left is cleared by and by.
            Ok(()) | Err(mpsc::error::TrySendError::Closed(_)) => Ok(()),
        }
    }
}
