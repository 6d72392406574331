//! Conversion equals that of the catalogue's canonical funnel of two steps.

use kelias_analyses::funnel::{Funnel, Mode, Spec, Step};
use kelias_journeys::{Selection, View, run};
use kelias_measure::Measure;
use proptest::prelude::*;

use crate::random::{Case, NAMES, cases};

proptest! {
    #[test]
    fn conversion_is_a_funnel_of_two_steps(case in cases(false)) {
        let journeys = case.journeys(|_| true);
        let measured = run(&journeys, &Measure::new(case.measurement(), case.spec()).unwrap()).unwrap();
        let period = View::select(&journeys, Selection { since: case.since, until: case.until, only: None });
        for (place, step) in measured.steps.iter().enumerate() {
            let Some(next) = &step.next else { continue };
            let next = measured.steps.iter().position(|other| other.step == *next).unwrap();
            let steps = [place, next].map(|place| Step { name: place.to_string(), codes: codes(&case, place) });
            let window = i64::try_from(case.window_seconds).ok().map(|seconds| seconds * 1_000_000);
            let funnel = Funnel::new(Spec::new(steps.into(), window, Mode::Canonical).unwrap());
            let [first, second] = <[_; 2]>::try_from(run(&period, &funnel).unwrap().steps).unwrap();
            prop_assert_eq!(step.travellers, Some(first.travellers));
            prop_assert_eq!(step.dropped, Some(first.travellers - second.travellers));
            prop_assert_eq!(step.conversion_to_next, second.conversion_from_previous);
            prop_assert_eq!(step.median_seconds_to_next, second.median_seconds_from_previous);
            prop_assert_eq!(step.p90_seconds_to_next, second.p90_seconds_from_previous);
        }
    }
}

fn codes(case: &Case, step: usize) -> Vec<u32> {
    let names = case.steps[step].iter().flatten().flat_map(|(names, _)| names);
    names.filter_map(|name| NAMES[..5].iter().position(|known| known == name)).map(|code| code as u32).collect()
}
