//! The description of the API.

use std::sync::Arc;

use axum::Json;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::Anyone;
use crate::openapi::openapi;
use crate::state::App;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(describe))
}

/// This description
#[utoipa::path(operation_id = "readDescription", get, path = "/api/openapi.json", tag = "server", responses((status = 200, body = Object)))]
async fn describe(_: Anyone) -> Json<Value> {
    Json(openapi())
}
