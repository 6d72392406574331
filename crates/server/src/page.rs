//! The files of the page.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::etag::State as Known;
use crate::problem::{Kind, Problem};
use crate::state::App;

/// The page itself, which finds its way by the address.
const INDEX: &str = "index.html";
/// The page's tools put the hash of a file's content into its name in this folder.
const HASHED: &str = "assets/";
/// Compressed forms, the smallest first: how they are named in headers and in files.
const COMPRESSED: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// Whatever no route answers: a file of the page, or the page where a person looks for one.
pub(crate) async fn fallback(State(app): State<Arc<App>>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_ours = path.starts_with("api/") || path.starts_with("collab/");
    if is_read && !is_ours {
        let name = if path.is_empty() { INDEX } else { path };
        if let Some(file) = file(&app, name, request.headers()) {
            return file;
        }
        if is_for_people(request.headers())
            && let Some(page) = file(&app, INDEX, request.headers())
        {
            return page;
        }
    }
    Problem::new(Kind::Missing, "there is nothing at this address").into_response()
}

/// A known address was asked with a method it does not take.
pub(crate) async fn wrong_method() -> Problem {
    Problem::new(Kind::Method, "docs/api.md and /api/openapi.json tell what each address takes")
}

/// Whether a browser asks for something to show.
pub(crate) fn is_for_people(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(ACCEPT).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|range| range.trim().starts_with("text/html"))
}

fn file(app: &App, name: &str, headers: &HeaderMap) -> Option<Response> {
    // Compressed forms are not addresses of their own.
    if COMPRESSED.iter().any(|(_, ending)| name.ends_with(ending)) {
        return None;
    }
    let plain = app.page.file(name)?;
    let state = Known::of_parts(&[&plain]);
    let (encoding, bytes) =
        smallest(app, name, headers).map_or((None, plain), |(encoding, bytes)| (Some(encoding), bytes));
    let form = encoding.unwrap_or("plain");
    let tag = state.tag(form);
    if state.is_known(headers, form) {
        return Some((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
    }
    let cached = if name.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::new(match bytes {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    });
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cached));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(ETAG, tag);
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Some(response)
}

/// The smallest form of a file that the client can read, where there is one beside the plain one.
fn smallest(app: &App, name: &str, headers: &HeaderMap) -> Option<(&'static str, Cow<'static, [u8]>)> {
    let lines = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    let read: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    let can_read = |encoding: &str| {
        read.iter().any(|one| {
            let mut parts = one.split(';').map(str::trim);
            parts.next() == Some(encoding) && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
        })
    };
    COMPRESSED.into_iter().find_map(|(encoding, ending)| {
        can_read(encoding).then(|| app.page.file(&format!("{name}{ending}")).map(|bytes| (encoding, bytes)))?
    })
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
