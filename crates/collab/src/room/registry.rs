//! All rooms that are open, and the way to one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use kelias_map::{Map, MapId};
use tokio::sync::{Semaphore, mpsc, oneshot};

use super::connection::{Ended, Mail, Sender, Visitor};
use super::event::Listener;
use super::limits::Limits;
use super::log::{LogError, UpdateLog};
use super::task::{self, Command, Edit, Reply, Request};
use crate::UpdateError;

/// How often a room that closes just now is asked again.
const ATTEMPTS: usize = 5;

/// The rooms of a server. Rooms open when they are asked for something and close when nobody needs them.
#[derive(Clone)]
pub struct Rooms(Arc<Shared>);

/// The room of one map, whether it is open or not.
#[derive(Clone)]
pub struct Room {
    shared: Arc<Shared>,
    map: MapId,
}

/// How a map is now; all of it is on disk.
#[derive(Debug, Clone)]
pub struct Current {
    /// The map.
    pub map: Map,
    /// The number of the last edit; it grows with every edit and never otherwise.
    pub revision: i64,
}

/// A map that is about to be replaced. The room has lent its turn: until this is finished or dropped nobody edits the map, so that what
/// is replaced is `before` and nothing else. Everybody else at the map waits meanwhile, and whoever asked the room for anything before
/// this is finished would wait for ever.
#[derive(Debug)]
pub struct Replacing {
    /// The map as it is.
    pub before: Current,
    /// Where the room hears that it may go on.
    pub(super) word: oneshot::Sender<Reply<Current>>,
}

/// Why a room could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoomError {
    /// There is no such map.
    #[error("there is no such map")]
    Gone,
    /// The server is about to stop.
    #[error("the server is about to stop; ask again when it is back")]
    Stopped,
    /// Too many are connected.
    #[error("too many people are at this map; come back when some have left")]
    Full,
    /// The document would have more bytes than it may have.
    #[error("the map's document would have more than 64 MiB; move a part of the map to a map of its own")]
    TooLarge,
    /// The document cannot be read, or its edits not kept.
    #[error("{0}")]
    Failed(String),
}

/// What rooms share.
pub(super) struct Shared {
    pub(super) log: Arc<dyn UpdateLog>,
    pub(super) listener: Arc<dyn Listener>,
    pub(super) limits: Limits,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    rooms: BTreeMap<MapId, Entry>,
    stopped: bool,
    /// Rooms opened so far.
    opened: u64,
}

/// Tells one opening of a room from the next, so that a room that ends late does not strike its successor off the list.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    pub(super) map: MapId,
    number: u64,
}

/// The way into an open room.
#[derive(Clone)]
struct Entry {
    number: u64,
    inbox: mpsc::Sender<Command>,
    budget: Arc<Semaphore>,
}

impl Rooms {
    /// Rooms over a log; none is open yet.
    #[must_use]
    pub fn new(log: Arc<dyn UpdateLog>, listener: Arc<dyn Listener>, limits: Limits) -> Self {
        Self(Arc::new(Shared { log, listener, limits, open: Mutex::default() }))
    }

    /// The room of a map.
    #[must_use]
    pub fn room(&self, map: &MapId) -> Room {
        Room { shared: self.0.clone(), map: map.clone() }
    }

    /// How many rooms are open.
    #[must_use]
    pub fn open(&self) -> usize {
        self.0.open().rooms.len()
    }

    /// Closes the room of a map that has been deleted, if it is open; its connections learn that the map is gone.
    pub async fn close(&self, map: &MapId) {
        let entry = self.0.open().rooms.get(map).cloned();
        if let Some(entry) = entry {
            entry.close(Ended::Gone).await;
        }
    }

    /// Closes every room and opens none any more. When it returns, everything that was acknowledged is
    /// on disk and the listener has heard of every edit.
    pub async fn stop(&self) {
        let entries: Vec<Entry> = {
            let mut open = self.0.open();
            open.stopped = true;
            open.rooms.values().cloned().collect()
        };
        for entry in entries {
            entry.close(Ended::Closed).await;
        }
    }
}

impl Room {
    /// Connects somebody. `may_edit` says whether the room asks for edits made elsewhere; the right itself comes with each message.
    ///
    /// # Errors
    /// Says why the room cannot be opened or takes nobody in.
    pub async fn join(&self, visitor: Visitor, may_edit: bool) -> Result<(Sender, Mail), RoomError> {
        let join = |reply| Request::Join { visitor: visitor.clone(), may_edit, reply };
        let (entry, (member, mail)) = self.ask(join).await?;
        let sender = Sender::new(member, entry.inbox, entry.budget, self.shared.limits.inbox_bytes);
        Ok((sender, mail))
    }

    /// The map as it is now.
    ///
    /// # Errors
    /// Says why the room cannot be opened.
    pub async fn map(&self) -> Result<Current, RoomError> {
        Ok(self.ask(|reply| Request::Map { reply }).await?.1)
    }

