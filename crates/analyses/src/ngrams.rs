//! N-grams: frequent runs of events. See [`MANUAL`].

use std::num::NonZero;
use std::sync::Arc;

use kelias_journeys::{Analysis, JourneyBatch};
use serde::Serialize;
use thiserror::Error;

use crate::packed::{PackedCounts, Packing};
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
    counts: Counts,
}

/// Runs that fit into 64 bits, as short runs of not too many names do, are counted faster.
#[derive(Debug, Clone)]
enum Counts {
    Packed(PackedCounts),
    Listed(SequenceCounts),
}

impl Ngrams {
    /// Runs of these events, none observed yet.
    #[must_use]
    pub fn new(spec: Spec, names: Arc<[String]>) -> Self {
        let counts = match Packing::new(names.len(), spec.length.get()) {
            Some(packing) => Counts::Packed(PackedCounts::new(packing)),
            None => Counts::Listed(SequenceCounts::default()),
        };
        Self { spec, names, counts }
    }
}

impl Analysis for Ngrams {
    type Output = Output;

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys() {
            match &mut self.counts {
                Counts::Packed(counts) => counts.add_runs(journey.codes),
                Counts::Listed(counts) => {
                    journey.codes.windows(self.spec.length.get()).for_each(|run| counts.add(run, 1));
                }
            }
        }
    }

    fn merge(&mut self, other: Self) {
        match (&mut self.counts, other.counts) {
            (Counts::Packed(own), Counts::Packed(more)) => own.merge(more),
            (Counts::Listed(own), Counts::Listed(more)) => own.merge(more),
            _ => unreachable!("values of one specification over the same names count in the same way"),
        }
    }

    fn finish(self) -> Output {
        let (names, top) = (&self.names, self.spec.top);
        let ngrams = match self.counts {
            Counts::Packed(counts) => {
                let packing = counts.packing();
                ranked(counts.into_counts(), |run| packing.codes(run), names, top)
            }
            Counts::Listed(counts) => ranked(counts.counts().collect(), <[u32]>::to_vec, names, top),
        };
        Output { analysis: "ngrams", ngrams }
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
