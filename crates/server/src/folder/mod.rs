//! A folder of map files, followed both ways: what is edited live is written to the files, what changes in the files
//! is merged into what is edited.
//!
//! One task does it all, one file after the other. Of every map it remembers the text that file and document last agreed
//! on; whatever differs from that text is somebody's change, and [`kelias_exchange::merge`] brings both sides' together.
//! Nothing is written over a file that is not as it was last read, that has errors, or that has comments.

mod binding;
mod disk;
mod follower;
mod notes;
mod pictures;
mod settle;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use kelias_collab::room::{Listener, RoomEvent};
use kelias_map::{Map, MapId};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::Notify;

use crate::config::Limits;
use crate::problem::Problem;
use crate::state::App;
use disk::Disk;
use follower::{Follower, Look};

/// How long nobody edits before a map is written.
const REST: Duration = Duration::from_millis(600);

/// How long a map that is edited without a pause goes unwritten.
const LONGEST: Duration = Duration::from_secs(10);

/// How often it is looked whether something is due.
const LOOK: Duration = Duration::from_millis(250);

// What is edited stands in its file within two seconds of quiet: it rests, and waits for two looks at most.
const _: () = assert!(REST.as_millis() + 2 * LOOK.as_millis() < 2_000);

/// How often the portfolio is looked through for maps that were made, deleted or brought back.
const PORTFOLIO: Duration = Duration::from_secs(1);

/// A folder of map files.
#[derive(Debug)]
pub(crate) struct Folder {
    disk: Disk,
    told: Arc<Told>,
    /// Kept because it stops telling when it is dropped.
    _watcher: Option<RecommendedWatcher>,
    follower: tokio::sync::Mutex<Follower>,
}

/// Why a folder cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It cannot be opened.
    #[error("cannot serve the folder {folder}: {error}")]
    Open {
        /// The folder.
        folder: String,
        /// What the system says.
        error: io::Error,
    },
    /// It cannot be read, or what is in it not kept.
    #[error("cannot read the folder of maps: {0}")]
    Read(String),
}

/// What rooms and the disk told.
#[derive(Debug)]
struct Told {
    settled: Duration,
    anyway: Duration,
    edited: Mutex<BTreeMap<MapId, Edited>>,
    disk_changed: Mutex<Option<Instant>>,
    news: Notify,
}

#[derive(Debug)]
struct Edited {
    first: Instant,
    last: Instant,
    /// The map as it was when the room closed or rested, with its revision.
    state: Option<(Arc<Map>, i64)>,
}

impl Folder {
    /// The folder at a path.
    ///
    /// # Errors
    /// There is no such folder.
    pub(crate) fn open(root: &Path, limits: &Limits) -> Result<Self, FolderError> {
        let cannot = |error| FolderError::Open { folder: root.display().to_string(), error };
        let disk = Disk::open(root).map_err(cannot)?;
        let told = Arc::new(Told::new(limits));
        let watcher = watch(disk.root(), &told);
        if let Err(error) = &watcher {
            let seconds = told.anyway.as_secs();
            tracing::warn!(%error, "changes in the folder of maps are noticed every {seconds} seconds only");
        }
        let follower = tokio::sync::Mutex::new(Follower::new(disk.clone()));
        Ok(Self { disk, told, _watcher: watcher.ok(), follower })
    }

    /// Reads all files for the first time.
    ///
    /// # Errors
    /// The folder cannot be read, or its maps not kept.
    pub(crate) async fn start(&self, app: &App) -> Result<(), FolderError> {
        let mut follower = self.follower.lock().await;
        let looked = follower.look(app, Look::Settled).await;
        self.told.look_again(&follower);
        looked.map_err(|problem| FolderError::Read(problem.to_string()))
    }

