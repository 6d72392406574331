//! Writes down what follows from edits: summaries for the portfolio, versions after a pause.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kelias_collab::room::{Listener, RoomEvent};
use kelias_map::{Map, MapId, write_json};
use kelias_metastore::{Store, StoreError, VersionKind, VersionRow};
use tokio::sync::Notify;
use tokio::time::{MissedTickBehavior, interval};

use crate::documents::version;
use crate::pacing::{Due, Pacing};
use crate::problem::{Kind, Problem};
use crate::state::App;

/// Collects what rooms tell, one entry for each map, until it is written down.
#[derive(Debug, Default)]
pub(crate) struct Keeper {
    quiet: Mutex<BTreeMap<MapId, Edited>>,
    /// What could not be written the last time.
    unwritten: Mutex<BTreeMap<MapId, Edited>>,
    news: Notify,
    pacing: Mutex<Pacing>,
}

#[derive(Debug)]
struct Edited {
    state: Arc<Map>,
    revision: i64,
    /// Nobody where the pacing knows of the edits already and only the summary is left to be written.
    authors: Vec<Arc<str>>,
}

impl Listener for Keeper {
    fn notice(&self, event: RoomEvent) {
        let RoomEvent::Quiet { map, state, revision, authors } = event else { return };
        let mut quiet = self.quiet();
        let edited =
            quiet.entry(map).or_insert_with(|| Edited { state: Arc::clone(&state), revision, authors: Vec::new() });
        (edited.state, edited.revision) = (state, revision);
        edited.authors.extend(authors);
        drop(quiet);
        self.news.notify_one();
    }
}

impl Keeper {
    /// Works until the server stops.
    pub(crate) async fn run(app: Arc<App>) {
        // Goes on while rooms tell of edits: on a busy server some room is always just falling quiet.
        let mut looks = interval(app.config.limits.version_look);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = app.stopping.cancelled() => return,
                () = app.keeper.news.notified() => app.keeper.summarise(&app, app.keeper.told()).await,
                _ = looks.tick() => {
                    app.keeper.summarise(&app, app.keeper.told_and_unwritten()).await;
                    app.keeper.keep_due(&app.store, app.clock.now()).await;
                }
            }
        }
    }

    /// Writes down what is left when the rooms have closed.
    pub(crate) async fn finish(&self, app: &App) {
        self.summarise(app, self.told_and_unwritten()).await;
        let left = self.pacing().all();
        self.keep(&app.store, left, app.clock.now()).await;
    }

    /// Takes what the rooms told; what could not be written of the same maps is out of date.
    fn told(&self) -> BTreeMap<MapId, Edited> {
        let told = std::mem::take(&mut *self.quiet());
        self.unwritten().retain(|id, _| !told.contains_key(id));
        told
    }

    /// Takes what could not be written the last time as well. The rooms of a busy server tell something all the time, and must
    /// not have what fails tried, and warned of, each time.
    fn told_and_unwritten(&self) -> BTreeMap<MapId, Edited> {
        let mut told = self.told();
        told.append(&mut self.unwritten());
        told
    }

    /// Writes down what the rooms told. A summary that cannot be written stays for the next look; the version waits for its
    /// pause all the same.
    async fn summarise(&self, app: &App, told: BTreeMap<MapId, Edited>) {
        for (id, mut edited) in told {
            let authors = std::mem::take(&mut edited.authors);
            if !authors.is_empty() {
                self.pacing().edited(id.clone(), Arc::clone(&edited.state), authors, app.clock.now());
            }
            match app.summarise(&id, &edited.state, edited.revision).await {
                Ok(()) => {}
                // The map was deleted while it was being edited.
                Err(problem) if problem.kind() == Kind::Missing => self.pacing().settle(&id),
                Err(problem) => {
                    tracing::warn!(map = %id, %problem, "the portfolio is behind the map");
                    self.unwritten().insert(id, edited);
                }
            }
        }
    }

    /// Takes note of edits that were found when the server started; what is edited since counts more.
    pub(crate) fn found(&self, id: MapId, state: Arc<Map>, author: Arc<str>, at: i64) {
        self.pacing().found(id, state, author, at);
    }

    /// Keeps versions of the maps that have rested long enough.
    pub(crate) async fn keep_due(&self, store: &Store, now: i64) {
        let due = self.pacing().due(now);
        self.keep(store, due, now).await;
    }

    async fn keep(&self, store: &Store, due: Vec<Due>, now: i64) {
        for one in due {
            let id = one.id.clone();
            match self.keep_one(store, one, now).await {
                Ok(true) => self.pacing().settle(&id),
                Ok(false) => {}
                Err(problem) if problem.kind() == Kind::Missing => self.pacing().settle(&id),
                Err(problem) => tracing::warn!(map = %id, %problem, "no version was kept"),
            }
        }
    }

    /// Whether the map's edits are in a version now.
    async fn keep_one(&self, store: &Store, due: Due, now: i64) -> Result<bool, Problem> {
        let id = due.id.as_str();
        let versions = store.versions(id).await?;
        if holds(store, id, &versions, &due.state).await? {
            return Ok(true);
        }
        let automatic = versions.iter().rev().find(|version| version.kind == VersionKind::Automatic);
        if !self.pacing().last_version(&due.id, automatic.map(|version| version.at), now) {
            return Ok(false);
        }
        let authors = due.authors.join(", ");
        store.add_version(id, version(&due.state, VersionKind::Automatic, authors, now)).await?;
        Ok(true)
    }

    fn quiet(&self) -> MutexGuard<'_, BTreeMap<MapId, Edited>> {
        self.quiet.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn unwritten(&self) -> MutexGuard<'_, BTreeMap<MapId, Edited>> {
        self.unwritten.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pacing(&self) -> MutexGuard<'_, Pacing> {
        self.pacing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the last of a map's versions holds this state of it.
pub(crate) async fn holds(store: &Store, id: &str, versions: &[VersionRow], state: &Map) -> Result<bool, StoreError> {
    let Some(last) = versions.last() else { return Ok(false) };
    let last = store.version(id, last.n).await?;
    Ok(last.is_some_and(|last| last.map_json == write_json(state)))
}

#[cfg(test)]
mod tests {
    use kelias_map::Language;

    use super::*;

    #[test]
    fn what_cannot_be_written_is_not_tried_again_with_every_event() {
        let keeper = Keeper::default();
        let id = |name: &str| MapId::new(name).unwrap();
        let tell = |name: &str, revision| {
            let state = Arc::new(Map::new(id(name), name.into(), Language::english()));
            keeper.notice(RoomEvent::Quiet { map: id(name), state, revision, authors: vec!["ada".into()] });
        };
        let fail = |told: BTreeMap<MapId, Edited>| keeper.unwritten().extend(told);
        let revisions = |told: &BTreeMap<MapId, Edited>| {
            told.iter().map(|(id, one)| (id.to_string(), one.revision)).collect::<Vec<_>>()
        };
        tell("shop", 1);
        tell("store", 1);
        fail(keeper.told());
        tell("clinic", 1);
        assert_eq!(revisions(&keeper.told()), [("clinic".to_owned(), 1)]);
        tell("shop", 2);
        let told = keeper.told_and_unwritten();
        assert_eq!(revisions(&told), [("shop".to_owned(), 2), ("store".to_owned(), 1)]);
        assert!(keeper.told_and_unwritten().is_empty());
    }
}
