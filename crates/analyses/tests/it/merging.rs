//! Any partition of the journeys and any order of merging give the same answer to the last bit.

use kelias_analyses::funnel::{Funnel, Mode, Spec, Step};
use kelias_analyses::ngrams::{self, Ngrams};
use kelias_analyses::retention::{self, Membership, Retention, Unit};
use kelias_analyses::sessions::{self, Sessions};
use kelias_analyses::transitions::{self, Transitions};
use kelias_analyses::variants::{self, Variants};
use kelias_journeys::{Analysis, InMemory, Journeys, run};
use proptest::prelude::*;
use serde::Serialize;

use crate::logs::{Log, NAMES, journeys, logs};

/// A log with every name, so that codes are the same in every part, and a part for each traveller.
fn parts(log: &Log, part_of: &[usize]) -> (InMemory, Vec<InMemory>) {
    let whole = with_all_names(log.clone());
    let part = |part: usize| {
        let own = whole.iter().filter(|(who, ..)| part_of[who.len() * 7 % 5 + digit(who)] % 3 == part);
        // All parts name all events in the same order, as the batches of one index do.
        renamed(&journeys(&own.cloned().collect::<Vec<_>>()), journeys(&whole).names())
    };
    (journeys(&whole), (0..3).map(part).collect())
}

fn digit(who: &str) -> usize {
    who.bytes().last().map_or(0, |byte| usize::from(byte % 8))
}

fn with_all_names(mut log: Log) -> Log {
    log.extend(NAMES.iter().map(|name| ("namer".to_owned(), *name, 1_769_700_000_000_000)));
    log
}

/// The same journeys with codes that stand for other names' places.
fn renamed(journeys: &InMemory, names: &std::sync::Arc<[String]>) -> InMemory {
    let code = |code: &u32| names.iter().position(|name| *name == journeys.names()[*code as usize]).unwrap() as u32;
    let batches = (0..journeys.batches()).map(|place| {
        let mut batch = journeys.batch(place).unwrap();
        batch.codes = batch.codes.iter().map(code).collect::<Vec<_>>().into();
        batch
    });
    InMemory::new(names.clone(), batches.collect())
}

fn check<A: Analysis>(whole: &InMemory, parts: &[InMemory], order: &[usize], make: impl Fn() -> A)
where
    A::Output: Shown,
{
    let expected = run(whole, &make()).unwrap().shown();
    let mut seen: Vec<A> = parts
        .iter()
        .map(|part| {
            let mut analysis = make();
            for place in 0..part.batches() {
                analysis.observe(&part.batch(place).unwrap());
            }
            analysis
        })
        .collect();
    // Merges pairs in the order given: a tree, not only a chain.
    for &place in order {
        if seen.len() > 1 {
            let other = seen.remove(place % seen.len());
            let into = place / 3 % seen.len();
            seen[into].merge(other);
        }
    }
    let mut all = make();
    for other in seen {
        all.merge(other);
    }
    assert_eq!(all.finish().shown(), expected);
}

trait Shown {
    fn shown(&self) -> String;
}

impl<T: Serialize> Shown for T {
    fn shown(&self) -> String {
        serde_json::to_string(self).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn parts_make_the_whole(
        log in logs(60),
        part_of in prop::collection::vec(0..3_usize, 16),
        order in prop::collection::vec(0..9_usize, 3),
    ) {
        let (whole, parts) = parts(&log, &part_of);
        let names = whole.names();
        let code = |name: &str| names.iter().position(|known| known == name).unwrap() as u32;
        for mode in ["canonical", "clickhouse", "clickhouse_strict_order", "clickhouse_strict_once"] {
            let step = |name: &&str| Step { name: (*name).to_owned(), codes: vec![code(name)] };
            let steps = NAMES[..3].iter().map(step).collect();
            let spec = Spec::new(steps, Some(86_400_000_000), mode.parse::<Mode>().unwrap()).unwrap();
            check(&whole, &parts, &order, || Funnel::new(spec.clone()));
        }
        for ends in [false, true] {
            check(&whole, &parts, &order, || Transitions::new(transitions::Spec { ends }, names.clone()));
        }
        check(&whole, &parts, &order, || Sessions::new(sessions::Spec::new(8 * 3_600_000_000).unwrap()));
        for top in [None, Some(2)] {
            check(&whole, &parts, &order, || Variants::new(variants::Spec { top }, names.clone()));
            check(&whole, &parts, &order, || Ngrams::new(ngrams::Spec::new(2, top).unwrap(), names.clone()));
        }
        for (unit, mode) in [(Unit::Day, retention::Mode::On), (Unit::Month, retention::Mode::OnOrAfter)] {
            let spec = retention::Spec {
                unit,
                mode,
                start: Some(vec![code("a")]),
                membership: Membership::Recurring,
                ..retention::Spec::default()
            };
            check(&whole, &parts, &order, || Expected(Retention::new(spec.clone())));
        }
    }
}

/// Retention of these logs always fits a table.
#[derive(Clone)]
struct Expected(Retention);

impl Analysis for Expected {
    type Output = retention::Output;

    fn observe(&mut self, batch: &kelias_journeys::JourneyBatch) {
        self.0.observe(batch);
    }

    fn merge(&mut self, other: Self) {
        self.0.merge(other.0);
    }

    fn finish(self) -> retention::Output {
        self.0.finish().unwrap()
    }
}
