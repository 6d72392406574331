//! Builds journeys from events in any order, in bounded memory.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use arrow::array::{Array, ArrayRef, AsArray, DictionaryArray, TimestampMicrosecondArray};
use arrow::compute::cast;
use arrow::datatypes::{ArrowPrimitiveType, DataType, Int32Type, UInt64Type};
use rayon::prelude::*;
use thiserror::Error;

use crate::partition::{PARTITIONS, Partition, Slim, Spill, hash_id, hash_integer, partition_of};
use crate::{InMemory, JourneyBatch, grouping};

/// Events that could not be taken in.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The temporary files could not be written or read.
    #[error("cannot use the temporary folder {folder}: {source}; free room there or name another by TMPDIR")]
    Spill {
        /// The folder.
        folder: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A column of a type that no reader hands over.
    #[error(transparent)]
    Column(#[from] arrow::error::ArrowError),
}

/// Collects events and groups them into journeys.
///
/// Events are spread over 64 ranges of the traveller's hash. When what is held passes the budget, all of it goes to
/// temporary files; at the end one range after the other is grouped. So building needs the budget plus, for each
/// thread, one range: of a hundred million events about 1.6 million, or some 90 MB.
#[derive(Debug)]
pub struct Builder {
    partitions: Vec<Partition>,
    /// The partitions of builders that were merged in.
    merged: Vec<Vec<Partition>>,
    names: Vec<String>,
    codes: HashMap<String, u32>,
    /// Whether ids so far are integers; unknown until the first event.
    integers: Option<bool>,
    held: usize,
    spilling: Option<Spilling>,
}

#[derive(Debug)]
struct Spilling {
    folder: PathBuf,
    budget: usize,
    spill: Option<Spill>,
}

impl Builder {
    /// A builder that holds everything in memory.
    #[must_use]
    pub fn in_memory() -> Self {
        Self {
            partitions: vec![Partition::default(); PARTITIONS],
            merged: Vec::new(),
            names: Vec::new(),
            codes: HashMap::new(),
            integers: None,
            held: 0,
            spilling: None,
        }
    }

    /// A builder that holds at most about `budget` bytes and keeps the rest in unnamed files in `folder`.
    #[must_use]
    pub fn spilling(folder: PathBuf, budget: usize) -> Self {
        Self { spilling: Some(Spilling { folder, budget, spill: None }), ..Self::in_memory() }
    }

    /// Makes room for so many more events, which come of travellers in no order.
    pub fn reserve(&mut self, events: usize) {
        // Hashes spread travellers evenly; journeys differ in length, so a little is added.
        let share = events / PARTITIONS;
        self.partitions.iter_mut().for_each(|partition| partition.events.reserve(share + share / 16));
    }

    /// Gives the first codes to these names, so that they keep them.
    pub fn know_names(&mut self, names: &[String]) {
        for name in names {
            self.code_of(name);
        }
    }

    /// The names so far, in order of their codes.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The code of an event name, a new one if need be.
    pub fn code_of(&mut self, name: &str) -> u32 {
        if let Some(&code) = self.codes.get(name) {
            return code;
        }
        let code = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.codes.insert(name.to_owned(), code);
        code
    }

    /// Takes in one event of a traveller with a textual id.
    ///
    /// # Panics
    /// When events with integer ids were taken in before.
    pub fn push_event(&mut self, traveller: &str, code: u32, time: i64, row: u32) {
        assert!(!self.integers.replace(false).unwrap_or(false), "ids of one build are all integers or all texts");
        let event = Slim { hash: hash_id(traveller), time, code, row };
        let partition = &mut self.partitions[partition_of(event.hash)];
        partition.push_text(traveller, event);
        self.held += size_of::<Slim>() + 4 + traveller.len();
    }

    /// Takes in a batch: `customer` (text, dictionary of text, or any integer type), `event` (text or dictionary of text),
    /// whose first event stands in row `first_row`.
    ///
    /// Unsigned and non-negative integer ids stay integers, which is quicker, as long as all batches have them.
    ///
    /// # Errors
    /// When the columns have other types, or temporary files cannot be written.
    pub fn push_columns(
        &mut self,
        customer: &ArrayRef,
        event: &ArrayRef,
        time: &TimestampMicrosecondArray,
        first_row: u32,
    ) -> Result<(), BuildError> {
        let codes = self.codes_of(event)?;
        let times = time.values();
        let integers = self.integers.unwrap_or(true).then(|| non_negative(customer)).flatten();
        self.integers = Some(integers.is_some());
        match integers {
            Some(ids) => {
                for (at, (&id, (&code, &time))) in ids.iter().zip(codes.iter().zip(times)).enumerate() {
                    let event = Slim { hash: hash_integer(id), time, code, row: first_row + at as u32 };
                    self.partitions[partition_of(event.hash)].events.push(event);
                }
                self.held += ids.len() * size_of::<Slim>();
            }
            None => self.push_texts(customer, &codes, times, first_row)?,
        }
        self.spill_if_over_budget()
    }

    fn push_texts(
        &mut self,
        customer: &ArrayRef,
        codes: &[u32],
        times: &[i64],
        first_row: u32,
    ) -> Result<(), BuildError> {
        let spelled = dictionary_of_text(customer)?;
        let keys = spelled.keys().values();
        let ids = spelled.values().as_string::<i32>();
        let hashes: Vec<u64> = ids.iter().map(|id| id.map_or(0, hash_id)).collect();
        for (at, (&key, (&code, &time))) in keys.iter().zip(codes.iter().zip(times)).enumerate() {
            let (id, hash) = (ids.value(key as usize), hashes[key as usize]);
            let partition = &mut self.partitions[partition_of(hash)];
            partition.push_text(id, Slim { hash, time, code, row: first_row + at as u32 });
            self.held += size_of::<Slim>() + 4 + id.len();
        }
        Ok(())
    }

    fn codes_of(&mut self, event: &ArrayRef) -> Result<Vec<u32>, BuildError> {
        let spelled = dictionary_of_text(event)?;
        let translated: Vec<u32> =
            spelled.values().as_string::<i32>().iter().map(|name| self.code_of(name.unwrap_or(""))).collect();
        Ok(spelled.keys().values().iter().map(|&key| translated[key as usize]).collect())
    }

    fn spill_if_over_budget(&mut self) -> Result<(), BuildError> {
        let Some(spilling) = &mut self.spilling else { return Ok(()) };
        if self.held <= spilling.budget {
            return Ok(());
        }
        let explain = |source| BuildError::Spill { folder: spilling.folder.display().to_string(), source };
        let spill = match &mut spilling.spill {
            Some(spill) => spill,
            none => none.insert(Spill::create(&spilling.folder).map_err(explain)?),
        };
        spill.take_in(&mut self.partitions).map_err(explain)?;
        self.held = 0;
        Ok(())
    }

    /// Takes in what another builder has collected in memory. Both have integer ids, or both texts.
    ///
    /// # Panics
    /// When one has integer ids and the other texts, or when the other has spilled.
    pub fn merge(&mut self, other: Self) {
        assert!(other.spilling.is_none(), "only builders in memory are merged");
        if let (Some(mine), Some(theirs)) = (self.integers, other.integers) {
            assert!(mine == theirs, "ids of one build are all integers or all texts");
        }
        self.integers = self.integers.or(other.integers);
        let codes: Vec<u32> = other.names.iter().map(|name| self.code_of(name)).collect();
        let same = codes.iter().enumerate().all(|(place, &code)| place == code as usize);
        for mut theirs in std::iter::once(other.partitions).chain(other.merged) {
            if !same {
                theirs.par_iter_mut().for_each(|partition| partition.recode(&codes));
            }
            self.merged.push(theirs);
        }
        self.held += other.held;
    }

    /// Whether ids so far are integers.
    #[must_use]
    pub fn has_integer_ids(&self) -> bool {
        self.integers == Some(true)
    }

    /// Groups everything and hands the batches to `sink` in the order of hashes, a few partitions at a time.
    ///
    /// # Errors
    /// When temporary files cannot be read, or the sink fails.
    pub fn finish<E: From<BuildError>>(mut self, mut sink: impl FnMut(JourneyBatch) -> Result<(), E>) -> Result<(), E> {
        let together = rayon::current_num_threads().max(1);
        let partitions = std::mem::take(&mut self.partitions);
        let mut partitions = partitions.into_iter().enumerate();
        loop {
            let mut next = Vec::with_capacity(together);
            for (place, in_memory) in partitions.by_ref().take(together) {
                let first = self.read_back(place, in_memory)?;
                next.push(self.parts(place, first));
            }
            if next.is_empty() {
                return Ok(());
            }
            let grouped: Vec<JourneyBatch> =
                next.into_par_iter().filter(|parts| has_events(parts)).map(|parts| grouping::group(&parts)).collect();
            grouped.into_iter().try_for_each(&mut sink)?;
        }
    }

    /// All parts of a partition, in order of arrival.
    fn parts(&mut self, place: usize, first: Partition) -> Vec<Partition> {
        let merged = self.merged.iter_mut().map(|partitions| std::mem::take(&mut partitions[place]));
        std::iter::once(first).chain(merged).collect()
    }

    fn read_back(&mut self, place: usize, in_memory: Partition) -> Result<Partition, BuildError> {
        let Some(Spilling { folder, spill: Some(spill), .. }) = &mut self.spilling else { return Ok(in_memory) };
        spill
            .read_back(place, in_memory)
            .map_err(|source| BuildError::Spill { folder: folder.display().to_string(), source })
    }

    /// Keeps everything in memory, to be grouped into journeys batch by batch.
    ///
    /// # Panics
    /// When the builder spills.
    #[must_use]
    pub fn finish_in_memory(mut self) -> InMemory {
        assert!(self.spilling.is_none(), "a builder that spills is finished into a file");
        let names: Arc<[String]> = std::mem::take(&mut self.names).into();
        let partitions = std::mem::take(&mut self.partitions);
        let ranges = partitions.into_iter().enumerate().map(|(place, first)| self.parts(place, first));
        InMemory::arrived(names, ranges.filter(|parts| has_events(parts)))
    }
}

fn has_events(parts: &[Partition]) -> bool {
    parts.iter().any(|part| !part.events.is_empty())
}

/// The values as unsigned integers, where they are integers and none is negative.
fn non_negative(customer: &ArrayRef) -> Option<arrow::buffer::ScalarBuffer<u64>> {
    if !customer.data_type().is_integer() {
        return None;
    }
    let wide = cast(customer, &UInt64Type::DATA_TYPE).ok()?;
    (wide.null_count() == customer.null_count()).then(|| wide.as_primitive::<UInt64Type>().values().clone())
}

/// The column as a dictionary, each value of which is spelled once.
fn dictionary_of_text(column: &ArrayRef) -> Result<DictionaryArray<Int32Type>, BuildError> {
    let wanted = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let text = if column.data_type().is_integer() { cast(column, &DataType::Utf8)? } else { Arc::clone(column) };
    Ok(cast(&text, &wanted)?.as_dictionary::<Int32Type>().clone())
}
