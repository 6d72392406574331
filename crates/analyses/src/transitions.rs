//! Transitions: which event follows which. See [`MANUAL`].

use std::sync::Arc;

use hashbrown::HashMap;
use kelias_journeys::{Analysis, Journey, JourneyBatch};
use rayon::prelude::*;
use serde::Serialize;

use crate::durations::{Durations, Summary};

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

/// Up to this number of names the pairs are looked up in a square table, beyond it by hash.
const DENSE_NAMES: usize = 512;

const NONE: u32 = u32::MAX;

/// The transitions as far as they were observed.
#[derive(Debug, Clone)]
pub struct Transitions {
    spec: Spec,
    names: Arc<[String]>,
    places: Places,
    pairs: Vec<Pair>,
    /// By code.
    starts: Vec<u64>,
    /// By code.
    ends: Vec<u64>,
    /// Number of the traveller at hand, from 1.
    traveller: u64,
}

/// Where in `pairs` the pair (from, to) is found.
#[derive(Debug, Clone)]
enum Places {
    Dense(Vec<u32>),
    Sparse(HashMap<(u32, u32), u32>),
}

#[derive(Debug, Clone)]
struct Pair {
    from: u32,
    to: u32,
    travellers: u64,
    /// The traveller seen last.
    last: u64,
    waits: Durations,
}

impl Transitions {
    /// Transitions between these events, none observed yet.
    #[must_use]
    pub fn new(spec: Spec, names: Arc<[String]>) -> Self {
        let places = if names.len() <= DENSE_NAMES {
            Places::Dense(vec![NONE; names.len() * names.len()])
        } else {
            Places::Sparse(HashMap::new())
        };
        let by_code = if spec.ends { vec![0; names.len()] } else { Vec::new() };
        Self { spec, places, pairs: Vec::new(), starts: by_code.clone(), ends: by_code, traveller: 0, names }
    }

    fn observe_journey(&mut self, journey: Journey<'_>) {
        self.traveller += 1;
        let names = self.names.len();
        let (codes, times) = (journey.codes, journey.times);
        for (step, time) in codes.windows(2).zip(times.windows(2)) {
            let place = place_of(&mut self.places, &mut self.pairs, names, step[0], step[1]);
            let pair = &mut self.pairs[place];
            pair.waits.push(time[1].abs_diff(time[0]));
            // Without a branch: whether a pair is new to a traveller cannot be foreseen.
            pair.travellers += u64::from(pair.last != self.traveller);
            pair.last = self.traveller;
        }
        if let (true, Some(&first), Some(&last)) = (self.spec.ends, codes.first(), codes.last()) {
            self.starts[first as usize] += 1;
            self.ends[last as usize] += 1;
        }
    }
}

/// The place of a pair, made when it is new.
#[inline]
fn place_of(places: &mut Places, pairs: &mut Vec<Pair>, names: usize, from: u32, to: u32) -> usize {
    let place = match places {
        Places::Dense(table) => &mut table[from as usize * names + to as usize],
        Places::Sparse(table) => table.entry((from, to)).or_insert(NONE),
    };
    if *place == NONE {
        *place = new_pair(pairs, from, to);
    }
    *place as usize
}

#[cold]
fn new_pair(pairs: &mut Vec<Pair>, from: u32, to: u32) -> u32 {
    pairs.push(Pair { from, to, travellers: 0, last: 0, waits: Durations::default() });
    pairs.len() as u32 - 1
}

impl Analysis for Transitions {
    type Output = Output;

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys() {
            self.observe_journey(journey);
        }
    }

    fn merge(&mut self, other: Self) {
        let names = self.names.len();
        for more in other.pairs {
            let place = place_of(&mut self.places, &mut self.pairs, names, more.from, more.to);
            let own = &mut self.pairs[place];
            own.travellers += more.travellers;
            own.waits.merge(more.waits);
        }
        for (own, more) in self.starts.iter_mut().zip(other.starts) {
            *own += more;
        }
        for (own, more) in self.ends.iter_mut().zip(other.ends) {
            *own += more;
        }
    }

    fn finish(self) -> Output {
        let names = &self.names;
        let name = |code: u32| names[code as usize].clone();
        let mut transitions: Vec<_> = self
            .pairs
            .into_par_iter()
            .map(|pair| {
                let mut waits = pair.waits.into_sample();
                Transition::new(name(pair.from), name(pair.to), waits.len(), pair.travellers, waits.summary())
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
