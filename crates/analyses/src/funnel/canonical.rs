//! The canonical way to count a funnel.

use super::steps::StepTable;

/// Walks over journeys, one at a time.
#[derive(Debug, Clone)]
pub(super) struct Canonical {
    steps: StepTable,
    window: u64,
    /// For each step reached so far, the latest time of a first step from which it was reached.
    latest: Vec<i64>,
    chain: Vec<i64>,
}

impl Canonical {
    pub(super) fn new(steps: StepTable, window: u64) -> Self {
        let latest = vec![0; steps.len()];
        Self { steps, window, latest, chain: Vec::new() }
    }

    /// The times of the earliest chain that reaches the deepest step.
    pub(super) fn chain(&mut self, codes: &[u32], times: &[i64]) -> &[i64] {
        self.chain.clear();
        let (reached, end) = self.deepest(codes, times);
        if reached == 1 {
            self.chain.push(times[end]);
        } else if reached > 1 {
            self.earliest(reached, codes, times, end);
        }
        &self.chain
    }

    /// How many steps are reached, and the place of the event that first reached the last of them.
    ///
    /// The later a chain's first step, the longer it may still go on; and what is reached from the latest first
    /// step known only ever becomes later. So one time for each step is all there is to know of the past.
    fn deepest(&mut self, codes: &[u32], times: &[i64]) -> (usize, usize) {
        let (mut reached, mut end) = (0, 0);
        for (place, (&code, &time)) in codes.iter().zip(times).enumerate() {
            // From the last step to the first, so that an event is not used for two steps of a chain.
            for &step in self.steps.of(code).iter().rev() {
                let step = step as usize;
                if step == 0 {
                    self.latest[0] = time;
                } else if step <= reached && time.abs_diff(self.latest[step - 1]) <= self.window {
                    self.latest[step] = self.latest[step - 1];
                } else {
                    continue;
                }
                if step == reached {
                    (reached, end) = (step + 1, place);
                    if reached == self.latest.len() {
                        return (reached, end);
                    }
                }
            }
        }
        (reached, end)
    }

    /// Lays the earliest chain: no chain ends before `end`, and every first step within the window before it can
    /// take the place of a later one. From the earliest of them each step is taken as soon as possible.
    fn earliest(&mut self, reached: usize, codes: &[u32], times: &[i64], end: usize) {
        let from = times[..end].partition_point(|time| time.abs_diff(times[end]) > self.window);
        for (&code, &time) in codes[from..=end].iter().zip(&times[from..=end]) {
            if self.steps.of(code).contains(&(self.chain.len() as u32)) {
                self.chain.push(time);
                if self.chain.len() == reached {
                    return;
                }
            }
        }
    }
}
