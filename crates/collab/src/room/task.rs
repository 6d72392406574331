//! The life of a room: one task that owns the document and looks at one batch of messages after another.

use std::sync::Arc;

use bytes::Bytes;
use kelias_map::{Map, MapId};
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::{Instant, sleep_until};

use super::connection::{Ended, Mail, Member, Message, Visitor};
use super::desk::{Delivery, Desk, Effect, Question};
use super::event::RoomEvent;
use super::keeping::Keeping;
use super::log::{LogError, LoggedUpdate};
use super::registry::{Current, Opening, Replacing, RoomError, Shared};
use super::seats::Seats;
use super::unrest::Unrest;
use super::wire;

/// What comes to a room.
pub(super) enum Command {
    Message(Message),
    Request(Request),
}

/// What a room is asked to do. A reply that is dropped says that the room has not looked at it.
pub(super) enum Request {
    Join { visitor: Visitor, may_edit: bool, reply: Reply<(Arc<Member>, Mail)> },
    Map { reply: Reply<Current> },
    Edit { edit: Edit, actor: Arc<str>, reply: Reply<Current> },
    Replace { map: Arc<Map>, actor: Arc<str>, reply: Reply<Replacing> },
    Close { ended: Ended, reply: Reply<()> },
}

/// Where an answer goes.
pub(super) type Reply<T> = oneshot::Sender<Result<T, RoomError>>;

/// An edit of the whole map.
#[derive(Clone)]
pub(super) enum Edit {
    /// The document is to stand for this map.
    Set { map: Arc<Map> },
    /// What `theirs` has changed since `base` is to be brought in.
    Merge { base: Arc<Map>, theirs: Arc<Map> },
}

/// Why a room ends.
enum Stop {
    /// Nobody needs it.
    Idle,
    /// It was asked to.
    Asked(Ended, Reply<()>),
    /// Its edits cannot be kept, or its document cannot be worked with.
    Failed(LogError),
}

/// A question that was just answered. Who gets the answer shares its bytes.
struct Known {
    question: Question,
    answer: Result<Option<Bytes>, Ended>,
}

/// A room that is open.
pub(super) struct Task {
    shared: Arc<Shared>,
    map: MapId,
    opening: Opening,
    inbox: mpsc::Receiver<Command>,
    /// Away while the pool works with it.
    desk: Option<Desk>,
    keeping: Keeping,
    seats: Seats,
    unrest: Option<Unrest>,
    /// Told by mail that is dropped.
    left: Arc<Notify>,
    last_asked: Instant,
}

/// Opens the room of a map and serves it until nobody needs it.
pub(super) async fn run(shared: Arc<Shared>, opening: Opening, mut inbox: mpsc::Receiver<Command>) {
    let map = opening.map.clone();
    match load(&shared, &map).await {
        Ok((desk, keeping)) => {
            let (seats, left) = (Seats::default(), Arc::new(Notify::new()));
            let last_asked = Instant::now();
            let desk = Some(desk);
            Task { shared, map, opening, inbox, desk, keeping, seats, unrest: None, left, last_asked }.serve().await;
        }
        Err(error) => {
            shared.forget(&opening, || inbox.close());
            while let Some(command) = inbox.recv().await {
                if let Command::Request(request) = command {
                    request.refuse(&error);
                }
            }
        }
    }
}

async fn load(shared: &Shared, map: &MapId) -> Result<(Desk, Keeping), RoomError> {
    let stored = shared.log.load(map).await?;
    let keeping = Keeping::new(shared.log.clone(), map.clone(), &stored);
    let (limits, id) = (shared.limits.clone(), map.clone());
    let loaded = tokio::task::spawn_blocking(move || Desk::load(id, &stored, limits)).await;
    match loaded {
        Ok(Ok(desk)) => Ok((desk, keeping)),
        Ok(Err(error)) => Err(RoomError::Failed(format!("the document cannot be read: {error}"))),
        Err(_) => Err(RoomError::Failed("the document cannot be read".to_owned())),
    }
}

impl Task {
    async fn serve(mut self) {
        let stop = loop {
            let quiet_from = self.unrest.as_ref().map(|unrest| unrest.ends(&self.shared.limits));
            let idle_from = (self.seats.len() == 0).then(|| self.last_asked + self.shared.limits.idle);
            let outcome = tokio::select! {
                command = self.inbox.recv() => match command {
                    Some(command) => self.work(command).await,
                    None => Err(Stop::Idle),
                },
                () = self.left.notified() => {
                    self.clear();
                    Ok(())
                }
                () = until(quiet_from) => self.be_quiet().await,
                () = until(idle_from) => Err(Stop::Idle),
            };
            match outcome {
                Ok(()) => {}
                Err(Stop::Idle) if !self.may_close().await => self.last_asked = Instant::now(),
                Err(stop) => break stop,
            }
        };
        self.end(stop).await;
    }