    /// Works until the server stops.
    pub(crate) async fn run(folder: Arc<Self>, app: Arc<App>) {
        let (mut looked, mut listed) = (Instant::now(), Instant::now());
        loop {
            tokio::select! {
                () = app.stopping.cancelled() => return,
                () = folder.told.news.notified() => tokio::time::sleep(LOOK).await,
                () = tokio::time::sleep(LOOK) => {}
            }
            let mut follower = folder.follower.lock().await;
            let worked = if let Some(look) = folder.told.due_look(looked.elapsed()) {
                looked = Instant::now();
                let worked = follower.look(&app, look).await;
                folder.told.look_again(&follower);
                worked
            } else if listed.elapsed() >= PORTFOLIO {
                listed = Instant::now();
                follower.look_at_portfolio(&app).await
            } else {
                Ok(())
            };
            report(worked, &folder.disk);
            for id in folder.told.due() {
                report(follower.write(&app, &id).await, &folder.disk);
            }
        }
    }

    /// Writes what is left when the rooms have closed.
    pub(crate) async fn finish(&self, app: &App) {
        let mut follower = self.follower.lock().await;
        // Taken first: the lock must not be held while files are written.
        let left = std::mem::take(&mut *self.told.edited());
        for (id, edited) in left {
            if let Some((map, revision)) = edited.state {
                report(follower.write_last(app, &id, &map, revision).await, &self.disk);
            }
        }
    }
}

/// What went wrong is tried again with the next change; the log says what it was.
fn report(worked: Result<(), Problem>, disk: &Disk) {
    if let Err(problem) = worked {
        tracing::warn!(folder = %disk.root().display(), %problem, "files and maps are not at one");
    }
}

fn watch(root: &Path, told: &Arc<Told>) -> notify::Result<RecommendedWatcher> {
    let told = Arc::clone(told);
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is no change; what the watcher could not tell may be one.
        if !event.is_ok_and(|event| event.kind.is_access()) {
            *lock(&told.disk_changed) = Some(Instant::now());
            told.news.notify_one();
        }
    })?;
    watcher.watch(root, RecursiveMode::Recursive)?;
    Ok(watcher)
}

impl Listener for Folder {
    fn notice(&self, event: RoomEvent) {
        let now = Instant::now();
        let (map, state) = match event {
            RoomEvent::Edited { map, .. } => (map, None),
            RoomEvent::Quiet { map, state, revision, .. } => (map, Some((state, revision))),
        };
        let mut edited = self.told.edited();
        let entry = edited.entry(map).or_insert(Edited { first: now, last: now, state: None });
        if state.is_some() {
            entry.state = state;
        } else {
            entry.last = now;
        }
        drop(edited);
        self.told.news.notify_one();
    }
}

impl Told {
    fn new(limits: &Limits) -> Self {
        let (settled, anyway) = (limits.folder_settled, limits.folder_anyway);
        Self { settled, anyway, edited: Mutex::default(), disk_changed: Mutex::default(), news: Notify::new() }
    }

    fn edited(&self) -> MutexGuard<'_, BTreeMap<MapId, Edited>> {
        lock(&self.edited)
    }

    /// How the folder is to be looked through now, if it is; `since` the last look so much time has passed.
    fn due_look(&self, since: Duration) -> Option<Look> {
        let mut changed = lock(&self.disk_changed);
        let is_unquiet = changed.is_some_and(|at| at.elapsed() < self.settled);
        if is_unquiet {
            return (since >= self.anyway).then_some(Look::Unquiet);
        }
        (changed.take().is_some() || since >= self.anyway).then_some(Look::Settled)
    }

    /// Has a look that missed files followed by another when the disk has been quiet for as long again.
    fn look_again(&self, follower: &Follower) {
        if follower.misses_some() {
            lock(&self.disk_changed).get_or_insert_with(Instant::now);
        }
    }

    /// Takes the maps that have rested, or have been edited for long.
    fn due(&self) -> Vec<MapId> {
        let mut edited = self.edited();
        let is_due = |edited: &Edited| edited.last.elapsed() >= REST || edited.first.elapsed() >= LONGEST;
        let due: Vec<_> = edited.iter().filter(|(_, edited)| is_due(edited)).map(|(id, _)| id.clone()).collect();
        edited.retain(|id, _| !due.contains(id));
        due
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
