//! A filter that says of most new ids at once that they were never seen.

/// A blocked Bloom filter over ids that are themselves uniform hashes (Putze, Sanders, Singler 2007): eight bits in one
/// 64-byte block an id. At 16 bits an id about one in a thousand new ids is taken for a known one.
#[derive(Debug)]
pub(crate) struct Bloom {
    blocks: Vec<[u64; 8]>,
}

const BITS_PER_ID: usize = 16;

impl Bloom {
    pub(crate) fn for_ids(ids: usize) -> Self {
        Self { blocks: vec![[0; 8]; (ids * BITS_PER_ID).div_ceil(512).max(1)] }
    }

    /// How many ids the filter was made for.
    pub(crate) fn room(&self) -> usize {
        self.blocks.len() * 512 / BITS_PER_ID
    }

    pub(crate) fn insert(&mut self, id: u128) {
        let (block, bits) = self.place(id);
        for (word, bit) in self.blocks[block].iter_mut().zip(bits) {
            *word |= bit;
        }
    }

    pub(crate) fn may_hold(&self, id: u128) -> bool {
        let (block, bits) = self.place(id);
        self.blocks[block].iter().zip(bits).all(|(word, bit)| word & bit != 0)
    }

    /// The block by the upper half of the id, one bit in each of its words by six bits of the lower half.
    fn place(&self, id: u128) -> (usize, [u64; 8]) {
        let upper = (id >> 64) as u64;
        let block = ((u128::from(upper) * self.blocks.len() as u128) >> 64) as usize;
        let lower = id as u64;
        (block, std::array::from_fn(|word| 1 << ((lower >> (word * 6)) & 63)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found_and_little_else() {
        let id = |n: u64| xxhash_rust::xxh3::xxh3_128(&n.to_le_bytes());
        let mut filter = Bloom::for_ids(10_000);
        (0..10_000).for_each(|n| filter.insert(id(n)));
        assert!((0..10_000).all(|n| filter.may_hold(id(n))));
        let wrong = (10_000..110_000).filter(|&n| filter.may_hold(id(n))).count();
        assert!(wrong < 500, "{wrong} of 100,000 new ids were taken for known ones");
    }
}
