//! The analysis: observes journeys, merges, and finishes into a [`Measured`].

use std::sync::Arc;

use chrono::{DateTime, Datelike, SecondsFormat};
use kelias_journeys::{Analysis, Journey, JourneyBatch};

use crate::intervals::Share;
use crate::measured::{Definitions, Measured, MeasuredStep, MeasuredTouchpoint, NotOnMap, Period};
use crate::measurement::{MeasureError, Measurement, StepPlan};
use crate::retention::{Activity, END_DAY, FIRST_DAY, Retention};
use crate::spec::MeasureSpec;
use crate::tally::{Count, StepTally, Tally};

/// All numbers of a map, as far as they were observed.
///
/// The journeys observed must have the event names the [`Measurement`] was made for. All counts are whole; times
/// to the next step are kept one by one, ratings added up in millionths of a point: so any partition of the
/// journeys and any order of merging give the same answer to the last bit.
#[derive(Debug, Clone)]
pub struct Measure {
    plan: Arc<Plan>,
    tally: Tally,
    scratch: Scratch,
}

/// What does not change while journeys are observed.
#[derive(Debug)]
struct Plan {
    map: Measurement,
    spec: MeasureSpec,
    window_micros: u64,
    end_of_observation: i64,
    period: Period,
    observed_until: String,
}

impl Measure {
    /// A measure that has observed nothing yet.
    ///
    /// # Errors
    /// When the period ends before it begins, or a time lies outside the years 0 to 9999.
    pub fn new(map: Measurement, spec: MeasureSpec) -> Result<Self, MeasureError> {
        let end_of_observation = spec.end_of_observation();
        let period =
            Period { since: spec.since.map(written).transpose()?, until: spec.until.map(written).transpose()? };
        if let (Some(since), Some(until)) = (spec.since, spec.until)
            && until < since
        {
            let [since, until] = [period.since, period.until].map(Option::unwrap_or_default);
            return Err(MeasureError::EmptyPeriod { since, until });
        }
        let window_micros = spec.window_seconds.saturating_mul(1_000_000);
        let observed_until = written(end_of_observation)?;
        let (tally, scratch) = (Tally::new(&map), Scratch::new(&map));
        let plan = Plan { map, spec, window_micros, end_of_observation, period, observed_until };
        Ok(Self { plan: Arc::new(plan), tally, scratch })
    }
}

/// A time (microseconds since 1970, UTC) as RFC 3339, which knows years of four digits.
fn written(micros: i64) -> Result<String, MeasureError> {
    DateTime::from_timestamp_micros(micros)
        .filter(|time| (0..=9999).contains(&time.year()))
        .map(|time| time.to_rfc3339_opts(SecondsFormat::AutoSi, true))
        .ok_or(MeasureError::Time { micros })
}

impl Analysis for Measure {
    type Output = Measured;

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys() {
            let journey = in_period(&journey, &self.plan.spec);
            if !journey.is_empty() {
                self.scratch.classify(&self.plan, &journey, &mut self.tally);
                self.scratch.count_steps(&self.plan, journey.times, &mut self.tally);
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.tally.merge(other.tally);
    }

    fn finish(self) -> Measured {
        let Self { plan, tally, .. } = self;
        let travellers = tally.travellers;
        let not_on_map = not_on_map(&plan.map.names, &tally.uncovered);
        let bound = plan.map.steps.iter().zip(&tally.steps).filter(|(step, _)| step.bound);
        let never_taken = bound.filter(|(_, tally)| tally.count.travellers == 0).map(|(step, _)| step.id.clone());
        Measured {
            map: plan.map.map.clone(),
            lake_version: plan.spec.lake_version,
            period: plan.period.clone(),
            travellers,
            never_taken: never_taken.collect(),
            steps: plan.steps(tally),
            not_on_map,
            evidence_coverage: plan.map.evidence_coverage,
            definitions: plan.definitions(),
        }
    }
}

/// The journey's events within the period.
fn in_period<'a>(journey: &Journey<'a>, spec: &MeasureSpec) -> Journey<'a> {
    let from = spec.since.map_or(0, |since| journey.times.partition_point(|&time| time < since));
    let to = spec.until.map_or(journey.len(), |until| journey.times.partition_point(|&time| time < until));
    // A period of no length ends where it begins, never before.
    Journey {
        place: journey.place,
        codes: &journey.codes[from..to],
        times: &journey.times[from..to],
        rows: &journey.rows[from..to],
    }
}

