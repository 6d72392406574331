//! Variants: whole journeys walked in the same way. See [`MANUAL`].

use std::sync::Arc;

use kelias_journeys::{Analysis, JourneyBatch};
use serde::Serialize;

use crate::ranking::ranked;
use crate::sequences::SequenceCounts;

pub use crate::ranking::Sequence;

manual! {
    /// # What it says
    ///
    /// In which different ways travellers went from their first event to their last, and how many went each way.
    ///
    /// # How it is computed
    ///
    /// A variant is the sequence of all events of a journey; travellers with the same sequence are counted
    /// together (source: the variants of process mining, as pm4py's `get_variants`). Sequences are compared event
    /// by event. The most frequent come first, equal ones in the order of their events' names.
    ///
    /// # When not to trust it
    ///
    /// When journeys are long or events fine-grained: nearly every traveller is then a variant alone, and the first
    /// ones say little about the rest. When events share times: two orders of arrival make two variants.
    ///
    /// # Example
    ///
    /// Three travellers do `visit, pay`, one does `visit`: the variants are `visit, pay` 3 and `visit` 1.
}

/// What is asked of variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spec {
    /// How many to tell; none for all.
    pub top: Option<usize>,
}

/// The variants as far as they were observed.
#[derive(Debug, Clone)]
pub struct Variants {
    spec: Spec,
    names: Arc<[String]>,
    travellers: u64,
    counts: SequenceCounts,
}

impl Variants {
    /// Variants of these events, none observed yet.
    #[must_use]
    pub fn new(spec: Spec, names: Arc<[String]>) -> Self {
        Self { spec, names, travellers: 0, counts: SequenceCounts::default() }
    }
}

impl Analysis for Variants {
    type Output = Output;

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys().filter(|journey| !journey.is_empty()) {
            self.travellers += 1;
            self.counts.add(journey.codes, 1);
        }
    }

    fn merge(&mut self, other: Self) {
        self.travellers += other.travellers;
        self.counts.merge(other.counts);
    }

    fn finish(self) -> Output {
        let variants = ranked(self.counts.counts().collect(), <[u32]>::to_vec, &self.names, self.spec.top);
        Output { analysis: "variants", travellers: self.travellers, variants }
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Output {
    /// `variants`.
    pub analysis: &'static str,
    /// All travellers with an event, whether their variant is told or not.
    pub travellers: u64,
    /// By count, the most frequent first.
    pub variants: Vec<Sequence>,
}
