//! Answers to what could not be done: problem details (RFC 9457).

use std::fmt;

use axum::Json;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kelias_collab::room::RoomError;
use kelias_map::{Diagnostic, Diagnostics, Severity};
use kelias_metastore::StoreError;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Media type of a problem.
pub(crate) const PROBLEM_JSON: &str = "application/problem+json";

/// Why a request was not served, as it is answered.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Problem {
    kind: Kind,
    detail: String,
    diagnostics: Vec<Diagnostic>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $status:ident, $slug:literal, $title:literal;)+) => {
        /// The kinds of problems there are; each has a stable name and one status.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Kind {
            $($(#[$doc])* $name,)+
        }

        impl Kind {
            /// Status of the answer.
            #[must_use]
            pub(crate) const fn status(self) -> StatusCode {
                match self {
                    $(Self::$name => StatusCode::$status,)+
                }
            }

            const fn slug(self) -> &'static str {
                match self {
                    $(Self::$name => $slug,)+
                }
            }

            const fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)+
                }
            }
        }
    };
}

kinds! {
    /// The request itself is malformed.
    Malformed = BAD_REQUEST, "malformed-request", "the request cannot be read";
    /// Nobody is signed in, or the token is not known.
    SignedOut = UNAUTHORIZED, "signed-out", "sign in first";
    /// Whoever asks has no right to it.
    Forbidden = FORBIDDEN, "forbidden", "you have no right to do this";
    /// A page of another site sent the request.
    ForeignOrigin = FORBIDDEN, "foreign-origin", "the request came from a page of another site";
    /// What was asked for does not exist.
    Missing = NOT_FOUND, "not-found", "there is no such thing here";
    /// The route does not know the method.
    Method = METHOD_NOT_ALLOWED, "method-not-allowed", "the address does not take this method";
    /// No form that the client accepts can be given.
    NotAcceptable = NOT_ACCEPTABLE, "not-acceptable", "no form of it that you accept can be given";
    /// It cannot be done in the state things are in.
    Conflict = CONFLICT, "conflict", "it cannot be done in the state things are in";
    /// The document changed since the client read it.
    Stale = PRECONDITION_FAILED, "stale", "the map changed since you read it";
    /// The client must say which state of the document it knows.
    Unconditional = PRECONDITION_REQUIRED, "condition-required", "say which state of the map you know";
    /// The body is larger than the route takes.
    TooLarge = PAYLOAD_TOO_LARGE, "too-large", "the body is too large";
    /// The body's media type is not one the route reads.
    MediaType = UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "this kind of body is not read here";
    /// The map has errors.
    BadMap = UNPROCESSABLE_ENTITY, "invalid-map", "the map has errors";
    /// The values of the request make no sense.
    Invalid = UNPROCESSABLE_ENTITY, "invalid-values", "a value of the request makes no sense";
    /// The picture cannot be taken.
    BadImage = UNPROCESSABLE_ENTITY, "invalid-image", "the picture cannot be taken";
    /// The server is busy with the same kind of work, or stopping.
    Busy = SERVICE_UNAVAILABLE, "busy", "the server is busy";
    /// The work took longer than it may.
    TimedOut = GATEWAY_TIMEOUT, "timed-out", "it took too long";
    /// This server cannot do it the way it was started.
    Unsupported = NOT_IMPLEMENTED, "not-available", "this server cannot do it";
    /// A fault of the server; the log says more.
    Fault = INTERNAL_SERVER_ERROR, "fault", "something went wrong in the server";
}

impl Problem {
    /// A problem of a kind; the detail says what it is about and how to mend it.
    #[must_use]
    pub(crate) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), diagnostics: Vec::new() }
    }

    /// The kind of problem.
    #[must_use]
    pub(crate) const fn kind(&self) -> Kind {
        self.kind
    }

    /// What it is about and how to mend it.
    #[must_use]
    pub(crate) fn detail(&self) -> &str {
        &self.detail
    }

    /// A fault that the client can do nothing about: told in the log, not in the answer.
    pub(crate) fn fault(error: &dyn fmt::Display) -> Self {
        tracing::error!(%error, "a request failed");
        Self::new(Kind::Fault, "the server's log says more; try again, and tell whoever runs the server")
    }

    /// What cannot be done to a map while it changes all the time.
    pub(crate) fn no_rest() -> Self {
        Self::new(Kind::Busy, "the map is edited all the time; ask again when it rests for a moment")
    }

    pub(crate) fn no_map(id: &str) -> Self {
        Self::new(Kind::Missing, format!("there is no map `{id}`"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.title(), self.detail)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::MapExists(_) => Self::new(Kind::Conflict, error.to_string()),
            StoreError::MapNotFound(_) | StoreError::LinkNotFound(_) => Self::new(Kind::Missing, error.to_string()),
            StoreError::NulCharacter(_) => Self::new(Kind::Invalid, error.to_string()),
            _ => Self::fault(&error),
        }
    }
}

impl From<RoomError> for Problem {
    fn from(error: RoomError) -> Self {
        match error {
            RoomError::Gone => Self::new(Kind::Missing, error.to_string()),
            RoomError::TooLarge => Self::new(Kind::TooLarge, error.to_string()),
            RoomError::Stopped | RoomError::Full => Self::new(Kind::Busy, error.to_string()),
            RoomError::Failed(_) => Self::fault(&error),
        }
    }
}

impl From<Diagnostics> for Problem {
    fn from(Diagnostics(diagnostics): Diagnostics) -> Self {
        let errors = diagnostics.iter().filter(|one| one.is_error()).count();
        let detail = match diagnostics.iter().find(|one| one.is_error()) {
            Some(first) if errors > 1 => format!("{first} (and {} more)", errors - 1),
            Some(first) => first.to_string(),
            None => String::new(),
        };
        Self { kind: Kind::BadMap, detail, diagnostics }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.kind.status();
        let body = ProblemDetails {
            kind: format!("urn:kelias:problem:{}", self.kind.slug()),
            title: self.kind.title().to_owned(),
            status: status.as_u16(),
            detail: self.detail,
            diagnostics: self.diagnostics.into_iter().map(MapProblem::from).collect(),
        };
        let mut response = (status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"kelias\""));
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }
}

/// Why a request was not served (RFC 9457).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemDetails {
    /// Stable name of the kind of problem, such as `urn:kelias:problem:stale`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem in words.
    pub title: String,
    /// Status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// What it is about and how to mend it.
    pub detail: String,
    /// Of a map with errors: all its problems, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<MapProblem>,
}

/// A problem of a map's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct MapProblem {
    /// `error`, or `warning` for what only probably is one.
    pub severity: MapProblemSeverity,
    /// Stable name of the kind of problem, such as `unknown-lane-kind`.
    pub code: String,
    /// What is wrong and how to mend it.
    pub message: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The offending value as written, cut when long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What was probably meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// How bad a problem of a map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MapProblemSeverity {
    /// The map cannot be used as it is.
    Error,
    /// The map can be used, but probably does not say what was meant.
    Warning,
}

impl From<Diagnostic> for MapProblem {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            severity: match diagnostic.severity {
                Severity::Error => MapProblemSeverity::Error,
                Severity::Warning => MapProblemSeverity::Warning,
            },
            code: diagnostic.code.to_owned(),
            message: diagnostic.message,
            line: diagnostic.place.line,
            column: diagnostic.place.column,
            value: diagnostic.value,
            suggestion: diagnostic.suggestion,
        }
    }
}
