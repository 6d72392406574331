//! Takes events into a lake: all of an import, or nothing.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use arrow::array::{AsArray, RecordBatch};
use arrow::compute::cast;
use arrow::datatypes::DataType;
use deltalake::kernel::Add;
use kelias_event::{EventBatch, EventId};
use rayon::prelude::*;
use serde_json::json;

use crate::canonical::{Spelled, spell};
use crate::id_runs::IdRuns;
use crate::id_set::IdSet;
use crate::identify::links_told;
use crate::lake::WriteLock;
use crate::links::Link;
use crate::table::Table;
use crate::writer::write_file;
use crate::{Lake, LakeError};

/// Events that are written together, as one file.
const CHUNK_EVENTS: usize = 1 << 19;
/// Bytes of text that end a chunk before it has that many events.
const CHUNK_BYTES: usize = 192 << 20;

/// An import under way. It holds the lake's write lock; dropped before [`Import::commit`] it leaves the lake as it was.
///
/// Memory: the chunk that is being collected and one that is being written, of half a million events or 192 MB each, and
/// a filter of four bytes for each event of the lake once many are asked for.
pub struct Import {
    lake: Lake,
    table: Table,
    ids: IdRuns,
    /// Ids of the lake before this import.
    known: IdSet,
    /// Ids that files of this import added which are complete.
    before: IdSet,
    /// Ids that the current file added so far.
    added: IdSet,
    /// Ids of other rows of the current file so far: those that were known or came before.
    again: IdSet,
    chunk: Vec<EventBatch>,
    chunk_events: usize,
    chunk_bytes: usize,
    source: String,
    links: Vec<Link>,
    sequence: i64,
    received_at: i64,
    kept: u64,
    duplicates: u64,
    files: Option<Files>,
    _lock: WriteLock,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Events that are now in the lake.
    pub kept: u64,
    /// Events that were there already, or twice in this import under the same id.
    pub duplicates: u64,
    /// Identity links that were new.
    pub links: u64,
    /// The lake's version after the import.
    pub lake_version: u64,
}

/// The files that were written; after an error, those before it.
type Written = Result<Vec<Add>, (LakeError, Vec<Add>)>;

/// The thread that writes files.
struct Files {
    send: SyncSender<Vec<RecordBatch>>,
    thread: JoinHandle<Written>,
    folder: PathBuf,
}

impl Import {
    /// Begins an import; waits until no other is under way. `received_at` is now, in microseconds.
    ///
    /// # Errors
    /// When the lake cannot be read or written.
    pub fn begin(lake: &Lake, received_at: i64) -> Result<Self, LakeError> {
        let lock = lake.lock()?;
        let table = lake.table()?;
        let present = table.files()?;
        let ids = IdRuns::open(lake, &present)?;
        let known = ids.as_set()?;
        let empty = || IdSet::new(Vec::new(), ids.folder());
        let (before, added, again) = (empty(), empty(), empty());
        Ok(Self {
            lake: lake.clone(),
            known,
            before,
            added,
            again,
            ids,
            chunk: Vec::new(),
            chunk_events: 0,
            chunk_bytes: 0,
            source: String::new(),
            links: Vec::new(),
            sequence: present.iter().map(|file| file.last_sequence + 1).max().unwrap_or(0),
            received_at,
            kept: 0,
            duplicates: 0,
            files: Some(Files::start(lake.path().to_owned())),
            table,
            _lock: lock,
        })
    }

    /// The events that follow are of another file. Identical rows within one file are events of their own; rows
    /// that another file brought before are duplicates.
    ///
    /// # Errors
    /// When what was pushed so far cannot be written.
    pub fn begin_file(&mut self, source: &str) -> Result<(), LakeError> {
        self.write_chunk()?;
        let empty = || IdSet::new(Vec::new(), self.ids.folder());
        self.before.absorb(std::mem::replace(&mut self.added, empty()));
        self.again = empty();
        source.clone_into(&mut self.source);
        Ok(())
    }

    /// Takes in the next events of the current file.
    ///
    /// # Errors
    /// When the batch is not valid, or what was collected cannot be written.
    pub fn push(&mut self, batch: EventBatch) -> Result<(), LakeError> {
        batch.validate()?;
        self.note_links(&batch)?;
        self.chunk_events += batch.len();
        self.chunk_bytes += batch.text_bytes();
        self.chunk.push(batch);
        if self.chunk_events >= CHUNK_EVENTS || self.chunk_bytes >= CHUNK_BYTES {
            self.write_chunk()?;
        }
        Ok(())
    }

