//! Transitions: which event follows which. See [`MANUAL`].

use std::sync::Arc;

use kelias_journeys::{Analysis, JourneyBatch};
use rayon::prelude::*;
use serde::Serialize;

use crate::durations::{Sample, Summary};
use crate::pairs::{Pairs, Seen};

manual! {
    /// # What it says
    ///
    /// Which event directly follows which in the travellers' journeys: how often, with how many travellers, and
    /// how much time passes between the two.
    ///
    /// # How it is computed
    ///
    /// Every two neighbouring events of one traveller are a transition (the directly-follows graph of process
    /// mining; source: the definitions of pm4py's `discover_dfg` and `discover_performance_dfg`). `count` counts
    /// them, `travellers` counts those who took it at least once. Times are exact: mean, median (interpolated),
    /// minimum, maximum, sum and standard deviation with n - 1 below the line, which needs two transitions. With
    /// `ends`, a journey also goes from `start` to its first event and from its last to `end`; these have no times.
    ///
    /// # When not to trust it
    ///
    /// When many events share a time: which follows which is then the order of arrival. When events of several
    /// systems are mixed, a neighbour may be there by chance. With `ends`, an event that is itself named `start`
    /// or `end` is told apart from the node only by its times.
    ///
    /// # Example
    ///
    /// A traveller does `visit`, `cart`, `cart`, `pay`: the transitions visit-cart, cart-cart and cart-pay, each
    /// once.
}

/// What is asked of transitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spec {
    /// Whether journeys begin at a node `start` and finish at a node `end`.
    pub ends: bool,
}

/// The transitions as far as they were observed.
#[derive(Debug, Clone)]
pub struct Transitions {
    spec: Spec,
    names: Arc<[String]>,
    pairs: Pairs,
    /// What others have observed.
    merged: Vec<Pairs>,
    /// By code.
    starts: Vec<u64>,
    /// By code.
    ends: Vec<u64>,
}

impl Transitions {
    /// Transitions between these events, none observed yet.
    #[must_use]
    pub fn new(spec: Spec, names: Arc<[String]>) -> Self {
        let by_code = if spec.ends { vec![0; names.len()] } else { Vec::new() };
        let pairs = Pairs::new(names.len());
        Self { spec, names, pairs, merged: Vec::new(), starts: by_code.clone(), ends: by_code }
    }
}

impl Analysis for Transitions {
    type Output = Output;

    fn observe(&mut self, batch: &JourneyBatch) {
        self.pairs.observe(batch);
        if self.spec.ends {
            for journey in batch.journeys() {
                if let (Some(&first), Some(&last)) = (journey.codes.first(), journey.codes.last()) {
                    self.starts[first as usize] += 1;
                    self.ends[last as usize] += 1;
                }
            }
        }
    }

    fn merge(&mut self, mut other: Self) {
        other.pairs.close();
        self.merged.push(other.pairs);
        self.merged.extend(other.merged);
        for (own, more) in self.starts.iter_mut().zip(other.starts) {
            *own += more;
        }
        for (own, more) in self.ends.iter_mut().zip(other.ends) {
            *own += more;
        }
    }