    /// Puts `map` in the place of what the document holds, with the fewest edits, so that edits made meanwhile elsewhere
    /// still find their place.
    ///
    /// # Errors
    /// Says why the edit cannot be kept.
    pub async fn set(&self, map: Map, actor: Arc<str>) -> Result<Current, RoomError> {
        self.edit(Edit::Set { map: Arc::new(map) }, actor).await
    }

    /// Begins to put `map` in the place of what the document holds: for who has to look at what is there, or to keep it, before it goes.
    ///
    /// # Errors
    /// Says why the room cannot be opened.
    pub async fn replace(&self, map: Map, actor: Arc<str>) -> Result<Replacing, RoomError> {
        let map = Arc::new(map);
        let replace = |reply| Request::Replace { map: map.clone(), actor: actor.clone(), reply };
        Ok(self.ask(replace).await?.1)
    }

    /// Brings in what `theirs` has changed since `base`, beside what was edited here.
    ///
    /// # Errors
    /// Says why the edit cannot be kept.
    pub async fn merge(&self, base: Map, theirs: Map, actor: Arc<str>) -> Result<Current, RoomError> {
        self.edit(Edit::Merge { base: Arc::new(base), theirs: Arc::new(theirs) }, actor).await
    }

    async fn edit(&self, edit: Edit, actor: Arc<str>) -> Result<Current, RoomError> {
        let request = |reply| Request::Edit { edit: edit.clone(), actor: actor.clone(), reply };
        Ok(self.ask(request).await?.1)
    }

    /// Asks the room, opening it if need be. A room that closes just now leaves what it has not looked at without an answer.
    async fn ask<T>(&self, request: impl Fn(Reply<T>) -> Request) -> Result<(Entry, T), RoomError> {
        for _ in 0..ATTEMPTS {
            let entry = Shared::entry(&self.shared, &self.map)?;
            let (reply, answer) = oneshot::channel();
            if entry.inbox.send(Command::Request(request(reply))).await.is_ok()
                && let Ok(answer) = answer.await
            {
                return Ok((entry, answer?));
            }
        }
        Err(RoomError::Failed("the room closes again and again; see the server's log".to_owned()))
    }
}

impl Replacing {
    /// Replaces the map. Who drops this instead leaves the map as it is.
    ///
    /// # Errors
    /// Says why the edit cannot be kept.
    pub async fn finish(self) -> Result<Current, RoomError> {
        let (reply, answer) = oneshot::channel();
        let closed = || RoomError::Failed("the room has closed meanwhile; see the server's log".to_owned());
        self.word.send(reply).map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }
}

impl Shared {
    /// The way into the room of a map; opens it if it is not open.
    fn entry(shared: &Arc<Self>, map: &MapId) -> Result<Entry, RoomError> {
        let mut open = shared.open();
        if open.stopped {
            return Err(RoomError::Stopped);
        }
        if let Some(entry) = open.rooms.get(map)
            && !entry.inbox.is_closed()
        {
            return Ok(entry.clone());
        }
        let (inbox, commands) = mpsc::channel(shared.limits.inbox_messages);
        open.opened += 1;
        let opening = Opening { map: map.clone(), number: open.opened };
        let budget = Arc::new(Semaphore::new(shared.limits.inbox_bytes as usize));
        let entry = Entry { number: opening.number, inbox, budget };
        open.rooms.insert(map.clone(), entry.clone());
        tokio::spawn(task::run(shared.clone(), opening, commands));
        Ok(entry)
    }

    /// Takes a room off the list while nobody can ask for it.
    pub(super) fn forget(&self, opening: &Opening, close: impl FnOnce()) {
        self.forget_if(opening, || {
            close();
            true
        });
    }

    /// Takes a room off the list if `closed` says so; nobody can ask for the room meanwhile.
    pub(super) fn forget_if(&self, opening: &Opening, closed: impl FnOnce() -> bool) -> bool {
        let mut open = self.open();
        let closed = closed();
        if closed && open.rooms.get(&opening.map).is_some_and(|entry| entry.number == opening.number) {
            open.rooms.remove(&opening.map);
        }
        closed
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Entry {
    async fn close(&self, ended: Ended) {
        let (reply, done) = oneshot::channel();
        if self.inbox.send(Command::Request(Request::Close { ended, reply })).await.is_ok() {
            // A room that closes by itself meanwhile drops the question.
            let _ = done.await;
        }
    }
}

impl From<UpdateError> for RoomError {
    fn from(error: UpdateError) -> Self {
        match error {
            UpdateError::TooLarge | UpdateError::Full => Self::TooLarge,
            UpdateError::Malformed(_) | UpdateError::Broken => Self::Failed(error.to_string()),
        }
    }
}

impl From<LogError> for RoomError {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Gone => Self::Gone,
            LogError::Failed(_) => Self::Failed(error.to_string()),
        }
    }
}
