//! Retention: who comes back. See [`MANUAL`].

mod calendar;
mod cohorts;

use chrono_tz::Tz;
use kelias_journeys::{Analysis, Journey, JourneyBatch};
use serde::Serialize;
use thiserror::Error;

use self::calendar::{Calendar, Interval};
use self::cohorts::Cohorts;

pub use self::calendar::Unit;

manual! {
    /// # What it says
    ///
    /// Of the travellers who did something in one day, week or month, how many came back in the next, the one
    /// after it, and so on.
    ///
    /// # How it is computed
    ///
    /// Time is cut into calendar days, weeks from Monday, or months, in UTC or a time zone, whose changes to and
    /// from summer time are followed (source: the calendar cohorts of product analytics). A cohort
    /// is those who did the start event in an interval: with cohorts `first-time` each traveller belongs to the
    /// interval of the first start event, with `recurring` to every interval with one. `size` and cell 0 are the
    /// cohort; cell k counts those of it who did the return event in the k-th interval after (mode `on`) or in
    /// that interval or any later one (`on-or-after`). A row ends with the last interval in which any event was
    /// observed, so every cell is of a cohort old enough for it. Intervals without a cohort between the first and
    /// the last are listed with size 0 and cell 0 alone. Without a start or return event any event will do.
    ///
    /// # When not to trust it
    ///
    /// The last interval is seldom whole: its cells are still growing. First-time means first in the period
    /// looked at. A day begins when the clock of the time zone first shows it; where a clock is put back over
    /// midnight, that hour belongs to the new day.
    ///
    /// # Example
    ///
    /// Daily, recurring: one traveller comes on days 0, 1, 2, 5 and 6, another on 1, 2, 3 and 6. The cohort of
    /// day 1 is both; its row is 2, 2, 1, 0, 1, 2.
}

/// How cell k is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Came back in interval k.
    #[default]
    On,
    /// Came back in interval k or a later one.
    OnOrAfter,
}

/// Who belongs to a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Membership {
    /// Those whose first start event is in the interval.
    #[default]
    FirstTime,
    /// All with a start event in the interval.
    Recurring,
}

/// What is asked of retention.
#[derive(Debug, Clone, Default)]
pub struct Spec {
    /// The calendar's unit.
    pub unit: Unit,
    /// The time zone of the calendar; none for UTC.
    pub zone: Option<Tz>,
    /// The codes of events that start; none for any event.
    pub start: Option<Vec<u32>>,
    /// The codes of events that are a return; none for any event.
    pub back: Option<Vec<u32>>,
    /// How cells are counted.
    pub mode: Mode,
    /// How cohorts are formed.
    pub membership: Membership,
}

/// Retention that cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// The events are spread over too many intervals.
    #[error(
        "retention by {unit} from {first} to {last} has more than {limit} cells; narrow the period with --since and \
         --until, or take longer intervals"
    )]
    TooLarge {
        /// The calendar's unit.
        unit: &'static str,
        /// Begin of the first cohort.
        first: String,
        /// Begin of the last interval observed.
        last: String,
        /// The most cells a table may have.
        limit: u64,
    },
}

/// Retention as far as it was observed.
#[derive(Debug, Clone)]
pub struct Retention {
    spec: Spec,
    calendar: Calendar,
    /// By code: whether the event starts, and whether it is a return. Empty when any event is both.
    roles: Vec<(bool, bool)>,
    cohorts: Cohorts,
    /// The last interval with any event.
    last: Option<i64>,
    starts: Vec<i64>,
    returns: Vec<i64>,
}

