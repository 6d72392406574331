//! From the events of a partition to the journeys of its travellers.

use arrow::array::{StringArray, StringBuilder};
use arrow::buffer::{OffsetBuffer, ScalarBuffer};
use hashbrown::HashTable;

use crate::JourneyBatch;
use crate::partition::{Partition, Slim, Texts, integer_of};

/// Groups a partition's events by traveller, orders each journey by (time, row) and the travellers by
/// (hash, id). Linear but for the sorting of journeys that did not arrive in order.
pub(crate) fn group(parts: &[Partition]) -> JourneyBatch {
    let ids = Ids::of(parts);
    let travellers = Travellers::of(parts, &ids);
    let (offsets, places) = travellers.layout(&ids);
    let events = parts.iter().flat_map(|part| &part.events);
    let mut ordered = scatter(events, &travellers.of_event, &offsets, &places);
    for journey in offsets.windows(2) {
        let journey = &mut ordered[journey[0] as usize..journey[1] as usize];
        if !journey.is_sorted_by_key(|event| (event.time, event.row)) {
            journey.sort_unstable_by_key(|event| (event.time, event.row));
        }
    }
    JourneyBatch {
        travellers: travellers.ids(&places, &ids),
        hashes: places.by_place.iter().map(|&number| travellers.hashes[number as usize]).collect(),
        offsets: OffsetBuffer::new(offsets.iter().map(|&offset| offset as i32).collect::<Vec<_>>().into()),
        codes: ordered.iter().map(|event| event.code).collect::<Vec<_>>().into(),
        times: ordered.iter().map(|event| event.time).collect::<Vec<_>>().into(),
        rows: ScalarBuffer::from(ordered.iter().map(|event| event.row).collect::<Vec<_>>()),
        superseded: None,
    }
}

/// The ids of the events of all parts, numbered through.
struct Ids<'a> {
    /// Each part's ids, and the number of its first event.
    parts: Vec<(usize, &'a Texts)>,
    integers: bool,
}

impl<'a> Ids<'a> {
    fn of(parts: &'a [Partition]) -> Self {
        let mut first = 0;
        let numbered = parts.iter().map(|part| {
            let numbered = (first, &part.ids);
            first += part.events.len();
            numbered
        });
        Self { parts: numbered.collect(), integers: parts.iter().all(|part| part.ids.ends.is_empty()) }
    }

    /// The bytes of an event's id; nothing where ids are integers.
    fn get(&self, event: usize) -> &'a [u8] {
        if self.integers {
            return &[];
        }
        let part = self.parts.partition_point(|&(first, _)| first <= event) - 1;
        let (first, ids) = self.parts[part];
        ids.get(event - first)
    }
}

/// An event in its place, with the traveller left out.
#[derive(Clone, Copy, Default)]
struct Placed {
    time: i64,
    code: u32,
    row: u32,
}

/// The travellers of a partition, numbered as they first appear.
struct Travellers {
    hashes: Vec<u64>,
    /// The event a traveller first appears in; its id stands there.
    first_event: Vec<u32>,
    counts: Vec<u32>,
    of_event: Vec<u32>,
}

/// Where travellers stand once ordered.
struct Places {
    by_place: Vec<u32>,
    of_traveller: Vec<u32>,
}

impl Travellers {
    fn of(parts: &[Partition], ids: &Ids<'_>) -> Self {
        let events = parts.iter().map(|part| part.events.len()).sum();
        let mut found = Self {
            hashes: Vec::new(),
            first_event: Vec::new(),
            counts: Vec::new(),
            of_event: Vec::with_capacity(events),
        };
        let mut table: HashTable<u32> = HashTable::new();
        for (place, event) in parts.iter().flat_map(|part| &part.events).enumerate() {
            let same = |&number: &u32| {
                let number = number as usize;
                found.hashes[number] == event.hash
                    && (ids.integers || ids.get(found.first_event[number] as usize) == ids.get(place))
            };
            let number = if let Some(&number) = table.find(event.hash, same) {
                found.counts[number as usize] += 1;
                number
            } else {
                let number = found.hashes.len() as u32;
                found.hashes.push(event.hash);
                found.first_event.push(place as u32);
                found.counts.push(1);
                table.insert_unique(event.hash, number, |&known| found.hashes[known as usize]);
                number
            };
            found.of_event.push(number);
        }
        found
    }

    /// Offsets of the journeys in order of hash, and which traveller stands where.
    fn layout(&self, ids: &Ids<'_>) -> (Vec<u32>, Places) {
        let mut by_place: Vec<u32> = (0..self.hashes.len() as u32).collect();
        by_place.sort_unstable_by(|&one, &two| {
            let by_hash = self.hashes[one as usize].cmp(&self.hashes[two as usize]);
            by_hash.then_with(|| self.id(one, ids).cmp(self.id(two, ids)))
        });
        let mut of_traveller = vec![0; by_place.len()];
        let mut offsets = Vec::with_capacity(by_place.len() + 1);
        let mut end = 0;
        offsets.push(end);
        for (place, &number) in by_place.iter().enumerate() {
            of_traveller[number as usize] = place as u32;
            end += self.counts[number as usize];
            offsets.push(end);
        }
        (offsets, Places { by_place, of_traveller })
    }

    /// The bytes of a traveller's id; nothing where ids are integers.
    fn id<'a>(&self, number: u32, ids: &Ids<'a>) -> &'a [u8] {
        ids.get(self.first_event[number as usize] as usize)
    }

    fn ids(&self, places: &Places, texts: &Ids<'_>) -> StringArray {
        let mut ids = StringBuilder::with_capacity(places.by_place.len(), places.by_place.len() * 8);
        for &number in &places.by_place {
            if texts.integers {
                ids.append_value(integer_of(self.hashes[number as usize]).to_string());
            } else {
                ids.append_value(std::str::from_utf8(self.id(number, texts)).expect("ids are pushed as text"));
            }
        }
        ids.finish()
    }
}

fn scatter<'a>(
    events: impl Iterator<Item = &'a Slim>,
    of_event: &[u32],
    offsets: &[u32],
    places: &Places,
) -> Vec<Placed> {
    let mut next = offsets.to_vec();
    let mut ordered = vec![Placed::default(); of_event.len()];
    for (event, &number) in events.zip(of_event) {
        let slot = &mut next[places.of_traveller[number as usize] as usize];
        ordered[*slot as usize] = Placed { time: event.time, code: event.code, row: event.row };
        *slot += 1;
    }
    ordered
}