    /// Notes which ids are one traveller: by the columns named as links, and by identify and alias events.
    fn note_links(&mut self, batch: &EventBatch) -> Result<(), LakeError> {
        let customers = cast(&batch.customer, &DataType::Utf8)?;
        let customers = customers.as_string::<i32>();
        let mut links = links_told(&batch.event, customers, batch.properties.as_ref())?;
        for other in &batch.links {
            let pairs = customers.iter().zip(other).filter_map(|(customer, other)| Some((customer?, other?)));
            links.extend(pairs.map(|(customer, other)| (customer.to_owned(), other.to_owned())));
        }
        // Most rows repeat the links of the row before; only what is distinct is held.
        links.retain(|(customer, other)| !other.is_empty() && !customer.is_empty() && customer != other);
        links.sort_unstable();
        links.dedup();
        self.links.append(&mut links);
        Ok(())
    }

    fn write_chunk(&mut self) -> Result<(), LakeError> {
        let chunk = std::mem::take(&mut self.chunk);
        (self.chunk_events, self.chunk_bytes) = (0, 0);
        if chunk.is_empty() {
            return Ok(());
        }
        let source = self.source.clone();
        let mut spelled: Vec<Spelled> =
            chunk.par_iter().map(|batch| spell(batch, &source)).collect::<Result<_, _>>()?;
        drop(chunk);
        let kept = self.settle_ids(&mut spelled)?;
        let mut starts = Vec::with_capacity(spelled.len());
        for marks in &kept {
            let count = marks.iter().filter(|&&kept| kept).count() as u64;
            starts.push(self.sequence);
            self.sequence += count as i64;
            self.kept += count;
            self.duplicates += marks.len() as u64 - count;
        }
        if self.sequence > i64::from(u32::MAX) {
            return Err(LakeError::TooMany);
        }
        let received_at = self.received_at;
        let rows: Vec<RecordBatch> = spelled
            .into_par_iter()
            .zip(kept)
            .zip(starts)
            .map(|((batch, kept), start)| batch.into_rows(&kept, start, received_at, &source))
            .collect::<Result<_, _>>()?;
        let rows: Vec<RecordBatch> = rows.into_iter().filter(|rows| rows.num_rows() > 0).collect();
        if rows.is_empty() { Ok(()) } else { self.send(rows) }
    }

    /// Gives identical rows of the file ids of their own and marks which rows the lake does not have yet.
    fn settle_ids(&mut self, batches: &mut [Spelled]) -> Result<Vec<Vec<bool>>, LakeError> {
        let mut rows: Vec<(u128, u32, u32)> = Vec::with_capacity(batches.iter().map(|batch| batch.ids.len()).sum());
        for (number, batch) in batches.iter().enumerate() {
            rows.extend(batch.ids.iter().enumerate().map(|(row, id)| (id.0, number as u32, row as u32)));
        }
        rows.par_sort_unstable();
        self.number_occurrences(batches, &rows);
        let mut kept: Vec<Vec<bool>> = batches.iter().map(|batch| vec![false; batch.ids.len()]).collect();
        let final_id = |&(_, batch, row): &(u128, u32, u32)| batches[batch as usize].ids[row as usize].0;
        if !rows.is_sorted_by_key(final_id) {
            rows.par_sort_unstable_by_key(|place| (final_id(place), place.1, place.2));
        }
        let mut ids: Vec<u128> = rows.iter().map(final_id).collect();
        let mut firsts: Vec<usize> = (0..ids.len()).collect();
        firsts.dedup_by_key(|&mut at| ids[at]);
        ids.dedup();
        let (known, before) = (self.known.holds(&ids), self.before.holds(&ids));
        let (added, again) = (self.added.holds(&ids), self.again.holds(&ids));
        let (mut fresh, mut repeated) = (Vec::new(), Vec::new());
        for (place, (&id, &at)) in ids.iter().zip(&firsts).enumerate() {
            if !known[place] && !before[place] && !added[place] {
                let (_, batch, row) = rows[at];
                kept[batch as usize][row as usize] = true;
                fresh.push(id);
            } else if !added[place] && !again[place] {
                repeated.push(id);
            }
        }
        self.added.insert(fresh)?;
        self.again.insert(repeated)?;
        Ok(kept)
    }

    /// Numbers identical rows within the file. `rows` are (id of the first such row, batch, row) in order.
    fn number_occurrences(&mut self, batches: &mut [Spelled], rows: &[(u128, u32, u32)]) {
        let mut firsts: Vec<u128> = rows.iter().map(|&(id, _, _)| id).collect();
        firsts.dedup();
        let met = self.met(&firsts);
        let groups = rows.chunk_by(|one, two| one.0 == two.0).zip(met);
        for (group, met) in groups {
            let (id, batch, row) = group[0];
            if batches[batch as usize].own_ids[row as usize] || (group.len() == 1 && !met) {
                continue;
            }
            let before = if met { self.occurrences_before(EventId(id)) } else { 0 };
            for (nth, &(_, batch, row)) in group.iter().enumerate() {
                batches[batch as usize].ids[row as usize] = EventId(id).occurrence(before + nth as u64);
            }
        }
    }

