//! Counts of cohorts by interval.

use std::collections::BTreeMap;

use super::Mode;

/// The most cells an answer may have: ten million, some twelve years by day.
pub(super) const MOST_CELLS: u64 = 10_000_000;

/// Cells this near to the cohort lie in a vector, the few beyond in a map: one event in the year 9999 must not
/// cost a vector of millions.
const NEAR: usize = 512;

/// Counts by cohort and distance.
#[derive(Debug, Clone, Default)]
pub(super) struct Cohorts {
    rows: BTreeMap<i64, Row>,
}

#[derive(Debug, Clone, Default)]
struct Row {
    near: Vec<u64>,
    far: BTreeMap<u64, u64>,
}

impl Row {
    #[inline]
    fn add(&mut self, distance: u64, count: u64) {
        if distance < NEAR as u64 {
            let distance = distance as usize;
            if self.near.len() <= distance {
                self.near.resize(distance + 1, 0);
            }
            self.near[distance] += count;
        } else {
            *self.far.entry(distance).or_insert(0) += count;
        }
    }

    /// The counts as one vector of this length.
    fn into_cells(mut self, length: usize) -> Vec<u64> {
        self.near.resize(length, 0);
        for (distance, count) in self.far {
            self.near[distance as usize] = count;
        }
        self.near
    }
}

impl Cohorts {
    /// Counts a traveller of a cohort who came back in these later intervals, rising.
    pub(super) fn count(&mut self, cohort: i64, later: &[i64], mode: Mode) {
        let row = self.rows.entry(cohort).or_default();
        row.add(0, 1);
        match mode {
            Mode::On => later.iter().for_each(|&interval| row.add(interval.abs_diff(cohort), 1)),
            // Only the last return is kept; it counts for all cells before it in the end.
            Mode::OnOrAfter => later.last().into_iter().for_each(|&interval| row.add(interval.abs_diff(cohort), 1)),
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (cohort, more) in other.rows {
            let row = self.rows.entry(cohort).or_default();
            for (distance, count) in (0..).zip(more.near).chain(more.far) {
                row.add(distance, count);
            }
        }
    }

    /// The rows of all intervals from the first cohort to the last, each up to the interval `last`.
    ///
    /// # Errors
    /// The first cohort, when there would be too many cells.
    pub(super) fn into_rows(mut self, last: i64, mode: Mode) -> Result<Vec<(i64, Vec<u64>)>, i64> {
        let (Some((&first, _)), Some((&end, _))) = (self.rows.first_key_value(), self.rows.last_key_value()) else {
            return Ok(Vec::new());
        };
        let cells = |cohort: i64| last.abs_diff(cohort) + 1;
        let needed = self.rows.keys().map(|&cohort| cells(cohort)).fold(end.abs_diff(first), u64::saturating_add);
        if needed > MOST_CELLS {
            return Err(first);
        }
        let row = |cohort: i64| {
            let Some(row) = self.rows.remove(&cohort) else { return (cohort, vec![0]) };
            let mut active = row.into_cells(cells(cohort) as usize);
            if mode == Mode::OnOrAfter {
                for distance in (2..active.len()).rev() {
                    active[distance - 1] += active[distance];
                }
            }
            (cohort, active)
        };
        Ok((first..=end).map(row).collect())
    }
}
