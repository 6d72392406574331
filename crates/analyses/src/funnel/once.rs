//! ClickHouse's `strict_once`: an event is used for one step at most, although all chains are followed.

use super::clickhouse::{Entry, Gate, Links, Reached, Strictness};

/// Follows all chains at once without listing them.
///
/// An event stands at one time only, so a chain can use it twice only among entries of the same time. Of chains
/// that ended before that time, the one with the latest first step stands for all. Within the time, a chain takes
/// neighbouring steps by different events: whether it can is a matching of steps to events.
#[derive(Debug, Clone)]
pub(super) struct Once {
    window: u64,
    strict: Strictness,
    /// Best chain to each step that ended before the present time.
    past: Vec<Option<Reached>>,
    /// Best chain to each step that ends at the present time.
    fresh: Vec<Option<Reached>>,
    /// For each step, the events of the present time that may be it.
    present: Vec<Vec<u32>>,
    matching: Matching,
}

impl Once {
    pub(super) fn new(steps: usize, window: u64, strict: Strictness) -> Self {
        Self {
            window,
            strict,
            past: vec![None; steps],
            fresh: vec![None; steps],
            present: vec![Vec::new(); steps],
            matching: Matching::default(),
        }
    }

    /// The last step of a chain that reaches the deepest step.
    pub(super) fn walk(&mut self, entries: &[Entry], links: &mut Links) -> u32 {
        self.past.fill(None);
        self.clear_present();
        let (mut deepest, mut last, mut now) = (0, Links::NONE, entries[0].time);
        for entry in entries {
            if entry.time != now {
                self.settle();
                now = entry.time;
            }
            let reached = |step: usize| self.past[step].is_some() || self.fresh[step].is_some();
            let step = match self.strict.gate(entry.rank, reached) {
                Gate::Try(step) => step,
                Gate::Pass => continue,
                Gate::Stop => break,
            };
            let Some(chain) = self.extend(step, entry, links) else { continue };
            if self.fresh[step].is_none_or(|known| known.first < chain.first) {
                self.fresh[step] = Some(chain);
            }
            if step == deepest {
                (deepest, last) = (step + 1, chain.last);
                if deepest == self.past.len() {
                    break;
                }
            }
        }
        last
    }

    /// The chain with the latest first step that takes this entry as its last.
    fn extend(&mut self, step: usize, entry: &Entry, links: &mut Links) -> Option<Reached> {
        self.matching.begin(entry.place);
        let mut best = None;
        // The chain comes from the past until before step `from`, and takes the steps since from the present. The
        // smaller `from`, the later its first step, but the more events of the present it needs.
        for from in (0..=step).rev() {
            if from < step && (self.strict.increase || !self.matching.add(&self.present, from)) {
                break;
            }
            match from.checked_sub(1).map(|before| self.past[before]) {
                None => best = Some((from, entry.time, Links::NONE)),
                Some(Some(chain)) if entry.time.abs_diff(chain.first) <= self.window => {
                    best = Some((from, chain.first, chain.last));
                }
                Some(_) => {}
            }
        }
        self.present[step].push(entry.place);
        let (from, first, mut last) = best?;
        for _ in from..=step {
            last = links.add(entry.time, last);
        }
        Some(Reached { first, last })
    }

    /// The present becomes past.
    fn settle(&mut self) {
        for (past, fresh) in self.past.iter_mut().zip(&self.fresh) {
            if fresh.is_some_and(|fresh| past.is_none_or(|past| past.first <= fresh.first)) {
                *past = *fresh;
            }
        }
        self.clear_present();
    }

    fn clear_present(&mut self) {
        self.fresh.fill(None);
        self.present.iter_mut().for_each(Vec::clear);
    }
}

/// Gives each of some steps an event of its own (augmenting paths).
#[derive(Debug, Clone, Default)]
struct Matching {
    /// (event, the step it is given to), the entry that is being tried first.
    taken: Vec<(u32, usize)>,
    seen: Vec<u32>,
}

impl Matching {
    /// Begins anew, with one event that is not to be given to any step.
    fn begin(&mut self, place: u32) {
        self.taken.clear();
        self.taken.push((place, usize::MAX));
    }

    /// Finds an event for one more step, handing events on where that helps.
    fn add(&mut self, events: &[Vec<u32>], step: usize) -> bool {
        self.seen.clear();
        self.give(events, step)
    }

    fn give(&mut self, events: &[Vec<u32>], step: usize) -> bool {
        for &event in &events[step] {
            if self.seen.contains(&event) {
                continue;
            }
            self.seen.push(event);
            match self.taken.iter().position(|&(taken, _)| taken == event) {
                None => self.taken.push((event, step)),
                Some(0) => continue,
                Some(place) if self.give(events, self.taken[place].1) => self.taken[place].1 = step,
                Some(_) => continue,
            }
            return true;
        }
        false
    }
}
