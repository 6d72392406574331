//! What a room does with its document. Nothing here waits: the room's task runs it on the pool for work that computes.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use kelias_map::{Map, MapId};

use super::connection::{Ended, Member, Message};
use super::limits::Limits;
use super::log::{LoggedUpdate, Stored};
use super::presence::Presences;
use super::random::SystemRandom;
use super::wire::{self, Incoming};
use crate::{Applied, Document, UpdateError};

/// An update that changes nothing, as stock clients send it when they have nothing new.
const NOTHING: &[u8] = &[0, 0];

/// Questions of one connection that can be held back; a stock client asks once for each connection.
const MOST_HELD_BACK: usize = 64;

/// A document on the desk, and who is around it.
pub(super) struct Desk {
    map: MapId,
    document: Document,
    presences: Presences,
    /// Connections that sent an edit without what it builds on, with the state vectors they asked about since. They have been
    /// asked for everything; answering them before would acknowledge an edit that is not kept.
    behind: BTreeMap<u64, Vec<Vec<u8>>>,
    limits: Limits,
}

/// What a batch of messages comes to.
#[derive(Default)]
pub(super) struct Taken {
    /// To be kept before any of the effects happens.
    pub(super) updates: Vec<LoggedUpdate>,
    /// In the order of the messages.
    pub(super) effects: Vec<Effect>,
}

/// What follows from a message once everything before it is kept.
pub(super) enum Effect {
    /// One gets the answer to a question, which is not made before its turn has come: answers are larger than questions, and
    /// who cannot take the first gets no other.
    Answer { to: Arc<Member>, question: Question },
    /// Something is to be sent.
    Deliver(Delivery),
}

/// What the document or the presences have to say. While effects happen neither changes, so equal questions have one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Question {
    /// What does a client with this state vector lack?
    Missing(Vec<u8>),
    /// What does the document lack that a client might have?
    Edits,
    /// Who is here?
    Presence,
}

/// What connections get.
pub(super) enum Delivery {
    /// All but one get a message.
    Others { but: Arc<Member>, message: Bytes },
    /// The room lets go of one.
    End { whom: Arc<Member>, ended: Ended },
}

impl Desk {
    /// Reads what was kept.
    pub(super) fn load(map: MapId, stored: &Stored, limits: Limits) -> Result<Self, UpdateError> {
        // The snapshot of a map in which nothing has been written has no bytes.
        let updates = stored.updates.iter().map(Vec::as_slice).filter(|update| !update.is_empty());
        let document = Document::load(updates)?;
        Ok(Self { map, document, presences: Presences::default(), behind: BTreeMap::new(), limits })
    }

    /// Takes messages into document and presence.
    ///
    /// # Errors
    /// The document is no longer whole.
    pub(super) fn take(&mut self, messages: Vec<Message>) -> Result<Taken, UpdateError> {
        let mut taken = Taken::default();
        for message in messages {
            let member = &message.member;
            // What comes after a message that was refused is not looked at.
            if member.ended.get().is_some() {
                continue;
            }
            match self.take_one(&message, &mut taken) {
                Ok(()) => {}
                Err(Refusal::Broken) => return Err(UpdateError::Broken),
                Err(Refusal::Ended(ended)) => {
                    let _ = member.ended.set(ended);
                    taken.deliver(Delivery::End { whom: member.clone(), ended });
                }
            }
        }
        Ok(taken)
    }

    fn take_one(&mut self, message: &Message, taken: &mut Taken) -> Result<(), Refusal> {
        let from = &message.member;
        for incoming in wire::read(&message.frame).map_err(|_| Ended::Malformed)? {
            match incoming {
                Incoming::Ask(state_vector) => self.ask_of(from, state_vector.to_owned(), taken)?,
                Incoming::Update(NOTHING) => {}
                Incoming::Update(_) if !message.may_edit => return Err(Ended::ReadOnly.into()),
                Incoming::Update(update) => {
                    if self.apply(from, update, taken)?.is_incomplete && !self.behind.contains_key(&from.id) {
                        self.behind.insert(from.id, Vec::new());
                        taken.answer(from, Question::Edits);
                    }
                }
                Incoming::Answer(update) => {
                    if update != NOTHING && !message.may_edit {
                        return Err(Ended::ReadOnly.into());
                    }
                    // Whatever still builds on something unknown was made by others, who bring it themselves.
                    self.apply(from, update, taken)?;
                    let held_back = self.behind.remove(&from.id).unwrap_or_default();
                    for state_vector in held_back {
                        taken.answer(from, Question::Missing(state_vector));
                    }
                }
                Incoming::Presence(told) => {
                    let news = self.presences.tell(from, &told, &self.limits).map_err(|_| Ended::Malformed)?;
                    if let Some(message) = news {
                        taken.deliver(Delivery::Others { but: from.clone(), message });
                    }
                }
                Incoming::AskPresence => taken.answer(from, Question::Presence),
            }
        }
        Ok(())
    }

