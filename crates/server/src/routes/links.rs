//! Share links of a map.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode};
use kelias_metastore::LinkRow;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnMap;
use crate::extract::{JsonOf, PathOf};
use crate::policy::asked::ShareMap;
use crate::problem::{Kind, Problem};
use crate::routes::MapParam;
use crate::state::App;
use crate::time::{self, written};

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(revoke))
}

/// A share link, without its secret.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Link {
    /// Id of the link, to revoke it by.
    pub id: String,
    /// Whether its guests may edit.
    pub can_edit: bool,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it ends; null for one that is only ended by revoking it.
    #[schema(required = true, format = DateTime)]
    pub expires_at: Option<String>,
    /// Whether its time is over.
    pub is_over: bool,
}

/// A new share link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct MadeLink {
    /// The link.
    #[serde(flatten)]
    pub link: Link,
    /// Its address. It is told this once and stored nowhere.
    pub url: String,
}

/// A share link to be made.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewLink {
    /// Whether its guests may edit.
    pub can_edit: bool,
    /// When it ends.
    #[schema(format = DateTime)]
    #[serde(default)]
    pub expires_at: Option<String>,
}

impl Link {
    fn of(row: LinkRow, now: i64) -> Self {
        Self {
            id: row.id,
            can_edit: row.can_edit,
            created_by: row.created_by,
            created_at: written(row.created_at),
            expires_at: row.expires_at.map(written),
            is_over: row.expires_at.is_some_and(|at| at <= now),
        }
    }
}

/// Share links of a map
#[utoipa::path(operation_id = "listLinks", get, path = "/maps/{id}/links", tag = "links", params(MapParam),
    responses((status = 200, body = Vec<Link>)))]
async fn list(State(app): State<Arc<App>>, on: OnMap<ShareMap>) -> Result<Json<Vec<Link>>, Problem> {
    app.row(&on.id).await?;
    let now = app.clock.now();
    let links = app.store.links(on.id.as_str()).await?;
    Ok(Json(links.into_iter().map(|row| Link::of(row, now)).collect()))
}

/// A new share link
#[utoipa::path(operation_id = "createLink", post, path = "/maps/{id}/links", tag = "links", params(MapParam), request_body = NewLink,
    responses((status = 201, body = MadeLink)))]
async fn create(
    State(app): State<Arc<App>>,
    on: OnMap<ShareMap>,
    headers: HeaderMap,
    JsonOf(new): JsonOf<NewLink>,
) -> Result<(StatusCode, Json<MadeLink>), Problem> {
    app.row(&on.id).await?;
    let now = app.clock.now();
    let expires = new.expires_at.as_deref().map(|text| expiry(text, now)).transpose()?;
    let (row, secret) = app.store.new_link(on.id.as_str(), new.can_edit, expires, on.actor.name(), now).await?;
    let url = format!("{}/share/{}", app.origin(&headers), secret.as_str());
    Ok((StatusCode::CREATED, Json(MadeLink { link: Link::of(row, now), url })))
}

/// Revoke a share link
///
/// Its guests are out at once, but for what other links open to them.
#[utoipa::path(
    operation_id = "revokeLink",
    delete, path = "/maps/{id}/links/{link}", tag = "links",
    params(MapParam, ("link" = String, Path, description = "Id of the link")),
    responses((status = 204, description = "Revoked"))
)]
async fn revoke(
    State(app): State<Arc<App>>,
    on: OnMap<ShareMap>,
    path: PathOf<(String, String)>,
) -> Result<StatusCode, Problem> {
    let PathOf((_, link)) = path;
    app.row(&on.id).await?;
    if !app.store.revoke_link(on.id.as_str(), &link).await? {
        return Err(Problem::new(Kind::Missing, format!("the map has no link `{link}`")));
    }
    app.access.changed();
    Ok(StatusCode::NO_CONTENT)
}

fn expiry(text: &str, now: i64) -> Result<i64, Problem> {
    let invalid = |why: &str| Problem::new(Kind::Invalid, format!("expires_at {why}"));
    let at = time::read(text).ok_or_else(|| invalid("is no moment; write it as 2026-07-01T12:00:00Z"))?;
    if at > now { Ok(at) } else { Err(invalid("lies in the past; choose a moment to come")) }
}

impl App {
    /// The address under which the client reached the server.
    fn origin(&self, headers: &HeaderMap) -> String {
        if let Some(url) = &self.config.public_url {
            return url.trim_end_matches('/').to_owned();
        }
        let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        format!("http://{host}")
    }
}
