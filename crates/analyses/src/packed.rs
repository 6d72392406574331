//! Counting short runs of events, each packed into one number.

use std::mem;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rayon::prelude::*;

/// How a run of codes is one number: the codes side by side, the last in the lowest bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Packing {
    length: usize,
    bits: u32,
}

impl Packing {
    /// A packing of runs of this length, if they fit into 64 bits.
    pub(crate) fn new(names: usize, length: usize) -> Option<Self> {
        let bits = names.saturating_sub(1).max(1).ilog2() + 1;
        (length.checked_mul(bits as usize)? <= 64).then_some(Self { length, bits })
    }

    /// The codes of a run.
    pub(crate) fn codes(self, run: u64) -> Vec<u32> {
        let code = |place: usize| (run >> (place as u32 * self.bits)) as u32 & (u32::MAX >> (32 - self.bits));
        (0..self.length).rev().map(code).collect()
    }

    const fn mask(self) -> u64 {
        u64::MAX >> (64 - self.length as u32 * self.bits)
    }
}

/// Runs with how often each was counted.
///
/// They are shared out over small tables by their hash, and wait until there are enough for one table: so each
/// table is in the cache while it is filled, and two sets of tables merge side by side on all cores.
#[derive(Debug, Clone)]
pub(crate) struct PackedCounts {
    packing: Packing,
    shards: Vec<Shard>,
}

const SHARDS: usize = 64;

/// Runs that wait for a table.
const WAITING: usize = 4096;

#[derive(Debug, Clone, Default)]
struct Shard {
    waiting: Vec<u64>,
    table: HashTable<(u64, u64)>,
}

impl PackedCounts {
    pub(crate) fn new(packing: Packing) -> Self {
        Self { packing, shards: vec![Shard::default(); SHARDS] }
    }

    pub(crate) const fn packing(&self) -> Packing {
        self.packing
    }

    /// Counts every run of these codes.
    pub(crate) fn add_runs(&mut self, codes: &[u32]) {
        let (length, bits, mask) = (self.packing.length, self.packing.bits, self.packing.mask());
        let mut run = 0_u64;
        for (place, &code) in codes.iter().enumerate() {
            run = (run << bits | u64::from(code)) & mask;
            if place + 1 >= length {
                self.shards[shard_of(run)].add(run);
            }
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.shards.par_iter_mut().zip(other.shards).for_each(|(own, more)| own.merge(more));
    }

    /// The runs and their counts in no order to rely on.
    pub(crate) fn into_counts(self) -> Vec<(u64, u64)> {
        let shards = self.shards.into_par_iter().map(|mut shard| {
            shard.count_waiting();
            shard.table.into_iter().collect::<Vec<_>>()
        });
        shards.collect::<Vec<_>>().concat()
    }
}

impl Shard {
    #[inline]
    fn add(&mut self, run: u64) {
        self.waiting.push(run);
        if self.waiting.len() == WAITING {
            self.count_waiting();
        }
    }

    fn count_waiting(&mut self) {
        let mut waiting = mem::take(&mut self.waiting);
        for run in waiting.drain(..) {
            self.count(run, 1);
        }
        self.waiting = waiting;
    }

    fn count(&mut self, run: u64, count: u64) {
        match self.table.entry(hash(run), |&(known, _)| known == run, |&(known, _)| hash(known)) {
            Entry::Occupied(mut known) => known.get_mut().1 += count,
            Entry::Vacant(place) => {
                place.insert((run, count));
            }
        }
    }

    fn merge(&mut self, mut other: Self) {
        self.count_waiting();
        other.count_waiting();
        if self.table.len() < other.table.len() {
            mem::swap(self, &mut other);
        }
        for (run, count) in other.table {
            self.count(run, count);
        }
    }
}

/// Spreads runs, which are alike in their high bits, over all bits.
const fn hash(run: u64) -> u64 {
    let spread = run.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    spread ^ (spread >> 32)
}

/// The shard is told by other bits than those the table goes by, its lowest and its highest.
const fn shard_of(run: u64) -> usize {
    (hash(run) >> 40) as usize % SHARDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_packed_where_they_fit() {
        assert!(Packing::new(65_536, 5).is_none());
        assert!(Packing::new(30, usize::MAX).is_none());
        for (names, codes) in [(1, vec![0; 64]), (30, vec![29, 0, 7, 1, 29]), (65_536, vec![65_535, 0, 1, 65_535])] {
            let mut counts = PackedCounts::new(Packing::new(names, codes.len()).unwrap());
            let packing = counts.packing();
            counts.add_runs(&codes);
            let found: Vec<_> = counts.into_counts().into_iter().map(|(run, n)| (packing.codes(run), n)).collect();
            assert_eq!(found, [(codes, 1)]);
        }
    }
}
