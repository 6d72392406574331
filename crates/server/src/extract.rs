//! Parts of a request as values; what cannot be read is a problem, never a plain text.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::problem::{Kind, Problem};

/// Values of the path in their order; what does not parse names nothing that exists.
pub(crate) struct PathOf<T>(pub(crate) T);

/// Values of the query.
pub(crate) struct QueryOf<T>(pub(crate) T);

/// A JSON body.
pub(crate) struct JsonOf<T>(pub(crate) T);

/// A body as it came, with its media type in lower case and without parameters.
pub(crate) struct RawBody {
    pub(crate) media_type: Option<String>,
    pub(crate) bytes: Bytes,
}

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for PathOf<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Path::<T>::from_request_parts(parts, state).await {
            Ok(Path(value)) => Ok(Self(value)),
            Err(error) => Err(Problem::new(Kind::Missing, format!("the address names nothing: {}", error.body_text()))),
        }
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for QueryOf<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(value)) => Ok(Self(value)),
            Err(error) => Err(Problem::new(Kind::Malformed, error.body_text())),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for RawBody {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let media_type = media_type(request.headers());
        let bytes = Bytes::from_request(request, state).await.map_err(|error| unread(&error))?;
        Ok(Self { media_type, bytes })
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonOf<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let body = RawBody::from_request(request, state).await?;
        // A form of another site can send `text/plain` without asking first, but never this.
        if body.media_type.as_deref() != Some("application/json") {
            return Err(Problem::new(Kind::MediaType, "send the body as application/json"));
        }
        let value = serde_json::from_slice(&body.bytes);
        value.map(Self).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => Problem::new(Kind::Invalid, error.to_string()),
            _ => Problem::new(Kind::Malformed, format!("the body is no JSON: {error}")),
        })
    }
}

impl RawBody {
    /// The body as text.
    pub(crate) fn text(&self) -> Result<&str, Problem> {
        std::str::from_utf8(&self.bytes)
            .map_err(|error| Problem::new(Kind::Malformed, format!("the body is no UTF-8 text: {error}")))
    }
}

/// A body of at most so many bytes.
pub(crate) async fn read_body(mut request: Request, most: usize) -> Result<Bytes, Problem> {
    DefaultBodyLimit::max(most).apply(&mut request);
    Bytes::from_request(request, &()).await.map_err(|error| unread(&error))
}

fn unread(error: &BytesRejection) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { too_large() } else { broken_off() }
}

fn too_large() -> Problem {
    Problem::new(Kind::TooLarge, "send less at once; docs/api.md names the limits")
}

fn broken_off() -> Problem {
    Problem::new(Kind::Malformed, "the body broke off before its end")
}

/// Media type of the body, in lower case and without parameters.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let essence = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    (!essence.is_empty()).then_some(essence)
}
