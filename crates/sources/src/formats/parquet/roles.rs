//! Which columns of a Parquet file are read, and as what.

use std::sync::Arc;

use arrow::array::{Array, RecordBatch, StringArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use arrow::error::ArrowError;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ParquetRecordBatchReaderBuilder};
use parquet::basic::Encoding;

use super::times::Times;
use crate::confirm::{self, Settled};
use crate::error::SourceError;
use crate::guess::Guess;
use crate::input::{Input, Place};
use crate::options::ReadOptions;
use crate::roles::{self, Roles};
use crate::time::TimeParser;

/// Rows looked at for guessing.
const SAMPLE_ROWS: usize = 10_000;

/// What is read of a file.
pub(super) struct Plan {
    pub(super) roles: Roles,
    pub(super) fixed_scale: Option<String>,
    pub(super) times: Times,
}

/// Chooses the columns and settles what the first rows must tell.
pub(super) fn plan(
    input: &Input,
    metadata: &ArrowReaderMetadata,
    options: &ReadOptions,
    guesses: &mut Vec<Guess>,
) -> Result<Plan, SourceError> {
    let schema = metadata.schema();
    let names: Vec<String> = schema.fields().iter().map(|field| field.name().clone()).collect();
    let mut roles = roles::choose(&names, options, false, guesses)?;
    check_types(schema, &roles)?;
    let time = schema.field(roles.time);
    let is_typed = time.data_type().is_temporal();
    let mut sampled = vec![roles.id.map(|p| p.column), roles.rating.map(|p| p.column)];
    sampled.push((!is_typed && options.time_format.is_none()).then_some(roles.time));
    let sample = Sample::read(input, metadata, sampled.into_iter().flatten().collect())?;
    let options_of_sample = if is_typed {
        // A typed time needs no format; one that is named only lifts the check of the range.
        ReadOptions { time_format: Some("us".to_owned()), ..options.clone() }
    } else {
        options.clone()
    };
    let value = |row: usize, column: usize| sample.value(row, column);
    let Settled { times, fixed_scale } =
        confirm::settle(&mut roles, &names, &options_of_sample, sample.rows(), value, guesses)?;
    let times = if is_typed {
        let parser = TimeParser::typed(options.time_zone, options.time_format.is_some());
        report_typed(time, options, guesses);
        Times::new(parser)
    } else {
        Times::new(times)
    };
    Ok(Plan { roles, fixed_scale, times })
}

fn report_typed(time: &Field, options: &ReadOptions, guesses: &mut Vec<Guess>) {
    let zone = match time.data_type() {
        DataType::Timestamp(_, Some(_)) => String::new(),
        _ => format!(", taken as {}", options.time_zone),
    };
    guesses.retain(|guess| guess.about != "time");
    guesses.push(Guess::new("time", format!("column `{}`, type {}{zone}", time.name(), time.data_type())));
}

/// The schema to decode with: dictionaries where the file has them and a role can use them, plain strings elsewhere.
pub(super) fn typed(metadata: &ArrowReaderMetadata, roles: &Roles) -> SchemaRef {
    let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let named = [Some(roles.customer), Some(roles.event), roles.channel, roles.session, roles.rating_scale];
    let fields = metadata.schema().fields().iter().enumerate().map(|(column, field)| {
        if !is_string(field.data_type()) || !roles.takes(column) {
            return Arc::clone(field);
        }
        let is_dictionary = named.contains(&Some(column)) && is_dictionary_encoded(metadata, column);
        let data_type = if is_dictionary { dictionary.clone() } else { DataType::Utf8 };
        Arc::new(field.as_ref().clone().with_data_type(data_type))
    });
    Arc::new(Schema::new_with_metadata(fields.collect::<Vec<_>>(), metadata.schema().metadata().clone()))
}

fn is_string(data_type: &DataType) -> bool {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, value) => is_string(value),
        _ => false,
    }
}

