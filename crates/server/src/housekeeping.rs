//! What is forgotten after a while: sessions that are over, maps that were deleted long ago, pictures that nothing shows.

use std::sync::Arc;
use std::time::Duration;

use kelias_map::{Map, MapId};
use kelias_metastore::StoreError;

use crate::pictures::{is_named_by_content, path_of};
use crate::problem::{Kind, Problem};
use crate::state::App;
use crate::time::DAY;

/// How often it is looked for.
const EVERY: Duration = Duration::from_hours(1);

/// How long a deleted map can be brought back, and a picture that nothing shows is kept.
const KEPT: i64 = 30 * DAY;

/// Works until the server stops.
pub(crate) async fn run(app: Arc<App>) {
    loop {
        if let Err(error) = tidy(&app).await {
            tracing::warn!(%error, "old sessions and deleted maps are still there");
        }
        if let Err(problem) = tidy_pictures(&app).await {
            tracing::warn!(%problem, "pictures that nothing shows are still there");
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

/// Makes room for new pictures where those of a map have taken up much of what they may. Only there, as all versions have to be looked
/// through; and here rather than when the limit is reached, so that nobody can ask for it again and again.
async fn tidy_pictures(app: &App) -> Result<(), Problem> {
    let much = i64::try_from(app.config.limits.map_images_bytes / 2).unwrap_or(i64::MAX);
    for id in app.store.maps_with_images_above(much).await? {
        let Ok(id) = MapId::new(id) else { continue };
        match app.current(&id).await {
            Ok(current) => tidy_pictures_of(app, &current.map).await?,
            // Deleted meanwhile.
            Err(problem) if problem.kind() == Kind::Missing => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(())
}

/// Removes the pictures that were sent long ago and that neither the map nor a version of it shows. No undoing reaches back to one of
/// them: whatever the map showed for more than some minutes stands in a version, and who sends a picture again sends it now.
async fn tidy_pictures_of(app: &App, map: &Map) -> Result<(), Problem> {
    let (id, before) = (map.id.as_str(), app.clock.now() - KEPT);
    for image in app.store.images(id).await? {
        let path = path_of(&image.name);
        let may_go =
            image.at < before && is_named_by_content(&image.name) && !map.pictures().any(|shown| *shown == path);
        if may_go && app.store.purge_image(id, &image.name, before).await? {
            tracing::info!(
                map = id,
                picture = path,
                "a picture that was sent 30 days ago and that nothing shows is gone"
            );
        }
    }
    Ok(())
}
