//! Who one is.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kelias_metastore::Json as Value;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::{OWNER_NAME, OnServer, session_secret};
use crate::cookies;
use crate::extract::JsonOf;
use crate::policy::asked::{EndSession, ReadSession, RenameSession};
use crate::policy::{Actor, SharedMap};
use crate::problem::Problem;
use crate::state::App;
use crate::text::{self, NAME};

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read, rename, end))
}

/// Whoever is signed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Session {
    /// How one came in.
    pub actor: ActorKind,
    /// What one is called.
    pub name: String,
    /// Of a guest: the maps that were shared, by one link or several; the one whose link was followed last comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maps: Option<Vec<Shared>>,
    /// Whether one may edit maps; of a guest, whether there is one among those that were shared.
    pub can_edit: bool,
    /// Version of the server.
    pub version: String,
}

/// A map that was shared with a guest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = SharedMap)]
pub(crate) struct Shared {
    /// Id of the map.
    pub map: String,
    /// Whether the guest may edit it.
    pub can_edit: bool,
}

/// How one came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ActorKind {
    /// By the server's sign-in link.
    Owner,
    /// With an API token.
    Token,
    /// By a share link.
    Guest,
}

/// A name to take.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rename {
    /// The name.
    #[schema(min_length = 1, max_length = 80, pattern = r"\S")]
    pub name: String,
}

impl Session {
    pub(super) fn of(actor: Actor) -> Self {
        let (kind, name, maps) = match actor {
            Actor::Owner { name } => (ActorKind::Owner, name, None),
            Actor::Token { name } => (ActorKind::Token, name, None),
            Actor::Guest { name, maps } => (ActorKind::Guest, name, Some(maps)),
            Actor::Stranger => unreachable!("the policy lets no stranger read a session"),
        };
        let shared = |SharedMap { id, can_edit }| Shared { map: id, can_edit };
        let maps = maps.map(|maps| maps.into_iter().map(shared).collect::<Vec<_>>());
        let can_edit = maps.as_ref().is_none_or(|maps| maps.iter().any(|shared| shared.can_edit));
        Self { actor: kind, name, maps, can_edit, version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// Who one is
#[utoipa::path(operation_id = "readSession", get, path = "/session", tag = "session", responses((status = 200, body = Session)))]
async fn read(caller: OnServer<ReadSession>) -> Json<Session> {
    Json(Session::of(caller.actor))
}

/// Take another name
///
/// It is what others see beside one's cursor and what histories call one from now on.
#[utoipa::path(operation_id = "renameSession", patch, path = "/session", tag = "session", request_body = Rename, responses((status = 200, body = Session)))]
async fn rename(
    State(app): State<Arc<App>>,
    caller: OnServer<RenameSession>,
    headers: HeaderMap,
    JsonOf(wanted): JsonOf<Rename>,
) -> Result<Json<Session>, Problem> {
    let name = text::short("the name", &wanted.name, NAME)?;
    let renamed = if let Actor::Guest { maps, .. } = caller.actor {
        let secret = session_secret(&headers).unwrap_or_default();
        app.store.rename_guest(&secret, &name).await?;
        Actor::Guest { name, maps }
    } else {
        app.store.set_setting(OWNER_NAME, &Value::from(name.clone())).await?;
        Actor::Owner { name }
    };
    Ok(Json(Session::of(renamed)))
}

/// Sign out
#[utoipa::path(operation_id = "endSession", delete, path = "/session", tag = "session", responses((status = 204, description = "Signed out")))]
async fn end(State(app): State<Arc<App>>, _: OnServer<EndSession>, headers: HeaderMap) -> Result<Response, Problem> {
    if let Some(secret) = session_secret(&headers) {
        app.store.end_session(&secret).await?;
        app.access.changed();
    }
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookies::removed(&app))]).into_response())
}
