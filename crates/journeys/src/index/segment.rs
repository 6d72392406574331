//! A file of journeys.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::{ArrayRef, AsArray, ListArray, PrimitiveArray, RecordBatch, StructArray, UInt32Array, UInt64Array};
use arrow::buffer::{BooleanBuffer, Buffer};
use arrow::datatypes::{DataType, Field, Fields, Schema, SchemaRef, TimestampMicrosecondType, UInt32Type, UInt64Type};
use arrow::error::ArrowError;
use arrow::ipc::reader::FileDecoder;
use arrow::ipc::writer::FileWriter;
use arrow::ipc::{Block, convert::fb_to_schema, root_as_footer};
use kelias_event::schema::time_type;
use memmap2::Mmap;

use super::IndexError;
use super::manifest::SegmentEntry;
use crate::{JourneyBatch, JourneyError};

/// An open, mapped segment.
#[derive(Debug)]
pub(super) struct Segment {
    path: PathBuf,
    buffer: Buffer,
    decoder: FileDecoder,
    blocks: Vec<Block>,
    /// Marks of superseded journeys, a bit for each place of each batch in turn.
    superseded: Option<Marks>,
}

/// Superseded journeys of a segment by batch.
pub(super) type Marks = Vec<BooleanBuffer>;

fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("traveller", DataType::Utf8, false),
        Field::new("hash", DataType::UInt64, false),
        Field::new("events", DataType::List(event_field()), false),
    ]))
}

fn event_field() -> Arc<Field> {
    Arc::new(Field::new("event", DataType::Struct(event_fields()), false))
}

fn event_fields() -> Fields {
    Fields::from(vec![
        Field::new("code", DataType::UInt32, false),
        Field::new("time", time_type(), false),
        Field::new("row", DataType::UInt32, false),
    ])
}

/// Writes batches to a new segment file.
pub(super) struct SegmentWriter {
    path: PathBuf,
    writer: FileWriter<BufWriter<File>>,
    pub(super) events: u64,
}

impl SegmentWriter {
    pub(super) fn create(path: PathBuf) -> Result<Self, IndexError> {
        let file = File::create(&path).map_err(|source| failed(&path, source))?;
        let writer = FileWriter::try_new(BufWriter::with_capacity(1 << 20, file), &schema())
            .map_err(|source| refused(&path, source))?;
        Ok(Self { path, writer, events: 0 })
    }

    pub(super) fn write(&mut self, batch: JourneyBatch) -> Result<(), IndexError> {
        self.events += batch.events() as u64;
        let columns = columns(batch);
        let batch = columns.and_then(|columns| RecordBatch::try_new(schema(), columns));
        batch.and_then(|batch| self.writer.write(&batch)).map_err(|source| refused(&self.path, source))
    }

    /// On disk before this returns.
    pub(super) fn finish(self) -> Result<(), IndexError> {
        let file = self.writer.into_inner().map_err(|source| refused(&self.path, source))?;
        let file = file.into_inner().map_err(|error| failed(&self.path, error.into_error()))?;
        file.sync_all().map_err(|source| failed(&self.path, source))
    }
}

fn columns(batch: JourneyBatch) -> Result<Vec<ArrayRef>, ArrowError> {
    let times = PrimitiveArray::<TimestampMicrosecondType>::new(batch.times, None).with_timezone("UTC");
    let events = StructArray::try_new(
        event_fields(),
        vec![
            Arc::new(UInt32Array::new(batch.codes, None)),
            Arc::new(times),
            Arc::new(UInt32Array::new(batch.rows, None)),
        ],
        None,
    )?;
    let events = ListArray::try_new(event_field(), batch.offsets, Arc::new(events), None)?;
    Ok(vec![Arc::new(batch.travellers), Arc::new(UInt64Array::new(batch.hashes, None)), Arc::new(events)])
}

impl Segment {
    pub(super) fn open(folder: &Path, entry: &SegmentEntry) -> Result<Self, JourneyError> {
        let path = folder.join(&entry.file);
        let explain = |reason: String| JourneyError::Index { path: path.display().to_string(), reason };
        let buffer = map(&path).map_err(|error| explain(error.to_string()))?;
        let (decoder, blocks) = read_footer(&buffer).map_err(|error| explain(error.to_string()))?;
        let mut segment = Self { path: path.clone(), buffer, decoder, blocks, superseded: None };
        if let Some(marks) = &entry.superseded {
            let bits = fs::read(folder.join(marks)).map_err(|error| explain(error.to_string()))?;
            segment.superseded = Some(segment.split_marks(&bits)?);
        }
        Ok(segment)
    }

