//! Small logs for tests, written or random.

use kelias_analyses::funnel::{Funnel, Mode, Output, Spec, Step};
use kelias_journeys::{InMemory, Journeys, run};
use proptest::prelude::*;

/// Event names of random logs.
pub(crate) const NAMES: [&str; 5] = ["a", "b", "c", "d", "x"];

/// (traveller, name, microseconds) in order of arrival.
pub(crate) type Log = Vec<(String, &'static str, i64)>;

/// Logs with ties in time, several travellers and events out of order.
pub(crate) fn logs(events: usize) -> impl Strategy<Value = Log> {
    let event = (0..6_u8, 0..NAMES.len(), 0..40_i64).prop_map(|(who, name, day)| {
        // Steps of eight hours cross days, weeks and months, and tie often.
        (format!("t{who}"), NAMES[name], 1_769_700_000_000_000 + day * 8 * 3_600_000_000)
    });
    prop::collection::vec(event, 0..events)
}

pub(crate) fn journeys(log: &[(String, &'static str, i64)]) -> InMemory {
    InMemory::from_events(log.iter().map(|(who, name, time)| (who.as_str(), *name, *time)))
}

/// One traveller's events at seconds, in order of arrival.
pub(crate) fn trace(events: &[(i64, &str)]) -> InMemory {
    InMemory::from_events(events.iter().map(|&(second, name)| ("t", name, second * 1_000_000)))
}

/// A funnel whose steps are sets of names, written `a` or `a|b`.
pub(crate) fn funnel(journeys: &InMemory, steps: &[&str], window_seconds: i64, mode: &str) -> Output {
    let code = |name: &str| journeys.names().iter().position(|known| known == name).map(|code| code as u32);
    let step = |step: &&str| Step { name: (*step).to_owned(), codes: step.split('|').filter_map(code).collect() };
    let steps = steps.iter().map(step).collect();
    let mode: Mode = mode.parse().unwrap();
    let spec = Spec::new(steps, Some(window_seconds * 1_000_000), mode).unwrap();
    run(journeys, &Funnel::new(spec)).unwrap()
}

/// How many steps a single traveller reached.
pub(crate) fn level(output: &Output) -> usize {
    output.steps.iter().filter(|step| step.travellers == 1).count()
}
