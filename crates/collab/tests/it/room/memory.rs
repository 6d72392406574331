//! A log in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use kelias_collab::room::{LogError, LogFuture, LoggedUpdate, Stored, UpdateLog};
use kelias_map::MapId;
use tokio::sync::RwLock;

/// Keeps updates in memory, fails when told to, and can be held up.
pub(super) struct MemoryLog {
    kept: Mutex<BTreeMap<MapId, Kept>>,
    pub(super) failing: AtomicBool,
    /// Appends wait while somebody holds it for writing.
    pub(super) gate: RwLock<()>,
}

#[derive(Default)]
struct Kept {
    snapshot: Option<(i64, Vec<u8>)>,
    updates: Vec<(i64, LoggedUpdate)>,
    revision: i64,
    batches: Vec<usize>,
}

impl MemoryLog {
    pub(super) fn with(map: &MapId) -> Self {
        let kept = Mutex::new(BTreeMap::from([(map.clone(), Kept::default())]));
        Self { kept, failing: AtomicBool::new(false), gate: RwLock::new(()) }
    }

    pub(super) fn fail(&self, failing: bool) {
        self.failing.store(failing, Ordering::SeqCst);
    }

    pub(super) fn forget(&self, map: &MapId) {
        self.kept.lock().unwrap().remove(map);
    }

    /// The sizes of the appends so far.
    pub(super) fn batches(&self, map: &MapId) -> Vec<usize> {
        self.kept.lock().unwrap()[map].batches.clone()
    }

    /// Whether there is a snapshot, and how many updates stand behind it.
    pub(super) fn shape(&self, map: &MapId) -> (bool, usize) {
        let kept = self.kept.lock().unwrap();
        (kept[map].snapshot.is_some(), kept[map].updates.len())
    }

    /// Who made the updates behind the snapshot.
    pub(super) fn actors(&self, map: &MapId) -> Vec<String> {
        self.kept.lock().unwrap()[map].updates.iter().map(|(_, update)| update.actor.to_string()).collect()
    }

    fn stored(&self, map: &MapId) -> Result<Stored, LogError> {
        let kept = self.kept.lock().unwrap();
        let kept = kept.get(map).ok_or(LogError::Gone)?;
        let snapshot = kept.snapshot.iter().map(|(_, bytes)| bytes.clone());
        let tail = kept.updates.iter().map(|(_, update)| update.bytes.clone());
        Ok(Stored { updates: snapshot.chain(tail).collect(), revision: kept.revision })
    }

    fn keep(&self, map: &MapId, updates: Vec<LoggedUpdate>) -> Result<i64, LogError> {
        if self.failing.load(Ordering::SeqCst) {
            return Err(LogError::Failed("the disk is full".to_owned()));
        }
        let mut kept = self.kept.lock().unwrap();
        let kept = kept.get_mut(map).ok_or(LogError::Gone)?;
        kept.batches.push(updates.len());
        for update in updates {
            kept.revision += 1;
            kept.updates.push((kept.revision, update));
        }
        Ok(kept.revision)
    }

    fn replace(&self, map: &MapId, revision: i64, bytes: Vec<u8>) -> Result<(), LogError> {
        let mut kept = self.kept.lock().unwrap();
        let kept = kept.get_mut(map).ok_or(LogError::Gone)?;
        if kept.snapshot.as_ref().is_none_or(|(at, _)| *at < revision) {
            kept.updates.retain(|(at, _)| *at > revision);
            kept.snapshot = Some((revision, bytes));
        }
        Ok(())
    }
}

impl UpdateLog for MemoryLog {
    fn load<'a>(&'a self, map: &'a MapId) -> LogFuture<'a, Stored> {
        Box::pin(async move { self.stored(map) })
    }

    fn append<'a>(&'a self, map: &'a MapId, updates: Vec<LoggedUpdate>) -> LogFuture<'a, i64> {
        Box::pin(async move {
            let _passed = self.gate.read().await;
            self.keep(map, updates)
        })
    }

    fn compact<'a>(&'a self, map: &'a MapId, revision: i64, snapshot: Vec<u8>) -> LogFuture<'a, ()> {
        Box::pin(async move { self.replace(map, revision, snapshot) })
    }
}