/// What is remembered of the journey at hand; kept from one journey to the next to spare allocations.
#[derive(Debug, Clone)]
struct Scratch {
    /// By column: where in the journey the step's events are.
    places: Vec<Vec<u32>>,
    /// Columns with any events, in the order in which they were reached.
    reached: Vec<usize>,
    days: Vec<(u32, bool)>,
    /// Number of the journey at hand among those observed.
    journey: u64,
    /// By touchpoint and by code: the last journey that had any of its events.
    last_on_touchpoint: Vec<u64>,
    last_uncovered: Vec<u64>,
}

impl Scratch {
    fn new(map: &Measurement) -> Self {
        Self {
            places: vec![Vec::new(); map.steps.len()],
            reached: Vec::new(),
            days: Vec::new(),
            journey: 0,
            last_on_touchpoint: vec![0; map.touchpoints.len()],
            last_uncovered: vec![0; map.names.len()],
        }
    }

    /// Sorts the journey's events by touchpoints and steps.
    fn classify(&mut self, plan: &Plan, journey: &Journey<'_>, tally: &mut Tally) {
        self.reached.drain(..).for_each(|step| self.places[step].clear());
        self.journey += 1;
        tally.travellers += 1;
        for (place, (&code, &row)) in journey.codes.iter().zip(journey.rows).enumerate() {
            let mut last_step = None;
            for target in plan.map.classifier.all(code, row) {
                let target = target as usize;
                count(&mut tally.touchpoints[target], &mut self.last_on_touchpoint[target], self.journey);
                let step = plan.map.touchpoints[target].step;
                // Touchpoints of one step are neighbours, so that an event is noted once for each step.
                if last_step == Some(step) {
                    continue;
                }
                last_step = Some(step);
                if self.places[step].is_empty() {
                    self.reached.push(step);
                }
                self.places[step].push(place as u32);
                if let Some(rating) = plan.spec.ratings.get(row) {
                    tally.steps[step].ratings.push(rating);
                }
            }
            if last_step.is_none() {
                let code = code as usize;
                count(&mut tally.uncovered[code], &mut self.last_uncovered[code], self.journey);
            }
        }
    }

    /// Counts the steps reached, the conversions and the returns.
    fn count_steps(&mut self, plan: &Plan, times: &[i64], tally: &mut Tally) {
        let activity = Activity::new(times, plan.end_of_observation);
        activity.days(&mut self.days);
        for &(age, returned) in &self.days {
            tally.active.push(age, returned);
        }
        for &step in &self.reached {
            let places = &self.places[step];
            let tally = &mut tally.steps[step];
            tally.count.events += places.len() as u64;
            tally.count.travellers += 1;
            let first = times[places[0] as usize];
            if let Some(returned) = activity.returned(first) {
                tally.reached.push(activity.age(first), returned);
            }
            for &(age, returned) in &self.days {
                tally.active_reachers.push(age, returned);
            }
            let next = plan.map.steps[step].next.map_or(&[][..], |next| &self.places[next]);
            if let Some(micros) = time_to_next(places, next, times, plan.window_micros) {
                tally.to_next.push(micros);
            }
        }
    }
}

/// Counts an event, and the traveller with it if it is the first in this journey.
#[inline]
const fn count(count: &mut Count, last_journey: &mut u64, journey: u64) {
    count.events += 1;
    if *last_journey != journey {
        *last_journey = journey;
        count.travellers += 1;
    }
}

/// Microseconds from the earliest event of a step that has an event of the next step after it within the window
/// to the first such event; none when there is no such pair. Both lists give places in the journey, rising.
fn time_to_next(step: &[u32], next: &[u32], times: &[i64], window: u64) -> Option<u64> {
    let mut before = 0;
    for &end in next {
        while step.get(before).is_some_and(|&place| place < end) {
            before += 1;
        }
        let since = |place: u32| times[end as usize].abs_diff(times[place as usize]);
        // The nearest event of the step decides whether there is a pair. At the first that there is, every event of
        // the step within the window could begin it, and none before those has any pair at all.
        if before > 0 && since(step[before - 1]) <= window {
            let earliest = step[..before].partition_point(|&place| since(place) > window);
            return Some(since(step[earliest]));
        }
    }
    None
}

