//! The canonical funnel against an oracle that tries every chain.

use proptest::prelude::*;

use crate::logs::{NAMES, funnel, trace};

/// All that the definition says, by trying every chain: of those within the window the deepest, of these the one
/// that begins first and then takes every step first. Returns the times of its steps.
fn best_chain(events: &[(i64, usize)], steps: &[Vec<usize>], window: i64) -> Vec<i64> {
    fn extend(
        events: &[(i64, usize)],
        steps: &[Vec<usize>],
        window: i64,
        chain: &mut Vec<usize>,
        best: &mut Vec<usize>,
    ) {
        if chain.len() > best.len() || (chain.len() == best.len() && *chain < *best) {
            best.clone_from(chain);
        }
        if chain.len() == steps.len() {
            return;
        }
        let from = chain.last().map_or(0, |last| last + 1);
        for place in from..events.len() {
            let in_time = chain.first().is_none_or(|&first| events[place].0 - events[first].0 <= window);
            if in_time && steps[chain.len()].contains(&events[place].1) {
                chain.push(place);
                extend(events, steps, window, chain, best);
                chain.pop();
            }
        }
    }
    let mut best = Vec::new();
    extend(events, steps, window, &mut Vec::new(), &mut best);
    best.into_iter().map(|place| events[place].0).collect()
}

/// Names of one journey in order of time, steps as sets of names, a window.
fn cases() -> impl Strategy<Value = (Vec<(i64, usize)>, Vec<Vec<usize>>, i64)> {
    let events = prop::collection::vec((0..20_i64, 0..NAMES.len()), 0..14).prop_map(|mut events| {
        events.sort_by_key(|&(time, _)| time);
        events
    });
    let steps = prop::collection::vec(prop::collection::vec(0..NAMES.len(), 1..3), 1..5);
    (events, steps, 0..15_i64)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn canonical_is_the_best_of_all_chains((events, steps, window) in cases()) {
        let expected = best_chain(&events, &steps, window);
        let named: Vec<(i64, &str)> = events.iter().map(|&(time, name)| (time, NAMES[name])).collect();
        let written: Vec<String> =
            steps.iter().map(|step| step.iter().map(|&name| NAMES[name]).collect::<Vec<_>>().join("|")).collect();
        let written: Vec<&str> = written.iter().map(String::as_str).collect();
        let output = funnel(&trace(&named), &written, window, "canonical");
        for (place, step) in output.steps.iter().enumerate() {
            prop_assert_eq!(step.travellers, u64::from(place < expected.len()));
            let wait = (place > 0 && place < expected.len()).then(|| (expected[place] - expected[place - 1]) as f64);
            prop_assert_eq!(step.median_seconds_from_previous, wait);
            prop_assert_eq!(step.p90_seconds_from_previous, wait);
        }
    }

    #[test]
    fn strict_once_without_shared_events_or_ties_is_the_default(
        (events, steps, window) in cases(),
    ) {
        // Where no event can be two steps and no two events share a time, the two ways must agree.
        let named: Vec<(i64, &str)> =
            (0..).zip(&events).map(|(time, &(_, name))| (time, NAMES[name])).collect();
        let written: Vec<&str> = NAMES[..steps.len().min(NAMES.len())].to_vec();
        let once = funnel(&trace(&named), &written, window, "clickhouse_strict_once");
        let default = funnel(&trace(&named), &written, window, "clickhouse");
        prop_assert_eq!(once.steps, default.steps);
    }
}
