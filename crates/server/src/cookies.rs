//! The cookie of a session.

use axum::http::HeaderValue;
use cookie::time::Duration;
use cookie::{Cookie, SameSite};

use crate::auth::SESSION_COOKIE;
use crate::state::App;

/// Keeps the session's secret in the browser, out of reach of scripts.
pub(crate) fn session(app: &App, secret: &str) -> HeaderValue {
    cookie(app, secret.to_owned(), Duration::try_from(app.config.session).unwrap_or(Duration::MAX))
}

/// Makes the browser forget it.
pub(crate) fn removed(app: &App) -> HeaderValue {
    cookie(app, String::new(), Duration::ZERO)
}

fn cookie(app: &App, value: String, age: Duration) -> HeaderValue {
    let cookie = Cookie::build((SESSION_COOKIE, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.config.is_https())
        .max_age(age)
        .build();
    HeaderValue::from_str(&cookie.to_string()).expect("a secret is written in letters, digits, - and _")
}
