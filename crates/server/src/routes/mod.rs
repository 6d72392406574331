//! The routes of the API, one file for each group.

mod describe;
mod guests;
mod health;
mod images;
mod job;
mod links;
mod map;
mod maps;
mod measurement;
mod poster;
mod session;
mod sign_in;
mod templates;
mod versions;

use std::sync::Arc;

use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

use crate::state::App;

/// What is said of the routes as a whole stands in `openapi.rs`.
pub(crate) fn routes() -> OpenApiRouter<Arc<App>> {
    let api = OpenApiRouter::new()
        .merge(session::routes())
        .merge(guests::routes())
        .merge(maps::routes())
        .merge(map::routes())
        .merge(poster::routes())
        .merge(versions::routes())
        .merge(links::routes())
        .merge(images::routes())
        .merge(measurement::routes())
        .merge(job::routes())
        .merge(templates::routes());
    OpenApiRouter::new().nest("/api/v1", api).merge(describe::routes()).merge(health::routes()).merge(sign_in::routes())
}

/// Which map is meant.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "only describes the path")]
struct MapParam {
    /// Id of the map.
    #[param(pattern = "^[a-z0-9][a-z0-9-]{0,63}$", example = "web-shop")]
    id: String,
}
