//! A log as a plain list, its journeys by sorting, and what a source of journeys holds.

use std::collections::BTreeMap;

use kelias_journeys::Journeys;
use proptest::prelude::*;

/// (traveller, event name, time); the place in the list is the row.
pub(crate) type Log = Vec<(String, String, i64)>;

/// Journeys by traveller: (time, row, event name).
pub(crate) type Told = BTreeMap<String, Vec<(i64, u32, String)>>;

pub(crate) fn logs() -> impl Strategy<Value = Log> {
    let traveller =
        prop::sample::select(vec!["anna", "ben", "", "ą", "9", "10", "a-rather-long-customer-id", "d", "e", "f"]);
    let event = prop::sample::select(vec!["view", "buy", "return"]);
    let one = (traveller, event, -3_i64..4).prop_map(|(t, e, time)| (t.to_owned(), e.to_owned(), time));
    prop::collection::vec(one, 0..60)
}

pub(crate) fn by_sorting(log: &Log) -> Told {
    let mut told = Told::new();
    for (row, (traveller, event, time)) in log.iter().enumerate() {
        told.entry(traveller.clone()).or_default().push((*time, row as u32, event.clone()));
    }
    told.values_mut().for_each(|journey| journey.sort());
    told
}

pub(crate) fn told(journeys: &dyn Journeys) -> Told {
    let mut told = Told::new();
    for place in 0..journeys.batches() {
        let batch = journeys.batch(place).unwrap();
        for journey in batch.journeys() {
            let events = (0..journey.len())
                .map(|at| {
                    let name = journeys.names()[journey.codes[at] as usize].clone();
                    (journey.times[at], journey.rows[at], name)
                })
                .collect();
            let before = told.insert(batch.traveller(journey.place).to_owned(), events);
            assert!(before.is_none(), "a traveller stands in two batches");
        }
    }
    told
}
