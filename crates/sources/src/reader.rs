//! The face every format shows to the import and the analyses.

use kelias_event::{EventBatch, Reject};

use crate::error::SourceError;
use crate::guess::Guess;

/// Rows of a batch, unless their text is very long.
pub(crate) const BATCH_ROWS: usize = 64 << 10;
/// Text of a batch, in bytes: a batch is closed when it holds more.
pub(crate) const BATCH_BYTES: usize = 48 << 20;

/// Some rows of a source.
#[derive(Debug, Clone)]
pub struct ReadBatch {
    /// The rows that are events, in the order of the source.
    pub events: EventBatch,
    /// The rows that are not.
    pub rejects: Vec<Reject>,
    /// Rows looked at: always the events plus the rejects.
    pub read: u64,
}

/// How far a reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file taken in so far, compressed where it is compressed.
    pub bytes_read: u64,
    /// Bytes there are, where that is known.
    pub bytes_total: Option<u64>,
}

/// A stream of events out of one source.
pub trait EventReader: Send {
    /// What was guessed and why, complete as soon as the reader is open.
    fn guesses(&self) -> &[Guess];

    /// The next rows, or `None` behind the last one. No batch is empty.
    ///
    /// # Errors
    /// When the rest cannot be read. The rows before were handed over by earlier calls; after an error there
    /// is nothing more.
    fn next_batch(&mut self) -> Result<Option<ReadBatch>, SourceError>;

    /// How far the reader is.
    fn progress(&self) -> Progress;

    /// Rows still to come, where the format says so before they are read. The file may lie.
    fn rows(&self) -> Option<u64> {
        None
    }

    /// Cuts the source into at most `parts` consecutive pieces, in order, which may be read on several threads. Formats
    /// that cannot be cut stay whole. Progress of the pieces adds up to the progress of the source.
    fn split(self: Box<Self>, parts: usize) -> Vec<Box<dyn EventReader>>;
}

impl std::fmt::Debug for dyn EventReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EventReader").field("guesses", &self.guesses()).finish_non_exhaustive()
    }
}