    fn ask_of(&mut self, from: &Arc<Member>, state_vector: Vec<u8>, taken: &mut Taken) -> Result<(), Ended> {
        match self.behind.get_mut(&from.id) {
            Some(held_back) if held_back.len() == MOST_HELD_BACK => return Err(Ended::TooSlow),
            Some(held_back) => held_back.push(state_vector),
            None => taken.answer(from, Question::Missing(state_vector)),
        }
        Ok(())
    }

    /// Takes what is new of an update; only that is kept and passed on.
    fn apply(&mut self, from: &Arc<Member>, update: &[u8], taken: &mut Taken) -> Result<Applied, Refusal> {
        let mut applied = self.document.apply(update)?;
        if let Some(news) = applied.news.take() {
            taken.deliver(Delivery::Others { but: from.clone(), message: wire::update(&news) });
            taken.updates.push(LoggedUpdate { bytes: news, actor: from.actor.clone() });
        }
        Ok(applied)
    }

    /// What somebody who joins is told first.
    pub(super) fn greet(&self, may_edit: bool) -> Vec<Bytes> {
        let ask = may_edit.then(|| self.ask());
        ask.into_iter().chain(self.presences.everybody()).collect()
    }

    /// Forgets a connection; gives the message for those who stay.
    pub(super) fn leave(&mut self, member: &Member) -> Option<Bytes> {
        self.behind.remove(&member.id);
        self.presences.leave(member)
    }

    /// The message that answers a question, if there is anything to say.
    ///
    /// # Errors
    /// The question makes no sense.
    pub(super) fn answer(&self, question: &Question) -> Result<Option<Bytes>, Ended> {
        match question {
            Question::Missing(state_vector) => {
                let update = self.document.missing(state_vector).map_err(|_| Ended::Malformed)?;
                Ok(Some(wire::answer(&update)))
            }
            Question::Edits => Ok(Some(self.ask())),
            Question::Presence => Ok(self.presences.everybody()),
        }
    }

    /// The message that asks a client for what the document lacks.
    fn ask(&self) -> Bytes {
        wire::ask(&self.document.state_vector())
    }

    /// The map that the document stands for.
    pub(super) fn map(&self) -> Map {
        self.document.map(&self.map)
    }

    /// Makes the document stand for `map`; gives the update that does it, empty if there is nothing to do.
    ///
    /// # Errors
    /// The document has no room for it.
    pub(super) fn set(&mut self, map: &Map) -> Result<Vec<u8>, UpdateError> {
        self.document.set(map, &mut SystemRandom)
    }

    /// Brings in what `theirs` has changed since `base`.
    ///
    /// # Errors
    /// The document has no room for it.
    pub(super) fn merge(&mut self, base: &Map, theirs: &Map) -> Result<Vec<u8>, UpdateError> {
        let merged = kelias_exchange::merge(base, &self.map(), theirs);
        self.set(&merged)
    }

    /// The whole document as one update.
    pub(super) fn encode(&self) -> Vec<u8> {
        self.document.encode()
    }
}

impl Taken {
    fn answer(&mut self, to: &Arc<Member>, question: Question) {
        self.effects.push(Effect::Answer { to: to.clone(), question });
    }

    fn deliver(&mut self, delivery: Delivery) {
        self.effects.push(Effect::Deliver(delivery));
    }
}

/// Why a message is not taken.
enum Refusal {
    /// The connection has to go.
    Ended(Ended),
    /// The document has to be read anew.
    Broken,
}

impl From<Ended> for Refusal {
    fn from(ended: Ended) -> Self {
        Self::Ended(ended)
    }
}

impl From<UpdateError> for Refusal {
    fn from(error: UpdateError) -> Self {
        match error {
            UpdateError::Malformed(_) => Self::Ended(Ended::Malformed),
            UpdateError::TooLarge | UpdateError::Full => Self::Ended(Ended::TooLarge),
            UpdateError::Broken => Self::Broken,
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::Semaphore;

    use super::*;
    use crate::room::Visitor;

    #[test]
    fn a_frame_of_questions_makes_no_answers_before_their_turn() {
        let mut desk = Desk::load(MapId::new("shop").unwrap(), &Stored::default(), Limits::default()).unwrap();
        let room = Arc::new(Semaphore::new(1)).try_acquire_owned().unwrap();
        let visitor = Visitor { name: "guest".into(), identity: "guest".into() };
        let member = Arc::new(Member::new(0, visitor));
        let asked = [[0, 0, 1, 0].as_slice(), &[3]].concat().repeat(wire::MOST_MESSAGES / 2);
        let message = Message { member, frame: asked.into(), may_edit: false, _room: room };
        let taken = desk.take(vec![message]).unwrap();
        assert_eq!(taken.effects.len(), wire::MOST_MESSAGES);
        assert!(taken.effects.iter().all(|effect| matches!(effect, Effect::Answer { .. })));
    }
}
