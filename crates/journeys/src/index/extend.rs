//! Takes new events and new links into an index.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use arrow::array::TimestampMicrosecondArray;
use arrow::buffer::BooleanBuffer;

use super::manifest::{IndexedFile, Manifest, SegmentEntry};
use super::merge::{Input, find, merge};
use super::segment::{Marks, SegmentWriter, write_marks};
use super::{Index, IndexError, JourneyBatch};
use crate::partition::{PARTITIONS, hash_id, partition_of};
use crate::{BuildError, Builder, Journeys};

/// A segment is folded into the new one when it is at most this many times as large as what is written anyway.
const FOLD: u64 = 2;

/// New events on their way into an index.
pub struct Extension {
    folder: PathBuf,
    builder: Builder,
    files: Vec<IndexedFile>,
    events: u64,
    time_range: Option<(i64, i64)>,
    /// Ids whose journeys now go under another id.
    moved: BTreeMap<String, String>,
}

impl Extension {
    /// Begins to extend the index in a folder (or to build one, when there is none), holding at most about
    /// `budget` bytes of events in memory and the rest in temporary files beside the index.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn begin(folder: &Path, index: Option<&Index>, budget: usize) -> Result<Self, IndexError> {
        fs::create_dir_all(folder)
            .map_err(|source| IndexError::Write { path: folder.display().to_string(), source })?;
        let mut builder = Builder::spilling(folder.to_owned(), budget);
        builder.know_names(index.map_or(&[], |index| index.names()));
        Ok(Self {
            folder: folder.to_owned(),
            builder,
            files: Vec::new(),
            events: 0,
            time_range: None,
            moved: BTreeMap::new(),
        })
    }

    /// Takes in events of a file of the lake, customers as text, the first of which stands in row `first_row`.
    ///
    /// # Errors
    /// When the columns are of other types or temporary files cannot be written.
    pub fn push(
        &mut self,
        customer: &arrow::array::ArrayRef,
        event: &arrow::array::ArrayRef,
        time: &TimestampMicrosecondArray,
        first_row: u32,
    ) -> Result<(), BuildError> {
        self.events += time.len() as u64;
        for &time in time.values() {
            let (first, last) = self.time_range.unwrap_or((time, time));
            self.time_range = Some((first.min(time), last.max(time)));
        }
        self.builder.push_columns(customer, event, time, first_row)
    }

    /// Notes that a file of the lake is taken in as a whole.
    pub fn cover(&mut self, file: IndexedFile) {
        self.files.push(file);
    }

    /// Puts the journey that the index holds under `old` under `new` instead.
    pub fn move_journey(&mut self, old: String, new: String) {
        if old != new {
            self.moved.insert(old, new);
        }
    }

    /// Writes the new segment and puts the new manifest in the place of the old one.
    ///
    /// # Errors
    /// When files cannot be read or written; the index is then as it was.
    ///
    /// # Panics
    /// When somebody removes the manifest at the same moment.
    pub fn commit(mut self, index: Option<&Index>, lake_version: u64, links: u64) -> Result<Index, IndexError> {
        let old = index.map(|index| index.manifest.clone()).unwrap_or_default();
        let mut marks = Superseded::of(index)?;
        if let Some(index) = index {
            self.feed_moved(index, &mut marks)?;
        }
        let generation = old.generation + 1;
        let fold = self.choose_folds(&old);
        let names = self.builder.names().to_vec();
        let (entry, travellers) = self.write_segment(index, &fold, generation, &mut marks)?;
        let mut manifest = Manifest {
            generation,
            lake_version,
            links,
            events: old.events + self.events,
            names,
            time_range: union(old.time_range, self.time_range),
            ..old
        };
        manifest.segments = marks.write(&self.folder, &manifest.segments, &fold, generation)?;
        manifest.segments.extend(entry);
        manifest.travellers = travellers;
        manifest.files.append(&mut self.files);
        manifest.clone().replace(&self.folder)?;
        manifest.sweep(&self.folder);
        Ok(Index::open(&self.folder)?.expect("the manifest was written just now"))
    }

    /// Feeds the events of journeys that move to the builder under their new id.
    fn feed_moved(&mut self, index: &Index, marks: &mut Superseded) -> Result<(), IndexError> {
        for (number, segment) in index.segments.iter().enumerate() {
            for place in 0..segment.batches() {
                let batch = segment.batch(place)?;
                for (old, new) in &self.moved {
                    let Some(traveller) = find(&batch, hash_id(old), old) else { continue };
                    marks.add(number, place, traveller);
                    let journey = batch.journey(traveller);
                    for ((&code, &time), &row) in journey.codes.iter().zip(journey.times).zip(journey.rows) {
                        self.builder.push_event(new, code, time, row);
                    }
                }
            }
        }
        Ok(())
    }

    /// Which segments are folded into the new one: from the newest on, while they are not much larger.
    fn choose_folds(&self, old: &Manifest) -> BTreeSet<usize> {
        let mut size = self.events;
        let newest_first = old.segments.iter().enumerate().rev();
        newest_first
            .take_while(|(_, segment)| {
                let small = segment.live_events <= FOLD * size;
                size += segment.live_events;
                small
            })
            .map(|(number, _)| number)
            .collect()
    }

    /// Writes the new segment; gives its entry, if it has any journeys, and the number of travellers in the index.
    fn write_segment(
        &mut self,
        index: Option<&Index>,
        fold: &BTreeSet<usize>,
        generation: u64,
        marks: &mut Superseded,
    ) -> Result<(Option<SegmentEntry>, u64), IndexError> {
        let file = format!("segment-{generation:08}.arrow");
        let mut writer = SegmentWriter::create(self.folder.join(&file))?;
        let builder = std::mem::replace(&mut self.builder, Builder::in_memory());
        let old = Ranges::of(index)?;
        let mut written = 0;
        let mut next = 0;
        let mut write_range = |range: usize, fresh: Option<JourneyBatch>| -> Result<(), IndexError> {
            let Some(batch) = old.merge(range, fresh, fold, marks)? else { return Ok(()) };
            written += batch.places() as u64;
            writer.write(batch)
        };
        builder.finish(|batch| {
            let range = partition_of(batch.hashes[0]);
            (next..range).try_for_each(|range| write_range(range, None))?;
            next = range + 1;
            write_range(range, Some(batch))
        })?;
        (next..PARTITIONS).try_for_each(|range| write_range(range, None))?;
        let live_events = writer.events;
        writer.finish()?;
        let travellers = written + marks.live_travellers(fold);
        Ok(((live_events > 0).then_some(SegmentEntry { file, superseded: None, live_events }), travellers))
    }
}

