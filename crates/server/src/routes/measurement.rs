//! What was measured of a map.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use kelias_metastore::Json as Value;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnMap;
use crate::described;
use crate::jobs::{self, JobView};
use crate::policy::asked::{MeasureMap, ReadMap};
use crate::problem::{Kind, Problem};
use crate::routes::MapParam;
use crate::state::App;
use crate::time::written;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read, measure))
}

/// What was measured of a map, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Measurement {
    /// When it was measured.
    #[schema(format = DateTime)]
    pub at: String,
    /// The measured map.
    #[schema(value_type = described::Measured)]
    pub measured: Value,
}

/// What was measured of a map
#[utoipa::path(operation_id = "readMeasurement", get, path = "/maps/{id}/measurement", tag = "measurement", params(MapParam),
    responses((status = 200, body = Measurement)))]
async fn read(State(app): State<Arc<App>>, on: OnMap<ReadMap>) -> Result<Json<Measurement>, Problem> {
    app.row(&on.id).await?;
    let (measured, at) = app.store.measurement(on.id.as_str()).await?.ok_or_else(|| {
        Problem::new(Kind::Missing, "the map has not been measured yet; bind its touchpoints to events and measure it")
    })?;
    Ok(Json(Measurement { at: written(at), measured }))
}

/// Measure a map
///
/// In the background: the answer is a job to ask after. A map is measured once at a time.
#[utoipa::path(operation_id = "measureMap", post, path = "/maps/{id}/measurement", tag = "measurement", params(MapParam),
    responses((status = 202, body = JobView, headers(("Location" = String, description = "Where to ask after the job")))))]
async fn measure(State(app): State<Arc<App>>, on: OnMap<MeasureMap>) -> Result<Response, Problem> {
    let map = app.current(&on.id).await?.map;
    let job = jobs::measure(&app, map)?.view();
    Ok((StatusCode::ACCEPTED, [(LOCATION, format!("/api/v1/jobs/{}", job.id))], Json(job)).into_response())
}
