use std::sync::Arc;

use kelias_journeys::{Analysis, Builder, Candidate, Classifier, InMemory, JourneyBatch, Selection, View, run};
use proptest::prelude::*;

use crate::support::{Log, by_sorting, logs, told};

fn journeys(log: &Log) -> InMemory {
    InMemory::from_events(log.iter().map(|(traveller, event, time)| (traveller.as_str(), event.as_str(), *time)))
}

/// Counts events and travellers.
#[derive(Clone, Default)]
struct Count {
    events: usize,
    travellers: usize,
}

impl Analysis for Count {
    type Output = (usize, usize);

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys() {
            self.events += journey.len();
            self.travellers += 1;
        }
    }

    fn merge(&mut self, other: Self) {
        self.events += other.events;
        self.travellers += other.travellers;
    }

    fn finish(self) -> Self::Output {
        (self.events, self.travellers)
    }
}

proptest! {
    #[test]
    fn journeys_are_the_sorted_events_of_each_traveller(log in logs()) {
        prop_assert_eq!(told(&journeys(&log)), by_sorting(&log));
    }

    #[test]
    fn every_journey_is_observed_once(log in logs()) {
        let expected = (log.len(), by_sorting(&log).len());
        prop_assert_eq!(run(&journeys(&log), &Count::default()).unwrap(), expected);
    }

    #[test]
    fn parts_built_side_by_side_are_one_log(log in logs(), cut in 0_usize..60) {
        let cut = cut.min(log.len());
        let build = |part: &[(String, String, i64)], first_row: usize| {
            let mut builder = Builder::in_memory();
            for (row, (traveller, event, time)) in part.iter().enumerate() {
                let code = builder.code_of(event);
                builder.push_event(traveller, code, *time, (first_row + row) as u32);
            }
            builder
        };
        let mut whole = build(&log[..cut], 0);
        whole.merge(build(&log[cut..], cut));
        prop_assert_eq!(told(&whole.finish_in_memory()), by_sorting(&log));
    }

    #[test]
    fn a_selection_keeps_a_half_open_period(log in logs(), since in -3_i64..4, length in 0_i64..4) {
        let inner = journeys(&log);
        let selection = Selection { since: Some(since), until: Some(since + length), only: None };
        let mut expected = by_sorting(&log);
        expected.values_mut().for_each(|journey| journey.retain(|event| (since..since + length).contains(&event.0)));
        expected.retain(|_, journey| !journey.is_empty());
        prop_assert_eq!(told(&View::select(&inner, selection)), expected);
    }
}

#[test]
fn touchpoints_take_the_place_of_names() {
    let log = [("anna", "view", 1), ("anna", "scroll", 2), ("anna", "buy", 3), ("ben", "scroll", 1)];
    let inner = InMemory::from_events(log);
    let mut table = Classifier::new(3);
    table.bind(0, Candidate { target: 1, only: None });
    table.bind(2, Candidate { target: 0, only: None });
    let names: Arc<[String]> = ["payment".to_owned(), "page".to_owned()].into();
    let seen = told(&View::select(&inner, Selection::default()).labelled(table, names));
    assert_eq!(seen.len(), 1);
    assert_eq!(seen["anna"], [(1, 0, "page".to_owned()), (3, 2, "payment".to_owned())]);
}
