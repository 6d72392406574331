//! Records out of a stream of bytes: one at a time, of bounded size, with their place in the file.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::error::SourceError;
use crate::input::Window;
use crate::reader::Progress;

/// How often a quote that is never closed is mended by taking up again at the next line. More would let a hostile
/// file cost quadratic time.
const MAX_RESYNCS: usize = 100;

/// What comes next in the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A record; see [`Records::fields`].
    Record { line: u64 },
    /// Something that is no record; reading can go on.
    Bad { line: u64, reason: String },
    /// Nothing more, or a failure: see [`Records::take_failure`].
    End,
}

/// Reads records; the one read last stays available until the next call.
pub(super) struct Records {
    window: Window,
    core: Reader,
    delimiter: u8,
    max_row_bytes: usize,
    /// Fields of the record, unquoted, one behind the other.
    output: Vec<u8>,
    written: usize,
    ends: Vec<usize>,
    fields: usize,
    /// Bytes of the window that the record takes.
    taken: usize,
    /// The start of a record that was too long to keep.
    head: Vec<u8>,
    resyncs: usize,
}

impl Records {
    pub(super) fn new(window: Window, delimiter: u8, max_row_bytes: usize) -> Self {
        Self {
            window,
            core: reader(delimiter),
            delimiter,
            max_row_bytes,
            output: vec![0; 64 << 10],
            written: 0,
            ends: vec![0; 256],
            fields: 0,
            taken: 0,
            head: Vec::new(),
            resyncs: 0,
        }
    }

    pub(super) fn next(&mut self) -> Next {
        self.window.consume(self.taken);
        (self.taken, self.written, self.fields) = (0, 0, 0);
        self.head.clear();
        let line = self.core.line();
        loop {
            if self.taken == self.window.bytes().len() && !self.window.grow() {
                return self.finish(line);
            }
            let input = &self.window.bytes()[self.taken..];
            let (result, read, written, ends) =
                self.core.read_record(input, &mut self.output[self.written..], &mut self.ends[self.fields..]);
            self.taken += read;
            self.written += written;
            self.fields += ends;
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::OutputFull if self.taken > self.max_row_bytes => {
                    return self.too_long(line);
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => return self.record(line),
                ReadRecordResult::End => return Next::End,
            }
        }
    }

    fn record(&self, line: u64) -> Next {
        let line = line + self.blank_lines();
        if self.taken > self.max_row_bytes {
            return Next::Bad { line, reason: self.length_reason() };
        }
        Next::Record { line }
    }

    /// Lines without anything that csv-core skipped before the record.
    fn blank_lines(&self) -> u64 {
        let blank = self.window.bytes().iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        blank.filter(|byte| **byte == b'\n').count() as u64
    }

    /// The last record, when the bytes end without the end of a line.
    fn finish(&mut self, line: u64) -> Next {
        let is_blank = self.window.bytes().iter().all(|byte| matches!(byte, b'\n' | b'\r'));
        if is_blank || self.window.is_broken() {
            // What a broken stream ends with is the beginning of a row, not a row.
            self.window.consume(self.taken);
            self.taken = 0;
            return Next::End;
        }
        // An end of line ends the record as the end of the file does, but not inside quotes; that tells the two apart.
        loop {
            let (result, read, written, ends) =
                self.core.read_record(b"\n", &mut self.output[self.written..], &mut self.ends[self.fields..]);
            self.written += written;
            self.fields += ends;
            match result {
                ReadRecordResult::Record => return self.record(line),
                _ if read == 1 => {
                    return self.resync(line, "a quote that opens in this row is never closed".to_owned());
                }
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return Next::End,
            }
        }
    }

    fn length_reason(&self) -> String {
        format!("the row is longer than {} bytes", self.max_row_bytes)
    }

