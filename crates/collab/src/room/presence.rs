//! Who is here and where: the presence that clients tell of themselves.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use bytes::Bytes;

use super::connection::Member;
use super::limits::Limits;
use super::wire::{self, Presence};

/// Clients that have left and are remembered.
const REMEMBERED: usize = 256;

/// The presence of every client of a room.
#[derive(Default)]
pub(super) struct Presences {
    here: BTreeMap<u64, Here>,
    left: VecDeque<Left>,
}

/// A client that is here.
struct Here {
    clock: u32,
    state: Box<str>,
    /// The connection that told it, and with which it goes.
    member: Arc<Member>,
}

/// A client that has left. Others may still send back what they heard of it, which must not bring it to life again.
struct Left {
    client: u64,
    clock: u32,
    identity: Arc<str>,
}

/// A connection tells more than it may.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooMuch;

impl Presences {
    /// Takes in what a connection tells; gives the message for all others if anything is news.
    pub(super) fn tell(
        &mut self,
        member: &Arc<Member>,
        told: &[Presence<'_>],
        limits: &Limits,
    ) -> Result<Option<Bytes>, TooMuch> {
        let mut news = Vec::new();
        for presence in told {
            if presence.state.len() > limits.presence_bytes {
                return Err(TooMuch);
            }
            if self.is_news(member, presence) {
                self.put(member, presence, limits)?;
                news.push(*presence);
            }
        }
        Ok((!news.is_empty()).then(|| wire::presence(news.into_iter())))
    }

    /// Stock clients send back what they hear of others: only what is newer counts, and nobody speaks for another's client. The same
    /// person may, by a new connection; to have the same name is not to be the same, as guests choose theirs.
    fn is_news(&self, member: &Member, told: &Presence<'_>) -> bool {
        if let Some(here) = self.here.get(&told.client) {
            let owns = here.member.id == member.id;
            let takes_over = here.member.identity == member.identity && !is_gone(told);
            let newer = told.clock > here.clock || (is_gone(told) && told.clock == here.clock);
            return newer && (owns || takes_over);
        }
        let returns = |left: &Left| left.identity == member.identity && told.clock == left.clock;
        !is_gone(told)
            && self
                .left
                .iter()
                .rev()
                .find(|left| left.client == told.client)
                .is_none_or(|left| told.clock > left.clock || returns(left))
    }

    fn put(&mut self, member: &Arc<Member>, told: &Presence<'_>, limits: &Limits) -> Result<(), TooMuch> {
        if is_gone(told) {
            if let Some(here) = self.here.remove(&told.client) {
                self.remember(told.client, told.clock, &here.member);
            }
            return Ok(());
        }
        let others = self.here.iter().filter(|(client, here)| here.member.id == member.id && **client != told.client);
        if others.count() >= limits.presences {
            return Err(TooMuch);
        }
        let here = Here { clock: told.clock, state: told.state.into(), member: member.clone() };
        self.here.insert(told.client, here);
        Ok(())
    }

    /// Forgets the clients of a connection that leaves; gives the message for those who stay.
    pub(super) fn leave(&mut self, member: &Member) -> Option<Bytes> {
        let leaving: Vec<_> = self.here.extract_if(.., |_, here| here.member.id == member.id).collect();
        let gone = leaving.iter().map(|(client, here)| Presence { client: *client, clock: here.clock, state: "null" });
        let message = (!leaving.is_empty()).then(|| wire::presence(gone));
        for (client, here) in &leaving {
            self.remember(*client, here.clock, &here.member);
        }
        message
    }

    fn remember(&mut self, client: u64, clock: u32, member: &Member) {
        if self.left.len() == REMEMBERED {
            self.left.pop_front();
        }
        self.left.push_back(Left { client, clock, identity: member.identity.clone() });
    }

    /// The message that tells of everybody, if anybody is here.
    pub(super) fn everybody(&self) -> Option<Bytes> {
        let all =
            self.here.iter().map(|(client, here)| Presence { client: *client, clock: here.clock, state: &here.state });
        (!self.here.is_empty()).then(|| wire::presence(all))
    }
}

fn is_gone(told: &Presence<'_>) -> bool {
    told.state.trim() == "null"
}
