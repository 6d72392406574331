//! The journey index: journeys in Arrow files, memory-mapped, following the lake.
//!
//! An index is a folder with a manifest and segments. A segment holds whole journeys in the order of their travellers' hashes, one
//! record batch for each of 64 ranges of hashes. Each traveller lives in exactly one segment: when new events arrive, only the
//! journeys they touch are written anew, into a new segment, and marked as superseded in the old one; small segments are
//! folded into the new one on the way, so there are never many. The manifest is replaced last and at
//! once, so a reader sees the index before or after, and a crash leaves it before.

mod extend;
mod manifest;
mod merge;
mod segment;

use std::path::Path;
use std::sync::Arc;

pub use extend::Extension;
pub use manifest::IndexedFile;
use manifest::Manifest;
use segment::Segment;
use thiserror::Error;

use crate::{BuildError, JourneyBatch, JourneyError, Journeys};

/// An index that could not be written.
#[derive(Debug, Error)]
pub enum IndexError {
    /// Reading what was there failed.
    #[error(transparent)]
    Read(#[from] JourneyError),
    /// Grouping the new events failed.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// A file could not be written.
    #[error("cannot write the journey index {path}: {source}")]
    Write {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// Arrow refused the columns.
    #[error("cannot write the journey index {path}: {source}")]
    Arrow {
        /// The file.
        path: String,
        /// What Arrow said.
        source: arrow::error::ArrowError,
    },
}

/// An open index.
#[derive(Debug)]
pub struct Index {
    manifest: Manifest,
    names: Arc<[String]>,
    segments: Vec<Segment>,
    /// (segment, batch) by the place of a batch in the whole index.
    places: Vec<(usize, usize)>,
}

impl Index {
    /// Opens the index in a folder; none when there is none yet.
    ///
    /// # Errors
    /// When its files cannot be read or are not what the manifest says.
    pub fn open(folder: &Path) -> Result<Option<Self>, JourneyError> {
        let Some(manifest) = Manifest::read(folder)? else { return Ok(None) };
        let segments =
            manifest.segments.iter().map(|entry| Segment::open(folder, entry)).collect::<Result<Vec<_>, _>>()?;
        let places = segments
            .iter()
            .enumerate()
            .flat_map(|(segment, opened)| (0..opened.batches()).map(move |batch| (segment, batch)))
            .collect();
        Ok(Some(Self { names: manifest.names.clone().into(), manifest, segments, places }))
    }

    /// The version of the lake that the index holds.
    #[must_use]
    pub const fn lake_version(&self) -> u64 {
        self.manifest.lake_version
    }

    /// The files of the lake that the index holds, with the rows their events stand in.
    #[must_use]
    pub fn files(&self) -> &[IndexedFile] {
        &self.manifest.files
    }

    /// Number of identity links that the index has taken into account.
    #[must_use]
    pub const fn links(&self) -> u64 {
        self.manifest.links
    }

    /// Number of events.
    #[must_use]
    pub const fn events(&self) -> u64 {
        self.manifest.events
    }

    /// Number of travellers.
    #[must_use]
    pub const fn travellers(&self) -> u64 {
        self.manifest.travellers
    }

    /// First and last time of all events (microseconds, UTC), where there are any.
    #[must_use]
    pub const fn time_range(&self) -> Option<(i64, i64)> {
        self.manifest.time_range
    }

    /// Number of segments.
    #[must_use]
    pub const fn segments(&self) -> usize {
        self.segments.len()
    }

    /// Size of the index on disk, in bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.segments.iter().map(Segment::bytes).sum()
    }
}

impl Journeys for Index {
    fn names(&self) -> &Arc<[String]> {
        &self.names
    }

    fn batches(&self) -> usize {
        self.places.len()
    }

    fn batch(&self, place: usize) -> Result<JourneyBatch, JourneyError> {
        let (segment, batch) = self.places[place];
        self.segments[segment].batch(batch)
    }
}
