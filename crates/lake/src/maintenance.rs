//! Keeping a lake tidy, and checking that it is whole.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use arrow::array::RecordBatch;
use arrow::compute::cast;
use kelias_event::schema;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions};
use serde::Serialize;

use crate::canonical::staged_schema;
use crate::scan::{no_nulls, read_columns, read_ids};
use crate::table::EventFile;
use crate::writer::write_file;
use crate::{Lake, LakeError};

/// Files with fewer rows are put together.
const SMALL_ROWS: u64 = 1 << 18;
/// Rows of a file that is put together.
const FULL_ROWS: u64 = 1 << 20;
/// How long files stay on disk that an older version of the table still names.
const KEEP_OLD_VERSIONS: Duration = Duration::from_hours(7 * 24);

/// What [`Lake::optimize`] did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Optimized {
    /// Small files that were put together.
    pub files_before: usize,
    /// The files they became.
    pub files_after: usize,
    /// Files that no version of the table needs any more, removed.
    pub removed: usize,
    /// The lake's version afterwards.
    pub lake_version: u64,
}

/// What [`Lake::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Events counted in the files.
    pub events: u64,
    /// Files of the table.
    pub files: usize,
    /// Files in the folder that belong to no version: left behind by an import that was killed.
    pub strays: Vec<String>,
    /// What is wrong, a sentence each; empty when the lake is whole.
    pub problems: Vec<String>,
}

impl Lake {
    /// Puts small files together, builds what is kept beside the table anew, and removes files nobody needs.
    ///
    /// # Errors
    /// When files cannot be read or written; the lake then holds the same events as before.
    pub fn optimize(&self) -> Result<Optimized, LakeError> {
        let _lock = self.lock()?;
        let mut table = self.table()?;
        let mut done = Optimized { files_before: 0, files_after: 0, removed: 0, lake_version: table.version() };
        for group in small_files(&table.files()?) {
            let rows = self.read_all(&group)?;
            let added = write_file(self.path(), &rows)?;
            done.files_before += group.len();
            done.files_after += 1;
            let removed: Vec<String> = group.into_iter().map(|file| file.path).collect();
            done.lake_version = table.replace(&removed, vec![added], FULL_ROWS)?;
        }
        let index = self.beside("index");
        if index.exists() {
            fs::remove_dir_all(&index).map_err(LakeError::io("write", &index))?;
        }
        self.follow(512 << 20)?;
        let files = self.table()?.files()?;
        crate::id_runs::IdRuns::open(self, &files)?;
        let names = files.into_iter().map(|file| file.path).collect();
        self.sweep_predicates(&names);
        done.removed = self.remove_strays(&names)?;
        Ok(done)
    }

    /// All rows of some files, in the types they are written in.
    fn read_all(&self, files: &[EventFile]) -> Result<Vec<RecordBatch>, LakeError> {
        let staged = staged_schema();
        let mut rows = Vec::new();
        for file in files {
            for batch in read_columns(&self.path().join(&file.path), &schema::COLUMNS, None)? {
                let batch = batch?;
                let columns =
                    batch.columns().iter().zip(staged.fields()).map(|(column, field)| cast(column, field.data_type()));
                rows.push(RecordBatch::try_new(staged.clone(), columns.collect::<Result<_, _>>()?)?);
            }
        }
        Ok(rows)
    }

