//! Columns of a file to columns of a batch.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow::array::{
    Array, ArrayRef, AsArray, BooleanArray, Float64Array, Float64Builder, RecordBatch, StringArray, StringBuilder,
    StringDictionaryBuilder, TimestampMicrosecondArray, UInt64Array,
};
use arrow::compute::{cast, filter, take_record_batch};
use arrow::datatypes::{DataType, Field, Float64Type, Int32Type, Schema};
use arrow::error::ArrowError;
use arrow::json::LineDelimitedWriter;
use kelias_event::{EventBatch, Reject};

use super::roles::Plan;
use crate::assemble;
use crate::json;
use crate::options::{ReadOptions, Wanted};
use crate::reader::ReadBatch;

/// Rows that cannot become events, each with its first reason.
#[derive(Debug, Default)]
pub(super) struct Faults {
    rows: BTreeMap<usize, String>,
}

impl Faults {
    pub(super) fn add(&mut self, row: usize, reason: String) {
        self.rows.entry(row).or_insert(reason);
    }

    /// Notes the fault and stands in for the value.
    pub(super) fn zero(&mut self, row: usize, reason: String) -> i64 {
        self.add(row, reason);
        0
    }
}

/// Converts batches of one file.
pub(super) struct Converter {
    plan: Plan,
    /// Columns of the file that are read, ascending.
    columns: Vec<usize>,
    /// Of the columns that are read, those that go to the properties.
    rest: Vec<usize>,
    /// All names read, unique.
    names: Vec<String>,
    wanted: Wanted,
    channel_value: Option<String>,
}

impl Converter {
    pub(super) fn new(schema: &Schema, plan: Plan, options: &ReadOptions) -> Self {
        let roles = &plan.roles;
        let columns: Vec<usize> = match options.wanted {
            Wanted::Everything => (0..schema.fields().len()).collect(),
            Wanted::Core => {
                let mut core = vec![roles.customer, roles.event, roles.time];
                core.sort_unstable();
                core.dedup();
                core
            }
        };
        let rest = match options.wanted {
            Wanted::Everything => (0..columns.len()).filter(|column| !roles.takes(*column)).collect(),
            Wanted::Core => Vec::new(),
        };
        let names: Vec<String> = columns.iter().map(|column| schema.field(*column).name().clone()).collect();
        let names = json::unique(&names);
        Self { plan, columns, rest, names, wanted: options.wanted, channel_value: options.channel_value.clone() }
    }

    /// The columns of the file that are read, ascending.
    pub(super) fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// Events and rejects of a batch whose first row is row `first` of the file, from 0.
    pub(super) fn convert(&self, batch: &RecordBatch, first: u64) -> Result<ReadBatch, ArrowError> {
        let mut faults = Faults::default();
        let roles = &self.plan.roles;
        let customer = id(self.column(batch, roles.customer))?;
        require(&customer, "the customer is empty", &mut faults);
        let event = name(self.column(batch, roles.event))?;
        require(&event, "the event is empty", &mut faults);
        let time = self.plan.times.convert(self.column(batch, roles.time), &mut faults)?;
        let time = TimestampMicrosecondArray::from(time).with_timezone("UTC");
        let mut events = EventBatch::core(customer, event, time);
        if self.wanted == Wanted::Everything {
            self.add_rest(batch, &mut events, &mut faults)?;
        }
        let read = batch.num_rows() as u64;
        let rejects = self.rejects(batch, first, &faults)?;
        if !rejects.is_empty() {
            events = keep_good(&events, &faults)?;
        }
        Ok(ReadBatch { events, rejects, read })
    }

