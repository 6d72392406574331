//! Pairs of events that follow each other: how many travellers have each, and the waits between.

use std::ops::Range;

use hashbrown::HashMap;
use kelias_journeys::JourneyBatch;

use crate::blocks::{NOTHING, Waits};
use crate::durations::Sample;

/// Up to this number of names every two of them have a number from the beginning, beyond it when they are seen.
const SQUARE_NAMES: usize = 512;

/// The pairs of events as far as they were observed, each under a number from 1.
#[derive(Debug, Clone)]
pub(crate) struct Pairs {
    numbering: Numbering,
    /// By number.
    travellers: Vec<Travellers>,
    /// Number of the traveller at hand, from 1.
    traveller: u64,
    waits: Waits,
}

#[derive(Debug, Clone)]
enum Numbering {
    /// Every two of so many codes.
    Square(u32),
    /// The pairs seen, in the order in which they were.
    Seen { numbers: HashMap<(u32, u32), u32>, pairs: Vec<(u32, u32)> },
}

#[derive(Debug, Clone, Copy, Default)]
struct Travellers {
    count: u64,
    /// The one seen last.
    last: u64,
}

impl Pairs {
    /// Pairs of so many events.
    pub(crate) fn new(names: usize) -> Self {
        let (numbering, pairs) = if names <= SQUARE_NAMES {
            (Numbering::Square(names as u32), names * names)
        } else {
            (Numbering::Seen { numbers: HashMap::new(), pairs: Vec::new() }, 0)
        };
        let travellers = vec![Travellers::default(); pairs + 1];
        Self { numbering, travellers, traveller: 1, waits: Waits::default() }
    }

    pub(crate) fn observe(&mut self, batch: &JourneyBatch) {
        let events = events_of(batch, 0..batch.places());
        if events.is_empty() {
            return;
        }
        let numbers = self.waits.further(events.len());
        self.numbering.number(batch, &events, numbers);
        if let Numbering::Seen { pairs, .. } = &self.numbering {
            self.travellers.resize(pairs.len() + 1, Travellers::default());
        }
        let below = self.travellers.len();
        let (pairs, mut traveller) = (&mut self.travellers[..], self.traveller);
        self.waits.take(&batch.times[events], below, |number| {
            let pair = &mut pairs[number as usize];
            // Without a branch: whether a pair is new to a traveller cannot be foreseen.
            pair.count += u64::from(pair.last != traveller);
            pair.last = traveller;
            // A journey's last event is followed by nothing.
            traveller += u64::from(number == NOTHING);
        });
        self.traveller = traveller;
    }

    /// Ends the observing.
    pub(crate) fn close(&mut self) {
        self.waits.close();
    }

    /// The pairs observed.
    pub(crate) fn seen(&self) -> impl Iterator<Item = Seen<'_>> {
        let counts = (1..).zip(&self.travellers[1..]).filter(|(_, travellers)| travellers.count > 0);
        counts.map(|(number, travellers)| Seen {
            pair: self.numbering.pair(number),
            travellers: travellers.count,
            number,
            waits: &self.waits,
        })
    }
}

/// What one value has observed of a pair.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'a> {
    /// The codes of the two events.
    pub(crate) pair: (u32, u32),
    pub(crate) travellers: u64,
    number: u32,
    waits: &'a Waits,
}

impl<'a> Seen<'a> {
    /// Adds the pair's waits to a sample; all of them once the pairs are closed.
    pub(crate) fn add_waits(&self, sample: &mut Sample<&'a [u32]>) {
        self.waits.add_to(sample, self.number);
    }
}

impl Numbering {
    /// Writes for each event the number of the pair that it is the first of.
    fn number(&mut self, batch: &JourneyBatch, events: &Range<usize>, numbers: &mut [u32]) {
        let codes = &batch.codes[events.clone()];
        let journey = |place: usize| {
            let own = events_of(batch, place..place + 1);
            own.start - events.start..own.end - events.start
        };
        match self {
            Self::Square(names) => {
                for (number, pair) in numbers.iter_mut().zip(codes.windows(2)) {
                    *number = 1 + pair[0] * *names + pair[1];
                }
                // Cheaper than minding where journeys end all along.
                for place in 0..batch.places() {
                    let journey = journey(place);
                    if batch.is_superseded(place) {
                        numbers[journey].fill(NOTHING);
                    } else if !journey.is_empty() {
                        numbers[journey.end - 1] = NOTHING;
                    }
                }
            }
            Self::Seen { numbers: known, pairs } => {
                for place in (0..batch.places()).filter(|&place| !batch.is_superseded(place)) {
                    let journey = journey(place);
                    for (number, pair) in numbers[journey.clone()].iter_mut().zip(codes[journey].windows(2)) {
                        let pair = (pair[0], pair[1]);
                        *number = *known.entry(pair).or_insert_with(|| {
                            pairs.push(pair);
                            pairs.len() as u32
                        });
                    }
                }
            }
        }
    }

    /// The pair of a number.
    fn pair(&self, number: u32) -> (u32, u32) {
        match self {
            Self::Square(names) => ((number - 1) / names, (number - 1) % names),
            Self::Seen { pairs, .. } => pairs[number as usize - 1],
        }
    }
}

/// Where the events of the travellers at these places stand in the batch.
fn events_of(batch: &JourneyBatch, places: Range<usize>) -> Range<usize> {
    batch.offsets[places.start] as usize..batch.offsets[places.end] as usize
}
