//! Random maps and journeys.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow::buffer::BooleanBuffer;
use kelias_journeys::{Builder, InMemory, RowSet, RowValues};
use kelias_map::{Map, Touchpoint};
use kelias_measure::{MeasureSpec, Measurement};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

pub(crate) const HOUR: i64 = 3_600_000_000;
pub(crate) const DAY: i64 = 24 * HOUR;

/// Names of events; the last stands in bindings only.
pub(crate) const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "never"];

/// An event: traveller, name, microseconds.
pub(crate) type Event = (String, &'static str, i64);

/// A touchpoint's binding: names, and a predicate that holds for every third row, beginning with this one.
pub(crate) type Binding = (Vec<&'static str>, Option<usize>);

/// Everything a measurement needs.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// Steps, as bindings of touchpoints.
    pub(crate) steps: Vec<Vec<Option<Binding>>>,
    /// In order of arrival, so that the place of an event is its row.
    pub(crate) log: Vec<Event>,
    pub(crate) ratings: BTreeMap<usize, f64>,
    pub(crate) window_seconds: u64,
    pub(crate) since: Option<i64>,
    pub(crate) until: Option<i64>,
    pub(crate) observed_until: i64,
}

pub(crate) fn cases(predicates: bool) -> impl Strategy<Value = Case> {
    let names = btree_set(0..NAMES.len(), 1..3).prop_map(|names| names.into_iter().map(|name| NAMES[name]).collect());
    let predicate = if predicates { option::of(0..3_usize).boxed() } else { Just(None).boxed() };
    let step = vec(option::weighted(0.8, (names, predicate)), 0..3);
    // Six hours apart, so that there are ties, and days without events.
    let event =
        (0..9_u8, 0..5_usize, 0..160_i64).prop_map(|(who, name, at)| (format!("t{who}"), NAMES[name], at * 6 * HOUR));
    let log = vec(event, 0..120);
    let ratings = prop::collection::btree_map(0..120_usize, (-8..=8_i32).prop_map(|q| f64::from(q) / 4.0), 0..60);
    let window = prop_oneof![Just(0), Just(6 * 3600), Just(5 * 86_400), Just(u64::MAX)];
    let times = (option::of(0..20 * DAY), option::of(20 * DAY..45 * DAY), 10 * DAY..50 * DAY);
    (vec(step, 1..6), log, ratings, window, times).prop_map(
        |(steps, log, ratings, window_seconds, (since, until, observed_until))| Case {
            steps,
            log,
            ratings,
            window_seconds,
            since,
            until,
            observed_until,
        },
    )
}

impl Case {
    /// Two steps to a stage.
    pub(crate) fn map(&self) -> Map {
        let mut number = 0;
        let mut touchpoint = |binding: &Option<Binding>| {
            number += 1;
            let id = format!("t{number}");
            match binding {
                None => json!({"id": id, "title": id}),
                Some((events, None)) => json!({"id": id, "title": id, "binding": {"events": events}}),
                Some((events, Some(third))) => {
                    json!({"id": id, "title": id, "binding": {"events": events, "where": third.to_string()}})
                }
            }
        };
        let steps: Vec<Value> = (0..)
            .zip(&self.steps)
            .map(|(place, step)| {
                let touchpoints: Vec<Value> = step.iter().map(&mut touchpoint).collect();
                json!({"id": format!("s{place}"), "title": "", "touchpoints": touchpoints})
            })
            .collect();
        let stages: Vec<Value> = (0..)
            .zip(steps.chunks(2))
            .map(|(place, steps)| json!({"id": format!("stage{place}"), "title": "", "steps": steps}))
            .collect();
        let map = json!({"kelias": 1, "id": "random", "title": "", "language": "en", "stages": stages});
        serde_json::from_value(map).unwrap()
    }

    /// Journeys of the travellers chosen, with the codes that all names of the log have.
    pub(crate) fn journeys(&self, chosen: impl Fn(&str) -> bool) -> InMemory {
        let mut builder = Builder::in_memory();
        builder.know_names(&NAMES.map(str::to_owned)[..5]);
        for (row, (who, name, time)) in (0..).zip(&self.log) {
            if chosen(who) {
                let code = builder.code_of(name);
                builder.push_event(who, code, *time, row);
            }
        }
        builder.finish_in_memory()
    }

    pub(crate) fn measurement(&self) -> Measurement {
        let rows = |touchpoint: &Touchpoint| {
            let third: usize = touchpoint.binding.as_ref()?.predicate.as_ref()?.parse().ok()?;
            let bits = BooleanBuffer::collect_bool(self.log.len(), |row| row % 3 == third);
            Some(Arc::new(RowSet::new(bits)))
        };
        Measurement::new(&self.map(), &NAMES.map(str::to_owned)[..5], &rows).unwrap()
    }

    pub(crate) fn spec(&self) -> MeasureSpec {
        let ratings = self.ratings.iter().map(|(&row, &value)| (row as u32, value)).collect();
        MeasureSpec {
            window_seconds: self.window_seconds,
            since: self.since,
            until: self.until,
            ratings: Arc::new(RowValues::new(ratings)),
            minimum_ratings: 3,
            ..MeasureSpec::new(self.observed_until)
        }
    }
}