fn union(one: Option<(i64, i64)>, two: Option<(i64, i64)>) -> Option<(i64, i64)> {
    match (one, two) {
        (Some(one), Some(two)) => Some((one.0.min(two.0), one.1.max(two.1))),
        (one, two) => one.or(two),
    }
}

/// The batches of an index by range of hashes.
struct Ranges<'a> {
    index: Option<&'a Index>,
    /// For each range, the (segment, batch) that hold it.
    batches: Vec<Vec<(usize, usize)>>,
}

impl<'a> Ranges<'a> {
    fn of(index: Option<&'a Index>) -> Result<Self, IndexError> {
        let mut batches = vec![Vec::new(); PARTITIONS];
        for (number, segment) in index.iter().flat_map(|index| index.segments.iter().enumerate()) {
            for place in 0..segment.batches() {
                if let Some(&hash) = segment.batch(place)?.hashes.first() {
                    batches[partition_of(hash)].push((number, place));
                }
            }
        }
        Ok(Self { index, batches })
    }

    /// What the new segment holds of a range: all new journeys and all of folded segments, each with what other segments
    /// hold of the same travellers, which is thereby superseded.
    fn merge(
        &self,
        range: usize,
        fresh: Option<JourneyBatch>,
        fold: &BTreeSet<usize>,
        marks: &mut Superseded,
    ) -> Result<Option<JourneyBatch>, IndexError> {
        let Some(index) = self.index else { return Ok(fresh) };
        let mut old = Vec::new();
        for &(segment, place) in &self.batches[range] {
            let mut batch = index.segments[segment].batch(place)?;
            // Journeys that have moved to another id since the segment was written are no longer here.
            batch.superseded = Some(marks.of_batch(segment, place));
            old.push(((segment, place), batch));
        }
        let folded = |number: usize| fold.contains(&number);
        if fresh.is_none() && !old.iter().any(|&((segment, _), _)| folded(segment)) {
            return Ok(None);
        }
        let fresh_input = fresh.as_ref().map(|batch| Input { batch, whole: true });
        let inputs: Vec<Input<'_>> = old
            .iter()
            .map(|((segment, _), batch)| Input { batch, whole: folded(*segment) })
            .chain(fresh_input)
            .collect();
        let merged = merge(&inputs);
        for (((segment, place), _), taken) in old.iter().zip(&merged.taken) {
            taken.iter().for_each(|&traveller| marks.add(*segment, *place, traveller));
        }
        Ok((merged.batch.places() > 0).then_some(merged.batch))
    }
}

