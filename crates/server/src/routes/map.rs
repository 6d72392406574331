//! One map: read, replaced, filed, duplicated, deleted and brought back.

use std::sync::Arc;

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, LOCATION, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kelias_collab::room::Current;
use kelias_map::{MAX_BYTES, Map, MapId, Text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnMap;
use crate::documents::{ATTEMPTS, Draft, blocking};
use crate::etag::{State as Known, is_conditional, require_condition};
use crate::extract::{JsonOf, RawBody};
use crate::journey_map::JourneyMap;
use crate::notation::{self, Notation};
use crate::policy::asked::{ArrangeMap, EditMap, ReadMap};
use crate::problem::{Kind, Problem};
use crate::routes::MapParam;
use crate::state::App;
use crate::summary::MapSummary;
use crate::text::{self, TITLE};

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read, replace, delete, file))
        .routes(routes!(undelete))
        .routes(routes!(duplicate))
        .layer(DefaultBodyLimit::max(MAX_BYTES))
}

/// Where a map is filed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Filing {
    /// Folder of the portfolio; null takes the map out of its folder.
    #[schema(max_length = 200, required = true)]
    // Left out is not null: a client that means nothing by it should not move the map.
    #[serde(deserialize_with = "Option::deserialize")]
    pub folder: Option<String>,
}

/// What a copy is called.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Copying {
    /// Title of the copy, in the map's language; the map's own title by default.
    #[schema(max_length = 200)]
    #[serde(default)]
    pub title: Option<String>,
}

/// A map
///
/// As it is at this moment, in canonical form, as JSON or YAML by `Accept`.
#[utoipa::path(
    operation_id = "readMap",
    get, path = "/maps/{id}", tag = "maps", params(MapParam),
    responses(
        (status = 200, content((JourneyMap = "application/json"), (String = "application/yaml")),
            headers(("ETag" = String, description = "State of the map"))),
        (status = 304, description = "The client has this state (`If-None-Match`)"))
)]
async fn read(State(app): State<Arc<App>>, on: OnMap<ReadMap>, headers: HeaderMap) -> Result<Response, Problem> {
    let notation = Notation::wanted(&headers)?;
    let map = app.current(&on.id).await?.map;
    let state = Known::of(&map);
    if state.is_known(&headers, form(notation)) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, state.tag(form(notation)))]).into_response());
    }
    Ok(answer(&map, &state, notation))
}

/// Replace a map
///
/// `If-Match` must hold the `ETag` that the map was read with, or `*`. Whoever edits the map at this moment gets the
/// difference as edits.
#[utoipa::path(
    operation_id = "replaceMap",
    put, path = "/maps/{id}", tag = "maps",
    params(MapParam, ("If-Match" = String, Header, description = "ETag of the state that is replaced, or `*`")),
    request_body(content((JourneyMap = "application/json"), (String = "application/yaml")), description = "The map"),
    responses((status = 200, content((JourneyMap = "application/json"), (String = "application/yaml")),
        headers(("ETag" = String, description = "State of the map"))))
)]
async fn replace(
    State(app): State<Arc<App>>,
    on: OnMap<EditMap>,
    headers: HeaderMap,
    body: RawBody,
) -> Result<Response, Problem> {
    require_condition(&headers)?;
    let notation = Notation::wanted(&headers)?;
    app.row(&on.id).await?;
    let map = blocking(move || notation::read(&body)).await??;
    if map.id != on.id {
        let detail = format!("the map is called `{}`, the address says `{}`; make them agree", map.id, on.id);
        return Err(Problem::new(Kind::Invalid, detail));
    }
    let map = app.replace_known(map, on.actor.name(), &headers).await?;
    Ok(answer(&map, &Known::of(&map), notation))
}

impl App {
    /// Replaces a map if it still is what the client knows.
    async fn replace_known(&self, map: Map, author: &str, headers: &HeaderMap) -> Result<Map, Problem> {
        let replacing = self.rooms.room(&map.id).replace(map, author.into()).await?;
        Known::of(&replacing.before.map).expect(headers)?;
        let Current { map, revision } = replacing.finish().await?;
        self.summarise(&map.id, &map, revision).await?;
        Ok(map)
    }

