//! Which steps an event may be.

use super::Step;

/// A lookup from event codes to steps: an event that is no step costs one load.
#[derive(Debug, Clone)]
pub(super) struct StepTable {
    /// By code: 0 for no step, else one more than the place in `sets`.
    by_code: Vec<u32>,
    /// Different sets of steps that a code may stand for, each in rising order.
    sets: Vec<Box<[u32]>>,
    steps: usize,
}

impl StepTable {
    pub(super) fn new(steps: &[Step]) -> Self {
        let codes = steps.iter().flat_map(|step| &step.codes).max().map_or(0, |&code| code as usize + 1);
        let mut of_code = vec![Vec::new(); codes];
        for (place, step) in steps.iter().enumerate() {
            for &code in &step.codes {
                let steps: &mut Vec<u32> = &mut of_code[code as usize];
                if steps.last() != Some(&(place as u32)) {
                    steps.push(place as u32);
                }
            }
        }
        let mut table = Self { by_code: Vec::with_capacity(codes), sets: Vec::new(), steps: steps.len() };
        for set in of_code {
            if set.is_empty() {
                table.by_code.push(0);
            } else {
                table.sets.push(set.into());
                table.by_code.push(table.sets.len() as u32);
            }
        }
        table
    }

    /// Number of steps.
    pub(super) const fn len(&self) -> usize {
        self.steps
    }

    /// The steps an event with this code may be, in rising order.
    #[inline]
    pub(super) fn of(&self, code: u32) -> &[u32] {
        match self.by_code.get(code as usize) {
            None | Some(0) => &[],
            Some(&set) => &self.sets[set as usize - 1],
        }
    }
}
