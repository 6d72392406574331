//! The one-time link that the server prints.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::Anyone;
use crate::cookies;
use crate::extract::PathOf;
use crate::page::is_for_people;
use crate::problem::{Kind, Problem};
use crate::state::App;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(sign_in))
}

/// Sign the owner in
///
/// The link works once, for an hour after the server printed it; each start of the server prints a new one.
#[utoipa::path(
    operation_id = "signIn",
    get, path = "/sign-in/{secret}", tag = "session",
    params(("secret" = String, Path, description = "The link's secret")),
    responses((status = 303, description = "On to the page, signed in",
        headers(("Location" = String, description = "The page"), ("Set-Cookie" = String, description = "The session"))))
)]
async fn sign_in(
    State(app): State<Arc<App>>,
    _: Anyone,
    method: Method,
    headers: HeaderMap,
    PathOf(secret): PathOf<String>,
) -> Result<Response, Problem> {
    let now = app.clock.now();
    // Programs that look at links before people do ask for the headers only; that must not spend the link.
    if method != Method::GET || !app.store.take_sign_in(&secret, now).await? {
        // Whoever opens the link a second time may well be signed in already; the page tells.
        if is_for_people(&headers) {
            return Ok((StatusCode::SEE_OTHER, [(LOCATION, "/")]).into_response());
        }
        let detail = "the link was used before or is too old; start the server again for a new one";
        return Err(Problem::new(Kind::Missing, detail));
    }
    let session = app.store.new_owner_session(now, app.session_end(now)).await?;
    let headers = [
        (LOCATION, "/".parse().expect("a path is a header's value")),
        (SET_COOKIE, cookies::session(&app, session.as_str())),
        (CACHE_CONTROL, "no-store".parse().expect("a word is a header's value")),
    ];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}
