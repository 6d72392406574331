//! What an index consists of.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::IndexError;
use crate::JourneyError;

/// Version of the layout of index files; an index of another version is built anew.
const FORMAT: u32 = 1;
const FILE: &str = "index.json";

/// A file of the lake whose events the index holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexedFile {
    /// Its path in the lake.
    pub path: String,
    /// The row of its first event among all rows of the index.
    pub first_row: u32,
    /// Its events.
    pub rows: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SegmentEntry {
    pub(super) file: String,
    /// Marks of superseded journeys, where there are any.
    pub(super) superseded: Option<String>,
    /// Events of journeys that are not superseded.
    pub(super) live_events: u64,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: u32,
    /// Grows with every change; part of the names of new files.
    pub(super) generation: u64,
    pub(super) lake_version: u64,
    pub(super) links: u64,
    pub(super) events: u64,
    pub(super) travellers: u64,
    pub(super) time_range: Option<(i64, i64)>,
    pub(super) segments: Vec<SegmentEntry>,
    pub(super) files: Vec<IndexedFile>,
    pub(super) names: Vec<String>,
}

impl Manifest {
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, JourneyError> {
        let path = folder.join(FILE);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&path, error.to_string())),
        };
        let manifest: Self = serde_json::from_slice(&text).map_err(|error| unreadable(&path, error.to_string()))?;
        Ok((manifest.format == FORMAT).then_some(manifest))
    }

    /// Puts the manifest in the place of the one before, on disk before this returns.
    pub(super) fn replace(mut self, folder: &Path) -> Result<(), IndexError> {
        self.format = FORMAT;
        let (path, fresh) = (folder.join(FILE), folder.join("index.json.new"));
        let text = serde_json::to_vec(&self).expect("a manifest is plain data");
        let write = || -> std::io::Result<()> {
            let mut file = File::create(&fresh)?;
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&fresh, &path)?;
            File::open(folder)?.sync_all()
        };
        write().map_err(|source| IndexError::Write { path: path.display().to_string(), source })
    }

    /// Removes segment files that no manifest names any more.
    pub(super) fn sweep(&self, folder: &Path) {
        let named = |name: &str| {
            let of = |entry: &SegmentEntry| entry.file == name || entry.superseded.as_deref() == Some(name);
            self.segments.iter().any(of)
        };
        let Ok(entries) = fs::read_dir(folder) else { return };
        let stale = entries.flatten().filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with("segment-") && !named(&name)
        });
        // A file that stays costs room and nothing else; the next sweep tries again.
        stale.for_each(|entry| drop(fs::remove_file(entry.path())));
    }
}

fn unreadable(path: &Path, reason: String) -> JourneyError {
    JourneyError::Index { path: path.display().to_string(), reason }
}
