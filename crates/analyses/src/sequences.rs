//! Counting sequences of events, each told from every other exactly.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use xxhash_rust::xxh3::xxh3_64;

/// Sequences of codes with how often each was counted.
///
/// A sequence is found by its hash and then compared code by code, so two that share a hash stay two.
#[derive(Debug, Clone, Default)]
pub(crate) struct SequenceCounts {
    table: HashTable<Counted>,
    /// All different sequences one after the other.
    codes: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Counted {
    hash: u64,
    begin: usize,
    length: u32,
    count: u64,
}

impl Counted {
    fn codes(self, all: &[u32]) -> &[u32] {
        &all[self.begin..self.begin + self.length as usize]
    }
}

impl SequenceCounts {
    pub(crate) fn add(&mut self, codes: &[u32], count: u64) {
        let hash = hash(codes);
        let same = |known: &Counted| known.hash == hash && known.codes(&self.codes) == codes;
        match self.table.entry(hash, same, |known| known.hash) {
            Entry::Occupied(mut known) => known.get_mut().count += count,
            Entry::Vacant(place) => {
                place.insert(Counted { hash, begin: self.codes.len(), length: codes.len() as u32, count });
                self.codes.extend_from_slice(codes);
            }
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        let (mut large, small) = if self.table.len() < other.table.len() {
            (other, std::mem::take(self))
        } else {
            (std::mem::take(self), other)
        };
        for (codes, count) in small.counts() {
            large.add(codes, count);
        }
        *self = large;
    }

    /// The sequences and their counts in no order to rely on.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (&[u32], u64)> {
        self.table.iter().map(|known| (known.codes(&self.codes), known.count))
    }
}

fn hash(codes: &[u32]) -> u64 {
    xxh3_64(bytemuck::cast_slice(codes))
}
