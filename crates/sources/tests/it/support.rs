//! What the tests share.

use std::path::PathBuf;

use arrow::array::{Array, AsArray};
use arrow::compute::cast;
use arrow::datatypes::DataType;
use kelias_event::{EventBatch, Reject};
use kelias_sources::{EventReader, Guess, ReadOptions, SourceError, open_bytes};

/// A whole source, spelt out.
#[derive(Debug, Default)]
pub(crate) struct Whole {
    pub(crate) batches: Vec<EventBatch>,
    pub(crate) rejects: Vec<Reject>,
    pub(crate) read: u64,
    /// What ended the source early.
    pub(crate) failure: Option<SourceError>,
    pub(crate) guesses: Vec<Guess>,
}

impl Whole {
    /// Customer, event and time in microseconds of every event.
    pub(crate) fn core(&self) -> Vec<(String, String, i64)> {
        let mut rows = Vec::new();
        for batch in &self.batches {
            let text = |array| cast(array, &DataType::Utf8).unwrap().as_string::<i32>().clone();
            let (customers, events) = (text(&batch.customer), text(&batch.event));
            for row in 0..batch.len() {
                rows.push((customers.value(row).into(), events.value(row).into(), batch.time.value(row)));
            }
        }
        rows
    }

    /// The properties of every event, `Null` where there are none.
    pub(crate) fn properties(&self) -> Vec<serde_json::Value> {
        let mut rows = Vec::new();
        for batch in &self.batches {
            for row in 0..batch.len() {
                let text = batch.properties.as_ref().filter(|p| p.is_valid(row)).map(|p| p.value(row));
                rows.push(text.map_or(serde_json::Value::Null, |text| serde_json::from_str(text).unwrap()));
            }
        }
        rows
    }

    pub(crate) fn kept(&self) -> usize {
        self.batches.iter().map(EventBatch::len).sum()
    }

    pub(crate) fn guess(&self, about: &str) -> String {
        self.guesses.iter().filter(|g| g.about == about).map(|g| g.decision.clone()).collect::<Vec<_>>().join(" / ")
    }
}

/// Reads to the end, holding every batch against the promises of readers.
pub(crate) fn drain(mut reader: Box<dyn EventReader>) -> Whole {
    let mut whole = Whole { guesses: reader.guesses().to_vec(), ..Whole::default() };
    loop {
        match reader.next_batch() {
            Ok(Some(batch)) => {
                batch.events.validate().unwrap();
                assert!(batch.read > 0, "no batch is empty");
                assert_eq!(batch.read, (batch.events.len() + batch.rejects.len()) as u64, "read = events + rejects");
                whole.read += batch.read;
                whole.batches.push(batch.events);
                whole.rejects.extend(batch.rejects);
            }
            Ok(None) => break,
            Err(failure) => {
                whole.failure = Some(failure);
                break;
            }
        }
    }
    whole
}

pub(crate) fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Whole {
    read_with(name, bytes, &ReadOptions::default())
}

pub(crate) fn read_with(name: &str, bytes: impl Into<Vec<u8>>, options: &ReadOptions) -> Whole {
    drain(open_bytes(name, bytes.into(), options).unwrap())
}

pub(crate) fn open_error(name: &str, bytes: impl Into<Vec<u8>>, options: &ReadOptions) -> SourceError {
    open_bytes(name, bytes.into(), options).map(|_| ()).unwrap_err()
}

/// A file of the shared real data, or `None` with a word that the test is skipped.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}

pub(crate) fn micros(rfc3339: &str) -> i64 {
    chrono::DateTime::parse_from_rfc3339(rfc3339).unwrap().timestamp_micros()
}