    pub(super) fn batches(&self) -> usize {
        self.blocks.len()
    }

    pub(super) fn bytes(&self) -> u64 {
        self.buffer.len() as u64
    }

    pub(super) fn batch(&self, place: usize) -> Result<JourneyBatch, JourneyError> {
        let explain = |reason: String| JourneyError::Index { path: self.path.display().to_string(), reason };
        let block = &self.blocks[place];
        let length = block.bodyLength() as usize + block.metaDataLength() as usize;
        let data = self.buffer.slice_with_length(block.offset() as usize, length);
        let batch = self.decoder.read_record_batch(block, &data).map_err(|error| explain(error.to_string()))?;
        let batch = batch.ok_or_else(|| explain(format!("batch {place} is missing")))?;
        let superseded = self.superseded.as_ref().map(|marks| marks[place].clone());
        Ok(journeys(&batch, superseded))
    }

    /// The marks of each batch, from one bit a journey in the file.
    fn split_marks(&self, bits: &[u8]) -> Result<Marks, JourneyError> {
        let all = BooleanBuffer::new(Buffer::from(bits), 0, bits.len() * 8);
        let mut start = 0;
        (0..self.batches())
            .map(|place| {
                let places = self.batch(place)?.places();
                if start + places > all.len() {
                    let reason = "its marks of superseded journeys are cut short".to_owned();
                    return Err(JourneyError::Index { path: self.path.display().to_string(), reason });
                }
                let marks = all.slice(start, places);
                start += places;
                Ok(marks)
            })
            .collect()
    }
}

/// Writes one bit a journey, on disk before this returns.
pub(super) fn write_marks(path: &Path, marks: &Marks) -> Result<(), IndexError> {
    let all: BooleanBuffer = marks.iter().flat_map(BooleanBuffer::iter).collect();
    let write = || -> std::io::Result<()> {
        fs::write(path, all.inner().as_slice())?;
        File::open(path)?.sync_all()
    };
    write().map_err(|source| failed(path, source))
}

#[expect(
    unsafe_code,
    reason = "mapping a file is unsafe as another process could cut it; index files are never changed once named"
)]
fn map(path: &Path) -> std::io::Result<Buffer> {
    let file = File::open(path)?;
    // SAFETY: segments are written once, under a name that nothing refers to before they are complete, and only ever removed.
    let mapped = unsafe { Mmap::map(&file)? };
    Ok(Buffer::from(bytes::Bytes::from_owner(mapped)))
}

fn read_footer(buffer: &Buffer) -> Result<(FileDecoder, Vec<Block>), ArrowError> {
    let cut = || ArrowError::IpcError("the file is cut short".to_owned());
    let trailer = buffer.len().checked_sub(10).ok_or_else(cut)?;
    let tail: [u8; 10] = buffer[trailer..].try_into().expect("ten bytes were asked for");
    let length = arrow::ipc::reader::read_footer_length(tail)?;
    let start = trailer.checked_sub(length).ok_or_else(cut)?;
    let footer = root_as_footer(&buffer[start..trailer]).map_err(|error| ArrowError::IpcError(error.to_string()))?;
    let found = footer.schema().map(fb_to_schema).ok_or_else(cut)?;
    if found != *schema() {
        return Err(ArrowError::SchemaError("the columns are not those of a journey index".to_owned()));
    }
    let decoder = FileDecoder::new(schema(), footer.version());
    let blocks = footer.recordBatches().map(|blocks| blocks.iter().copied().collect()).unwrap_or_default();
    Ok((decoder, blocks))
}

fn journeys(batch: &RecordBatch, superseded: Option<BooleanBuffer>) -> JourneyBatch {
    let events = batch.column(2).as_list::<i32>();
    let fields = events.values().as_struct();
    JourneyBatch {
        travellers: batch.column(0).as_string::<i32>().clone(),
        hashes: batch.column(1).as_primitive::<UInt64Type>().values().clone(),
        offsets: events.offsets().clone(),
        codes: fields.column(0).as_primitive::<UInt32Type>().values().clone(),
        times: fields.column(1).as_primitive::<TimestampMicrosecondType>().values().clone(),
        rows: fields.column(2).as_primitive::<UInt32Type>().values().clone(),
        superseded,
    }
}

fn failed(path: &Path, source: std::io::Error) -> IndexError {
    IndexError::Write { path: path.display().to_string(), source }
}

fn refused(path: &Path, source: ArrowError) -> IndexError {
    IndexError::Arrow { path: path.display().to_string(), source }
}
