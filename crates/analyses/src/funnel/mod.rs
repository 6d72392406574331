//! Funnels: ordered steps within a window of time. See [`MANUAL`].

mod canonical;
mod clickhouse;
mod mode;
mod once;
mod steps;

use kelias_journeys::{Analysis, JourneyBatch};
use serde::Serialize;
use thiserror::Error;

use self::canonical::Canonical;
use self::clickhouse::ClickHouse;
pub use self::clickhouse::Strictness;
pub use self::mode::{Mode, ModeError};
use self::steps::StepTable;
use crate::durations::{Durations, seconds};

manual! {
    /// # What it says
    ///
    /// Of the travellers who took the first step, how many went on to the second, the third and so on, in this
    /// order and within a window of time; and how long they needed from each step to the next.
    ///
    /// # How it is computed
    ///
    /// Mode `canonical`: an event is used for one step at most, and every step lies later in the journey than the
    /// one before; events at the same time stand in order of arrival. The window begins with the event taken as
    /// first step and includes its end. Every event that can be a first step is tried, and the best result
    /// counts: a traveller converts if any chain does. `travellers` at a step are those who reached at least
    /// that step. Times are taken on the traveller's earliest chain to the deepest step reached: it begins with
    /// the earliest first step from which that step can be reached, and each further step is the earliest event
    /// possible. Median and 90th percentile (interpolated between neighbours) are over the travellers who reached
    /// the step, of the time since the step before on that chain. A traveller costs one walk over the journey:
    /// for each step it is enough to know the latest first step from which it was reached.
    ///
    /// Modes `clickhouse`, `clickhouse_strict_order`, `clickhouse_strict_deduplication`,
    /// `clickhouse_strict_increase`, `clickhouse_strict_once` and combinations joined by `+`, such as
    /// `clickhouse_strict_order+allow_reentry`, give the levels of ClickHouse 26.9's `windowFunnel` (source: its
    /// documentation and answers). There, events at the same time stand in order of their steps, not of arrival.
    /// Times are those of the chain held when the deepest step was first reached.
    ///
    /// # When not to trust it
    ///
    /// When the events of several steps are sent together with times rounded to seconds or days: their order is
    /// then that of arrival, which may be chance. When the period ends less than a window after many first steps:
    /// those travellers could still convert. When steps share events, `clickhouse` without `strict_once` may take
    /// one event for two steps.
    ///
    /// # Example
    ///
    /// Steps `visit, cart, pay` within 7 days: 1,000 travellers visited, 300 of them then put something into
    /// the cart, 120 of these paid: conversions .3 and .4, overall .12.
}

/// A step: an event of any of these names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the step is called in the answer.
    pub name: String,
    /// The codes of the events that are this step; without codes it is never reached.
    pub codes: Vec<u32>,
}

/// A funnel that cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SpecError {
    /// No steps were given.
    #[error("a funnel needs at least one step")]
    NoSteps,
    /// The window is negative.
    #[error("a funnel's window cannot be negative, but it is {0} microseconds")]
    NegativeWindow(i64),
}

/// What is asked of a funnel.
#[derive(Debug, Clone)]
pub struct Spec {
    steps: Vec<Step>,
    window_micros: Option<u64>,
    mode: Mode,
}

impl Spec {
    /// Steps in order, to be taken within a window (microseconds; none for any time), counted in a mode.
    ///
    /// # Errors
    /// When there is no step or the window is negative.
    pub fn new(steps: Vec<Step>, window_micros: Option<i64>, mode: Mode) -> Result<Self, SpecError> {
        if steps.is_empty() {
            return Err(SpecError::NoSteps);
        }
        let window_micros = window_micros
            .map(|micros| u64::try_from(micros).map_err(|_| SpecError::NegativeWindow(micros)))
            .transpose()?;
        Ok(Self { steps, window_micros, mode })
    }
}

/// The funnel as far as it was observed.
#[derive(Debug, Clone)]
pub struct Funnel {
    spec: Spec,
    scan: Scan,
    tally: Tally,
}