    /// Deletes a map if it still is what the client knows, or whatever it is if the client does not say.
    async fn delete_known(&self, id: &MapId, headers: &HeaderMap) -> Result<(), Problem> {
        if !is_conditional(headers) {
            self.row(id).await?;
            return Ok(self.store.delete_map(id.as_str(), self.clock.now()).await?);
        }
        for _ in 0..ATTEMPTS {
            let Current { map, revision } = self.current(id).await?;
            Known::of(&map).expect(headers)?;
            if self.store.delete_map_at(id.as_str(), revision, self.clock.now()).await? {
                return Ok(());
            }
            // Somebody edited it meanwhile; what the client knows is held against the new state.
        }
        Err(Problem::no_rest())
    }
}

/// Delete a map
///
/// It can be brought back.
#[utoipa::path(operation_id = "deleteMap", delete, path = "/maps/{id}", tag = "maps", params(MapParam),
    responses((status = 204, description = "Deleted")))]
async fn delete(State(app): State<Arc<App>>, on: OnMap<ArrangeMap>, headers: HeaderMap) -> Result<StatusCode, Problem> {
    app.delete_known(&on.id, &headers).await?;
    app.rooms.close(&on.id).await;
    Ok(StatusCode::NO_CONTENT)
}

/// File a map
#[utoipa::path(operation_id = "fileMap", patch, path = "/maps/{id}", tag = "maps", params(MapParam), request_body = Filing,
    responses((status = 200, body = MapSummary)))]
async fn file(
    State(app): State<Arc<App>>,
    on: OnMap<ArrangeMap>,
    JsonOf(filing): JsonOf<Filing>,
) -> Result<Json<MapSummary>, Problem> {
    let folder = text::optional("the folder", filing.folder.as_deref(), TITLE)?;
    app.store.set_folder(on.id.as_str(), folder.as_deref()).await?;
    app.summary(&on.id).await
}

/// Bring a deleted map back
#[utoipa::path(operation_id = "undeleteMap", post, path = "/maps/{id}/undelete", tag = "maps", params(MapParam),
    responses((status = 200, body = MapSummary)))]
async fn undelete(State(app): State<Arc<App>>, on: OnMap<ArrangeMap>) -> Result<Json<MapSummary>, Problem> {
    app.store.undelete_map(on.id.as_str()).await?;
    // What was edited just before the map was deleted.
    app.catch_up(&app.row(&on.id).await?).await?;
    app.summary(&on.id).await
}

/// Duplicate a map
///
/// The copy has the map's content and pictures, not its history and links.
#[utoipa::path(operation_id = "duplicateMap", post, path = "/maps/{id}/duplicate", tag = "maps", params(MapParam), request_body = Copying,
    responses((status = 201, body = MapSummary, headers(("Location" = String, description = "Where the copy is")))))]
async fn duplicate(
    State(app): State<Arc<App>>,
    on: OnMap<ArrangeMap>,
    JsonOf(copying): JsonOf<Copying>,
) -> Result<Response, Problem> {
    let title = text::optional("the title", copying.title.as_deref(), TITLE)?;
    let row = app.row(&on.id).await?;
    let mut map = app.current(&on.id).await?.map;
    if let Some(title) = title {
        map.title = Text::Plain(title);
    }
    let author = on.actor.name().to_owned();
    let reason = Some(format!("copy of {}", on.id));
    let copy = app.create(Draft { map, folder: row.folder, author, reason }).await?;
    app.store.copy_images(on.id.as_str(), copy.id.as_str(), app.clock.now()).await?;
    let location = format!("/api/v1/maps/{}", copy.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], app.summary(&copy.id).await?).into_response())
}

impl App {
    async fn summary(&self, id: &MapId) -> Result<Json<MapSummary>, Problem> {
        MapSummary::of(self.row(id).await?).map(Json)
    }
}

/// A map as an answer.
pub(super) fn answer(map: &Map, state: &Known, notation: Notation) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(notation.media_type())),
        (ETAG, state.tag(form(notation))),
        (VARY, HeaderValue::from_static("Accept")),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (headers, notation.write(map)).into_response()
}

const fn form(notation: Notation) -> &'static str {
    match notation {
        Notation::Json => "json",
        Notation::Yaml => "yaml",
    }
}