fn not_on_map(names: &[String], uncovered: &[Count]) -> Vec<NotOnMap> {
    let counted = names.iter().zip(uncovered).filter(|(_, count)| count.events > 0);
    let mut events: Vec<_> = counted
        .map(|(name, count)| NotOnMap { event: name.clone(), count: count.events, travellers: count.travellers })
        .collect();
    events.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.event.cmp(&other.event)));
    events
}

impl Plan {
    fn definitions(&self) -> Definitions {
        Definitions {
            window_seconds: self.spec.window_seconds,
            retention_from_day: FIRST_DAY,
            retention_to_day: END_DAY - 1,
            minimum_ratings: self.spec.minimum_ratings.max(1),
            observed_until: self.observed_until.clone(),
            interval_of_shares: "Wilson, 95 %".to_owned(),
            interval_of_differences: "Newcombe, 95 %".to_owned(),
            interval_of_means: "normal approximation, 95 %".to_owned(),
        }
    }

    fn steps(&self, tally: Tally) -> Vec<MeasuredStep> {
        let Tally { travellers, steps, touchpoints, active, .. } = tally;
        let mut touchpoints = self.touchpoints(&touchpoints);
        let with_tallies = self.map.steps.iter().zip(steps).zip(&mut touchpoints);
        with_tallies
            .map(|((step, mut tally), touchpoints)| {
                let mut measured = MeasuredStep {
                    step: step.id.clone(),
                    stage: step.stage.clone(),
                    emotion_claimed: step.emotion_claimed,
                    touchpoints: std::mem::take(touchpoints),
                    ..MeasuredStep::default()
                };
                if step.bound {
                    measured.set_audience(&tally, travellers);
                    self.set_conversion(&mut measured, step, &mut tally);
                    measured.set_retention(&Retention::new(&tally.reached, &active, &tally.active_reachers));
                    measured.set_emotion(&tally, self.spec.minimum_ratings);
                }
                measured
            })
            .collect()
    }

    /// Touchpoints by column.
    fn touchpoints(&self, counts: &[Count]) -> Vec<Vec<MeasuredTouchpoint>> {
        let mut by_step = vec![Vec::new(); self.map.steps.len()];
        for (touchpoint, count) in self.map.touchpoints.iter().zip(counts) {
            by_step[touchpoint.step].push(MeasuredTouchpoint {
                touchpoint: touchpoint.id.clone(),
                events: touchpoint.bound.then_some(count.events),
                travellers: touchpoint.bound.then_some(count.travellers),
            });
        }
        by_step
    }

    fn set_conversion(&self, measured: &mut MeasuredStep, step: &StepPlan, tally: &mut StepTally) {
        let Some(next) = step.next else { return };
        let (reached, converted) = (tally.count.travellers, tally.to_next.len());
        measured.next = Some(self.map.steps[next].id.clone());
        measured.dropped = Some(reached - converted);
        if let Some(share) = Share::of(converted, reached) {
            measured.conversion_to_next = Some(share.value);
            measured.conversion_low = Some(share.low);
            measured.conversion_high = Some(share.high);
        }
        measured.median_seconds_to_next = tally.to_next.percentile(50);
        measured.p90_seconds_to_next = tally.to_next.percentile(90);
    }
}

impl MeasuredStep {
    fn set_audience(&mut self, tally: &StepTally, all: u64) {
        self.travellers = Some(tally.count.travellers);
        self.events = Some(tally.count.events);
        if let Some(share) = Share::of(tally.count.travellers, all) {
            self.share = Some(share.value);
            self.share_low = Some(share.low);
            self.share_high = Some(share.high);
        }
    }

    fn set_retention(&mut self, retention: &Retention) {
        self.retention = retention.share();
        self.retention_travellers = Some(retention.reached.travellers);
        self.retention_compared = Some(retention.compared);
        self.retention_without = retention.without;
        if let Some(difference) = retention.difference {
            self.retention_difference = Some(difference.value);
            self.retention_difference_low = Some(difference.low);
            self.retention_difference_high = Some(difference.high);
        }
    }

    fn set_emotion(&mut self, tally: &StepTally, minimum: u64) {
        self.ratings = Some(tally.ratings.count);
        if let Some(mean) = tally.ratings.mean(minimum) {
            self.emotion_measured = Some(mean.value);
            self.emotion_low = mean.interval.map(|(low, _)| low);
            self.emotion_high = mean.interval.map(|(_, high)| high);
        }
    }
}