    /// Which of these ids, in rising order, rows of the current file had.
    fn met(&mut self, ids: &[u128]) -> Vec<bool> {
        let (added, again) = (self.added.holds(ids), self.again.holds(ids));
        added.into_iter().zip(again).map(|(added, again)| added || again).collect()
    }

    /// How many identical rows came in earlier chunks of the file, by doubling and halving.
    fn occurrences_before(&mut self, first: EventId) -> u64 {
        let mut has = |nth: u64| self.met(&[first.occurrence(nth).0])[0];
        let mut high = 1;
        while has(high) {
            high *= 2;
        }
        let mut low = high / 2;
        while low + 1 < high {
            let middle = low + (high - low) / 2;
            if has(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }

    fn send(&mut self, rows: Vec<RecordBatch>) -> Result<(), LakeError> {
        let files = self.files.as_ref().expect("files are written until the import ends");
        if files.send.send(rows).is_ok() {
            return Ok(());
        }
        // The writer has stopped, so it has an error to tell.
        Err(self.files.take().expect("its channel was used just above").fail())
    }

    /// Makes everything pushed part of the lake, in one transaction.
    ///
    /// # Errors
    /// When it cannot be written; the lake is then as it was.
    ///
    /// # Panics
    /// When the thread that writes files has panicked.
    pub fn commit(mut self) -> Result<Imported, LakeError> {
        self.write_chunk()?;
        let files = self.files.take().expect("files are written until the import ends");
        let folder = files.folder.clone();
        let added = files.finish()?;
        let names: Vec<String> = added.iter().map(|add| add.path.clone()).collect();
        let committed = self.commit_files(added);
        if committed.is_err() {
            remove(&folder, &names);
        }
        let (links, lake_version) = committed?;
        if !names.is_empty() {
            let empty = IdSet::new(Vec::new(), self.ids.folder());
            self.before.absorb(std::mem::replace(&mut self.added, empty));
            self.ids.add(&self.before, names)?;
        }
        Ok(Imported { kept: self.kept, duplicates: self.duplicates, links, lake_version })
    }

    /// Links go first: a link without its events is true all the same, and is not added twice.
    fn commit_files(&mut self, added: Vec<Add>) -> Result<(u64, u64), LakeError> {
        self.links.sort_unstable();
        self.links.dedup();
        let links = self.lake.links().add(&self.links)?;
        if added.is_empty() {
            return Ok((links, self.table.version()));
        }
        let note = json!({ "kept": self.kept, "duplicates": self.duplicates });
        Ok((links, self.table.append(added, note)?))
    }
}

impl Drop for Import {
    fn drop(&mut self) {
        if let Some(files) = self.files.take() {
            files.discard();
        }
    }
}

impl Files {
    fn start(folder: PathBuf) -> Self {
        let (send, receive) = sync_channel::<Vec<RecordBatch>>(0);
        let lake = folder.clone();
        let thread = std::thread::spawn(move || write_files(&lake, &receive));
        Self { send, thread, folder }
    }

    /// Waits until everything is written.
    fn finish(self) -> Result<Vec<Add>, LakeError> {
        drop(self.send);
        let written = self.thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        written.map_err(|(error, before)| {
            remove(&self.folder, &before.iter().map(|add| add.path.clone()).collect::<Vec<_>>());
            error
        })
    }

    /// The error that stopped the writer.
    fn fail(self) -> LakeError {
        self.finish().err().unwrap_or(LakeError::Stopped)
    }

    /// Removes what was written.
    fn discard(self) {
        let folder = self.folder.clone();
        if let Ok(added) = self.finish() {
            remove(&folder, &added.into_iter().map(|add| add.path).collect::<Vec<_>>());
        }
    }
}

fn write_files(lake: &std::path::Path, receive: &Receiver<Vec<RecordBatch>>) -> Written {
    let mut added = Vec::new();
    for rows in receive {
        match write_file(lake, &rows) {
            Ok(add) => added.push(add),
            Err(error) => return Err((error, added)),
        }
    }
    Ok(added)
}

/// Removes files that are no part of the table; what cannot be removed now, `lake optimize` will.
fn remove(folder: &std::path::Path, names: &[String]) {
    names.iter().for_each(|name| drop(std::fs::remove_file(folder.join(name))));
}
