//! Tests of the collab crate as its users see it.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod chance;
mod documents;
mod fixtures;
mod fuzz;
#[path = "../../../map/tests/it/generated.rs"]
mod generated;
mod malformed;
mod peer;
mod room;
mod support;