    fn finish(mut self) -> Output {
        self.pairs.close();
        let names = &self.names;
        let name = |code: u32| names[code as usize].clone();
        let mut seen: Vec<_> = self.merged.iter().chain([&self.pairs]).flat_map(Pairs::seen).collect();
        seen.sort_unstable_by_key(|one| one.pair);
        let by_pair: Vec<&[Seen<'_>]> = seen.chunk_by(|one, next| one.pair == next.pair).collect();
        let mut transitions: Vec<_> = by_pair
            .into_par_iter()
            .map(|same| {
                let (from, to) = same[0].pair;
                let mut waits = Sample::default();
                same.iter().for_each(|one| one.add_waits(&mut waits));
                let travellers = same.iter().map(|one| one.travellers).sum();
                Transition::new(name(from), name(to), waits.len(), travellers, waits.summary())
            })
            .collect();
        let at_ends = |counts: Vec<u64>| (0..).zip(counts).filter(|(_, count)| *count > 0);
        for (code, count) in at_ends(self.starts) {
            transitions.push(Transition::new("start".to_owned(), name(code), count, count, None));
        }
        for (code, count) in at_ends(self.ends) {
            transitions.push(Transition::new(name(code), "end".to_owned(), count, count, None));
        }
        transitions
            .sort_by(|a, b| (&a.from, &a.to, a.sum_seconds.is_some()).cmp(&(&b.from, &b.to, b.sum_seconds.is_some())));
        Output { analysis: "transitions", transitions }
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Output {
    /// `transitions`.
    pub analysis: &'static str,
    /// By the names of the two events.
    pub transitions: Vec<Transition>,
}

/// One event directly after another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Transition {
    /// The event before.
    pub from: String,
    /// The event after.
    pub to: String,
    /// How often it was observed.
    pub count: u64,
    /// With how many travellers.
    pub travellers: u64,
    /// Mean time between the two; like all times none from `start` and to `end`.
    pub mean_seconds: Option<f64>,
    /// Median time.
    pub median_seconds: Option<f64>,
    /// Shortest time.
    pub min_seconds: Option<f64>,
    /// Longest time.
    pub max_seconds: Option<f64>,
    /// All times together.
    pub sum_seconds: Option<f64>,
    /// Standard deviation of the times; none of a single one.
    pub stdev_seconds: Option<f64>,
}

impl Transition {
    fn new(from: String, to: String, count: u64, travellers: u64, times: Option<Summary>) -> Self {
        Self {
            from,
            to,
            count,
            travellers,
            mean_seconds: times.map(|t| t.mean_seconds),
            median_seconds: times.map(|t| t.median_seconds),
            min_seconds: times.map(|t| t.min_seconds),
            max_seconds: times.map(|t| t.max_seconds),
            sum_seconds: times.map(|t| t.sum_seconds),
            stdev_seconds: times.and_then(|t| t.stdev_seconds),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use kelias_journeys::{InMemory, Journeys};

    use super::*;

    /// What is told of (from, to): count, travellers and all waits, rising.
    type Told = BTreeMap<(String, String), (u64, u64, Vec<u64>)>;

    /// A batch of 5,000 travellers with ten events each, some of them hours apart, among this many names.
    fn batch(names: u64, seed: u64) -> JourneyBatch {
        let mut state = seed;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let (mut travellers, mut codes, mut times) = (Vec::new(), Vec::new(), Vec::new());
        for traveller in 0..5000 {
            let mut time = 0;
            for _ in 0..10 {
                time += if random(5) == 0 { random(20_000_000_000) } else { random(90_000_000) } as i64;
                travellers.push(format!("{seed}-{traveller}"));
                codes.push(random(names).min(random(names)));
                times.push(time);
            }
        }
        let known: Vec<_> = (0..names).map(|code| format!("{code:03}")).collect();
        let events = (0..codes.len()).map(|at| (&*travellers[at], &*known[codes[at] as usize], times[at]));
        let journeys = InMemory::from_events(events);
        let mut batch = journeys.batch(0).unwrap();
        let code = |code: &u32| journeys.names()[*code as usize].parse::<u32>().unwrap();
        batch.codes = batch.codes.iter().map(code).collect::<Vec<_>>().into();
        batch
    }

    fn expected(batches: &[JourneyBatch]) -> Told {
        let mut told = Told::new();
        for journey in batches.iter().flat_map(JourneyBatch::journeys) {
            let mut own = std::collections::BTreeSet::new();
            for (codes, times) in journey.codes.windows(2).zip(journey.times.windows(2)) {
                let pair = (format!("{:03}", codes[0]), format!("{:03}", codes[1]));
                let (count, travellers, waits) = told.entry(pair.clone()).or_default();
                *count += 1;
                *travellers += u64::from(own.insert(pair));
                waits.push((times[1] - times[0]) as u64);
            }
        }
        told.values_mut().for_each(|(_, _, waits)| waits.sort_unstable());
        told
    }

    /// Pairs that fill several blocks, few and many, observed by two and merged.
    #[test]
    fn blocks_hold_what_was_observed() {
        for names in [3, 40, 600] {
            let mut batches: Vec<_> = (0..4).map(|seed| batch(names, seed)).collect();
            batches[1].superseded = Some((0..batches[1].places()).map(|place| place % 3 == 0).collect());
            let known: Arc<[String]> = (0..names).map(|code| format!("{code:03}")).collect();
            let mut seen = [(); 2].map(|()| Transitions::new(Spec::default(), known.clone()));
            batches.iter().enumerate().for_each(|(place, batch)| seen[place % 2].observe(batch));
            let [mut all, other] = seen;
            all.merge(other);
            let output = all.finish();
            let expected = expected(&batches);
            assert_eq!(output.transitions.len(), expected.len());
            for (found, ((from, to), (count, travellers, waits))) in output.transitions.iter().zip(&expected) {
                assert_eq!((&found.from, &found.to), (from, to));
                assert_eq!((found.count, found.travellers), (*count, *travellers));
                let middle = waits[(waits.len() - 1) / 2] + waits[waits.len() / 2];
                assert_eq!(found.median_seconds, Some(middle as f64 / 2e6));
                assert_eq!(found.sum_seconds, Some(waits.iter().sum::<u64>() as f64 / 1e6));
                assert_eq!(found.min_seconds, waits.first().map(|&wait| wait as f64 / 1e6));
                assert_eq!(found.max_seconds, waits.last().map(|&wait| wait as f64 / 1e6));
                let mean = waits.iter().sum::<u64>() as f64 / waits.len() as f64;
                let squares: f64 = waits.iter().map(|&wait| (wait as f64 - mean).powi(2)).sum();
                let deviation = (squares / (waits.len() as f64 - 1.0)).sqrt() / 1e6;
                assert_eq!(found.stdev_seconds.is_some(), waits.len() > 1);
                assert!(found.stdev_seconds.is_none_or(|found| (found - deviation).abs() <= 1e-9 * deviation));
            }
        }
    }
}
