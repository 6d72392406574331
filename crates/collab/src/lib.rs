//! Journey maps under edit: Yjs documents that always hold a valid map.
//!
//! What is in such a document is described in `docs/document.md`. A [`Document`] is one replica of it; it does no I/O and
//! draws chance only from what it is given.

mod document;
pub mod room;
mod update;

pub use document::{Applied, Document, Random};
pub use update::{MAX_UPDATE_BYTES, UpdateError};
