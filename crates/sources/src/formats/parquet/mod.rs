//! Apache Parquet: columns are decoded as columns, and only those that are wanted.

mod columns;
mod roles;
mod times;

use std::fs::File;
use std::sync::Arc;

use arrow::array::RecordBatch;
use bytes::Bytes;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ColumnChunkMetaData, RowGroupMetaData};

use super::Opened;
use crate::error::SourceError;
use crate::guess::Guess;
use crate::input::{Input, Place};
use crate::options::ReadOptions;
use crate::reader::{BATCH_BYTES, BATCH_ROWS, EventReader, Progress, ReadBatch};
use columns::Converter;

pub(super) fn sniff(head: &[u8]) -> bool {
    head.starts_with(b"PAR1")
}

pub(super) fn open(input: &Input, options: &ReadOptions) -> Opened {
    let wrong = |reason: &str| SourceError::NotThisFormat {
        name: input.name.clone(),
        expected: "Parquet",
        reason: reason.to_owned(),
    };
    if input.is_compressed() {
        return Err(wrong("it is compressed as a whole; decompress it first, Parquet compresses by itself"));
    }
    if !sniff(&input.head) {
        return Err(wrong("it does not begin with PAR1"));
    }
    Ok(Box::new(ParquetReader::new(input, options)?))
}

/// What all pieces of one file share.
struct Shared {
    name: String,
    place: Place,
    metadata: ArrowReaderMetadata,
    /// The columns that are decoded.
    projection: ProjectionMask,
    converter: Converter,
    batch_rows: usize,
    guesses: Vec<Guess>,
    /// Number of the first row of each row group, from 0.
    first_rows: Vec<u64>,
}

struct ParquetReader {
    shared: Arc<Shared>,
    /// Row groups of this piece still to be opened.
    groups: std::ops::Range<usize>,
    current: Option<ParquetRecordBatchReader>,
    /// Number of the next row, from 0.
    row: u64,
    bytes_read: u64,
    bytes_total: u64,
}

impl ParquetReader {
    fn new(input: &Input, options: &ReadOptions) -> Result<Self, SourceError> {
        let failed = |cause| SourceError::Parquet { name: input.name.clone(), cause };
        let inferred = load(&input.place, ArrowReaderOptions::new()).map_err(failed)?;
        let mut guesses = Vec::new();
        let plan = roles::plan(input, &inferred, options, &mut guesses)?;
        let reading = ArrowReaderOptions::new().with_schema(roles::typed(&inferred, &plan.roles));
        let metadata = ArrowReaderMetadata::try_new(Arc::clone(inferred.metadata()), reading).map_err(failed)?;
        let schema = Arc::clone(metadata.schema());
        let converter = Converter::new(&schema, plan, options);
        let projection = ProjectionMask::roots(metadata.parquet_schema(), converter.columns().iter().copied());
        let groups = metadata.metadata().row_groups();
        let first_rows = groups.iter().scan(0, |row, group| {
            let first = *row;
            *row += group.num_rows() as u64;
            Some(first)
        });
        let shared = Shared {
            name: input.name.clone(),
            place: input.place.clone(),
            first_rows: first_rows.collect(),
            batch_rows: batch_rows(groups, &projection),
            projection,
            converter,
            guesses,
            metadata,
        };
        let all = 0..shared.first_rows.len();
        Ok(Self::piece(Arc::new(shared), all))
    }

    fn piece(shared: Arc<Shared>, groups: std::ops::Range<usize>) -> Self {
        let bytes_total = groups.clone().map(|group| shared.group_bytes(group)).sum();
        Self { shared, groups, current: None, row: 0, bytes_read: 0, bytes_total }
    }

    /// The next columns of the file, if there are any left in this piece.
    ///
    /// Row groups are read one by one, for batches that reach over two dictionaries would have to be spelt out.
    fn next_columns(&mut self) -> Result<Option<RecordBatch>, SourceError> {
        loop {
            if let Some(batch) = self.current.as_mut().and_then(Iterator::next) {
                return batch.map(Some).map_err(|cause| SourceError::Arrow { name: self.shared.name.clone(), cause });
            }
            if self.current.take().is_some() {
                self.bytes_read += self.shared.group_bytes(self.groups.start - 1);
            }
            let Some(group) = self.groups.next() else { return Ok(None) };
            self.row = self.shared.first_rows[group];
            self.current = Some(self.shared.open_group(group)?);
        }
    }
}

impl Shared {
    fn group(&self, group: usize) -> &RowGroupMetaData {
        self.metadata.metadata().row_group(group)
    }

