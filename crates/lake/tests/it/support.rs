//! Small batches of events and a lake to put them in.

use std::sync::Arc;

use arrow::array::{Array, Float64Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use arrow::util::display::array_value_to_string;
use kelias_event::EventBatch;
use kelias_lake::{Import, Imported, Lake};

/// One event: customer, name, seconds.
pub(crate) type Row<'a> = (&'a str, &'a str, i64);

pub(crate) fn batch(rows: &[Row<'_>]) -> EventBatch {
    let text = |of: fn(&Row<'_>) -> String| Arc::new(rows.iter().map(|row| Some(of(row))).collect::<StringArray>());
    let times: TimestampMicrosecondArray = rows.iter().map(|row| Some(row.2 * 1_000_000)).collect();
    EventBatch::core(text(|row| row.0.to_owned()), text(|row| row.1.to_owned()), times.with_timezone("UTC"))
}

/// The same rows with properties beside each.
pub(crate) fn with_properties(rows: &[Row<'_>], properties: &[&str]) -> EventBatch {
    EventBatch { properties: Some(StringArray::from(properties.to_vec())), ..batch(rows) }
}

pub(crate) fn with_ratings(rows: &[Row<'_>], ratings: &[Option<f64>], scale: &str) -> EventBatch {
    let scales = StringArray::from(vec![scale; rows.len()]);
    EventBatch {
        rating: Some(Float64Array::from(ratings.to_vec())),
        rating_scale: Some(Arc::new(scales)),
        ..batch(rows)
    }
}

pub(crate) fn lake() -> (tempfile::TempDir, Lake) {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open_or_create(&folder.path().join("lake")).unwrap();
    (folder, lake)
}

/// Imports batches as one file.
pub(crate) fn import(lake: &Lake, source: &str, batches: impl IntoIterator<Item = EventBatch>) -> Imported {
    let mut import = Import::begin(lake, 1_000).unwrap();
    import.begin_file(source).unwrap();
    batches.into_iter().for_each(|batch| import.push(batch).unwrap());
    import.commit().unwrap()
}

/// The answer of a query, each row as its values joined by `|`.
pub(crate) fn sql(lake: &Lake, query: &str) -> Vec<String> {
    let mut rows = Vec::new();
    lake.sql(query, |batch| {
        rows.extend((0..batch.num_rows()).map(|row| told(&batch, row)));
        Ok(())
    })
    .unwrap();
    rows
}

fn told(batch: &RecordBatch, row: usize) -> String {
    let values = batch
        .columns()
        .iter()
        .map(|column| if column.is_null(row) { "-".to_owned() } else { array_value_to_string(column, row).unwrap() });
    values.collect::<Vec<_>>().join("|")
}