    /// Inside quotes that swallow line after line the first line is given up; a single long line is skipped to its end.
    fn too_long(&mut self, line: u64) -> Next {
        let bytes = &self.window.bytes()[..self.taken];
        let start = bytes.iter().position(|byte| !matches!(byte, b'\n' | b'\r')).unwrap_or(0);
        if self.resyncs < MAX_RESYNCS && memchr::memchr(b'\n', &bytes[start..]).is_some() {
            let reason = format!("{}, because a quote that opens in it is not closed", self.length_reason());
            return self.resync(line, reason);
        }
        let reason = self.length_reason();
        let line = line + self.blank_lines();
        self.head = bytes[start..].iter().copied().take(2048).collect();
        loop {
            self.window.consume(self.taken);
            self.taken = 0;
            if self.window.bytes().is_empty() && !self.window.grow() {
                return Next::Bad { line, reason };
            }
            let (result, read, ..) = self.core.read_record(self.window.bytes(), &mut self.output, &mut self.ends);
            self.taken = read;
            if result == ReadRecordResult::Record {
                return Next::Bad { line, reason };
            }
        }
    }

    /// Gives up the first line of what is in the window and takes up again behind it.
    fn resync(&mut self, line: u64, reason: String) -> Next {
        let line = line + self.blank_lines();
        let bytes = self.window.bytes();
        let start = bytes.iter().position(|byte| !matches!(byte, b'\n' | b'\r')).unwrap_or(0);
        let end = memchr::memchr(b'\n', &bytes[start..]).filter(|_| self.resyncs < MAX_RESYNCS);
        self.taken = end.map_or(bytes.len(), |end| start + end + 1);
        self.resyncs += 1;
        self.core = reader(self.delimiter);
        self.core.set_line(line + 1);
        Next::Bad { line, reason }
    }

    /// The row read last as it stands in the file.
    pub(super) fn raw(&self) -> &[u8] {
        if !self.head.is_empty() {
            return &self.head;
        }
        let bytes = &self.window.bytes()[..self.taken];
        let start = bytes.iter().position(|byte| !matches!(byte, b'\n' | b'\r')).unwrap_or(0);
        &bytes[start..]
    }

    /// The fields of the record read last, or why they are no text.
    pub(super) fn fields(&self) -> Result<Fields<'_>, String> {
        fields(&self.output[..self.written], &self.ends[..self.fields])
    }

    pub(super) fn take_failure(&mut self) -> Option<SourceError> {
        self.window.take_failure()
    }

    pub(super) fn progress(&self) -> Progress {
        self.window.progress()
    }
}

pub(super) fn reader(delimiter: u8) -> Reader {
    ReaderBuilder::new().delimiter(delimiter).build()
}

/// The fields of a record as text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a> {
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Fields<'a> {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, i: usize) -> &'a str {
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.text[start..self.ends[i]]
    }
}

/// Checks that unquoted fields are text: UTF-8 each, without NUL.
pub(super) fn fields<'a>(output: &'a [u8], ends: &'a [usize]) -> Result<Fields<'a>, String> {
    let text = std::str::from_utf8(output).map_err(|e| not_text(output, ends, e.valid_up_to()))?;
    // Two halves of a character on both sides of a delimiter are no text either.
    if let Some(end) = ends.iter().find(|end| !text.is_char_boundary(**end)) {
        return Err(not_text(output, ends, end - 1));
    }
    if let Some(at) = memchr::memchr(0, output) {
        return Err(format!("field {} holds a NUL byte", field_at(ends, at)));
    }
    Ok(Fields { text, ends })
}

fn not_text(output: &[u8], ends: &[usize], at: usize) -> String {
    let byte = output[at];
    format!(
        "field {} is not text in the file's encoding (byte 0x{byte:02x}); if all of the file is in another one, name it with --encoding",
        field_at(ends, at)
    )
}

/// Number of the field, from 1, that holds the byte.
fn field_at(ends: &[usize], at: usize) -> usize {
    ends.partition_point(|end| *end <= at) + 1
}
