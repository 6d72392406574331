//! Tests of the map crate as its users see it.

mod diagnostics;
mod generated;
mod hostile;
mod links;
mod round_trip;
mod schema;
mod templates;
mod views;

/// Map files for the tests.
const SAMPLE: &str = include_str!("sample.journey.yaml");