    fn column<'a>(&self, batch: &'a RecordBatch, column: usize) -> &'a ArrayRef {
        let at = self.columns.binary_search(&column).expect("columns of roles are read");
        batch.column(at)
    }

    fn add_rest(&self, batch: &RecordBatch, events: &mut EventBatch, faults: &mut Faults) -> Result<(), ArrowError> {
        let roles = &self.plan.roles;
        let array = |column: Option<usize>| column.map(|column| self.column(batch, column));
        events.channel = array(roles.channel).map(name).transpose()?;
        if let Some(value) = &self.channel_value {
            events.channel = Some(fill(events.channel.take(), value, batch.num_rows())?);
        }
        events.session = array(roles.session).map(id).transpose()?;
        events.rating = array(roles.rating.map(|p| p.column)).map(|a| ratings(a, faults)).transpose()?;
        events.rating_scale = array(roles.rating_scale).map(name).transpose()?;
        if let (Some(scale), Some(rating)) = (&self.plan.fixed_scale, &events.rating) {
            events.rating_scale = Some(constant(scale, rating));
        }
        events.text = array(roles.text).map(text).transpose()?;
        events.own_id = array(roles.id.map(|p| p.column)).map(text).transpose()?;
        events.links = roles.links.iter().map(|link| text(self.column(batch, *link))).collect::<Result<_, _>>()?;
        events.properties = self.properties(batch)?;
        Ok(())
    }

    /// The columns without a role as one JSON object a row.
    fn properties(&self, batch: &RecordBatch) -> Result<Option<StringArray>, ArrowError> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let lines = json_lines(&self.renamed(batch, &self.rest)?)?;
        if i32::try_from(lines.len()).is_err() {
            return Err(ArrowError::OffsetOverflowError(lines.len()));
        }
        let mut properties = StringBuilder::with_capacity(batch.num_rows(), lines.len());
        for line in lines.lines() {
            properties.append_option(Some(line).filter(|line| *line != "{}"));
        }
        Ok(Some(properties.finish()))
    }

    /// Some of the columns read, under their unique names.
    fn renamed(&self, batch: &RecordBatch, columns: &[usize]) -> Result<RecordBatch, ArrowError> {
        let schema = batch.schema();
        let fields = columns.iter().map(|column| {
            let field: Field = schema.field(*column).clone();
            field.with_name(&self.names[*column])
        });
        let schema = Schema::new(fields.collect::<Vec<_>>());
        RecordBatch::try_new(Arc::new(schema), columns.iter().map(|column| Arc::clone(batch.column(*column))).collect())
    }

    fn rejects(&self, batch: &RecordBatch, first: u64, faults: &Faults) -> Result<Vec<Reject>, ArrowError> {
        if faults.rows.is_empty() {
            return Ok(Vec::new());
        }
        let rows = UInt64Array::from_iter_values(faults.rows.keys().map(|row| *row as u64));
        let all: Vec<usize> = (0..self.columns.len()).collect();
        let bad = take_record_batch(&self.renamed(batch, &all)?, &rows)?;
        let raw = json_lines(&bad)?;
        let rejects = faults.rows.iter().zip(raw.lines()).map(|((row, reason), raw)| Reject {
            line: first + *row as u64 + 1,
            reason: reason.clone(),
            raw: assemble::shorten(raw.as_bytes()),
        });
        Ok(rejects.collect())
    }
}

/// One object a line; nulls are left out.
fn json_lines(batch: &RecordBatch) -> Result<String, ArrowError> {
    let mut writer = LineDelimitedWriter::new(Vec::new());
    writer.write(batch)?;
    writer.finish()?;
    String::from_utf8(writer.into_inner()).map_err(|e| ArrowError::JsonError(e.to_string()))
}

/// Integers and strings as they are; whole numbers that were stored as floats, as pandas does for columns with gaps, as integers.
fn id(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match array.data_type() {
        data_type if data_type.is_integer() => Ok(Arc::clone(array)),
        DataType::Float32 | DataType::Float64 => {
            let floats = cast(array, &DataType::Float64)?;
            let are_whole =
                floats.as_primitive::<Float64Type>().iter().flatten().all(|v| v.fract() == 0.0 && v.abs() < 9e15);
            cast(array, if are_whole { &DataType::Int64 } else { &DataType::Utf8 })
        }
        _ => name(array),
    }
}

fn name(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match array.data_type() {
        DataType::Utf8 => Ok(Arc::clone(array)),
        DataType::Dictionary(key, value) if **key == DataType::Int32 && **value == DataType::Utf8 => {
            Ok(Arc::clone(array))
        }
        _ => cast(array, &DataType::Utf8),
    }
}

fn text(array: &ArrayRef) -> Result<StringArray, ArrowError> {
    Ok(cast(array, &DataType::Utf8)?.as_string::<i32>().clone())
}

