//! The journey map: model, YAML and JSON, schema, diagnostics. No I/O.
//!
//! The format is described in `docs/map-format.md`; this crate is its only implementation.

mod diagnostic;
mod links;
pub mod model;
pub use kelias_predicate as predicate;
pub(crate) use kelias_predicate::near;
mod read;
mod schema;
mod templates;
mod write;

pub use diagnostic::{Diagnostic, Diagnostics, Place, Severity};
pub use kelias_predicate::{Predicate, PredicateError, check_predicate, check_segment};
pub use links::{LinkedMap, check_links};
pub use model::*;
pub use read::{Format, Link, MAX_BYTES, Parsed, read_map};
pub use schema::json_schema;
pub use templates::{Template, TemplateLanguage, templates};
pub use write::{write_json, write_yaml};
