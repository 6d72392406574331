//! From a request to whoever sent it, and whether that may do what the handler asks for.

use std::marker::PhantomData;
use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::header::{AUTHORIZATION, COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use cookie::Cookie;
use kelias_map::MapId;
use kelias_metastore::{GrantRow, SessionKind, secret_hash};

use crate::policy::{Action, Actor, Asked, Object, SharedMap, allows};
use crate::problem::{Kind, Problem};
use crate::state::App;

/// Name of the cookie that holds a session.
pub(crate) const SESSION_COOKIE: &str = "kelias_session";

/// Setting that holds what the owner is called.
pub(crate) const OWNER_NAME: &str = "owner_name";

/// How a request says who sent it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Credentials {
    /// An API token.
    Token(String),
    /// A session's secret, sent by the browser of its own accord.
    Cookie(String),
    /// Nothing, or nothing that is known here.
    Nothing,
}

impl Credentials {
    /// What the headers, or the query of a socket's address, hold. Whoever names a token means the token, cookie or not.
    pub(crate) fn of(headers: &HeaderMap, query_token: Option<&str>) -> Self {
        if let Some(header) = headers.get(AUTHORIZATION) {
            return bearer(header.to_str().unwrap_or_default()).map_or(Self::Nothing, Self::Token);
        }
        if let Some(token) = query_token {
            return Self::Token(token.to_owned());
        }
        session_secret(headers).map_or(Self::Nothing, Self::Cookie)
    }

    /// What tells their owner from everybody else and gives nothing away.
    pub(crate) fn identity(&self) -> String {
        match self {
            Self::Token(secret) | Self::Cookie(secret) => BASE64_URL_SAFE_NO_PAD.encode(secret_hash(secret)),
            Self::Nothing => String::new(),
        }
    }
}

/// The maps that links open, each with the strongest right that one of them gives; the order stays.
fn shared(grants: Vec<GrantRow>) -> Vec<SharedMap> {
    let mut maps: Vec<SharedMap> = Vec::new();
    for GrantRow { map, can_edit, .. } in grants {
        match maps.iter_mut().find(|known| known.id == map) {
            Some(known) => known.can_edit |= can_edit,
            None => maps.push(SharedMap { id: map, can_edit }),
        }
    }
    maps
}

fn bearer(header: &str) -> Option<String> {
    let (scheme, secret) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim().to_owned())
}

/// The session's secret among the cookies.
pub(crate) fn session_secret(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(Cookie::split_parse).flatten();
    cookies.find(|cookie| cookie.name() == SESSION_COOKIE).map(|cookie| cookie.value().to_owned())
}

impl App {
    /// Whoever these credentials belong to at this moment.
    pub(crate) async fn actor(&self, credentials: &Credentials) -> Result<Actor, Problem> {
        match credentials {
            Credentials::Token(secret) => {
                let token = self.store.token(secret).await?;
                Ok(token.map_or(Actor::Stranger, |token| Actor::Token { name: token.name }))
            }
            Credentials::Cookie(secret) => {
                let session = self.store.session(secret, self.clock.now()).await?;
                match session.map(|session| session.kind) {
                    Some(SessionKind::Owner) => Ok(Actor::Owner { name: self.owner_name().await? }),
                    Some(SessionKind::Guest { name, grants }) => Ok(Actor::Guest { name, maps: shared(grants) }),
                    None => Ok(Actor::Stranger),
                }
            }
            Credentials::Nothing => Ok(Actor::Stranger),
        }
    }

    /// What the owner is called.
    pub(crate) async fn owner_name(&self) -> Result<String, Problem> {
        let stored = self.store.setting(OWNER_NAME).await?;
        Ok(stored.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_else(|| "Owner".to_owned()))
    }
}

/// Whether the page that sent the request is ours. Browsers name the origin of whatever could change something.
pub(crate) fn same_origin(app: &App, headers: &HeaderMap) -> bool {
    const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
    if let Some(site) = headers.get(FETCH_SITE) {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = headers.get(ORIGIN).and_then(|origin| origin.to_str().ok()) else { return false };
    if app.config.public_url.as_deref().is_some_and(|url| url.trim_end_matches('/') == origin) {
        return true;
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    host.is_some_and(|host| origin.split_once("://").is_some_and(|(_, authority)| authority == host))
}

/// Anybody: for what says nothing of maps. It is not even asked who it is, so it is answered without the database.
pub(crate) struct Anyone;

/// Whoever sent the request, having the right to do `A` to the server.
pub(crate) struct OnServer<A> {
    pub(crate) actor: Actor,
    asked: PhantomData<A>,
}

/// Whoever sent the request, having the right to do `A` to the map in the path.
pub(crate) struct OnMap<A> {
    pub(crate) actor: Actor,
    pub(crate) id: MapId,
    asked: PhantomData<A>,
}

impl FromRequestParts<Arc<App>> for Anyone {
    type Rejection = Problem;

    async fn from_request_parts(_: &mut Parts, _: &Arc<App>) -> Result<Self, Problem> {
        let stranger = Actor::Stranger;
        if allows(&stranger, Action::Enter, Object::Server) { Ok(Self) } else { Err(refusal(&stranger)) }
    }
}

impl<A: Asked> FromRequestParts<Arc<App>> for OnServer<A> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let actor = permitted::<A>(parts, app, Object::Server).await?;
        Ok(Self { actor, asked: PhantomData })
    }
}

impl<A: Asked> FromRequestParts<Arc<App>> for OnMap<A> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let params = RawPathParams::from_request_parts(parts, app).await;
        let params = params.map_err(|error| Problem::new(Kind::Malformed, error.to_string()))?;
        let name = params.iter().find(|(key, _)| *key == "id").map_or("", |(_, value)| value);
        let actor = permitted::<A>(parts, app, Object::Map(name)).await?;
        // What is no id names no map.
        let id = MapId::new(name).map_err(|_| Problem::no_map(name))?;
        Ok(Self { actor, id, asked: PhantomData })
    }
}

async fn permitted<A: Asked>(parts: &Parts, app: &App, object: Object<'_>) -> Result<Actor, Problem> {
    let credentials = Credentials::of(&parts.headers, None);
    let is_safe = matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
    if !is_safe && matches!(credentials, Credentials::Cookie(_)) && !same_origin(app, &parts.headers) {
        let detail = "a browser may change something only from the server's own page; programs use a token";
        return Err(Problem::new(Kind::ForeignOrigin, detail));
    }
    let actor = app.actor(&credentials).await?;
    if allows(&actor, A::ACTION, object) { Ok(actor) } else { Err(refusal(&actor)) }
}

/// Why somebody is not let through.
pub(crate) fn refusal(actor: &Actor) -> Problem {
    match actor {
        Actor::Stranger => {
            Problem::new(Kind::SignedOut, "open the sign-in link that the server printed, or send a known API token")
        }
        Actor::Guest { .. } => Problem::new(
            Kind::Forbidden,
            "your share links do not let you do this; ask the map's owner for one that does",
        ),
        Actor::Token { .. } => Problem::new(Kind::Forbidden, "a token has no session; revoke it at the command line"),
        Actor::Owner { .. } => Problem::new(Kind::Forbidden, "the owner may not do this"),
    }
}
