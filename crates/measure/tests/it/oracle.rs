//! An independent implementation of the definitions, slow and plain, against random journeys.

use std::collections::{BTreeMap, BTreeSet};

use kelias_journeys::run;
use kelias_measure::{Measure, Measured, MeasuredStep};
use proptest::prelude::*;

use crate::random::{Case, DAY, cases};

/// An event of one traveller, in order, with the columns of the map it belongs to.
struct Seen {
    time: i64,
    row: usize,
    name: &'static str,
    steps: BTreeSet<usize>,
}

fn journeys_of(case: &Case) -> Vec<Vec<Seen>> {
    let mut by_traveller: BTreeMap<&str, Vec<Seen>> = BTreeMap::new();
    for (row, (who, name, time)) in case.log.iter().enumerate() {
        if case.since.is_none_or(|since| *time >= since) && case.until.is_none_or(|until| *time < until) {
            let belongs = |step: &usize| {
                case.steps[*step]
                    .iter()
                    .flatten()
                    .any(|(names, third)| names.contains(name) && third.is_none_or(|third| row % 3 == third))
            };
            let steps = (0..case.steps.len()).filter(belongs).collect();
            by_traveller.entry(who).or_default().push(Seen { time: *time, row, name, steps });
        }
    }
    let mut journeys: Vec<Vec<Seen>> = by_traveller.into_values().collect();
    for journey in &mut journeys {
        journey.sort_by_key(|seen| (seen.time, seen.row));
    }
    journeys
}

fn first_of(journey: &[Seen], step: usize) -> Option<&Seen> {
    journey.iter().find(|seen| seen.steps.contains(&step))
}

/// Seconds from the earliest event of the step with a next-step event in its window to the first of these.
fn seconds_to_next(journey: &[Seen], step: usize, next: usize, window: u64) -> Option<f64> {
    for (place, from) in journey.iter().enumerate().filter(|(_, seen)| seen.steps.contains(&step)) {
        let mut later = journey[place + 1..].iter().filter(|seen| seen.steps.contains(&next));
        if let Some(to) = later.find(|to| (to.time - from.time) as u64 <= window.saturating_mul(1_000_000)) {
            return Some((to.time - from.time) as f64 / 1e6);
        }
    }
    None
}

fn percentile(mut values: Vec<f64>, percent: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let place = (values.len().checked_sub(1)?) as f64 * percent;
    let (low, high) = (values[place.floor() as usize], values[place.ceil() as usize]);
    Some(low + (high - low) * place.fract())
}

fn returned(journey: &[Seen], time: i64) -> bool {
    journey.iter().any(|seen| seen.time >= time + 8 * DAY && seen.time < time + 15 * DAY)
}

/// (old enough, retained, retention of the others, how many could be compared)
fn retention(case: &Case, journeys: &[Vec<Seen>], step: usize) -> (u64, u64, Option<f64>, u64) {
    let end = case.until.map_or(case.observed_until, |until| until.min(case.observed_until));
    let (mut old, mut kept, mut weights, mut expected) = (0, 0, 0, 0.0);
    let others: Vec<_> = journeys.iter().filter(|journey| first_of(journey, step).is_none()).collect();
    for journey in journeys {
        let Some(reached) = first_of(journey, step).filter(|reached| reached.time + 15 * DAY <= end) else { continue };
        old += 1;
        kept += u64::from(returned(journey, reached.time));
        let age = (reached.time - journey[0].time) / DAY;
        let same_age: Vec<bool> = others
            .iter()
            .filter_map(|other| {
                let on_day = other.iter().find(|seen| (seen.time - other[0].time) / DAY == age)?;
                (on_day.time + 15 * DAY <= end).then(|| returned(other, on_day.time))
            })
            .collect();
        if !same_age.is_empty() {
            weights += 1;
            expected += same_age.iter().filter(|&&returned| returned).count() as f64 / same_age.len() as f64;
        }
    }
    (old, kept, (weights > 0).then(|| expected / weights as f64), weights)
}

fn close(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(1.0),
        _ => false,
    }
}

/// Wilson's interval is where a test of the share against the ends is just significant.
fn is_wilson(share: Option<f64>, ends: [Option<f64>; 2], n: u64) -> bool {
    let (Some(share), [Some(low), Some(high)]) = (share, ends) else {
        return share.is_none() && ends == [None, None];
    };
    let just = |end: f64| ((share - end).powi(2) * n as f64 - 1.959_964_f64.powi(2) * end * (1.0 - end)).abs() < 1e-5;
    low <= share && share <= high && just(low) && just(high) && (0.0..=1.0).contains(&low) && high <= 1.0
}

