//! Separated values with a header line, by the rules of RFC 4180.

mod header;
mod records;
mod sample;

use super::Opened;
use crate::assemble::{Assembler, Row};
use crate::confirm::{self, Settled};
use crate::encoding;
use crate::error::SourceError;
use crate::guess::Guess;
use crate::input::{Input, Window};
use crate::json::ObjectWriter;
use crate::options::{ReadOptions, Wanted};
use crate::reader::{EventReader, Progress, ReadBatch};
use crate::roles::{self, Roles};
use header::Header;
use records::{Next, Records};

pub(super) fn open(input: &Input, options: &ReadOptions) -> Opened {
    Ok(Box::new(CsvReader::new(input, options, None)?))
}

pub(super) fn open_tabs(input: &Input, options: &ReadOptions) -> Opened {
    Ok(Box::new(CsvReader::new(input, options, Some(b'\t'))?))
}

struct CsvReader {
    records: Records,
    header: Header,
    roles: Roles,
    assembler: Assembler,
    properties: ObjectWriter,
    wanted: Wanted,
    guesses: Vec<Guess>,
    ended: bool,
}

impl CsvReader {
    fn new(input: &Input, options: &ReadOptions, delimiter: Option<u8>) -> Result<Self, SourceError> {
        let mut guesses: Vec<Guess> = input.guess().into_iter().collect();
        let stream = encoding::text(input, options.encoding.as_deref(), None, &mut guesses)?;
        let mut window = Window::new(stream);
        let delimiter = match options.delimiter.or(delimiter) {
            Some(delimiter) => delimiter,
            None => sample::delimiter(&mut window, &mut guesses),
        };
        let sample = sample::rows(&mut window, delimiter, options.max_row_bytes);
        let mut records = Records::new(window, delimiter, options.max_row_bytes);
        let header = Header::read(&mut records, &input.name)?;
        let mut roles =
            roles::choose(&header.names, options, false, &mut guesses).map_err(|e| header.doubt(e, &input.name))?;
        let value = |row: usize, column: usize| sample.value(row + 1, column);
        let rows = sample.len().saturating_sub(1);
        let Settled { times, fixed_scale } =
            confirm::settle(&mut roles, &header.names, options, rows, value, &mut guesses)?;
        let assembler = Assembler::new(options, fixed_scale, roles.links.len(), times);
        Ok(Self {
            records,
            header,
            roles,
            assembler,
            properties: ObjectWriter::default(),
            wanted: options.wanted,
            guesses,
            ended: false,
        })
    }

    /// Turns the record just read into a row of the batch.
    fn take_in(&mut self, line: u64) {
        let Self { records, header, roles, assembler, properties, wanted, .. } = self;
        let outcome = records.fields().and_then(|fields| {
            let expected = header.names.len();
            if fields.len() != expected {
                return Err(format!("{} fields where the header has {expected}", fields.len()));
            }
            let optional = |column: Option<usize>| column.map(|column| fields.get(column));
            properties.clear();
            if *wanted == Wanted::Everything {
                for (column, key) in header.keys.iter().enumerate() {
                    let value = fields.get(column);
                    if value.is_empty() || roles.takes(column) {
                        continue;
                    }
                    properties.begin(key);
                    properties.guessed(value);
                }
            }
            let row = Row {
                customer: Some(fields.get(roles.customer)),
                event: Some(fields.get(roles.event)),
                time: Some(fields.get(roles.time)),
                id: optional(roles.id.map(|p| p.column)),
                session: optional(roles.session),
                channel: optional(roles.channel),
                rating: optional(roles.rating.map(|p| p.column)),
                rating_scale: optional(roles.rating_scale),
                text: optional(roles.text),
                properties: properties.finish(),
            };
            assembler.add(&row, roles.links.iter().map(|column| Some(fields.get(*column))))
        });
        if let Err(reason) = outcome {
            assembler.reject(line, reason, records.raw());
        }
    }
}

impl EventReader for CsvReader {
    fn guesses(&self) -> &[Guess] {
        &self.guesses
    }

    fn next_batch(&mut self) -> Result<Option<ReadBatch>, SourceError> {
        while !self.ended && !self.assembler.is_full() {
            match self.records.next() {
                Next::Record { line } => self.take_in(line),
                Next::Bad { line, reason } => self.assembler.reject(line, reason, self.records.raw()),
                Next::End => self.ended = true,
            }
        }
        match self.assembler.take() {
            Some(batch) => Ok(Some(batch)),
            None => self.records.take_failure().map_or(Ok(None), Err),
        }
    }

    fn progress(&self) -> Progress {
        self.records.progress()
    }

    fn split(self: Box<Self>, _parts: usize) -> Vec<Box<dyn EventReader>> {
        vec![self]
    }
}
