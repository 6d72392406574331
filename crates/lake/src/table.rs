//! The Delta table: which files hold the events, and how a transaction changes that.

use std::path::{Path, PathBuf};

use deltalake::kernel::transaction::{CommitBuilder, CommitProperties};
use deltalake::kernel::{Action, Add, DataType, PrimitiveType, StructField};
use deltalake::operations::create::CreateBuilder;
use deltalake::protocol::{DeltaOperation, SaveMode};
use deltalake::{DeltaTable, DeltaTableBuilder};
use kelias_event::schema;
use serde_json::Value;
use tokio::runtime::Runtime;
use url::Url;

use crate::LakeError;

/// An open version of the table. Calls block; run them where blocking is allowed.
#[derive(Debug)]
pub(crate) struct Table {
    path: PathBuf,
    inner: DeltaTable,
    runtime: Runtime,
}

/// A file of events that belongs to a version of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EventFile {
    /// Its name in the lake.
    pub(crate) path: String,
    pub(crate) bytes: u64,
    pub(crate) rows: u64,
    /// Sequence number of its first event; -1 where the log does not say.
    pub(crate) first_sequence: i64,
    pub(crate) last_sequence: i64,
}

impl Table {
    /// Opens the newest version.
    pub(crate) fn open(path: &Path) -> Result<Self, LakeError> {
        let runtime = runtime()?;
        let builder = DeltaTableBuilder::from_url(url_of(path)?).map_err(explain(path))?;
        let inner = runtime.block_on(builder.load()).map_err(explain(path))?;
        let table = Self { path: path.to_owned(), inner, runtime };
        table.check_schema()?;
        Ok(table)
    }

    /// Makes an empty table; if another process is quicker, opens what it made.
    pub(crate) fn create(path: &Path) -> Result<Self, LakeError> {
        let runtime = runtime()?;
        let create = CreateBuilder::new()
            .with_location(url_of(path)?.to_string())
            .with_save_mode(SaveMode::Ignore)
            .with_comment("canonical events of Kelias")
            .with_columns(columns());
        let inner = runtime.block_on(async { create.await }).map_err(explain(path))?;
        Ok(Self { path: path.to_owned(), inner, runtime })
    }

    pub(crate) fn version(&self) -> u64 {
        self.inner.version().unwrap_or_default()
    }

    /// The files of this version, in order of arrival.
    pub(crate) fn files(&self) -> Result<Vec<EventFile>, LakeError> {
        let snapshot = self.inner.snapshot().map_err(explain(&self.path))?;
        let log = snapshot.log_data();
        let mut files: Vec<EventFile> = log
            .iter()
            .map(|file| {
                let statistics: Value =
                    file.stats().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
                let sequence = |bound: &str| statistics[bound][schema::SEQUENCE].as_i64().unwrap_or(-1);
                EventFile {
                    path: file.path().into_owned(),
                    bytes: file.size().unsigned_abs(),
                    rows: statistics["numRecords"].as_u64().unwrap_or_default(),
                    first_sequence: sequence("minValues"),
                    last_sequence: sequence("maxValues"),
                }
            })
            .collect();
        files.sort_by(|one, two| (one.first_sequence, &one.path).cmp(&(two.first_sequence, &two.path)));
        Ok(files)
    }

    /// Adds files in one transaction and gives the new version.
    pub(crate) fn append(&mut self, added: Vec<Add>, note: Value) -> Result<u64, LakeError> {
        let write = DeltaOperation::Write { mode: SaveMode::Append, partition_by: None, predicate: None };
        self.commit(added.into_iter().map(Action::Add).collect(), write, note)
    }

    /// Puts files in the place of others without changing the events, in one transaction.
    pub(crate) fn replace(&mut self, removed: &[String], added: Vec<Add>, target_size: u64) -> Result<u64, LakeError> {
        let snapshot = self.inner.snapshot().map_err(explain(&self.path))?;
        let mut actions: Vec<Action> = snapshot
            .log_data()
            .iter()
            .filter(|file| removed.contains(&file.path().into_owned()))
            .map(|file| Action::Remove(file.remove_action(false)))
            .collect();
        actions.extend(added.into_iter().map(|add| Action::Add(Add { data_change: false, ..add })));
        let optimize = DeltaOperation::Optimize { predicate: None, target_size: target_size as i64 };
        self.commit(actions, optimize, Value::Null)
    }

    fn commit(&mut self, actions: Vec<Action>, operation: DeltaOperation, note: Value) -> Result<u64, LakeError> {
        let properties = CommitProperties::default().with_metadata([("kelias".to_owned(), note)]);
        let snapshot = self.inner.snapshot().map_err(explain(&self.path))?;
        let commit = CommitBuilder::from(properties).with_actions(actions).build(
            Some(snapshot.snapshot()),
            self.inner.log_store(),
            operation,
        );
        let done = self.runtime.block_on(async { commit.await }).map_err(explain(&self.path))?;
        self.runtime.block_on(self.inner.update_state()).map_err(explain(&self.path))?;
        Ok(done.version())
    }

    fn check_schema(&self) -> Result<(), LakeError> {
        let snapshot = self.inner.snapshot().map_err(explain(&self.path))?;
        let found = snapshot.schema();
        for wanted in columns() {
            let same = found.field(wanted.name()).is_some_and(|field| field.data_type() == wanted.data_type());
            if !same {
                let path = self.path.display().to_string();
                return Err(LakeError::Schema { path, column: wanted.name().clone() });
            }
        }
        Ok(())
    }
}

/// The newest version that the log's folder holds, without reading it; none where there is no table.
pub(crate) fn newest_version(path: &Path) -> Option<u64> {
    let entries = std::fs::read_dir(path.join("_delta_log")).ok()?;
    let versions = entries.flatten().filter_map(|entry| {
        let name = entry.file_name();
        let (number, ending) = name.to_str()?.split_once('.')?;
        (ending == "json").then(|| number.parse().ok())?
    });
    versions.max()
}

/// The table's columns in Delta's terms.
fn columns() -> Vec<StructField> {
    let fields = schema::canonical();
    let of = |data_type: &arrow::datatypes::DataType| match data_type {
        arrow::datatypes::DataType::Binary => PrimitiveType::Binary,
        arrow::datatypes::DataType::Int64 => PrimitiveType::Long,
        arrow::datatypes::DataType::Float64 => PrimitiveType::Double,
        arrow::datatypes::DataType::Timestamp(..) => PrimitiveType::Timestamp,
        _ => PrimitiveType::String,
    };
    // Delta keeps no promise of "not null" for tables that others append to, so every column is nullable there.
    fields.fields().iter().map(|f| StructField::new(f.name(), DataType::Primitive(of(f.data_type())), true)).collect()
}

fn runtime() -> Result<Runtime, LakeError> {
    let build = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    build.map_err(|source| LakeError::Io { action: "start", path: "the threads for the table".to_owned(), source })
}

fn url_of(path: &Path) -> Result<Url, LakeError> {
    let absolute = std::path::absolute(path).map_err(LakeError::io("find", path))?;
    Url::from_directory_path(&absolute).map_err(|()| LakeError::NotAFolder(path.display().to_string()))
}

fn explain(path: &Path) -> impl Fn(deltalake::DeltaTableError) -> LakeError + '_ {
    move |error| LakeError::Table { path: path.display().to_string(), reason: error.to_string() }
}
