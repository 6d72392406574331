//! The vocabulary of events: what a canonical event is, how it is named and which Arrow columns carry it.
//!
//! Nothing here does I/O. Readers (`kelias-sources`) turn files into [`EventBatch`]es, the lake
//! (`kelias-lake`) stores them as rows of [`schema::canonical`], and journeys are built from either.

mod batch;
mod id;
pub mod schema;

pub use batch::{BatchError, EventBatch, Reject};
pub use id::{EventId, RowKey};