fn check_step(case: &Case, journeys: &[Vec<Seen>], measured: &Measured, place: usize) -> Result<(), TestCaseError> {
    let step = &measured.steps[place];
    let is_bound = |place: usize| case.steps[place].iter().any(Option::is_some);
    if !is_bound(place) {
        let nothing = MeasuredStep {
            step: step.step.clone(),
            stage: step.stage.clone(),
            touchpoints: step.touchpoints.clone(),
            ..MeasuredStep::default()
        };
        prop_assert_eq!(step, &nothing);
        return Ok(());
    }
    let reached: Vec<_> = journeys.iter().filter(|journey| first_of(journey, place).is_some()).collect();
    let all = journeys.len() as f64;
    prop_assert_eq!(step.travellers, Some(reached.len() as u64));
    prop_assert!(close(step.share, (all > 0.0).then(|| reached.len() as f64 / all)));
    prop_assert!(is_wilson(step.share, [step.share_low, step.share_high], journeys.len() as u64));
    check_conversion(case, &reached, step, (place + 1..case.steps.len()).find(|&next| is_bound(next)), place)?;

    let (old, kept, without, compared) = retention(case, journeys, place);
    prop_assert_eq!(step.retention_travellers, Some(old));
    prop_assert!(close(step.retention, (old > 0).then(|| kept as f64 / old as f64)));
    prop_assert!(close(step.retention_without, without));
    prop_assert_eq!(step.retention_compared, Some(compared));
    if old == compared && old > 0 {
        let difference = step.retention.zip(step.retention_without).map(|(with, without)| with - without);
        prop_assert!(close(step.retention_difference, difference));
    }
    if let Some(difference) = step.retention_difference {
        prop_assert!(step.retention_difference_low.is_some_and(|low| (-1.0..=difference).contains(&low)));
        prop_assert!(step.retention_difference_high.is_some_and(|high| (difference..=1.0).contains(&high)));
    }

    let on_step = journeys.iter().flatten().filter(|seen| seen.steps.contains(&place));
    let rows: Vec<usize> = on_step.map(|seen| seen.row).collect();
    let ratings: Vec<f64> = rows.iter().filter_map(|row| case.ratings.get(row).copied()).collect();
    let n = ratings.len() as f64;
    let mean = (ratings.len() >= 3).then(|| ratings.iter().sum::<f64>() / n);
    prop_assert_eq!(step.events, Some(rows.len() as u64));
    prop_assert_eq!(step.ratings, Some(ratings.len() as u64));
    prop_assert!(close(step.emotion_measured, mean));
    let spread = mean.map(|mean| {
        let variance = ratings.iter().map(|rating| (rating - mean).powi(2)).sum::<f64>() / (n - 1.0);
        1.959_963_984_540_054 * (variance / n).sqrt()
    });
    let end = |sign: f64| mean.zip(spread).map(|(mean, spread)| (mean + sign * spread).clamp(-2.0, 2.0));
    prop_assert!(close(step.emotion_low, end(-1.0)) && close(step.emotion_high, end(1.0)));
    Ok(())
}

fn check_conversion(
    case: &Case,
    reached: &[&Vec<Seen>],
    step: &MeasuredStep,
    next: Option<usize>,
    place: usize,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(&step.next, &next.map(|next| format!("s{next}")));
    let Some(next) = next else {
        prop_assert_eq!((step.conversion_to_next, step.dropped, step.median_seconds_to_next), (None, None, None));
        return Ok(());
    };
    let seconds: Vec<f64> =
        reached.iter().filter_map(|journey| seconds_to_next(journey, place, next, case.window_seconds)).collect();
    let conversion = (!reached.is_empty()).then(|| seconds.len() as f64 / reached.len() as f64);
    prop_assert!(close(step.conversion_to_next, conversion));
    prop_assert!(is_wilson(conversion, [step.conversion_low, step.conversion_high], reached.len() as u64));
    prop_assert_eq!(step.dropped, Some((reached.len() - seconds.len()) as u64));
    prop_assert!(close(step.median_seconds_to_next, percentile(seconds.clone(), 0.5)));
    prop_assert!(close(step.p90_seconds_to_next, percentile(seconds, 0.9)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_plain_implementation_agrees(case in cases(true)) {
        let journeys = journeys_of(&case);
        let measured = run(&case.journeys(|_| true), &Measure::new(case.measurement(), case.spec()).unwrap()).unwrap();
        prop_assert_eq!(measured.travellers, journeys.len() as u64);
        prop_assert_eq!(measured.steps.len(), case.steps.len());
        for place in 0..case.steps.len() {
            check_step(&case, &journeys, &measured, place)?;
        }

        let mut uncovered: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for journey in &journeys {
            let off: Vec<&str> = journey.iter().filter(|seen| seen.steps.is_empty()).map(|seen| seen.name).collect();
            for name in &off {
                uncovered.entry(name).or_default().0 += 1;
            }
            for name in off.into_iter().collect::<BTreeSet<_>>() {
                uncovered.entry(name).or_default().1 += 1;
            }
        }
        let mut expected: Vec<_> =
            uncovered.into_iter().map(|(name, (count, travellers))| (name.to_owned(), count, travellers)).collect();
        expected.sort_by_key(|(name, count, _)| (std::cmp::Reverse(*count), name.clone()));
        let found: Vec<_> =
            measured.not_on_map.iter().map(|off| (off.event.clone(), off.count, off.travellers)).collect();
        prop_assert_eq!(found, expected);

        let never = measured.steps.iter().filter(|step| step.travellers == Some(0)).map(|step| step.step.clone());
        prop_assert_eq!(&measured.never_taken, &never.collect::<Vec<_>>());
    }
}
