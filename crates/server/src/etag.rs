//! Entity tags: the state of a map's content, and what a client says it knows of it.

use axum::http::header::{IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use kelias_map::{Map, write_json};
use sha2::{Digest, Sha256};

use crate::problem::{Kind, Problem};

/// The state of something, as a hash of its content: it survives restarts, and an edit that is undone restores it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State(String);

impl State {
    /// The state of a map.
    pub(crate) fn of(map: &Map) -> Self {
        Self::of_parts(&[write_json(map).as_bytes()])
    }

    /// The state of something that is made of several parts.
    pub(crate) fn of_parts(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Self(hex(&hash.finalize()[..16]))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag of one form of it: strong tags of JSON and YAML must differ.
    pub(crate) fn tag(&self, form: &str) -> HeaderValue {
        HeaderValue::from_str(&format!("\"{}-{form}\"", self.0)).expect("hexadecimal digits and a word are good")
    }

    /// Whether the client has this very form already.
    pub(crate) fn is_known(&self, headers: &HeaderMap, form: &str) -> bool {
        let wanted = format!("{}-{form}", self.0);
        tags(headers, &IF_NONE_MATCH).any(|tag| tag == "*" || tag.trim_start_matches("W/").trim_matches('"') == wanted)
    }

    /// Holds what the client says it knows (`If-Match`) against this state. It may have read any form.
    pub(crate) fn expect(&self, headers: &HeaderMap) -> Result<(), Problem> {
        if !is_conditional(headers) {
            return Ok(());
        }
        let knows =
            |tag: &str| tag == "*" || tag.trim_matches('"').split_once('-').is_some_and(|(state, _)| state == self.0);
        if tags(headers, &IF_MATCH).any(knows) {
            Ok(())
        } else {
            Err(Problem::new(Kind::Stale, "read it again, make your change anew, and send its new ETag as If-Match"))
        }
    }
}

/// Whether the client says what it knows.
pub(crate) fn is_conditional(headers: &HeaderMap) -> bool {
    headers.contains_key(IF_MATCH)
}

/// The client must say what it knows before it may replace it.
pub(crate) fn require_condition(headers: &HeaderMap) -> Result<(), Problem> {
    if is_conditional(headers) {
        return Ok(());
    }
    Err(Problem::new(
        Kind::Unconditional,
        "send the map's ETag as If-Match, or `If-Match: *` to replace whatever is there",
    ))
}

fn tags<'h>(headers: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'h str> {
    let lines = headers.get_all(name).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim)
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string can be written to");
        text
    })
}
