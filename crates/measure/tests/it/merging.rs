//! Any partition of the journeys, merged in any order, gives the same bytes.

use kelias_journeys::{Analysis, Journeys};
use kelias_measure::Measure;
use proptest::prelude::*;

use crate::random::cases;

proptest! {
    #[test]
    fn any_partition_and_order(case in cases(true), parts in 1..5_usize, order in any::<u64>()) {
        let empty = Measure::new(case.measurement(), case.spec()).unwrap();
        let part_of = |who: &str| who.bytes().map(usize::from).sum::<usize>() % parts;
        let mut measures: Vec<Measure> = (0..parts)
            .map(|part| {
                let journeys = case.journeys(|who| part_of(who) == part);
                let mut measure = empty.clone();
                for place in (0..journeys.batches()).rev() {
                    measure.observe(&journeys.batch(place).unwrap());
                }
                measure
            })
            .collect();
        let mut order = order;
        while measures.len() > 1 {
            let one = measures.swap_remove((order % measures.len() as u64) as usize);
            order /= 7;
            let into = (order % measures.len() as u64) as usize;
            measures[into].merge(one);
        }
        let whole = kelias_journeys::run(&case.journeys(|_| true), &empty).unwrap();
        let merged = measures.remove(0).finish();
        prop_assert_eq!(serde_json::to_string(&merged).unwrap(), serde_json::to_string(&whole).unwrap());
    }
}