    /// Files in the folder that the newest version does not name.
    fn strays(&self, named: &BTreeSet<String>) -> Result<Vec<String>, LakeError> {
        let entries = fs::read_dir(self.path()).map_err(LakeError::io("read", self.path()))?;
        let mut found: Vec<String> = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| name.starts_with("part-") && name.ends_with(".parquet") && !named.contains(name))
            .collect();
        found.sort();
        Ok(found)
    }

    /// Removes strays, but those that an older version names only when they are old.
    fn remove_strays(&self, named: &BTreeSet<String>) -> Result<usize, LakeError> {
        let log = self.log_text()?;
        let mut removed = 0;
        for name in self.strays(named)? {
            let path = self.path().join(&name);
            let age =
                fs::metadata(&path).and_then(|file| file.modified()).map(|at| SystemTime::now().duration_since(at));
            let old = matches!(age, Ok(Ok(age)) if age > KEEP_OLD_VERSIONS);
            if old || !log.contains(&name) {
                fs::remove_file(&path).map_err(LakeError::io("remove", &path))?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn log_text(&self) -> Result<String, LakeError> {
        let folder = self.path().join("_delta_log");
        let entries = fs::read_dir(&folder).map_err(LakeError::io("read", &folder))?;
        let logs =
            entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "json"));
        logs.map(|path| fs::read_to_string(&path).map_err(LakeError::io("read", &path))).collect()
    }

    /// Holds the files against the log, the ids against each other, and the index against the files.
    ///
    /// # Errors
    /// When the table cannot be opened at all; everything else that is wrong is in the answer.
    pub fn verify(&self) -> Result<Verified, LakeError> {
        let files = self.table()?.files()?;
        let mut found = Verified { events: 0, files: files.len(), strays: Vec::new(), problems: Vec::new() };
        let mut ids = Vec::new();
        for file in &files {
            match self.verify_file(file, &mut ids) {
                Ok(()) => found.events += file.rows,
                Err(problem) => found.problems.push(problem),
            }
        }
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        if ids.len() < count {
            found.problems.push(format!("{} events stand in the table twice", count - ids.len()));
        }
        if let Some(index) = kelias_journeys::index::Index::open(&self.beside("index")).unwrap_or_else(|error| {
            found.problems.push(error.to_string());
            None
        }) && index.lake_version() == self.version()?
            && index.events() != found.events
        {
            let (index, events) = (index.events(), found.events);
            found.problems.push(format!("the journey index holds {index} events, the table {events}"));
        }
        found.strays = self.strays(&files.into_iter().map(|file| file.path).collect())?;
        Ok(found)
    }

    fn verify_file(&self, file: &EventFile, ids: &mut Vec<u128>) -> Result<(), String> {
        let path = self.path().join(&file.path);
        let opened = File::open(&path).map_err(|error| format!("{} cannot be read: {error}", file.path))?;
        let say = |error: LakeError| error.to_string();
        let metadata = ArrowReaderMetadata::load(&opened, ArrowReaderOptions::new())
            .map_err(|error| LakeError::parquet(&path, error).to_string())?;
        let rows = metadata.metadata().file_metadata().num_rows().unsigned_abs();
        if rows != file.rows {
            return Err(format!("{} holds {rows} rows where the log says {}", file.path, file.rows));
        }
        ids.extend(read_ids(&path).map_err(say)?);
        let required = [schema::SEQUENCE, schema::TIME, schema::CUSTOMER, schema::EVENT];
        for batch in read_columns(&path, &required, None).map_err(say)? {
            let batch = batch.map_err(|error| format!("{} is damaged: {error}", file.path))?;
            for (column, name) in batch.columns().iter().zip(required) {
                no_nulls(&path, column, name).map_err(say)?;
            }
        }
        Ok(())
    }
}

/// Runs of neighbouring small files, each run to become one file.
fn small_files(files: &[EventFile]) -> Vec<Vec<EventFile>> {
    let mut groups: Vec<Vec<EventFile>> = Vec::new();
    let (mut rows, mut neighbour) = (0, false);
    for file in files {
        let small = file.rows < SMALL_ROWS;
        if small && neighbour && rows + file.rows <= FULL_ROWS {
            groups.last_mut().expect("a neighbour is in a group").push(file.clone());
            rows += file.rows;
        } else if small {
            groups.push(vec![file.clone()]);
            rows = file.rows;
        }
        neighbour = small;
    }
    groups.retain(|group| group.len() > 1);
    groups
}
