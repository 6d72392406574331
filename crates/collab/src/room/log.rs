//! What a room needs of the place where updates are kept.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use kelias_map::MapId;

/// Keeps the updates of documents.
///
/// One room at a time writes the log of a map, so revisions that it was told stay true until it appends again.
pub trait UpdateLog: Send + Sync + 'static {
    /// Everything kept of a map's document.
    fn load<'a>(&'a self, map: &'a MapId) -> LogFuture<'a, Stored>;

    /// Keeps `updates`, all or none, and tells the revision after the last of them. What has returned survives the loss of power.
    fn append<'a>(&'a self, map: &'a MapId, updates: Vec<LoggedUpdate>) -> LogFuture<'a, i64>;

    /// Puts `snapshot` in the place of the updates up to `revision`; later ones stay. Nothing changes
    /// if that or a later revision is a snapshot already.
    fn compact<'a>(&'a self, map: &'a MapId, revision: i64, snapshot: Vec<u8>) -> LogFuture<'a, ()>;
}

/// What a log answers when it is done.
pub type LogFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, LogError>> + Send + 'a>>;

/// What is kept of a document.
#[derive(Debug, Clone, Default)]
pub struct Stored {
    /// The snapshot and the updates after it, in the order in which they were kept; each in Yjs' first format.
    pub updates: Vec<Vec<u8>>,
    /// The number of the last update.
    pub revision: i64,
}

/// An update on its way into the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedUpdate {
    /// The update in Yjs' first format.
    pub bytes: Vec<u8>,
    /// Who made it.
    pub actor: Arc<str>,
}

/// Why a log could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// The log knows no such map.
    #[error("there is no such map")]
    Gone,
    /// Something else went wrong.
    #[error("the edits cannot be kept: {0}")]
    Failed(String),
}
