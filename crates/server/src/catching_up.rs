//! Maps whose summary is behind their document: whoever kills the server does so between an edit and the quiet in which it is
//! written down what follows from it.

use std::sync::Arc;

use kelias_collab::Document;
use kelias_map::MapId;
use kelias_metastore::MapRow;

use crate::documents::blocking;
use crate::problem::{Kind, Problem};
use crate::state::App;

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
        if !row.is_behind() {
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
        self.summarise(&id, &map, revision).await?;
        self.keeper.found(id, map, row.updated_by.as_str().into(), self.clock.now());
        Ok(())
    }
}
