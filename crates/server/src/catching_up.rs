//! Maps whose summary or last version is behind their document: whoever kills the server does so between an edit and the quiet
//! in which it is written down what follows from it, or in the longer pause after which a version is kept.

use std::sync::Arc;

use kelias_collab::Document;
use kelias_map::MapId;
use kelias_metastore::MapRow;

use crate::documents::blocking;
use crate::keeper::holds;
use crate::problem::{Kind, Problem};
use crate::state::App;
use crate::time::MINUTE;

/// Edits may be so much older than a version and not stand in it: it holds the map as it was when its room last fell quiet,
/// which it does every half a minute at least.
const UNHEARD: i64 = MINUTE;

/// Looks through all maps once, while the server serves already.
pub(crate) async fn run(app: Arc<App>) {
    tokio::select! {
        () = app.stopping.cancelled() => {}
        done = all(&app) => if let Err(problem) = done {
            tracing::warn!(%problem, "the portfolio may be behind its maps");
        }
    }
}

async fn all(app: &App) -> Result<(), Problem> {
    for row in app.store.maps(false).await? {
        match app.catch_up(&row).await {
            Ok(()) => {}
            // Deleted meanwhile.
            Err(problem) if problem.kind() == Kind::Missing => {}
            Err(problem) => tracing::warn!(map = row.id, %problem, "the portfolio is behind the map"),
        }
    }
    Ok(())
}

impl App {
    /// Writes down what follows from a map's edits if that was not done when they were made: its summary, and a version
    /// after the usual pause. No room is opened for it, so that many maps cost no more memory than one.
    pub(crate) async fn catch_up(&self, row: &MapRow) -> Result<(), Problem> {
        if !row.is_behind() && !may_lack_a_version(row) {
            return Ok(());
        }
        let id = MapId::new(&*row.id).map_err(|_| Problem::no_map(&row.id))?;
        let (updates, revision) = self.store.load_updates(&row.id).await?;
        let called = id.clone();
        let map = blocking(move || {
            // The snapshot of a map in which nothing has been written has no bytes.
            let updates = updates.iter().map(Vec::as_slice).filter(|update| !update.is_empty());
            Document::load(updates).map(|document| document.map(&called))
        });
        let map = Arc::new(map.await?.map_err(|error| Problem::fault(&error))?);
        if row.is_behind() {
            self.summarise(&id, &map, revision).await?;
        }
        let versions = self.store.versions(&row.id).await?;
        if !holds(&self.store, &row.id, &versions, &map).await? {
            self.keeper.found(id, map, row.updated_by.as_str().into(), self.clock.now());
        }
        Ok(())
    }
}

/// Whether there may be edits that no version holds. Most maps rest for long, and need not be read to know it.
fn may_lack_a_version(row: &MapRow) -> bool {
    row.version_at.is_none_or(|kept| row.revision > 0 && row.updated_at > kept - UNHEARD)
}

#[cfg(test)]
mod tests {
    use kelias_metastore::Json;

    use super::*;

    #[test]
    fn a_map_that_rests_is_not_read_again() {
        let lacks = |revision, updated_at, version_at| {
            may_lack_a_version(&MapRow {
                id: "shop".to_owned(),
                folder: None,
                summary: Json::Null,
                revision,
                summary_revision: revision,
                created_at: 0,
                updated_at,
                updated_by: "ada".to_owned(),
                deleted_at: None,
                measured_at: None,
                version_at,
            })
        };
        assert!(lacks(0, 0, None), "it was made, and then the server was killed");
        assert!(!lacks(0, 0, Some(0)), "its first version is what it was made of");
        assert!(lacks(1, 5 * MINUTE, Some(0)));
        assert!(lacks(2, 5 * MINUTE, Some(5 * MINUTE + 1)), "an edit just before the version was kept");
        assert!(!lacks(2, 5 * MINUTE, Some(7 * MINUTE)), "the version was kept after a pause");
    }
}
