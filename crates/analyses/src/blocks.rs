//! Waits sorted by what they belong to, a block at a time.

use std::mem;

use crate::durations::Sample;

/// The number of what belongs to nothing.
pub(crate) const NOTHING: u32 = 0;

/// A block is made of at least so many steps, if there are,
const BLOCK_STEPS: usize = 1 << 15;

/// and of so many for each number, so that what a block needs for every number is little beside its waits.
const BLOCK_STEPS_PER_NUMBER: usize = 4;

/// Waits (microseconds), each under a number from 1.
///
/// They are noted in the order in which they are observed and sorted in blocks that fit into the cache. A growing
/// list for each number would be plainer, but it sends every wait to another corner of the memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Waits {
    pending: Pending,
    blocks: Vec<Block>,
}

impl Waits {
    /// Room for the numbers of this many further steps, all [`NOTHING`] so far. Their times are to follow by
    /// [`Waits::take`].
    pub(crate) fn further(&mut self, steps: usize) -> &mut [u32] {
        let numbers = &mut self.pending.numbers;
        let begin = numbers.len();
        numbers.resize(begin + steps, NOTHING);
        &mut numbers[begin..]
    }

    /// Takes in the steps from each time to the next, showing `each` their numbers; the last time has no step, and
    /// its number must be [`NOTHING`]. All numbers are below `numbers`.
    pub(crate) fn take(&mut self, times: &[i64], numbers: usize, each: impl FnMut(u32)) {
        self.pending.take(times, numbers, each);
        if self.pending.numbers.len() >= BLOCK_STEPS.max(numbers * BLOCK_STEPS_PER_NUMBER) {
            self.blocks.push(self.pending.block());
        }
    }

    /// Ends the taking in.
    pub(crate) fn close(&mut self) {
        if !self.pending.numbers.is_empty() {
            self.blocks.push(self.pending.block());
        }
        self.pending = Pending::default();
    }

    /// Adds the waits under a number to a sample; all of them once closed.
    pub(crate) fn add_to<'a>(&'a self, sample: &mut Sample<&'a [u32]>, number: u32) {
        for block in &self.blocks {
            sample.add(block.short.under(number), block.long.under(number));
        }
    }
}

/// What is not yet in a block.
#[derive(Debug, Clone, Default)]
struct Pending {
    /// The number of each step; [`NOTHING`] for a long one.
    numbers: Vec<u32>,
    /// The wait of each step, meant where it has a number.
    short: Vec<u32>,
    /// By number, how many steps have it here.
    counts: Vec<u32>,
    /// The number of each long step.
    long_numbers: Vec<u32>,
    /// The wait of each long step.
    long: Vec<u64>,
    /// Room to list long steps in.
    places: Vec<u32>,
}

impl Pending {
    fn take(&mut self, times: &[i64], numbers: usize, mut each: impl FnMut(u32)) {
        let begin = self.short.len();
        self.short.resize(begin + times.len(), 0);
        self.places.resize(self.places.len().max(times.len()), 0);
        self.counts.resize(numbers, 0);
        let places = &mut self.places[..times.len()];
        let counts = &mut self.counts[..];
        let mut found = 0;
        let steps = self.numbers[begin..].iter().zip(&mut self.short[begin..]).zip(times.windows(2));
        for (place, ((&number, short), step)) in (0..).zip(steps) {
            each(number);
            let micros = wait(step[0], step[1]);
            *short = micros as u32;
            // Without a branch: whether a wait is long cannot be foreseen.
            let is_long = u32::from(micros >> 32 != 0) & u32::from(number != NOTHING);
            counts[number as usize] += 1 - is_long;
            places[found] = place;
            found += is_long as usize;
        }
        // The last time.
        each(NOTHING);
        for place in places[..found].iter().map(|&place| place as usize) {
            self.long_numbers.push(mem::replace(&mut self.numbers[begin + place], NOTHING));
            self.long.push(wait(times[place], times[place + 1]));
        }
    }

    /// All that is pending, which then nothing is.
    fn block(&mut self) -> Block {
        let mut long_counts = Vec::new();
        if !self.long.is_empty() {
            long_counts.resize(self.counts.len(), 0);
            self.long_numbers.iter().for_each(|&number| long_counts[number as usize] += 1);
        }
        let block = Block {
            short: Sorted::new(&self.numbers, &self.short, mem::take(&mut self.counts)),
            long: Sorted::new(&self.long_numbers, &self.long, long_counts),
        };
        self.numbers.clear();
        self.short.clear();
        self.long_numbers.clear();
        self.long.clear();
        block
    }
}

/// The time from one to the next, which is never earlier.
#[inline]
const fn wait(from: i64, to: i64) -> u64 {
    to.wrapping_sub(from) as u64
}

#[derive(Debug, Clone)]
struct Block {
    short: Sorted<u32>,
    long: Sorted<u64>,
}

/// Values by number.
#[derive(Debug, Clone)]
struct Sorted<T> {
    /// Where each number's values end; they begin where those of the number before end.
    ends: Vec<u32>,
    /// The first one is of no meaning.
    values: Vec<T>,
}

impl<T: Copy + Default> Sorted<T> {
    /// Sorts values that are counted by number. Those under [`NOTHING`] are left out.
    fn new(numbers: &[u32], values: &[T], counts: Vec<u32>) -> Self {
        if counts.is_empty() {
            return Self { ends: counts, values: Vec::new() };
        }
        let mut ends = counts;
        ends[NOTHING as usize] = 0;
        // Each end is where the number begins until its values are there; what is under no number is written over
        // and over to the first place.
        let mut begin = 1;
        for end in &mut ends[1..] {
            begin += mem::replace(end, begin);
        }
        let mut sorted = vec![T::default(); begin as usize];
        for (&number, &value) in numbers.iter().zip(values) {
            let end = &mut ends[number as usize];
            sorted[*end as usize] = value;
            *end += u32::from(number != NOTHING);
        }
        ends[NOTHING as usize] = 1;
        Self { ends, values: sorted }
    }

    /// The values under a number from 1; none under one that is new since.
    fn under(&self, number: u32) -> &[T] {
        let number = number as usize;
        self.ends.get(number).map_or(&[], |&end| &self.values[self.ends[number - 1] as usize..end as usize])
    }
}
