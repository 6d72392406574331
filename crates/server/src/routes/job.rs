//! Work that goes on in the background.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnServer;
use crate::extract::PathOf;
use crate::jobs::{Job, JobView};
use crate::policy::asked::MeasureMap;
use crate::problem::{Kind, Problem};
use crate::state::App;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read, cancel))
}

/// How far a job has come
#[utoipa::path(operation_id = "readJob", get, path = "/jobs/{job}", tag = "measurement",
    params(("job" = String, Path, description = "Id of the job")), responses((status = 200, body = JobView)))]
async fn read(
    State(app): State<Arc<App>>,
    _: OnServer<MeasureMap>,
    PathOf(id): PathOf<String>,
) -> Result<Json<JobView>, Problem> {
    Ok(Json(app.job(&id)?.view()))
}

/// Stop a job
///
/// One that has ended stays as it is.
#[utoipa::path(operation_id = "cancelJob", delete, path = "/jobs/{job}", tag = "measurement",
    params(("job" = String, Path, description = "Id of the job")), responses((status = 200, body = JobView)))]
async fn cancel(
    State(app): State<Arc<App>>,
    _: OnServer<MeasureMap>,
    PathOf(id): PathOf<String>,
) -> Result<Json<JobView>, Problem> {
    let job = app.job(&id)?;
    job.cancel();
    Ok(Json(job.view()))
}

impl App {
    fn job(&self, id: &str) -> Result<Arc<Job>, Problem> {
        let forgotten =
            || Problem::new(Kind::Missing, format!("there is no job `{id}`; those of an earlier start are forgotten"));
        self.jobs.get(id).ok_or_else(forgotten)
    }
}