/// Which journeys of an index are superseded, by segment and batch.
struct Superseded {
    segments: Vec<Vec<Vec<bool>>>,
    events: Vec<Vec<Vec<u32>>>,
    changed: BTreeSet<usize>,
}

impl Superseded {
    fn of(index: Option<&Index>) -> Result<Self, IndexError> {
        let mut found = Self { segments: Vec::new(), events: Vec::new(), changed: BTreeSet::new() };
        for segment in index.iter().flat_map(|index| &index.segments) {
            let (mut marks, mut events) = (Vec::new(), Vec::new());
            for place in 0..segment.batches() {
                let batch = segment.batch(place)?;
                marks.push((0..batch.places()).map(|traveller| batch.is_superseded(traveller)).collect());
                events.push(batch.offsets.windows(2).map(|ends| (ends[1] - ends[0]) as u32).collect());
            }
            found.segments.push(marks);
            found.events.push(events);
        }
        Ok(found)
    }

    fn add(&mut self, segment: usize, batch: usize, traveller: usize) {
        self.segments[segment][batch][traveller] = true;
        self.changed.insert(segment);
    }

    fn of_batch(&self, segment: usize, batch: usize) -> BooleanBuffer {
        self.segments[segment][batch].iter().copied().collect()
    }

    /// Travellers of segments that stay.
    fn live_travellers(&self, fold: &BTreeSet<usize>) -> u64 {
        let staying = self.segments.iter().enumerate().filter(|(number, _)| !fold.contains(number));
        staying.flat_map(|(_, batches)| batches.iter().flatten()).filter(|&&superseded| !superseded).count() as u64
    }

    fn live_events(&self, segment: usize) -> u64 {
        let marks = self.segments[segment].iter().flatten();
        let events = self.events[segment].iter().flatten();
        marks.zip(events).filter(|&(&superseded, _)| !superseded).map(|(_, &events)| u64::from(events)).sum()
    }

    /// Writes the marks of segments that stay and have changed; gives the entries of those that stay.
    fn write(
        &self,
        folder: &Path,
        old: &[SegmentEntry],
        fold: &BTreeSet<usize>,
        generation: u64,
    ) -> Result<Vec<SegmentEntry>, IndexError> {
        let mut entries = Vec::new();
        for (number, entry) in old.iter().enumerate().filter(|(number, _)| !fold.contains(number)) {
            let mut entry = entry.clone();
            entry.live_events = self.live_events(number);
            if entry.live_events == 0 {
                continue;
            }
            if self.changed.contains(&number) {
                let file = format!("segment-{number:04}-superseded-{generation:08}.bits");
                let marks: Marks = (0..self.segments[number].len()).map(|batch| self.of_batch(number, batch)).collect();
                write_marks(&folder.join(&file), &marks)?;
                entry.superseded = Some(file);
            }
            entries.push(entry);
        }
        Ok(entries)
    }
}
