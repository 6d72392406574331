//! The journey map: model, YAML and JSON, schema, diagnostics. No I/O.
//!
//! The format is described in `docs/map-format.md`; this crate is its only implementation.

pub mod model;

pub use model::*;
