//! The numbers of the forms in which records are stored, and records as texts.
//!
//! A record whose form may grow is stored beside the number of its form. A change of the form gets the next number here,
//! a reader of the old form, and a frozen example in `tests/it/frozen`.

use crate::{Json, Result, StoreError};

/// The form of a map's summary: a JSON object that the server words.
pub(crate) const SUMMARY: i64 = 1;

/// The form of a version's map: the JSON form of a map file.
pub(crate) const MAP: i64 = 1;

/// Refuses a record that this program cannot know how to read.
pub(crate) fn check(format: i64, newest: i64, what: impl FnOnce() -> String) -> Result<()> {
    if format <= newest { Ok(()) } else { Err(StoreError::Newer { what: what(), format }) }
}

/// Reads JSON that the store has written.
pub(crate) fn json(text: &str, what: impl FnOnce() -> String) -> Result<Json> {
    serde_json::from_str(text).map_err(|error| StoreError::Damaged { what: what(), why: error.to_string() })
}

/// A text as both databases can store it.
pub(crate) fn text<'t>(text: &'t str, what: &'static str) -> Result<&'t str> {
    if text.contains('\0') { Err(StoreError::NulCharacter(what)) } else { Ok(text) }
}

/// The same for a text that may be missing.
pub(crate) fn optional_text<'t>(given: Option<&'t str>, what: &'static str) -> Result<Option<&'t str>> {
    given.map(|given| text(given, what)).transpose()
}
