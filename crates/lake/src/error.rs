//! What can go wrong with a lake.

use std::path::Path;

use kelias_journeys::index::IndexError;
use kelias_journeys::{BuildError, JourneyError};
use thiserror::Error;

/// A lake that could not be read, written or asked.
#[derive(Debug, Error)]
pub enum LakeError {
    /// There is no lake.
    #[error("there is no lake at {0}; `kelias import FILE --lake {0}` makes one")]
    Missing(String),
    /// Something else stands where the lake should be.
    #[error("{0} is not a folder, so it cannot hold a lake")]
    NotAFolder(String),
    /// The Delta table is damaged or of another kind.
    #[error("cannot read the table at {path}: {reason}")]
    Table {
        /// The lake.
        path: String,
        /// What the reader said.
        reason: String,
    },
    /// The table's columns are not those of canonical events.
    #[error("the table at {path} is not a lake of events: column {column} is missing or of another type")]
    Schema {
        /// The lake.
        path: String,
        /// The first column that does not fit.
        column: String,
    },
    /// The system refused to read or write.
    #[error("cannot {action} {path}: {source}{}", hint(source))]
    Io {
        /// What was tried: `read`, `write`, `create` ...
        action: &'static str,
        /// The file or folder.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A Parquet file could not be written or read.
    #[error("cannot use the event file {path}: {source}")]
    Parquet {
        /// The file.
        path: String,
        /// What the Parquet library said.
        source: parquet::errors::ParquetError,
    },
    /// Columns that do not fit.
    #[error(transparent)]
    Arrow(#[from] arrow::error::ArrowError),
    /// A batch that a reader should not have handed over.
    #[error(transparent)]
    Batch(#[from] kelias_event::BatchError),
    /// The journey index.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// The journeys in the index.
    #[error(transparent)]
    Journeys(#[from] JourneyError),
    /// Grouping events into journeys.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// A predicate or query that cannot be carried out.
    #[error("{0}")]
    Query(String),
    /// More events than rows can be numbered.
    #[error("a lake holds at most 4,294,967,295 events; split it by period or by subject")]
    TooMany,
    /// The user stopped it.
    #[error("stopped; the lake is as it was")]
    Stopped,
}

fn hint(error: &std::io::Error) -> &'static str {
    match error.kind() {
        std::io::ErrorKind::StorageFull => "; free room on that disk and run the command again",
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            "; give this user the right to write there"
        }
        _ => "",
    }
}

impl LakeError {
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.display().to_string();
        move |source| Self::Io { action, path, source }
    }

    /// A Parquet error; one that the system caused is told as such.
    pub(crate) fn parquet(path: &Path, source: parquet::errors::ParquetError) -> Self {
        let path = path.display().to_string();
        match source {
            parquet::errors::ParquetError::External(inner) => match inner.downcast::<std::io::Error>() {
                Ok(source) => Self::Io { action: "write", path, source: *source },
                Err(inner) => Self::Parquet { path, source: parquet::errors::ParquetError::External(inner) },
            },
            source => Self::Parquet { path, source },
        }
    }
}
