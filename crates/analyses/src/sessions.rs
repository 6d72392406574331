//! Sessions: visits split by silence. See [`MANUAL`].

use kelias_journeys::{Analysis, JourneyBatch};
use serde::Serialize;
use thiserror::Error;

use crate::durations::{Durations, mean_seconds};

manual! {
    /// # What it says
    ///
    /// How many visits the travellers made, how many events a visit has and how long it lasts.
    ///
    /// # How it is computed
    ///
    /// A new session begins where the time since the traveller's event before is greater than the timeout (source:
    /// the common definition, as in Retentioneering's `split_sessions`); a gap exactly as long as the timeout does
    /// not split. A session lasts from its first to its last event, so one of a single event lasts no time. Mean and
    /// median are exact and over all sessions.
    ///
    /// # When not to trust it
    ///
    /// When events come in rounded to days, or when one traveller stands for several people or devices at once.
    /// The time spent after the last event of a session is not known and not counted.
    ///
    /// # Example
    ///
    /// Events at 10:00, 10:20, 10:50 and 11:21 with a timeout of 30 minutes: two sessions, of 3 events and
    /// 50 minutes, and of 1 event and no time.
}

/// The timeout when none is given: 30 minutes.
pub const DEFAULT_TIMEOUT_MICROS: i64 = 30 * 60 * 1_000_000;

/// Sessions that cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SpecError {
    /// The timeout is negative.
    #[error("the timeout of sessions cannot be negative, but it is {0} microseconds")]
    NegativeTimeout(i64),
}

/// What is asked of sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spec {
    timeout_micros: u64,
}

impl Spec {
    /// Sessions with a timeout in microseconds.
    ///
    /// # Errors
    /// When the timeout is negative.
    pub fn new(timeout_micros: i64) -> Result<Self, SpecError> {
        let timeout_micros = u64::try_from(timeout_micros).map_err(|_| SpecError::NegativeTimeout(timeout_micros))?;
        Ok(Self { timeout_micros })
    }
}

/// The sessions as far as they were observed.
#[derive(Debug, Clone)]
pub struct Sessions {
    spec: Spec,
    events: u64,
    /// Sessions in which no time passes: most have a single event.
    instants: u64,
    /// How long the others last.
    lengths: Durations,
}

impl Sessions {
    /// Sessions, none observed yet.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        Self { spec, events: 0, instants: 0, lengths: Durations::default() }
    }

    #[inline]
    fn close(&mut self, first: i64, last: i64) {
        if first == last {
            self.instants += 1;
        } else {
            self.lengths.push(last.abs_diff(first));
        }
    }
}

impl Analysis for Sessions {
    type Output = Output;

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys() {
            let Some((&begin, rest)) = journey.times.split_first() else { continue };
            self.events += journey.times.len() as u64;
            let (mut first, mut last) = (begin, begin);
            for &time in rest {
                if time.abs_diff(last) > self.spec.timeout_micros {
                    self.close(first, last);
                    first = time;
                }
                last = time;
            }
            self.close(first, last);
        }
    }

    fn merge(&mut self, other: Self) {
        self.events += other.events;
        self.instants += other.instants;
        self.lengths.merge(other.lengths);
    }

    fn finish(self) -> Output {
        let mut lengths = self.lengths.into_sample();
        let sessions = self.instants + lengths.len();
        Output {
            analysis: "sessions",
            sessions,
            events_per_session_mean: (sessions > 0).then(|| self.events as f64 / sessions as f64),
            duration_seconds_mean: (sessions > 0).then(|| mean_seconds(lengths.sum(), sessions)),
            duration_seconds_median: lengths.median_with_zeros(self.instants),
        }
    }
}

/// The answer; means and median are none when there are no sessions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Output {
    /// `sessions`.
    pub analysis: &'static str,
    /// How many there are.
    pub sessions: u64,
    /// Events of a session.
    pub events_per_session_mean: Option<f64>,
    /// Mean time from a session's first event to its last.
    pub duration_seconds_mean: Option<f64>,
    /// Median of that time.
    pub duration_seconds_median: Option<f64>,
}
