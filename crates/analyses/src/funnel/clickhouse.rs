//! Funnels as `windowFunnel` of ClickHouse 26.9 counts them.

use super::once::Once;
use super::steps::StepTable;

/// The options of `windowFunnel`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "they are the five switches of the function that is followed")]
pub struct Strictness {
    /// No other event may come between (`strict_order`).
    pub order: bool,
    /// The chain ends where a step is repeated (`strict_deduplication`).
    pub deduplication: bool,
    /// Every step must be later in time than the one before (`strict_increase`).
    pub increase: bool,
    /// An event is used for one step at most (`strict_once`).
    pub once: bool,
    /// With strict order, steps that come too early are passed over (`allow_reentry`).
    pub allow_reentry: bool,
}

/// An event in the order of this way of counting: by time, then by step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) time: i64,
    /// 0 for an event that is no step, else one more than the step.
    pub(super) rank: u32,
    /// The event's place in the journey; one event is listed once for every step it may be.
    pub(super) place: u32,
}

/// What to do with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    Try(usize),
    Pass,
    Stop,
}

impl Strictness {
    /// Decides on an entry, given which steps have been reached.
    #[inline]
    pub(super) fn gate(self, rank: u32, reached: impl Fn(usize) -> bool) -> Gate {
        let Some(step) = (rank as usize).checked_sub(1) else {
            return if reached(0) { Gate::Stop } else { Gate::Pass };
        };
        if step == 0 || !(self.deduplication || self.order) {
            return if step == 0 || reached(step - 1) { Gate::Try(step) } else { Gate::Pass };
        }
        if self.deduplication && reached(step) {
            return Gate::Stop;
        }
        match (reached(step - 1), self.order && reached(0) && !self.allow_reentry) {
            (true, _) => Gate::Try(step),
            (false, true) => Gate::Stop,
            (false, false) => Gate::Pass,
        }
    }
}

/// The steps of chains, each pointing to the step before; a chain is told backwards from its last step.
#[derive(Debug, Clone, Default)]
pub(super) struct Links {
    links: Vec<(i64, u32)>,
}

impl Links {
    pub(super) const NONE: u32 = u32::MAX;

    pub(super) fn add(&mut self, time: i64, before: u32) -> u32 {
        self.links.push((time, before));
        self.links.len() as u32 - 1
    }

    pub(super) fn time(&self, link: u32) -> i64 {
        self.links[link as usize].0
    }

    fn tell(&self, mut link: u32, chain: &mut Vec<i64>) {
        chain.clear();
        while link != Self::NONE {
            let (time, before) = self.links[link as usize];
            chain.push(time);
            link = before;
        }
        chain.reverse();
    }
}

/// A chain that has reached some step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reached {
    /// Time of its first step.
    pub(super) first: i64,
    /// Its last step.
    pub(super) last: u32,
}

/// Walks over journeys, one at a time.
#[derive(Debug, Clone)]
pub(super) struct ClickHouse {
    steps: StepTable,
    window: u64,
    strict: Strictness,
    entries: Vec<Entry>,
    links: Links,
    levels: Vec<Option<Reached>>,
    once: Once,
    chain: Vec<i64>,
}

impl ClickHouse {
    pub(super) fn new(steps: StepTable, window: u64, strict: Strictness) -> Self {
        Self {
            levels: vec![None; steps.len()],
            once: Once::new(steps.len(), window, strict),
            steps,
            window,
            strict,
            entries: Vec::new(),
            links: Links::default(),
            chain: Vec::new(),
        }
    }

    /// The times of the chain that first reached the deepest step.
    pub(super) fn chain(&mut self, codes: &[u32], times: &[i64]) -> &[i64] {
        self.chain.clear();
        self.collect(codes, times);
        if self.entries.is_empty() {
            return &self.chain;
        }
        self.links.links.clear();
        let last = if self.strict.once { self.once.walk(&self.entries, &mut self.links) } else { self.walk() };
        self.links.tell(last, &mut self.chain);
        &self.chain
    }

    fn collect(&mut self, codes: &[u32], times: &[i64]) {
        self.entries.clear();
        for (place, (&code, &time)) in codes.iter().zip(times).enumerate() {
            let steps = self.steps.of(code);
            let place = place as u32;
            self.entries.extend(steps.iter().map(|&step| Entry { time, rank: step + 1, place }));
            if steps.is_empty() && self.strict.order {
                self.entries.push(Entry { time, rank: 0, place });
            }
        }
        // Journeys are in order of time already, so this does something only where times are equal.
        if !self.entries.is_sorted() {
            self.entries.sort_unstable();
        }
    }

    /// The last step of the chain that first reached the deepest step.
    fn walk(&mut self) -> u32 {
        self.levels.fill(None);
        let (mut deepest, mut last) = (0, Links::NONE);
        for entry in &self.entries {
            let step = match self.strict.gate(entry.rank, |step| self.levels[step].is_some()) {
                Gate::Try(step) => step,
                Gate::Pass => continue,
                Gate::Stop => break,
            };
            let (first, before) = match step.checked_sub(1).and_then(|before| self.levels[before]) {
                None => (entry.time, Links::NONE),
                Some(chain) if self.may_follow(chain, entry.time) => (chain.first, chain.last),
                Some(_) => continue,
            };
            let link = self.links.add(entry.time, before);
            self.levels[step] = Some(Reached { first, last: link });
            if step == deepest {
                (deepest, last) = (step + 1, link);
                if deepest == self.levels.len() {
                    break;
                }
            }
        }
        last
    }

    #[inline]
    fn may_follow(&self, chain: Reached, time: i64) -> bool {
        time.abs_diff(chain.first) <= self.window && !(self.strict.increase && self.links.time(chain.last) >= time)
    }
}
