//! Rooms over the store: what is edited live is kept where everything else is.

use std::sync::Arc;
use std::time::Duration;

use kelias_collab::room::{Limits, Listener, LogError, LogFuture, LoggedUpdate, Rooms, Stored, UpdateLog};
use kelias_map::MapId;
use kelias_metastore::{Store, StoreError};

use crate::time::Clock;

/// Rooms whose edits go into the store; they tell of them when nobody has edited for `quiet`.
pub(crate) fn start(store: &Store, clock: &Clock, listener: Arc<dyn Listener>, quiet: Duration) -> Rooms {
    let log = StoredLog { store: store.clone(), clock: clock.clone() };
    Rooms::new(Arc::new(log), listener, Limits { quiet, ..Limits::default() })
}

/// The store's log of updates.
struct StoredLog {
    store: Store,
    clock: Clock,
}

impl UpdateLog for StoredLog {
    fn load<'a>(&'a self, map: &'a MapId) -> LogFuture<'a, Stored> {
        Box::pin(async move {
            // A deleted map can still be read in the store, but not edited.
            let row = self.store.map(map.as_str()).await.map_err(failed)?;
            if row.is_none_or(|row| row.deleted_at.is_some()) {
                return Err(LogError::Gone);
            }
            let (updates, revision) = self.store.load_updates(map.as_str()).await.map_err(failed)?;
            Ok(Stored { updates, revision })
        })
    }

    fn append<'a>(&'a self, map: &'a MapId, updates: Vec<LoggedUpdate>) -> LogFuture<'a, i64> {
        Box::pin(async move {
            let updates: Vec<_> = updates.into_iter().map(stored).collect();
            self.store.append_updates(map.as_str(), &updates, self.clock.now()).await.map_err(failed)
        })
    }

    fn compact<'a>(&'a self, map: &'a MapId, revision: i64, snapshot: Vec<u8>) -> LogFuture<'a, ()> {
        Box::pin(async move { self.store.compact(map.as_str(), revision, &snapshot).await.map_err(failed) })
    }
}

fn stored(update: LoggedUpdate) -> kelias_metastore::LoggedUpdate {
    kelias_metastore::LoggedUpdate { bytes: update.bytes, actor: update.actor.to_string() }
}

fn failed(error: StoreError) -> LogError {
    match error {
        StoreError::MapNotFound(_) => LogError::Gone,
        error => LogError::Failed(error.to_string()),
    }
}