    /// Works off a command and what waits behind it. Messages are taken together, up to the next command of another kind.
    async fn work(&mut self, first: Command) -> Result<(), Stop> {
        self.last_asked = Instant::now();
        let mut batch = Vec::new();
        let waiting = std::iter::from_fn(|| self.inbox.try_recv().ok()).take(self.shared.limits.batch_messages);
        for command in std::iter::once(first).chain(waiting.collect::<Vec<_>>()) {
            match command {
                Command::Message(message) => batch.push(message),
                Command::Request(request) => {
                    self.take(std::mem::take(&mut batch)).await?;
                    self.obey(request).await?;
                }
            }
        }
        self.take(batch).await?;
        if self.keeping.wants_snapshot(&self.shared.limits) {
            let snapshot = self.compute(|desk| desk.encode()).await?;
            self.keeping.compact(snapshot);
        }
        self.clear();
        Ok(())
    }

    /// Takes messages, keeps their edits, and only then lets anybody know.
    async fn take(&mut self, messages: Vec<Message>) -> Result<(), Stop> {
        if messages.is_empty() {
            return Ok(());
        }
        let taken = self.compute(|desk| desk.take(messages)).await?.map_err(|_| self.broken())?;
        self.keep(taken.updates).await?;
        let mut known = None;
        for effect in taken.effects {
            match effect {
                Effect::Answer { to, question } => self.answer(&to, question, &mut known).await?,
                Effect::Deliver(delivery) => self.deliver(delivery),
            }
        }
        Ok(())
    }

    /// Answers a question unless whoever asked is gone by now. The last answer is `known`: many who come back at once ask the same.
    async fn answer(&mut self, to: &Member, question: Question, known: &mut Option<Known>) -> Result<(), Stop> {
        if !self.seats.awaits(to) {
            return Ok(());
        }
        let answer = match known {
            Some(known) if known.question == question => known.answer.clone(),
            _ => {
                let asked = question.clone();
                let answer = self.compute(move |desk| desk.answer(&asked)).await?;
                *known = Some(Known { question, answer: answer.clone() });
                answer
            }
        };
        match answer {
            Ok(Some(message)) => self.seats.send(to, message, &self.shared.limits),
            Ok(None) => {}
            Err(ended) => self.seats.end(to, ended),
        }
        Ok(())
    }

    async fn keep(&mut self, updates: Vec<LoggedUpdate>) -> Result<(), Stop> {
        if updates.is_empty() {
            return Ok(());
        }
        let mut actors: Vec<_> = updates.iter().map(|update| update.actor.clone()).collect();
        self.keeping.append(updates).await.map_err(Stop::Failed)?;
        actors.sort();
        actors.dedup();
        for actor in actors {
            self.unrest.get_or_insert_with(Unrest::new).edited(actor.clone());
            self.shared.listener.notice(RoomEvent::Edited { map: self.map.clone(), actor });
        }
        Ok(())
    }

    fn deliver(&mut self, delivery: Delivery) {
        let limits = &self.shared.limits;
        match delivery {
            Delivery::Others { but, message } => self.seats.send_others(Some(&but), &message, limits),
            Delivery::End { whom, ended } => self.seats.end(&whom, ended),
        }
    }

    async fn obey(&mut self, request: Request) -> Result<(), Stop> {
        match request {
            Request::Join { visitor, may_edit, reply } => self.join(visitor, may_edit, reply).await?,
            Request::Map { reply } => {
                let current = self.current().await?;
                let _ = reply.send(Ok(current));
            }
            Request::Edit { edit, actor, reply } => self.edit(edit, actor, reply).await?,
            Request::Replace { map, actor, reply } => self.replace(map, actor, reply).await?,
            Request::Close { ended, reply } => return Err(Stop::Asked(ended, reply)),
        }
        Ok(())
    }

    async fn join(&mut self, visitor: Visitor, may_edit: bool, reply: Reply<(Arc<Member>, Mail)>) -> Result<(), Stop> {
        if self.seats.len() >= self.shared.limits.connections {
            let _ = reply.send(Err(RoomError::Full));
            return Ok(());
        }
        let greeting = self.compute(move |desk| desk.greet(may_edit)).await?;
        let limits = &self.shared.limits;
        let (member, outbox) = self.seats.join(visitor, limits);
        for message in greeting {
            self.seats.send(&member, message, limits);
        }
        let mail = Mail::new(member.clone(), outbox, self.left.clone());
        // Who no longer waits for it drops its mail, and so leaves.
        let _ = reply.send(Ok((member, mail)));
        Ok(())
    }

    async fn edit(&mut self, edit: Edit, actor: Arc<str>, reply: Reply<Current>) -> Result<(), Stop> {
        let edited = self
            .compute(move |desk| match &edit {
                Edit::Set { map } => desk.set(map),
                Edit::Merge { base, theirs } => desk.merge(base, theirs),
            })
            .await?;
        let update = match edited {
            Ok(update) => update,
            Err(error) => {
                let _ = reply.send(Err(error.into()));
                return Ok(());
            }
        };
        if !update.is_empty() {
            let message = wire::update(&update);
            if let Err(stop) = self.keep(vec![LoggedUpdate { bytes: update, actor }]).await {
                let _ = reply.send(Err(stop.error()));
                return Err(stop);
            }
            self.seats.send_others(None, &message, &self.shared.limits);
        }
        let current = self.current().await?;
        let _ = reply.send(Ok(current));
        Ok(())
    }

