//! N-grams: frequent runs of events. See [`MANUAL`].

use std::num::NonZero;
use std::sync::Arc;

use kelias_journeys::{Analysis, JourneyBatch};
use serde::Serialize;
use thiserror::Error;

use crate::ranking::ranked;
use crate::sequences::SequenceCounts;

pub use crate::ranking::Sequence;

manual! {
    /// # What it says
    ///
    /// Which runs of a given number of events occur most often within journeys.
    ///
    /// # How it is computed
    ///
    /// Every `length` neighbouring events of one traveller are a run; runs overlap, and a traveller who does the
    /// same run twice counts twice (source: the n-grams of text analysis). Runs are compared event by event. The
    /// most frequent come first, equal ones in the order of their events' names.
    ///
    /// # When not to trust it
    ///
    /// When one event is repeated again and again, its runs come first and say little; when a few travellers make
    /// most events, the runs are theirs.
    ///
    /// # Example
    ///
    /// A traveller does `a, b, a, b`: the runs of two are `a, b` twice and `b, a` once.
}

/// N-grams that cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SpecError {
    /// A run of no events.
    #[error("the length of n-grams must be at least 1")]
    NoLength,
}

/// What is asked of n-grams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spec {
    length: NonZero<usize>,
    top: Option<usize>,
}

impl Spec {
    /// Runs of this length, the `top` most frequent or all.
    ///
    /// # Errors
    /// When the length is 0.
    pub fn new(length: usize, top: Option<usize>) -> Result<Self, SpecError> {
        Ok(Self { length: NonZero::new(length).ok_or(SpecError::NoLength)?, top })
    }
}

/// The runs as far as they were observed.
#[derive(Debug, Clone)]
pub struct Ngrams {
    spec: Spec,
    names: Arc<[String]>,
    counts: SequenceCounts,
}

impl Ngrams {
    /// Runs of these events, none observed yet.
    #[must_use]
    pub fn new(spec: Spec, names: Arc<[String]>) -> Self {
        Self { spec, names, counts: SequenceCounts::default() }
    }
}

impl Analysis for Ngrams {
    type Output = Output;

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys() {
            for run in journey.codes.windows(self.spec.length.get()) {
                self.counts.add(run, 1);
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.counts.merge(other.counts);
    }

    fn finish(self) -> Output {
        Output { analysis: "ngrams", ngrams: ranked(self.counts.counts(), &self.names, self.spec.top) }
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Output {
    /// `ngrams`.
    pub analysis: &'static str,
    /// By count, the most frequent first.
    pub ngrams: Vec<Sequence>,
}
