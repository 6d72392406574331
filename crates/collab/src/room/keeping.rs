//! How a room keeps its edits: appends, and snapshots that replace what has been appended.

use std::sync::Arc;

use kelias_map::MapId;
use tokio::task::JoinHandle;

use super::limits::Limits;
use super::log::{LogError, LoggedUpdate, Stored, UpdateLog};

/// The log of one map and how far it has grown.
pub(super) struct Keeping {
    log: Arc<dyn UpdateLog>,
    map: MapId,
    revision: i64,
    /// Updates after the last snapshot.
    updates: usize,
    /// Their bytes.
    bytes: usize,
    snapshot_bytes: usize,
    /// The replacing that is going on; one at a time, and none outlives the room.
    compaction: Option<JoinHandle<()>>,
}

impl Keeping {
    /// Goes on from what was kept.
    pub(super) fn new(log: Arc<dyn UpdateLog>, map: MapId, stored: &Stored) -> Self {
        let tail = stored.updates.get(1..).unwrap_or_default();
        Self {
            log,
            map,
            revision: stored.revision,
            updates: tail.len(),
            bytes: tail.iter().map(Vec::len).sum(),
            snapshot_bytes: stored.updates.first().map_or(0, Vec::len),
            compaction: None,
        }
    }

    /// The number of the last update that is kept.
    pub(super) fn revision(&self) -> i64 {
        self.revision
    }

    /// Keeps updates; when it returns they are durable.
    pub(super) async fn append(&mut self, updates: Vec<LoggedUpdate>) -> Result<(), LogError> {
        let expected = self.revision + updates.len() as i64;
        self.updates += updates.len();
        self.bytes += updates.iter().map(|update| update.bytes.len()).sum::<usize>();
        self.revision = self.log.append(&self.map, updates).await?;
        if self.revision == expected {
            return Ok(());
        }
        // A snapshot of what is known here would take the place of what is not.
        Err(LogError::Failed("somebody else has written to the map's log, which has to be read anew".to_owned()))
    }

    /// Whether the log has grown so far that opening it would take noticeably longer than opening a snapshot.
    pub(super) fn wants_snapshot(&self, limits: &Limits) -> bool {
        let grown =
            self.updates >= limits.compact_updates || self.bytes >= limits.compact_bytes.max(self.snapshot_bytes);
        grown && self.compaction.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Begins to replace everything up to now by a snapshot of it; edits go on meanwhile.
    pub(super) fn compact(&mut self, snapshot: Vec<u8>) {
        self.updates = 0;
        self.bytes = 0;
        self.snapshot_bytes = snapshot.len();
        let (log, map, revision) = (self.log.clone(), self.map.clone(), self.revision);
        self.compaction = Some(tokio::spawn(async move {
            if let Err(error) = log.compact(&map, revision, snapshot).await {
                // The updates are still there; the log is only longer than it need be, until the next time.
                tracing::warn!(map = map.as_str(), %error, "cannot replace updates by a snapshot");
            }
        }));
    }

    /// Waits until no replacing goes on.
    pub(super) async fn settle(&mut self) {
        if let Some(compaction) = self.compaction.take() {
            // It has told what went wrong.
            let _ = compaction.await;
        }
    }
}
