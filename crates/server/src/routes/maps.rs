//! The portfolio: all maps, and new ones.

use std::sync::Arc;

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kelias_map::{MAX_BYTES, Map, MapId, Template, TemplateLanguage};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnServer;
use crate::documents::{Draft, blocking};
use crate::etag::State as Known;
use crate::extract::{QueryOf, RawBody};
use crate::journey_map::JourneyMap;
use crate::notation::{self, Notation};
use crate::policy::asked::{CreateMap, ListMaps};
use crate::problem::{Kind, Problem};
use crate::routes::{map, templates};
use crate::state::App;
use crate::summary::MapSummary;
use crate::text::{self, TITLE};

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list, create)).layer(DefaultBodyLimit::max(MAX_BYTES))
}

/// Which maps to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// Deleted maps instead of those that are there.
    #[serde(default)]
    deleted: bool,
}

/// What a new map starts from, where no map is sent.
#[derive(Debug, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CreateQuery {
    /// Folder of the portfolio to file it in.
    #[param(max_length = 200)]
    folder: Option<String>,
    /// Name of a template, in the place of a body.
    template: Option<String>,
    /// Language of the new map, where it starts from a template; all the template's languages by default.
    #[param(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length = 64)]
    language: Option<String>,
}

/// All maps
///
/// Those last changed come first.
#[utoipa::path(operation_id = "listMaps", get, path = "/maps", tag = "maps", params(ListQuery), responses((status = 200, body = Vec<MapSummary>)))]
async fn list(
    State(app): State<Arc<App>>,
    _: OnServer<ListMaps>,
    QueryOf(query): QueryOf<ListQuery>,
) -> Result<Json<Vec<MapSummary>>, Problem> {
    let mut rows = app.store.maps(query.deleted).await?;
    rows.retain(|row| row.deleted_at.is_some() == query.deleted);
    rows.sort_by(|one, other| other.updated_at.cmp(&one.updated_at).then_with(|| one.id.cmp(&other.id)));
    rows.into_iter().map(MapSummary::of).collect::<Result<_, _>>().map(Json)
}

/// A new map
///
/// From a map in the body, or from a template without a body. Where the map's id is taken, a number is put behind it:
/// the answer says which id it got.
#[utoipa::path(
    operation_id = "createMap",
    post, path = "/maps", tag = "maps", params(CreateQuery),
    request_body(content((JourneyMap = "application/json"), (String = "application/yaml")), description = "The map"),
    responses((status = 201, content((JourneyMap = "application/json"), (String = "application/yaml")), headers(
        ("Location" = String, description = "Where the map is"),
        ("ETag" = String, description = "State of the map"))))
)]
async fn create(
    State(app): State<Arc<App>>,
    caller: OnServer<CreateMap>,
    QueryOf(query): QueryOf<CreateQuery>,
    headers: HeaderMap,
    body: RawBody,
) -> Result<Response, Problem> {
    let notation = Notation::wanted(&headers)?;
    let folder = text::optional("the folder", query.folder.as_deref(), TITLE)?;
    let language = templates::language(query.language.as_deref())?;
    let (map, reason) = match query.template {
        Some(name) if body.bytes.is_empty() => (from_template(&name, &language)?, Some(name)),
        None if !body.bytes.is_empty() => (blocking(move || notation::read(&body)).await??, None),
        _ => return Err(Problem::new(Kind::Invalid, "send a map, or name a template; not both")),
    };
    let author = caller.actor.name().to_owned();
    let map = app.create(Draft { map, folder, author, reason }).await?;
    let location = format!("/api/v1/maps/{}", map.id);
    let answer = map::answer(&map, &Known::of(&map), notation);
    Ok((StatusCode::CREATED, [(LOCATION, location)], answer).into_response())
}

fn from_template(name: &str, language: &TemplateLanguage) -> Result<Map, Problem> {
    let unknown = || format!("there is no template `{name}`; GET /api/v1/templates lists them");
    let template = Template::named(name).ok_or_else(|| Problem::new(Kind::Invalid, unknown()))?;
    let id = MapId::new(template.name).expect("templates are named by slugs");
    Ok(template.instantiate(language, id, None))
}
