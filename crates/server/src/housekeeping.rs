//! What is forgotten after a while: sessions that are over, maps that were deleted long ago.

use std::sync::Arc;
use std::time::Duration;

use kelias_metastore::StoreError;

use crate::state::App;
use crate::time::DAY;

/// How often it is looked for.
const EVERY: Duration = Duration::from_hours(1);

/// How long a deleted map can be brought back.
const KEPT: i64 = 30 * DAY;

/// Works until the server stops.
pub(crate) async fn run(app: Arc<App>) {
    loop {
        if let Err(error) = tidy(&app).await {
            tracing::warn!(%error, "old sessions and deleted maps are still there");
        }
        tokio::select! {
            () = app.stopping.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

async fn tidy(app: &App) -> Result<(), StoreError> {
    let now = app.clock.now();
    app.store.purge_expired(now).await?;
    for id in app.store.purge_deleted(now - KEPT).await? {
        tracing::info!(map = id, "a map that was deleted 30 days ago is gone");
    }
    Ok(())
}
