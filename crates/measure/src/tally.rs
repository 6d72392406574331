//! What is counted while journeys are observed: whole numbers, so that merging is exact in any order.

use crate::measurement::Measurement;
use crate::ratings::Ratings;
use crate::retention::ByAge;
use crate::spans::Spans;

/// Counts of everything a map is measured by.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    pub(crate) travellers: u64,
    /// By column of the map.
    pub(crate) steps: Vec<StepTally>,
    /// By touchpoint in the map's order.
    pub(crate) touchpoints: Vec<Count>,
    /// Events on no touchpoint, by the code of their name.
    pub(crate) uncovered: Vec<Count>,
    /// All travellers at every age on which they were active.
    pub(crate) active: ByAge,
}

/// Counts of one step.
#[derive(Debug, Clone, Default)]
pub(crate) struct StepTally {
    pub(crate) count: Count,
    /// Times to the next step of those who converted.
    pub(crate) to_next: Spans,
    pub(crate) ratings: Ratings,
    /// Those who reached the step, at the age when they did.
    pub(crate) reached: ByAge,
    /// Those who reached the step, at every age on which they were active.
    pub(crate) active_reachers: ByAge,
}

/// Events, and travellers who have any of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) events: u64,
    pub(crate) travellers: u64,
}

impl Tally {
    pub(crate) fn new(map: &Measurement) -> Self {
        Self {
            travellers: 0,
            steps: vec![StepTally::default(); map.steps.len()],
            touchpoints: vec![Count::default(); map.touchpoints.len()],
            uncovered: vec![Count::default(); map.names.len()],
            active: ByAge::default(),
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.travellers += other.travellers;
        self.active.merge(&other.active);
        for (own, more) in self.steps.iter_mut().zip(other.steps) {
            own.merge(more);
        }
        let own = self.touchpoints.iter_mut().chain(&mut self.uncovered);
        for (own, more) in own.zip(other.touchpoints.into_iter().chain(other.uncovered)) {
            own.merge(more);
        }
    }
}

impl StepTally {
    fn merge(&mut self, other: Self) {
        self.count.merge(other.count);
        self.to_next.merge(other.to_next);
        self.ratings.merge(other.ratings);
        self.reached.merge(&other.reached);
        self.active_reachers.merge(&other.active_reachers);
    }
}

impl Count {
    const fn merge(&mut self, other: Self) {
        self.events += other.events;
        self.travellers += other.travellers;
    }
}
