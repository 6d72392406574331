//! Retention against written answers and an oracle that counts in sets.

use std::collections::{BTreeMap, BTreeSet};

use kelias_analyses::retention::{Membership, Mode, Output, Retention, Spec, TableError, Unit};
use kelias_journeys::{InMemory, Journeys, run};
use proptest::prelude::*;

use crate::logs::{Log, journeys, logs};

const DAY: i64 = 86_400_000_000;

fn retention(journeys: &InMemory, spec: &Spec) -> Result<Output, TableError> {
    run(journeys, &Retention::new(spec.clone())).unwrap()
}

fn rows(output: &Output) -> Vec<Vec<u64>> {
    output.cohorts.iter().map(|cohort| cohort.active.clone()).collect()
}

fn two_persons() -> InMemory {
    let days = [("p1", [0, 1, 2, 5, 6].as_slice()), ("p2", &[1, 2, 3, 6])];
    let events = days.iter().flat_map(|(who, days)| days.iter().map(|day| (*who, "come", day * DAY + 7)));
    InMemory::from_events(events)
}

#[test]
fn daily_recurring_cohorts_of_two_persons() {
    let spec = Spec { unit: Unit::Day, membership: Membership::Recurring, ..Spec::default() };
    let output = retention(&two_persons(), &spec).unwrap();
    let expected: [&[u64]; 7] =
        [&[1, 1, 1, 0, 0, 1, 1], &[2, 2, 1, 0, 1, 2], &[2, 1, 0, 1, 2], &[1, 0, 0, 1], &[0], &[1, 1], &[2]];
    assert_eq!(rows(&output), expected);
    assert_eq!(output.cohorts[4].start, "1970-01-05");
    assert_eq!(output.cohorts[4].size, 0);
}

#[test]
fn first_time_cohorts_and_later_returns() {
    let spec = Spec { unit: Unit::Day, mode: Mode::OnOrAfter, ..Spec::default() };
    let output = retention(&two_persons(), &spec).unwrap();
    assert_eq!(rows(&output), [vec![1, 1, 1, 1, 1, 1, 1], vec![1, 1, 1, 1, 1, 1]]);
}

#[test]
fn nobody_and_nothing() {
    let nothing = retention(&InMemory::from_events([]), &Spec::default()).unwrap();
    assert!(nothing.cohorts.is_empty());
    let never_started = Spec { start: Some(Vec::new()), ..Spec::default() };
    assert!(retention(&two_persons(), &never_started).unwrap().cohorts.is_empty());
}

#[test]
fn a_stray_event_of_another_age_is_named() {
    let ages = (0..5000).map(|day| ("t", "come", day * DAY)).chain([("late", "come", 2_900_000 * DAY)]);
    let spec = Spec { unit: Unit::Day, membership: Membership::Recurring, ..Spec::default() };
    let error = retention(&InMemory::from_events(ages), &spec).unwrap_err().to_string();
    assert!(error.contains("1970-01-01") && error.contains("9909-"), "{error}");
}

/// The definition in sets of days.
fn oracle(log: &Log, start: &str, back: &str, mode: Mode, membership: Membership) -> Vec<Vec<u64>> {
    let day = |time: i64| time.div_euclid(DAY);
    let days_of = |name: &str| {
        let mut days: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
        for (who, event, time) in log {
            if *event == name {
                days.entry(who).or_default().insert(day(*time));
            }
        }
        days
    };
    let (starts, returns) = (days_of(start), days_of(back));
    let Some(last) = log.iter().map(|event| day(event.2)).max() else { return Vec::new() };
    let cohort_days = |days: &BTreeSet<i64>| match membership {
        Membership::FirstTime => days.iter().take(1).copied().collect::<Vec<_>>(),
        Membership::Recurring => days.iter().copied().collect(),
    };
    let mut members: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
    for (who, days) in &starts {
        for cohort in cohort_days(days) {
            members.entry(cohort).or_default().push(who);
        }
    }
    let (Some((&first, _)), Some((&end, _))) = (members.first_key_value(), members.last_key_value()) else {
        return Vec::new();
    };
    let came = |who: &str, day: i64| {
        let days = returns.get(who);
        days.is_some_and(|days| match mode {
            Mode::On => days.contains(&day),
            Mode::OnOrAfter => days.range(day..).next().is_some(),
        })
    };
    (first..=end)
        .map(|cohort| match members.get(&cohort) {
            None => vec![0],
            Some(who) => (cohort..=last)
                .map(|day| who.iter().filter(|who| day == cohort || came(who, day)).count() as u64)
                .collect(),
        })
        .collect()
}

proptest! {
    #[test]
    fn retention_is_what_sets_say(log in logs(80), on in any::<bool>(), first in any::<bool>()) {
        let journeys = journeys(&log);
        let code = |name: &str| journeys.names().iter().position(|n| n == name).map(|code| code as u32);
        let mode = if on { Mode::On } else { Mode::OnOrAfter };
        let membership = if first { Membership::FirstTime } else { Membership::Recurring };
        let spec = Spec {
            unit: Unit::Day,
            zone: None,
            start: Some(code("a").into_iter().collect()),
            back: Some(code("b").into_iter().collect()),
            mode,
            membership,
        };
        let output = retention(&journeys, &spec).unwrap();
        prop_assert_eq!(rows(&output), oracle(&log, "a", "b", mode, membership));
        let in_utc = Spec { zone: Some("UTC".parse().unwrap()), ..spec };
        prop_assert_eq!(retention(&journeys, &in_utc).unwrap(), output);
    }
}