impl Retention {
    /// Retention, nothing observed yet.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        let roles = if spec.start.is_none() && spec.back.is_none() { Vec::new() } else { roles(&spec) };
        Self {
            calendar: Calendar::new(spec.unit, spec.zone),
            spec,
            roles,
            cohorts: Cohorts::default(),
            last: None,
            starts: Vec::new(),
            returns: Vec::new(),
        }
    }

    /// Fills `starts` and `returns` with the intervals of this traveller, each once and rising.
    fn find_intervals(&mut self, journey: Journey<'_>, at: &mut Interval) {
        self.starts.clear();
        self.returns.clear();
        if self.roles.is_empty() {
            let mut from = 0;
            // Most events fall into the interval of the event before.
            while let Some(&time) = journey.times.get(from) {
                self.calendar.move_to(at, time);
                self.starts.push(at.index);
                from += journey.times[from..].iter().take_while(|&&time| time < at.until).count().max(1);
            }
            self.starts.dedup();
            self.returns.extend_from_slice(&self.starts);
            return;
        }
        for (&code, &time) in journey.codes.iter().zip(journey.times) {
            let (starts, returns) = self.roles.get(code as usize).copied().unwrap_or(self.others());
            if !starts && !returns {
                continue;
            }
            self.calendar.move_to(at, time);
            if starts && self.starts.last() != Some(&at.index) {
                self.starts.push(at.index);
            }
            if returns && self.returns.last() != Some(&at.index) {
                self.returns.push(at.index);
            }
        }
        if let Some(&time) = journey.times.last() {
            self.calendar.move_to(at, time);
        }
    }

    /// The roles of codes beyond those that were named.
    const fn others(&self) -> (bool, bool) {
        (self.spec.start.is_none(), self.spec.back.is_none())
    }
}

fn roles(spec: &Spec) -> Vec<(bool, bool)> {
    let named = spec.start.iter().chain(&spec.back).flatten();
    let mut roles = vec![(spec.start.is_none(), spec.back.is_none()); named.max().map_or(1, |&code| code as usize + 1)];
    for &code in spec.start.iter().flatten() {
        roles[code as usize].0 = true;
    }
    for &code in spec.back.iter().flatten() {
        roles[code as usize].1 = true;
    }
    roles
}

impl Analysis for Retention {
    type Output = Result<Output, TableError>;

    fn observe(&mut self, batch: &JourneyBatch) {
        let mut at = Interval::NOWHERE;
        for journey in batch.journeys().filter(|journey| !journey.is_empty()) {
            self.find_intervals(journey, &mut at);
            self.last = self.last.max(Some(at.index));
            let cohorts = match self.spec.membership {
                Membership::FirstTime => &self.starts[..self.starts.len().min(1)],
                Membership::Recurring => &self.starts[..],
            };
            for &cohort in cohorts {
                let later = &self.returns[self.returns.partition_point(|&interval| interval <= cohort)..];
                self.cohorts.count(cohort, later, self.spec.mode);
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.last = self.last.max(other.last);
        self.cohorts.merge(other.cohorts);
    }

    fn finish(self) -> Result<Output, TableError> {
        let Some(last) = self.last else { return Ok(Output { analysis: "retention", cohorts: Vec::new() }) };
        let rows = self.cohorts.into_rows(last, self.spec.mode).map_err(|first| TableError::TooLarge {
            unit: self.spec.unit.name(),
            first: self.calendar.date(first),
            last: self.calendar.date(last),
            limit: cohorts::MOST_CELLS,
        })?;
        let cohort = |(interval, active): (i64, Vec<u64>)| Cohort {
            start: self.calendar.date(interval),
            size: active[0],
            active,
        };
        Ok(Output { analysis: "retention", cohorts: rows.into_iter().map(cohort).collect() })
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Output {
    /// `retention`.
    pub analysis: &'static str,
    /// From the first interval with a cohort to the last.
    pub cohorts: Vec<Cohort>,
}

/// Those who started in one interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cohort {
    /// First day of the interval: YYYY-MM-DD.
    pub start: String,
    /// How many they are.
    pub size: u64,
    /// How many of them were there in the interval, in the next, and so on.
    pub active: Vec<u64>,
}
