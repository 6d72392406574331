//! A set of ids too large for memory, asked for many ids at a time.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use memmap2::Mmap;

use crate::LakeError;
use crate::bloom::Bloom;

/// Ids in rising order, in memory or in a mapped file.
#[derive(Debug)]
pub(crate) enum Run {
    Memory(Vec<u128>),
    File(Mmap),
}

impl Run {
    pub(crate) fn ids(&self) -> &[u128] {
        match self {
            Self::Memory(ids) => ids,
            Self::File(bytes) => bytemuck::cast_slice(bytes),
        }
    }

    /// Opens a file of ids, as [`write_ids`] wrote it.
    pub(crate) fn open(path: &Path) -> Result<Self, LakeError> {
        let file = File::open(path).map_err(LakeError::io("read", path))?;
        let length = file.metadata().map_err(LakeError::io("read", path))?.len();
        if length == 0 {
            return Ok(Self::Memory(Vec::new()));
        }
        if length % 16 != 0 {
            let cut = std::io::Error::new(std::io::ErrorKind::InvalidData, "the file is cut short");
            return Err(LakeError::io("read", path)(cut));
        }
        map(&file).map(Self::File).map_err(LakeError::io("read", path))
    }
}

#[expect(
    unsafe_code,
    reason = "mapping a file is unsafe as another process could cut it; files of ids are never changed once named"
)]
fn map(file: &File) -> std::io::Result<Mmap> {
    // SAFETY: files of ids are complete before anything refers to them, and are only ever removed.
    unsafe { Mmap::map(file) }
}

/// Writes ids in the machine's own order of bytes; a lake's caches do not move between kinds of machines.
pub(crate) fn write_ids(path: &Path, parts: impl IntoIterator<Item = Vec<u128>>) -> Result<u64, LakeError> {
    let mut count = 0;
    let write = || -> std::io::Result<()> {
        let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
        for ids in parts {
            file.write_all(bytemuck::cast_slice(&ids))?;
            count += ids.len() as u64;
        }
        file.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()
    };
    write().map_err(LakeError::io("write", path))?;
    Ok(count)
}

/// A growing set of ids: sorted runs, and a filter once there are many questions.
#[derive(Debug)]
pub(crate) struct IdSet {
    runs: Vec<Run>,
    filter: Option<Bloom>,
    asked: usize,
    /// Where runs go that memory is too dear for.
    folder: PathBuf,
    in_memory: usize,
}

/// Ids held in memory before further runs go to files: 64 MiB.
const IN_MEMORY: usize = 4 << 20;

impl IdSet {
    pub(crate) fn new(runs: Vec<Run>, folder: &Path) -> Self {
        Self { runs, filter: None, asked: 0, folder: folder.to_owned(), in_memory: 0 }
    }

    pub(crate) fn runs(&self) -> &[Run] {
        &self.runs
    }

    fn len(&self) -> usize {
        self.runs.iter().map(|run| run.ids().len()).sum()
    }

    /// Takes in another set that shares no id with this one.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.runs.extend(other.runs);
        self.in_memory += other.in_memory;
        self.filter = None;
    }

    /// Takes in ids in rising order, none of which is in the set.
    pub(crate) fn insert(&mut self, ids: Vec<u128>) -> Result<(), LakeError> {
        if ids.is_empty() {
            return Ok(());
        }
        if let Some(filter) = &mut self.filter {
            ids.iter().for_each(|&id| filter.insert(id));
        }
        if self.in_memory + ids.len() <= IN_MEMORY {
            self.in_memory += ids.len();
            self.runs.push(Run::Memory(ids));
            return Ok(());
        }
        let file = tempfile::Builder::new().prefix("ids-").tempfile_in(&self.folder);
        let path = file.map_err(LakeError::io("write", &self.folder))?.into_temp_path();
        write_ids(&path, [ids])?;
        self.runs.push(Run::open(&path)?);
        Ok(())
    }

    /// Which of these ids, in rising order, are in the set.
    pub(crate) fn holds(&mut self, ids: &[u128]) -> Vec<bool> {
        self.asked += ids.len();
        self.filter_if_worth_it();
        let mut held = vec![false; ids.len()];
        let maybe: Vec<usize> = match &self.filter {
            Some(filter) => (0..ids.len()).filter(|&at| filter.may_hold(ids[at])).collect(),
            None => (0..ids.len()).collect(),
        };
        for run in &self.runs {
            let mut rest = run.ids();
            for &at in &maybe {
                let id = ids[at];
                rest = &rest[leap(rest, id)..];
                held[at] |= rest.first() == Some(&id);
            }
        }
        held
    }

    /// Builds the filter, or a larger one, when the questions so far would have paid for it.
    fn filter_if_worth_it(&mut self) {
        let ids = self.len();
        let outgrown = self.filter.as_ref().is_none_or(|filter| filter.room() < ids);
        if ids == 0 || self.asked * 4 < ids || self.asked < 1 << 18 || !outgrown {
            return;
        }
        // The smaller filter goes before the larger one is made.
        self.filter = None;
        let mut filter = Bloom::for_ids(ids * 2);
        self.runs.iter().flat_map(Run::ids).for_each(|&id| filter.insert(id));
        self.filter = Some(filter);
    }
}

/// How many ids at the front are smaller: steps that double, then halves. Cheap when the next one is near.
fn leap(ids: &[u128], id: u128) -> usize {
    let mut step = 1;
    while step < ids.len() && ids[step] < id {
        step *= 2;
    }
    let start = step / 2;
    let end = (step + 1).min(ids.len());
    start + ids[start..end].partition_point(|&other| other < id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_set_of_runs_answers_as_one_set(runs in prop::collection::vec(prop::collection::btree_set(0_u128..200, 0..40), 0..5),
                                            questions in prop::collection::btree_set(0_u128..200, 0..80)) {
            let folder = tempfile::tempdir().unwrap();
            let mut set = IdSet::new(Vec::new(), folder.path());
            let mut all = BTreeSet::new();
            for run in runs {
                let fresh: Vec<u128> = run.difference(&all).copied().collect();
                all.extend(fresh.iter().copied());
                set.insert(fresh).unwrap();
            }
            let questions: Vec<u128> = questions.into_iter().collect();
            let expected: Vec<bool> = questions.iter().map(|id| all.contains(id)).collect();
            prop_assert_eq!(set.holds(&questions), expected);
        }
    }

    #[test]
    fn many_questions_are_answered_through_the_filter() {
        let folder = tempfile::tempdir().unwrap();
        let id = |n: u64| xxhash_rust::xxh3::xxh3_128(&n.to_le_bytes());
        let sorted = |range: std::ops::Range<u64>| {
            let mut ids: Vec<u128> = range.map(id).collect();
            ids.sort_unstable();
            ids
        };
        let mut set = IdSet::new(Vec::new(), folder.path());
        set.insert(sorted(0..300_000)).unwrap();
        assert!(set.holds(&sorted(0..300_000)).iter().all(|&held| held));
        assert!(set.filter.is_some());
        set.insert(sorted(300_000..310_000)).unwrap();
        assert!(set.holds(&sorted(250_000..310_000)).iter().all(|&held| held));
        assert!(set.holds(&sorted(310_000..400_000)).iter().all(|&held| !held));
    }
}