    /// Lends the turn to whoever asked, and replaces the map when they say so.
    async fn replace(&mut self, map: Arc<Map>, actor: Arc<str>, reply: Reply<Replacing>) -> Result<(), Stop> {
        let before = self.current().await?;
        let (word, said) = oneshot::channel();
        // Who no longer waits for it drops it, and so leaves the map as it is.
        let _ = reply.send(Ok(Replacing { before, word }));
        match said.await {
            Ok(reply) => self.edit(Edit::Set { map }, actor, reply).await,
            Err(_) => Ok(()),
        }
    }

    async fn current(&mut self) -> Result<Current, Stop> {
        let map = self.compute(|desk| desk.map()).await?;
        Ok(Current { map, revision: self.keeping.revision() })
    }

    /// Runs work with the document on the pool for work that computes.
    async fn compute<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Desk) -> T + Send + 'static,
    ) -> Result<T, Stop> {
        let mut desk = self.desk.take().expect("the desk is away only while this task waits for it");
        let done = tokio::task::spawn_blocking(move || (work(&mut desk), desk)).await;
        let (result, desk) = done.map_err(|_| self.broken())?;
        self.desk = Some(desk);
        Ok(result)
    }

    /// What is kept is whole, whatever became of the document in memory.
    fn broken(&self) -> Stop {
        tracing::error!(map = self.map.as_str(), "the document cannot be worked with");
        Stop::Failed(LogError::Failed("the document has to be read anew".to_owned()))
    }

    /// Forgets those who have left and tells the others.
    fn clear(&mut self) {
        let limits = &self.shared.limits;
        for member in self.seats.clear() {
            let desk = self.desk.as_mut().expect("the desk is away only while this task waits for it");
            if let Some(message) = desk.leave(&member) {
                self.seats.send_others(None, &message, limits);
            }
        }
    }

    async fn be_quiet(&mut self) -> Result<(), Stop> {
        if let Some(unrest) = self.unrest.take() {
            let Current { map: state, revision } = self.current().await?;
            let (map, state) = (self.map.clone(), Arc::new(state));
            self.shared.listener.notice(RoomEvent::Quiet { map, state, revision, authors: unrest.authors() });
        }
        Ok(())
    }

    /// Leaves the list of open rooms, unless somebody has asked for something in the last moment.
    async fn may_close(&mut self) -> bool {
        if self.be_quiet().await.is_err() {
            return true;
        }
        self.keeping.settle().await;
        let Self { shared, opening, inbox, .. } = self;
        shared.forget_if(opening, || {
            let nobody_asks = inbox.is_empty();
            if nobody_asks {
                inbox.close();
            }
            nobody_asks
        })
    }

    /// Ends the room; what still waits for it has not been looked at.
    async fn end(mut self, stop: Stop) {
        self.seats.end_all(stop.ended());
        if let Stop::Failed(error) = &stop {
            tracing::error!(map = self.map.as_str(), %error, "the room closes and reads its log anew");
        }
        if let Stop::Asked(Ended::Closed, _) = &stop {
            // Nothing is lost if it fails: the log has everything.
            let _ = self.be_quiet().await;
        }
        self.keeping.settle().await;
        let Self { shared, opening, inbox, .. } = &mut self;
        shared.forget(opening, || inbox.close());
        if let Stop::Asked(_, reply) = stop {
            let _ = reply.send(Ok(()));
        }
    }
}

impl Stop {
    fn ended(&self) -> Ended {
        match self {
            Self::Idle => Ended::Closed,
            Self::Asked(ended, _) => *ended,
            Self::Failed(LogError::Gone) => Ended::Gone,
            Self::Failed(LogError::Failed(_)) => Ended::Failed,
        }
    }

    fn error(&self) -> RoomError {
        match self {
            Self::Idle | Self::Asked(..) => RoomError::Stopped,
            Self::Failed(error) => error.clone().into(),
        }
    }
}

impl Request {
    /// Tells whoever asked that the room cannot be opened.
    fn refuse(self, error: &RoomError) {
        match self {
            Self::Join { reply, .. } => drop(reply.send(Err(error.clone()))),
            Self::Map { reply } | Self::Edit { reply, .. } => drop(reply.send(Err(error.clone()))),
            Self::Replace { reply, .. } => drop(reply.send(Err(error.clone()))),
            Self::Close { reply, .. } => drop(reply.send(Ok(()))),
        }
    }
}

/// Waits until then, or for ever.
async fn until(then: Option<Instant>) {
    match then {
        Some(then) => sleep_until(then).await,
        None => std::future::pending().await,
    }
}
