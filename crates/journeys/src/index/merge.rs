//! Joins the journeys of one range of hashes from several places.

use arrow::array::StringBuilder;
use arrow::buffer::OffsetBuffer;

use crate::JourneyBatch;

/// A batch that takes part in a merge.
pub(super) struct Input<'a> {
    pub(super) batch: &'a JourneyBatch,
    /// Whether all its journeys go into the result, or only those of travellers that a batch kept in full has too.
    pub(super) whole: bool,
}

/// The result of a merge.
pub(super) struct Merged {
    pub(super) batch: JourneyBatch,
    /// For each input, the places whose journeys went into the result.
    pub(super) taken: Vec<Vec<usize>>,
}

struct Entry<'a> {
    hash: u64,
    id: &'a str,
    input: usize,
    place: usize,
}

/// Puts each traveller's events from all inputs into one journey, in order of (time, row).
pub(super) fn merge(inputs: &[Input<'_>]) -> Merged {
    let entries = entries(inputs);
    let mut taken = vec![Vec::new(); inputs.len()];
    let mut ids = StringBuilder::with_capacity(entries.len(), entries.iter().map(|entry| entry.id.len()).sum());
    let (mut hashes, mut offsets) = (Vec::with_capacity(entries.len()), vec![0_i32]);
    let mut events: Vec<(i64, u32, u32)> = Vec::new();
    for traveller in entries.chunk_by(|one, two| one.hash == two.hash && one.id == two.id) {
        let start = events.len();
        for entry in traveller {
            taken[entry.input].push(entry.place);
            let journey = inputs[entry.input].batch.journey(entry.place);
            let columns = journey.times.iter().zip(journey.rows).zip(journey.codes);
            events.extend(columns.map(|((&time, &row), &code)| (time, row, code)));
        }
        if traveller.len() > 1 {
            events[start..].sort_unstable();
        }
        ids.append_value(traveller[0].id);
        hashes.push(traveller[0].hash);
        offsets.push(events.len() as i32);
    }
    let batch = JourneyBatch {
        travellers: ids.finish(),
        hashes: hashes.into(),
        offsets: OffsetBuffer::new(offsets.into()),
        codes: events.iter().map(|&(_, _, code)| code).collect(),
        times: events.iter().map(|&(time, _, _)| time).collect(),
        rows: events.iter().map(|&(_, row, _)| row).collect(),
        superseded: None,
    };
    Merged { batch, taken }
}

/// The journeys that take part, in the order of the result.
fn entries<'a>(inputs: &[Input<'a>]) -> Vec<Entry<'a>> {
    let (whole, part): (Vec<usize>, Vec<usize>) = (0..inputs.len()).partition(|&number| inputs[number].whole);
    let mut entries = Vec::new();
    for input in whole {
        let batch = inputs[input].batch;
        let live = (0..batch.places()).filter(|&place| !batch.is_superseded(place));
        entries.extend(live.map(|place| Entry { hash: batch.hashes[place], id: batch.traveller(place), input, place }));
    }
    let mut called = Vec::new();
    for input in part {
        let batch = inputs[input].batch;
        called.extend(entries.iter().filter_map(|wanted| {
            let place = find(batch, wanted.hash, wanted.id)?;
            Some(Entry { hash: wanted.hash, id: batch.traveller(place), input, place })
        }));
    }
    called.sort_unstable_by_key(|entry| (entry.input, entry.place));
    called.dedup_by_key(|entry| (entry.input, entry.place));
    entries.extend(called);
    entries.sort_unstable_by(|one, two| (one.hash, one.id, one.input).cmp(&(two.hash, two.id, two.input)));
    entries
}

/// The place of a traveller's journey, if the batch has it and no newer segment does.
pub(super) fn find(batch: &JourneyBatch, hash: u64, id: &str) -> Option<usize> {
    let first = batch.hashes.partition_point(|&other| other < hash);
    let same = batch.hashes[first..].iter().take_while(|&&other| other == hash).count();
    (first..first + same).find(|&place| batch.traveller(place) == id && !batch.is_superseded(place))
}
