//! The ids of all events in the lake, kept sorted beside the table so that a duplicate is known without reading it.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::id_set::{IdSet, Run, write_ids};
use crate::scan::read_ids;
use crate::table::EventFile;
use crate::{Lake, LakeError};

const FORMAT: u32 = 1;

/// A run is merged into the new one when it is at most this many times as large.
const FOLD: u64 = 2;

/// Which runs there are and which files of the table they hold the ids of.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Manifest {
    format: u32,
    generation: u64,
    files: Vec<String>,
    runs: Vec<RunEntry>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct RunEntry {
    file: String,
    ids: u64,
}

/// The stored ids of a lake. The lake's lock must be held while one exists.
#[derive(Debug)]
pub(crate) struct IdRuns {
    folder: PathBuf,
    manifest: Manifest,
}

impl IdRuns {
    /// The ids of exactly these files: as stored, with what other writers have added meanwhile, or built anew when
    /// files have gone.
    pub(crate) fn open(lake: &Lake, files: &[EventFile]) -> Result<Self, LakeError> {
        let folder = lake.make_beside("ids")?;
        let stored =
            fs::read(folder.join("ids.json")).ok().and_then(|text| serde_json::from_slice::<Manifest>(&text).ok());
        let gone = |manifest: &Manifest| manifest.files.iter().any(|path| !files.iter().any(|file| file.path == *path));
        let usable = stored.filter(|manifest| manifest.format == FORMAT && !gone(manifest));
        let mut runs = Self { folder, manifest: usable.unwrap_or_default() };
        let missing: Vec<&EventFile> = files.iter().filter(|file| !runs.manifest.files.contains(&file.path)).collect();
        if !missing.is_empty() {
            let mut set = IdSet::new(Vec::new(), &runs.folder);
            for file in &missing {
                let mut ids = read_ids(&lake.path().join(&file.path))?;
                ids.par_sort_unstable();
                ids.dedup();
                set.insert(ids)?;
            }
            runs.add(&set, missing.iter().map(|file| file.path.clone()).collect())?;
        }
        Ok(runs)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// All stored ids, to ask and to add to.
    pub(crate) fn as_set(&self) -> Result<IdSet, LakeError> {
        let runs = self.manifest.runs.iter().map(|entry| Run::open(&self.folder.join(&entry.file)));
        Ok(IdSet::new(runs.collect::<Result<_, _>>()?, &self.folder))
    }

    /// Stores the ids of files that have become part of the table, folding small runs into the new one.
    pub(crate) fn add(&mut self, fresh: &IdSet, files: Vec<String>) -> Result<(), LakeError> {
        let generation = self.manifest.generation + 1;
        let mut size: u64 = fresh.runs().iter().map(|run| run.ids().len() as u64).sum();
        let folded = self.manifest.runs.iter().rev().take_while(|run| {
            let small = run.ids <= FOLD * size;
            size += run.ids;
            small
        });
        let kept = self.manifest.runs.len() - folded.count();
        let old = self.manifest.runs.split_off(kept);
        let old = old.iter().map(|entry| Run::open(&self.folder.join(&entry.file))).collect::<Result<Vec<_>, _>>()?;
        let runs: Vec<&[u128]> = old.iter().chain(fresh.runs()).map(Run::ids).collect();
        let file = format!("run-{generation:08}.ids");
        let ids = write_ids(&self.folder.join(&file), merged(&runs))?;
        self.manifest.runs.push(RunEntry { file, ids });
        self.manifest.generation = generation;
        self.manifest.format = FORMAT;
        self.manifest.files.extend(files);
        self.store()
    }

    fn store(&self) -> Result<(), LakeError> {
        let path = self.folder.join("ids.json");
        let text = serde_json::to_vec(&self.manifest).expect("a manifest is plain data");
        let write = || -> std::io::Result<()> {
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            std::io::Write::write_all(&mut file, &text)?;
            file.as_file().sync_all()?;
            file.persist(&path).map_err(|error| error.error)?;
            Ok(())
        };
        write().map_err(LakeError::io("write", &path))?;
        self.sweep();
        Ok(())
    }

    /// Removes runs that the manifest does not name; one that stays costs room and nothing else.
    fn sweep(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with("run-") && !self.manifest.runs.iter().any(|run| run.file == name) {
                drop(fs::remove_file(entry.path()));
            }
        }
    }
}

/// Sorted runs merged into one, a 64th of the range of ids at a time.
fn merged<'a>(runs: &'a [&'a [u128]]) -> impl Iterator<Item = Vec<u128>> + 'a {
    let parts: u32 = 64;
    let border = move |part: u32| u128::from(part) << (128 - parts.ilog2());
    let together = rayon::current_num_threads().max(1) as u32;
    (0..parts).step_by(together as usize).flat_map(move |first| {
        let merge = |part: u32| {
            let mut ids = Vec::new();
            for run in runs {
                let start = run.partition_point(|&id| id < border(part));
                let end = if part + 1 == parts { run.len() } else { run.partition_point(|&id| id < border(part + 1)) };
                ids.extend_from_slice(&run[start..end]);
            }
            #[expect(clippy::stable_sort_primitive, reason = "the stable sort finds the sorted runs and merges them")]
            ids.sort();
            ids.dedup();
            ids
        };
        (first..(first + together).min(parts)).into_par_iter().map(merge).collect::<Vec<_>>()
    })
}
