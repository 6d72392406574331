//! The history of a map.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use kelias_exchange::Change;
use kelias_map::{Format, Map, MapId, read_map};
use kelias_metastore::{NewVersion, StoreError, VersionKind, VersionRow};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnMap;
use crate::described;
use crate::documents::{blocking, version};
use crate::extract::{JsonOf, PathOf, QueryOf};
use crate::journey_map::JourneyMap;
use crate::policy::asked::{EditMap, ReadMap};
use crate::problem::{Kind, Problem};
use crate::routes::MapParam;
use crate::state::App;
use crate::text::{self, REASON, TITLE};
use crate::time::written;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(list, keep))
        .routes(routes!(read))
        .routes(routes!(restore))
        .routes(routes!(compare))
}

/// A version as the history lists it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct VersionSummary {
    /// Its number; a map's versions count from 1.
    #[schema(minimum = 1)]
    pub n: i64,
    /// How it came about.
    #[schema(value_type = VersionKindName)]
    pub kind: VersionKind,
    /// Whose it is; several who edited together are named with commas between them.
    pub author: String,
    /// Why it was kept.
    #[schema(required = true)]
    pub reason: Option<String>,
    /// What it is called.
    #[schema(required = true)]
    pub title: Option<String>,
    /// When.
    #[schema(format = DateTime)]
    pub at: String,
}

/// How a version came about.
#[derive(Debug, ToSchema)]
#[schema(as = VersionKind, rename_all = "lowercase")]
#[expect(dead_code, reason = "only describes")]
pub(crate) enum VersionKindName {
    /// Kept by itself after a pause in editing.
    Automatic,
    /// Kept because somebody asked for it.
    Named,
    /// An older version taken back.
    Restored,
    /// The map as it was made: from a file, a template, another map.
    Imported,
}

/// A version with its map.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VersionWithMap {
    /// As the history lists it.
    #[serde(flatten)]
    pub summary: VersionSummary,
    /// The map as it was.
    #[schema(value_type = JourneyMap)]
    pub map: Map,
}

/// A version to keep.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeepVersion {
    /// What it is called.
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub title: String,
    /// Why it is kept.
    #[schema(max_length = 2000)]
    #[serde(default)]
    pub reason: Option<String>,
}

/// What lies between two states of a map.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Comparison {
    /// The earlier state: the number of a version, or `live`.
    pub from: String,
    /// The later state: the number of a version, or `live`.
    pub to: String,
    /// What changed, in the reading order of the map.
    #[schema(value_type = Vec<described::Change>)]
    pub changes: Vec<Change>,
    /// The map as it was.
    #[schema(value_type = JourneyMap)]
    pub before: Map,
    /// The map as it is.
    #[schema(value_type = JourneyMap)]
    pub after: Map,
}

/// Which states to compare.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CompareQuery {
    /// The earlier state: the number of a version, or `live` for the map as it is at this moment.
    #[param(pattern = "^(live|[1-9][0-9]{0,8})$")]
    from: String,
    /// The later state.
    #[param(pattern = "^(live|[1-9][0-9]{0,8})$")]
    to: String,
}

/// Which version is meant.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "only describes the path")]
struct VersionParam {
    /// Number of the version.
    #[param(minimum = 1)]
    n: i64,
}

impl VersionSummary {
    fn of(row: VersionRow) -> Self {
        let VersionRow { n, kind, author, reason, title, at } = row;
        Self { n, kind, author, reason, title, at: written(at) }
    }
}

/// The history of a map
///
/// The latest version comes first.
#[utoipa::path(operation_id = "listVersions", get, path = "/maps/{id}/versions", tag = "versions", params(MapParam),
    responses((status = 200, body = Vec<VersionSummary>)))]
async fn list(State(app): State<Arc<App>>, on: OnMap<ReadMap>) -> Result<Json<Vec<VersionSummary>>, Problem> {
    app.row(&on.id).await?;
    let rows = app.store.versions(on.id.as_str()).await?;
    Ok(Json(rows.into_iter().rev().map(VersionSummary::of).collect()))
}

/// Keep a version
///
/// The map as it is at this moment, under a name.
#[utoipa::path(operation_id = "keepVersion", post, path = "/maps/{id}/versions", tag = "versions", params(MapParam), request_body = KeepVersion,
    responses((status = 201, body = VersionSummary, headers(("Location" = String, description = "Where the version is")))))]