/// Whether all pages of a column refer to a dictionary. Where the file does not say, having one at all counts.
fn is_dictionary_encoded(metadata: &ArrowReaderMetadata, column: usize) -> bool {
    let parquet_schema = metadata.parquet_schema();
    let is_of_column = |leaf: &usize| parquet_schema.get_column_root_idx(*leaf) == column;
    let Some(leaf) = (0..parquet_schema.num_columns()).find(is_of_column) else { return false };
    metadata.metadata().row_groups().iter().all(|group| {
        let chunk = group.column(leaf);
        let is_only = chunk
            .page_encoding_stats_mask()
            .is_none_or(|mask| mask.is_only(Encoding::RLE_DICTIONARY) || mask.is_only(Encoding::PLAIN_DICTIONARY));
        chunk.dictionary_page_offset().is_some() && is_only
    })
}

/// Refuses columns that hold structures where a role needs a value.
fn check_types(schema: &Schema, roles: &Roles) -> Result<(), SourceError> {
    let all = [
        (Some(roles.customer), "customer"),
        (Some(roles.event), "event"),
        (Some(roles.time), "time"),
        (roles.id.map(|p| p.column), "id"),
        (roles.session, "session"),
        (roles.channel, "channel"),
        (roles.rating.map(|p| p.column), "rating"),
        (roles.rating_scale, "rating scale"),
        (roles.text, "text"),
    ];
    let links = roles.links.iter().map(|column| (Some(*column), "link"));
    for (column, role) in all.into_iter().chain(links) {
        let Some(column) = column else { continue };
        let field = schema.field(column);
        let is_time_of_day = matches!(
            field.data_type(),
            DataType::Time32(_) | DataType::Time64(_) | DataType::Duration(_) | DataType::Interval(_)
        );
        if field.data_type().is_nested() || (role == "time" && is_time_of_day) {
            return Err(SourceError::ColumnType {
                column: field.name().clone(),
                role,
                found: field.data_type().to_string(),
            });
        }
    }
    Ok(())
}

/// The first rows of some columns, as text.
struct Sample {
    columns: Vec<(usize, StringArray)>,
}

impl Sample {
    fn read(input: &Input, metadata: &ArrowReaderMetadata, columns: Vec<usize>) -> Result<Self, SourceError> {
        if columns.is_empty() {
            return Ok(Self { columns: Vec::new() });
        }
        let projection = ProjectionMask::roots(metadata.parquet_schema(), columns.iter().copied());
        let failed = |cause| SourceError::Parquet { name: input.name.clone(), cause };
        let batch = match &input.place {
            Place::File(path) => {
                let file =
                    std::fs::File::open(path).map_err(|cause| SourceError::Open { path: path.clone(), cause })?;
                first(ParquetRecordBatchReaderBuilder::new_with_metadata(file, metadata.clone()), projection)
            }
            Place::Memory(bytes) => {
                first(ParquetRecordBatchReaderBuilder::new_with_metadata(bytes.clone(), metadata.clone()), projection)
            }
        };
        let Some(batch) = batch.map_err(failed)? else { return Ok(Self { columns: Vec::new() }) };
        let mut wanted = columns;
        wanted.sort_unstable();
        let texts = wanted.iter().zip(batch.columns()).map(|(column, array)| {
            let text = cast(array, &DataType::Utf8)?;
            let text = text.as_any().downcast_ref::<StringArray>().expect("a cast has the type asked for").clone();
            Ok((*column, text))
        });
        let columns = texts.collect::<Result<_, ArrowError>>().map_err(|cause| failed(cause.into()))?;
        Ok(Self { columns })
    }

    fn rows(&self) -> usize {
        self.columns.first().map_or(0, |(_, values)| values.len())
    }

    fn value(&self, row: usize, column: usize) -> &str {
        let values = self.columns.iter().find(|(sampled, _)| *sampled == column);
        values.filter(|(_, values)| values.is_valid(row)).map_or("", |(_, values)| values.value(row))
    }
}

fn first<T: parquet::file::reader::ChunkReader + 'static>(
    builder: ParquetRecordBatchReaderBuilder<T>,
    projection: ProjectionMask,
) -> Result<Option<RecordBatch>, parquet::errors::ParquetError> {
    let mut reader =
        builder.with_projection(projection).with_batch_size(SAMPLE_ROWS).with_limit(SAMPLE_ROWS).build()?;
    Ok(reader.next().transpose()?)
}
