//! Coming in by a share link.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kelias_map::MapId;
use kelias_metastore::LinkRow;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::{Anyone, OnServer, session_secret};
use crate::cookies;
use crate::extract::{JsonOf, PathOf};
use crate::policy::asked::Enter;
use crate::policy::{Action, Actor, Object, allows};
use crate::problem::{Kind, Problem};
use crate::state::App;
use crate::summary::stored;
use crate::text::{self, NAME};

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(greet)).routes(routes!(enter))
}

/// What a share link opens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Greeting {
    /// Id of the map.
    pub map: String,
    /// Its title, in its own language.
    pub title: String,
    /// Whether the link lets edit.
    pub can_edit: bool,
}

/// A guest who comes in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewGuest {
    /// The link's secret: the last part of its address.
    #[schema(min_length = 1, max_length = 200)]
    pub link: String,
    /// What the guest is called.
    #[schema(min_length = 1, max_length = 80, pattern = r"\S")]
    pub name: String,
}

/// What was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Entered {
    /// Id of the map.
    pub map: String,
    /// Whether one may edit it.
    pub can_edit: bool,
}

/// What a share link opens
#[utoipa::path(
    operation_id = "readShareLink",
    get, path = "/links/{secret}", tag = "session",
    params(("secret" = String, Path, description = "The link's secret: the last part of its address")),
    responses((status = 200, body = Greeting))
)]
async fn greet(
    State(app): State<Arc<App>>,
    _: Anyone,
    PathOf(secret): PathOf<String>,
) -> Result<Json<Greeting>, Problem> {
    let link = app.link(&secret).await?;
    let id = MapId::new(&*link.map).map_err(|_| Problem::no_map(&link.map))?;
    let title = stored(&app.row(&id).await?)?.own_title().to_owned();
    Ok(Json(Greeting { map: link.map, title, can_edit: link.can_edit }))
}

/// Come in by a share link
///
/// Sets the session's cookie, unless whoever asks may do more already: the owner stays the owner. A guest's session goes on
/// and opens what the link opens as well, under the name given now.
#[utoipa::path(
    operation_id = "enterAsGuest",
    post, path = "/guests", tag = "session", request_body = NewGuest,
    responses((status = 201, body = Entered, headers(("Set-Cookie" = String, description = "The session"))),
        (status = 200, body = Entered, description = "The owner needs no link"))
)]
async fn enter(
    State(app): State<Arc<App>>,
    caller: OnServer<Enter>,
    headers: HeaderMap,
    JsonOf(guest): JsonOf<NewGuest>,
) -> Result<Response, Problem> {
    let link = app.link(&guest.link).await?;
    if matches!(caller.actor, Actor::Owner { .. }) {
        return Ok(Json(Entered { map: link.map, can_edit: true }).into_response());
    }
    let name = text::short("the name", &guest.name, NAME)?;
    let (now, map, gains) = (app.clock.now(), Object::Map(&link.map), gains(&caller.actor, &link));
    let entered = Entered { can_edit: link.can_edit || allows(&caller.actor, Action::EditMap, map), map: link.map };
    let secret = session_secret(&headers).unwrap_or_default();
    let end = app.session_end(now);
    let cookie = if app.store.follow_link(&secret, &link.id, &name, now, end).await? {
        if gains {
            // What is open in the browser may do more at once. Every socket looks up its rights then, so who only repeats a link must not ask for it.
            app.access.changed();
        }
        cookies::session(&app, &secret)
    } else {
        cookies::session(&app, app.store.new_guest_session(&link.id, &name, now, end).await?.as_str())
    };
    Ok((StatusCode::CREATED, [(SET_COOKIE, cookie)], Json(entered)).into_response())
}

/// Whether the link lets the actor do what it could not do before.
fn gains(actor: &Actor, link: &LinkRow) -> bool {
    let opens = if link.can_edit { Action::EditMap } else { Action::ReadMap };
    !allows(actor, opens, Object::Map(&link.map))
}

impl App {
    async fn link(&self, secret: &str) -> Result<LinkRow, Problem> {
        let link = self.store.link_by_secret(secret, self.clock.now()).await?;
        link.ok_or_else(|| Problem::new(Kind::Missing, "the link was revoked or is too old; ask for a new one"))
    }

    /// When a session that begins now ends.
    pub(super) fn session_end(&self, now: i64) -> i64 {
        now.saturating_add(i64::try_from(self.config.session.as_micros()).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::SharedMap;

    #[test]
    fn a_link_that_is_followed_again_gives_nothing_new() {
        let gains = |known: &[(&str, bool)], can_edit| {
            let maps =
                known.iter().map(|(id, can_edit)| SharedMap { id: (*id).to_owned(), can_edit: *can_edit }).collect();
            let (id, map, created_by) = ("1".to_owned(), "shop".to_owned(), "ada".to_owned());
            let link = LinkRow { id, map, can_edit, created_by, created_at: 0, expires_at: None };
            super::gains(&Actor::Guest { name: "Ona".to_owned(), maps }, &link)
        };
        assert!(gains(&[("other", true)], false) && gains(&[("shop", false)], true));
        assert!(
            !gains(&[("shop", false)], false) && !gains(&[("shop", true)], false) && !gains(&[("shop", true)], true)
        );
    }
}