    fn group_rows(&self, group: usize) -> u64 {
        self.group(group).num_rows().max(0) as u64
    }

    /// Bytes of the file that the wanted columns of a row group take.
    fn group_bytes(&self, group: usize) -> u64 {
        wanted(self.group(group), &self.projection).map(|column| column.compressed_size().max(0) as u64).sum()
    }

    fn open_group(&self, group: usize) -> Result<ParquetRecordBatchReader, SourceError> {
        let metadata = self.metadata.clone();
        let reader = match &self.place {
            Place::File(path) => {
                // Every piece opens the file anew: handles that are copies of each other share their position.
                let file = File::open(path).map_err(|cause| SourceError::Open { path: path.clone(), cause })?;
                let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, metadata);
                self.configure(builder, group)
            }
            Place::Memory(bytes) => {
                let builder = ParquetRecordBatchReaderBuilder::<Bytes>::new_with_metadata(bytes.clone(), metadata);
                self.configure(builder, group)
            }
        };
        reader.map_err(|cause| SourceError::Parquet { name: self.name.clone(), cause })
    }

    fn configure<T: parquet::file::reader::ChunkReader + 'static>(
        &self,
        builder: ParquetRecordBatchReaderBuilder<T>,
        group: usize,
    ) -> Result<ParquetRecordBatchReader, ParquetError> {
        builder
            .with_projection(self.projection.clone())
            .with_batch_size(self.batch_rows)
            .with_row_groups(vec![group])
            .build()
    }
}

impl EventReader for ParquetReader {
    fn guesses(&self) -> &[Guess] {
        &self.shared.guesses
    }

    fn next_batch(&mut self) -> Result<Option<ReadBatch>, SourceError> {
        while let Some(columns) = self.next_columns()? {
            let first = self.row;
            self.row += columns.num_rows() as u64;
            if columns.num_rows() > 0 {
                let failed = |cause| SourceError::Arrow { name: self.shared.name.clone(), cause };
                return self.shared.converter.convert(&columns, first).map(Some).map_err(failed);
            }
        }
        Ok(None)
    }

    fn progress(&self) -> Progress {
        Progress { bytes_read: self.bytes_read, bytes_total: Some(self.bytes_total) }
    }

    fn rows(&self) -> Option<u64> {
        Some(self.groups.clone().map(|group| self.shared.group_rows(group)).sum())
    }

    fn split(self: Box<Self>, parts: usize) -> Vec<Box<dyn EventReader>> {
        if parts < 2 || self.groups.len() < 2 || self.current.is_some() {
            return vec![self];
        }
        let rows = |group: usize| self.shared.group_rows(group);
        let total: u64 = self.groups.clone().map(rows).sum();
        let mut pieces: Vec<Box<dyn EventReader>> = Vec::new();
        let (mut start, mut before) = (self.groups.start, 0);
        for group in self.groups.clone() {
            before += rows(group);
            let is_last = group + 1 == self.groups.end;
            // A piece ends where the rows so far reach its share of all rows.
            if is_last || before * parts as u64 >= total * (pieces.len() as u64 + 1) && pieces.len() + 1 < parts {
                pieces.push(Box::new(Self::piece(Arc::clone(&self.shared), start..group + 1)));
                start = group + 1;
            }
        }
        pieces
    }
}

fn load(place: &Place, options: ArrowReaderOptions) -> Result<ArrowReaderMetadata, ParquetError> {
    match place {
        Place::File(path) => ArrowReaderMetadata::load(&File::open(path)?, options),
        Place::Memory(bytes) => ArrowReaderMetadata::load(bytes, options),
    }
}

fn wanted<'a>(
    group: &'a RowGroupMetaData,
    projection: &'a ProjectionMask,
) -> impl Iterator<Item = &'a ColumnChunkMetaData> {
    group.columns().iter().enumerate().filter(|(leaf, _)| projection.leaf_included(*leaf)).map(|(_, column)| column)
}

/// Rows of a batch, fewer where rows are long, by the uncompressed size the file states.
fn batch_rows(groups: &[RowGroupMetaData], projection: &ProjectionMask) -> usize {
    let bytes_of_row = |group: &RowGroupMetaData| {
        let bytes: i64 = wanted(group, projection).map(ColumnChunkMetaData::uncompressed_size).sum();
        bytes.max(0) as usize / (group.num_rows().max(1) as usize)
    };
    let widest = groups.iter().map(bytes_of_row).max().unwrap_or_default().max(1);
    (BATCH_BYTES / widest).clamp(64, BATCH_ROWS)
}