fn ratings(array: &ArrayRef, faults: &mut Faults) -> Result<Float64Array, ArrowError> {
    if array.data_type().is_numeric() {
        return Ok(cast(array, &DataType::Float64)?.as_primitive::<Float64Type>().clone());
    }
    let mut scores = Float64Builder::with_capacity(array.len());
    for (row, said) in text(array)?.iter().enumerate() {
        let said = said.filter(|text| !text.is_empty());
        let score = said.map(assemble::rating).transpose().unwrap_or_else(|reason| {
            faults.add(row, reason);
            None
        });
        scores.append_option(score);
    }
    Ok(scores.finish())
}

/// The scale beside every rating there is.
fn constant(scale: &str, ratings: &Float64Array) -> ArrayRef {
    let mut scales = StringDictionaryBuilder::<Int32Type>::new();
    for rating in ratings {
        scales.append_option(rating.map(|_| scale));
    }
    Arc::new(scales.finish())
}

/// The channel where the row names one, the given one elsewhere.
fn fill(channel: Option<ArrayRef>, value: &str, rows: usize) -> Result<ArrayRef, ArrowError> {
    let named = channel.map(|channel| text(&channel)).transpose()?;
    let mut filled = StringDictionaryBuilder::<Int32Type>::new();
    for row in 0..rows {
        let own = named.as_ref().filter(|named| named.is_valid(row)).map(|named| named.value(row));
        filled.append_value(own.filter(|own| !own.is_empty()).unwrap_or(value));
    }
    Ok(Arc::new(filled.finish()))
}

/// Finds rows that say nothing where they must.
fn require(array: &ArrayRef, reason: &str, faults: &mut Faults) {
    if let Some(nulls) = array.logical_nulls().filter(|nulls| nulls.null_count() > 0) {
        for row in (0..array.len()).filter(|row| nulls.is_null(*row)) {
            faults.add(row, reason.to_owned());
        }
    }
    for row in empty_rows(array) {
        faults.add(row, reason.to_owned());
    }
}

/// Rows that hold the empty string. Those of a dictionary are looked for only when it has that string.
fn empty_rows(array: &ArrayRef) -> Vec<usize> {
    match array.data_type() {
        DataType::Utf8 => {
            let offsets = array.as_string::<i32>().value_offsets();
            offsets.windows(2).enumerate().filter(|(_, w)| w[0] == w[1]).map(|(row, _)| row).collect()
        }
        DataType::Dictionary(..) => {
            let dictionary = array.as_dictionary::<Int32Type>();
            let empty = empty_rows(dictionary.values());
            if empty.is_empty() {
                return Vec::new();
            }
            let is_empty = |key: i32| empty.binary_search(&(key as usize)).is_ok();
            dictionary
                .keys()
                .iter()
                .enumerate()
                .filter(|(_, key)| key.is_some_and(is_empty))
                .map(|(row, _)| row)
                .collect()
        }
        _ => Vec::new(),
    }
}

fn keep_good(events: &EventBatch, faults: &Faults) -> Result<EventBatch, ArrowError> {
    let good = (0..events.len()).map(|row| Some(!faults.rows.contains_key(&row))).collect::<BooleanArray>();
    let keep = |array: &ArrayRef| filter(array, &good);
    let keep_text = |array: &StringArray| Ok::<_, ArrowError>(filter(array, &good)?.as_string::<i32>().clone());
    Ok(EventBatch {
        customer: keep(&events.customer)?,
        event: keep(&events.event)?,
        time: filter(&events.time, &good)?.as_primitive().clone(),
        channel: events.channel.as_ref().map(keep).transpose()?,
        session: events.session.as_ref().map(keep).transpose()?,
        rating: events.rating.as_ref().map(|r| filter(r, &good)).transpose()?.map(|r| r.as_primitive().clone()),
        rating_scale: events.rating_scale.as_ref().map(keep).transpose()?,
        text: events.text.as_ref().map(keep_text).transpose()?,
        properties: events.properties.as_ref().map(keep_text).transpose()?,
        own_id: events.own_id.as_ref().map(keep_text).transpose()?,
        links: events.links.iter().map(keep_text).collect::<Result<_, _>>()?,
    })
}
