//! Writes rows of the event table as a Parquet file that a Delta transaction can add.

use std::fs::File;
use std::path::Path;

use arrow::array::{AsArray, RecordBatch};
use arrow::datatypes::{Int64Type, TimestampMicrosecondType};
use chrono::DateTime;
use deltalake::kernel::Add;
use kelias_event::schema;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::LakeError;
use crate::canonical::staged_schema;

/// How the columns are stored. Ids are noise: compressing them costs time and saves nothing.
fn properties() -> WriterProperties {
    let id = || ColumnPath::from(schema::EVENT_ID);
    let delta = |builder: parquet::file::properties::WriterPropertiesBuilder, column: &str| {
        let path = ColumnPath::from(column);
        builder
            .set_column_dictionary_enabled(path.clone(), false)
            .set_column_encoding(path, Encoding::DELTA_BINARY_PACKED)
    };
    let builder = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_column_dictionary_enabled(id(), false)
        .set_column_compression(id(), Compression::UNCOMPRESSED)
        .set_column_statistics_enabled(id(), EnabledStatistics::None);
    [schema::SEQUENCE, schema::TIME].into_iter().fold(builder, delta).build()
}

/// Writes rows to a new file in the lake, on disk before this returns; a file that could not be finished is removed.
pub(crate) fn write_file(lake: &Path, rows: &[RecordBatch]) -> Result<Add, LakeError> {
    let name = format!("part-{}.parquet", Uuid::now_v7());
    let path = lake.join(&name);
    let written = write(&path, rows);
    if written.is_err() {
        // What is left of it is no part of the table; if it cannot be removed, `lake optimize` will.
        drop(std::fs::remove_file(&path));
    }
    let size = written?;
    Ok(Add {
        path: name,
        size: size as i64,
        modification_time: chrono::Utc::now().timestamp_millis(),
        data_change: true,
        stats: Some(statistics(rows).to_string()),
        ..Add::default()
    })
}

fn write(path: &Path, rows: &[RecordBatch]) -> Result<u64, LakeError> {
    let file = File::create_new(path).map_err(LakeError::io("write", path))?;
    // The Arrow schema is left out of the file: it would tell other readers of dictionaries that are ours alone.
    let options = ArrowWriterOptions::new().with_properties(properties()).with_skip_arrow_metadata(true);
    let explain = |error| LakeError::parquet(path, error);
    let mut writer = ArrowWriter::try_new_with_options(file, staged_schema(), options).map_err(explain)?;
    rows.iter().try_for_each(|batch| writer.write(batch)).map_err(explain)?;
    let file = writer.into_inner().map_err(explain)?;
    file.sync_all().map_err(LakeError::io("write", path))?;
    Ok(file.metadata().map_err(LakeError::io("read", path))?.len())
}

/// What the Delta log says of a file: rows, and the range of times and sequence numbers.
fn statistics(rows: &[RecordBatch]) -> Value {
    let records: usize = rows.iter().map(RecordBatch::num_rows).sum();
    let times = || rows.iter().flat_map(|batch| batch.column(2).as_primitive::<TimestampMicrosecondType>().values());
    let sequences = || rows.iter().flat_map(|batch| batch.column(1).as_primitive::<Int64Type>().values());
    let mut statistics = json!({ "numRecords": records });
    let (Some(first), Some(last)) = (times().min(), times().max()) else { return statistics };
    // The log keeps milliseconds: the range is widened to whole ones, so that it still holds every time.
    let (first, last) = (first.div_euclid(1000), last.div_euclid(1000) + i64::from(last.rem_euclid(1000) > 0));
    statistics["minValues"] = json!({ schema::SEQUENCE: sequences().min(), schema::TIME: moment(first) });
    statistics["maxValues"] = json!({ schema::SEQUENCE: sequences().max(), schema::TIME: moment(last) });
    statistics["nullCount"] = json!({ schema::SEQUENCE: 0, schema::TIME: 0 });
    statistics
}

fn moment(milliseconds: i64) -> Option<String> {
    let moment = DateTime::from_timestamp_millis(milliseconds)?;
    Some(moment.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())
}
