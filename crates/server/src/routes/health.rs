//! Whether the server lives, and whether it can serve.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::Anyone;
use crate::problem::{Kind, Problem};
use crate::state::App;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(alive)).routes(routes!(ready))
}

/// How the server is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Health {
    /// `ok`.
    pub status: String,
    /// Version of the server.
    pub version: String,
}

fn well() -> Json<Health> {
    Json(Health { status: "ok".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() })
}

/// Whether the server lives
#[utoipa::path(operation_id = "readHealth", get, path = "/healthz", tag = "server", responses((status = 200, body = Health)))]
async fn alive(_: Anyone) -> Json<Health> {
    well()
}

/// Whether the server can serve
///
/// It cannot while its database is out of reach or it is stopping.
#[utoipa::path(operation_id = "readReadiness", get, path = "/readyz", tag = "server", responses((status = 200, body = Health)))]
async fn ready(State(app): State<Arc<App>>, _: Anyone) -> Result<Json<Health>, Problem> {
    if app.stopping.is_cancelled() {
        return Err(Problem::new(Kind::Busy, "the server is stopping"));
    }
    app.store.ping().await.map_err(|error| {
        tracing::warn!(%error, "not ready");
        Problem::new(Kind::Busy, "the database is out of reach")
    })?;
    Ok(well())
}