#[derive(Debug, Clone)]
enum Scan {
    Canonical(Canonical),
    ClickHouse(ClickHouse),
}

impl Funnel {
    /// A funnel that has observed nothing yet.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        let table = StepTable::new(&spec.steps);
        let window = spec.window_micros.unwrap_or(u64::MAX);
        let scan = match spec.mode {
            Mode::Canonical => Scan::Canonical(Canonical::new(table, window)),
            Mode::ClickHouse(strictness) => Scan::ClickHouse(ClickHouse::new(table, window, strictness)),
        };
        let tally = Tally { deepest: vec![0; spec.steps.len()], waits: vec![Durations::default(); spec.steps.len()] };
        Self { spec, scan, tally }
    }
}

/// What is counted of the travellers, whatever the mode.
#[derive(Debug, Clone)]
struct Tally {
    /// Travellers whose deepest step this is.
    deepest: Vec<u64>,
    /// Time since the step before, of those who reached this step.
    waits: Vec<Durations>,
}

impl Tally {
    /// Counts a traveller by the times of the steps reached.
    fn count(&mut self, chain: &[i64]) {
        if let Some(last) = chain.len().checked_sub(1) {
            self.deepest[last] += 1;
        }
        for (pair, waits) in chain.windows(2).zip(&mut self.waits[1..]) {
            waits.push(pair[1].abs_diff(pair[0]));
        }
    }
}

impl Analysis for Funnel {
    type Output = Output;

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys() {
            let chain = match &mut self.scan {
                Scan::Canonical(scan) => scan.chain(journey.codes, journey.times),
                Scan::ClickHouse(scan) => scan.chain(journey.codes, journey.times),
            };
            self.tally.count(chain);
        }
    }

    fn merge(&mut self, other: Self) {
        for (own, more) in self.tally.deepest.iter_mut().zip(other.tally.deepest) {
            *own += more;
        }
        for (own, more) in self.tally.waits.iter_mut().zip(other.tally.waits) {
            own.merge(more);
        }
    }

    fn finish(self) -> Output {
        let mut reached = self.tally.deepest;
        for step in (1..reached.len()).rev() {
            reached[step - 1] += reached[step];
        }
        let first = reached[0];
        let mut previous = None;
        let mut steps = Vec::with_capacity(reached.len());
        for ((step, travellers), waits) in self.spec.steps.into_iter().zip(reached).zip(self.tally.waits) {
            let mut waits = waits.into_sample();
            steps.push(StepRow {
                step: step.name,
                travellers,
                conversion_from_previous: previous.and_then(|before| share(travellers, before)),
                conversion_overall: share(travellers, first),
                median_seconds_from_previous: waits.quantile(1, 2),
                p90_seconds_from_previous: waits.quantile(9, 10),
            });
            previous = Some(travellers);
        }
        let window_seconds = self.spec.window_micros.map(|micros| seconds(micros.into()));
        Output { analysis: "funnel", mode: self.spec.mode.to_string(), window_seconds, steps }
    }
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// A funnel's answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Output {
    /// `funnel`.
    pub analysis: &'static str,
    /// How steps were counted.
    pub mode: String,
    /// Length of the window; none when any time was allowed.
    pub window_seconds: Option<f64>,
    /// The steps in order.
    pub steps: Vec<StepRow>,
}

/// One step of a funnel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepRow {
    /// The step's name.
    pub step: String,
    /// Travellers who reached at least this step.
    pub travellers: u64,
    /// Their share of those who reached the step before; none at the first step or when nobody did.
    pub conversion_from_previous: Option<f64>,
    /// Their share of those who reached the first step; none when nobody did.
    pub conversion_overall: Option<f64>,
    /// Median time since the step before.
    pub median_seconds_from_previous: Option<f64>,
    /// 90th percentile of the time since the step before.
    pub p90_seconds_from_previous: Option<f64>,
}
