//! Reads columns of the table's files.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{Array, AsArray};
use arrow::datatypes::{DataType, Schema, SchemaRef};
use kelias_event::schema;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder, RowSelection,
};

use crate::LakeError;

/// Rows in a batch that is read.
const BATCH: usize = 1 << 16;

/// Opens a file to read some columns of it, in the order of the table; repeated texts come as dictionaries.
pub(crate) fn read_columns(
    path: &Path,
    columns: &[&str],
    only: Option<RowSelection>,
) -> Result<ParquetRecordBatchReader, LakeError> {
    let file = File::open(path).map_err(LakeError::io("read", path))?;
    let explain = |error| LakeError::parquet(path, error);
    let metadata = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new()).map_err(explain)?;
    let wanted = types_of(metadata.schema());
    let options = ArrowReaderOptions::new().with_schema(wanted);
    let metadata = ArrowReaderMetadata::try_new(Arc::clone(metadata.metadata()), options).map_err(explain)?;
    let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, metadata);
    let mask = ProjectionMask::columns(builder.parquet_schema(), columns.iter().copied());
    let mut builder = builder.with_projection(mask).with_batch_size(BATCH);
    if let Some(only) = only {
        builder = builder.with_row_selection(only);
    }
    builder.build().map_err(explain)
}

/// The canonical schema with customers and event names as dictionaries: the types in which columns are read.
pub(crate) fn canonical_with_dictionaries() -> SchemaRef {
    let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let canonical = schema::canonical();
    let fields = canonical.fields().iter().map(|field| match field.name().as_str() {
        schema::CUSTOMER | schema::EVENT => Arc::new(field.as_ref().clone().with_data_type(dictionary.clone())),
        _ => Arc::clone(field),
    });
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// A file's schema in the types of [`canonical_with_dictionaries`].
fn types_of(found: &SchemaRef) -> SchemaRef {
    let wanted = canonical_with_dictionaries();
    let fields = found.fields().iter().map(|field| {
        let known = wanted.field_with_name(field.name()).ok();
        let data_type = known.map_or_else(|| field.data_type().clone(), |known| known.data_type().clone());
        Arc::new(field.as_ref().clone().with_data_type(data_type))
    });
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// The ids of a file's events, in the order of rows.
pub(crate) fn read_ids(path: &Path) -> Result<Vec<u128>, LakeError> {
    let mut ids = Vec::new();
    for batch in read_columns(path, &[schema::EVENT_ID], None)? {
        let batch = batch?;
        let column = batch.column(0).as_binary::<i32>();
        for id in column {
            let bytes: Option<[u8; 16]> = id.and_then(|id| id.try_into().ok());
            let bytes = bytes.ok_or_else(|| damaged(path, "an event id is not of 16 bytes"))?;
            ids.push(u128::from_be_bytes(bytes));
        }
    }
    Ok(ids)
}

/// Refuses columns with nulls where the schema has none.
pub(crate) fn no_nulls(path: &Path, column: &dyn Array, name: &str) -> Result<(), LakeError> {
    if column.logical_null_count() == 0 { Ok(()) } else { Err(damaged(path, &format!("column {name} has a null"))) }
}

fn damaged(path: &Path, reason: &str) -> LakeError {
    LakeError::parquet(path, parquet::errors::ParquetError::General(reason.to_owned()))
}