async fn keep(
    State(app): State<Arc<App>>,
    on: OnMap<EditMap>,
    JsonOf(wanted): JsonOf<KeepVersion>,
) -> Result<Response, Problem> {
    let title = Some(text::short("the title", &wanted.title, TITLE)?);
    let reason = text::optional("the reason", wanted.reason.as_deref(), REASON)?;
    let map = app.current(&on.id).await?.map;
    let new = version(&map, VersionKind::Named, on.actor.name().to_owned(), app.clock.now());
    let kept = app.keep_version(&on.id, NewVersion { title, reason, ..new }).await?;
    Ok(created(&on.id, kept))
}

/// A version
#[utoipa::path(operation_id = "readVersion", get, path = "/maps/{id}/versions/{n}", tag = "versions", params(MapParam, VersionParam),
    responses((status = 200, body = VersionWithMap)))]
async fn read(
    State(app): State<Arc<App>>,
    on: OnMap<ReadMap>,
    path: PathOf<(String, i64)>,
) -> Result<Json<VersionWithMap>, Problem> {
    let PathOf((_, n)) = path;
    app.row(&on.id).await?;
    app.version(&on.id, n).await.map(Json)
}

/// Restore a version
///
/// The map becomes what it was, as a new version; what it was until now is kept as a version as well. Whoever edits it
/// at this moment gets the difference as edits.
#[utoipa::path(operation_id = "restoreVersion", post, path = "/maps/{id}/versions/{n}/restore", tag = "versions", params(MapParam, VersionParam),
    responses((status = 201, body = VersionSummary, headers(("Location" = String, description = "Where the version is")))))]
async fn restore(
    State(app): State<Arc<App>>,
    on: OnMap<EditMap>,
    path: PathOf<(String, i64)>,
) -> Result<Response, Problem> {
    let PathOf((_, n)) = path;
    let author = on.actor.name();
    app.row(&on.id).await?;
    let wanted = app.version(&on.id, n).await?;
    let map = app.replace_kept(wanted.map, author, author).await?.map;
    let new = version(&map, VersionKind::Restored, author.to_owned(), app.clock.now());
    let title = wanted.summary.title;
    let kept = app.keep_version(&on.id, NewVersion { title, reason: Some(n.to_string()), ..new }).await?;
    Ok(created(&on.id, kept))
}

/// Compare two states of a map
#[utoipa::path(operation_id = "compareVersions", get, path = "/maps/{id}/compare", tag = "versions", params(MapParam, CompareQuery),
    responses((status = 200, body = Comparison)))]
async fn compare(
    State(app): State<Arc<App>>,
    on: OnMap<ReadMap>,
    QueryOf(query): QueryOf<CompareQuery>,
) -> Result<Json<Comparison>, Problem> {
    app.row(&on.id).await?;
    let before = app.map_at(&on.id, &query.from).await?;
    let after = app.map_at(&on.id, &query.to).await?;
    let compared = blocking(move || {
        let changes = kelias_exchange::compare(&before, &after);
        Comparison { from: query.from, to: query.to, changes, before, after }
    });
    compared.await.map(Json)
}

impl App {
    async fn version(&self, id: &MapId, n: i64) -> Result<VersionWithMap, Problem> {
        let version = self.store.version(id.as_str(), n).await?;
        let version = version.ok_or_else(|| Problem::new(Kind::Missing, format!("the map has no version {n}")))?;
        let map = read_map(&version.map_json, Format::Json).into_result().map_err(|error| {
            Problem::from(StoreError::Damaged { what: format!("version {n} of map {id}"), why: error.to_string() })
        })?;
        Ok(VersionWithMap { summary: VersionSummary::of(version.row), map })
    }

    /// The map at a state that the client names.
    async fn map_at(&self, id: &MapId, state: &str) -> Result<Map, Problem> {
        if state == "live" {
            return Ok(self.current(id).await?.map);
        }
        let invalid =
            || Problem::new(Kind::Invalid, format!("`{state}` is no state; name the number of a version, or live"));
        let n = state.parse().map_err(|_| invalid())?;
        Ok(self.version(id, n).await?.map)
    }

    async fn keep_version(&self, id: &MapId, new: NewVersion) -> Result<VersionSummary, Problem> {
        let NewVersion { kind, author, reason, title, at, .. } = new.clone();
        let n = self.store.add_version(id.as_str(), new).await?;
        Ok(VersionSummary::of(VersionRow { n, kind, author, reason, title, at }))
    }
}

fn created(id: &MapId, kept: VersionSummary) -> Response {
    let location = format!("/api/v1/maps/{id}/versions/{}", kept.n);
    (StatusCode::CREATED, [(LOCATION, location)], Json(kept)).into_response()
}
