//! What the log says of requests. Addresses that hold secrets are cut short, queries are left out, bodies and headers too.

use std::borrow::Cow;
use std::time::Duration;

use axum::extract::Request;
use axum::response::Response;
use tower_http::request_id::RequestId;
use tracing::{Level, Span};

/// Addresses that end in a secret.
const SECRET: [&str; 3] = ["/share/", "/sign-in/", "/api/v1/links/"];

/// The span of a request: everything that is logged while it is answered names it.
pub(crate) fn span(request: &Request) -> Span {
    let id = request.extensions().get::<RequestId>().and_then(|id| id.header_value().to_str().ok()).unwrap_or_default();
    let (method, path) = (request.method(), request.uri().path());
    // A page is some ninety files of its own, which would drown what people and programs ask for.
    if path.starts_with(PAGE_FILES) {
        return tracing::debug_span!("request", id, %method, path);
    }
    tracing::info_span!("request", id, %method, path = %redacted(path))
}

/// One line for each answer.
pub(crate) fn answered(response: &Response, took: Duration, span: &Span) {
    let status = response.status().as_u16();
    let milliseconds = (took.as_secs_f64() * 10_000.0).round() / 10.0;
    if span.metadata().is_some_and(|metadata| *metadata.level() == Level::INFO) {
        tracing::info!(status, milliseconds, "answered");
    } else {
        tracing::debug!(status, milliseconds, "answered");
    }
}

/// Where the scripts, styles and fonts of the page are.
const PAGE_FILES: &str = "/assets/";

fn redacted(path: &str) -> Cow<'_, str> {
    match SECRET.iter().find(|prefix| path.starts_with(**prefix)) {
        Some(prefix) => format!("{prefix}...").into(),
        None => path.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_stay_out_of_the_log() {
        assert_eq!(redacted("/share/AbC"), "/share/...");
        assert_eq!(redacted("/sign-in/AbC/x"), "/sign-in/...");
        assert_eq!(redacted("/api/v1/links/AbC"), "/api/v1/links/...");
        assert_eq!(redacted("/api/v1/maps/shop/links/7"), "/api/v1/maps/shop/links/7");
    }
}
