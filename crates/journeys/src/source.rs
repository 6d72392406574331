//! Where journeys come from.

use std::sync::Arc;

use thiserror::Error;

use crate::partition::Partition;
use crate::{JourneyBatch, grouping};

/// Journeys that could not be read.
#[derive(Debug, Error)]
pub enum JourneyError {
    /// The index file could not be read.
    #[error("cannot read the journey index {path}: {reason}; `kelias lake optimize` builds it anew")]
    Index {
        /// The file.
        path: String,
        /// What went wrong.
        reason: String,
    },
}

/// A set of journeys in batches, each traveller in exactly one of them.
pub trait Journeys: Sync {
    /// The event names that the codes stand for.
    fn names(&self) -> &Arc<[String]>;

    /// Number of batches.
    fn batches(&self) -> usize;

    /// The batch at a place, callable from several threads. What is read straight from a file is grouped here, so
    /// ask for each batch once.
    ///
    /// # Errors
    /// When the batch cannot be read from its file.
    fn batch(&self, place: usize) -> Result<JourneyBatch, JourneyError>;
}

/// Journeys held in memory.
#[derive(Debug, Clone)]
pub struct InMemory {
    names: Arc<[String]>,
    blocks: Vec<Block>,
}

/// Some whole journeys.
#[derive(Debug, Clone)]
enum Block {
    /// As they were handed in.
    Grouped(Box<JourneyBatch>),
    /// Their events in order of arrival. They are grouped when they are asked for, on the thread that asks: what one
    /// analysis looks at once need not be kept.
    Arrived(Vec<Partition>),
}

impl InMemory {
    /// Journeys of these batches, whose codes stand for these names.
    #[must_use]
    pub fn new(names: Arc<[String]>, batches: Vec<JourneyBatch>) -> Self {
        Self { names, blocks: batches.into_iter().map(|batch| Block::Grouped(Box::new(batch))).collect() }
    }

    /// Journeys of the events that arrived, one range of travellers after the other.
    pub(crate) fn arrived(names: Arc<[String]>, ranges: impl Iterator<Item = Vec<Partition>>) -> Self {
        Self { names, blocks: ranges.map(Block::Arrived).collect() }
    }

    /// Journeys from plain events, for tests and small logs: (traveller, event, microseconds), ties in time in
    /// the order given.
    #[must_use]
    pub fn from_events<'a>(events: impl IntoIterator<Item = (&'a str, &'a str, i64)>) -> Self {
        let mut builder = crate::Builder::in_memory();
        for (row, (traveller, event, time)) in events.into_iter().enumerate() {
            let code = builder.code_of(event);
            builder.push_event(traveller, code, time, row as u32);
        }
        builder.finish_in_memory()
    }
}

impl Journeys for InMemory {
    fn names(&self) -> &Arc<[String]> {
        &self.names
    }

    fn batches(&self) -> usize {
        self.blocks.len()
    }

    fn batch(&self, place: usize) -> Result<JourneyBatch, JourneyError> {
        Ok(match &self.blocks[place] {
            Block::Grouped(batch) => JourneyBatch::clone(batch),
            Block::Arrived(parts) => grouping::group(parts),
        })
    }
}
