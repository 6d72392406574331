//! One JSON object a line.

mod line;
mod sample;

use std::borrow::Cow;

use super::Opened;
use crate::assemble::{Assembler, Row};
use crate::confirm::{self, Settled};
use crate::encoding;
use crate::error::SourceError;
use crate::guess::Guess;
use crate::input::{Input, Window};
use crate::json::{self, ObjectWriter};
use crate::options::{ReadOptions, Wanted};
use crate::reader::{EventReader, Progress, ReadBatch};
use crate::roles::{self, Roles};
use line::{Object, lookup};
use sample::Sample;

pub(super) fn sniff(head: &[u8]) -> bool {
    let text = head.trim_ascii_start();
    text.starts_with(b"{") || text.strip_prefix(b"[").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"{"))
}

pub(super) fn open(input: &Input, options: &ReadOptions) -> Opened {
    Ok(Box::new(JsonReader::new(input, options)?))
}

struct JsonReader {
    lines: Lines,
    names: Vec<String>,
    /// Names of the roles that are spelt out in the batch.
    taken: Vec<String>,
    roles: Roles,
    assembler: Assembler,
    properties: ObjectWriter,
    wanted: Wanted,
    guesses: Vec<Guess>,
    ended: bool,
}

impl JsonReader {
    fn new(input: &Input, options: &ReadOptions) -> Result<Self, SourceError> {
        let mut guesses: Vec<Guess> = input.guess().into_iter().collect();
        let stream = encoding::text(input, options.encoding.as_deref(), None, &mut guesses)?;
        let mut lines = Lines { window: Window::new(stream), max_row_bytes: options.max_row_bytes, taken: 0, line: 0 };
        if encoding::peek(&input.head).trim_ascii_start().starts_with(b"[") {
            return Err(SourceError::NotThisFormat {
                name: input.name.clone(),
                expected: "JSON lines",
                reason: "it is one JSON array; write each object on a line of its own, for example with jq -c '.[]'"
                    .to_owned(),
            });
        }
        let mut sample = Sample::read(&mut lines.window, options.max_row_bytes);
        sample.check(&input.name)?;
        sample.add_named(&options.columns);
        let mut roles = roles::choose(&sample.names.all, options, true, &mut guesses)?;
        let value = |row: usize, column: usize| sample.value(row, column);
        let Settled { times, fixed_scale } =
            confirm::settle(&mut roles, &sample.names.all, options, sample.len(), value, &mut guesses)?;
        let assembler = Assembler::new(options, fixed_scale, roles.links.len(), times);
        Ok(Self {
            lines,
            taken: roles.taken().map(|column| sample.names.all[column].clone()).collect(),
            names: sample.names.all,
            roles,
            assembler,
            properties: ObjectWriter::default(),
            wanted: options.wanted,
            guesses,
            ended: false,
        })
    }

    /// Turns the line just read into a row of the batch.
    fn take_in(&mut self, line: u64) {
        let Self { lines, names, taken, roles, assembler, properties, wanted, .. } = self;
        let outcome = line::object(lines.raw()).and_then(|object| {
            properties.clear();
            if *wanted == Wanted::Everything {
                add_properties(&object, taken, properties);
            }
            add_row(&object, roles, names, properties, assembler)
        });
        if let Err(reason) = outcome {
            assembler.reject(line, reason, self.lines.raw());
        }
    }
}

fn add_row(
    object: &Object<'_>,
    roles: &Roles,
    names: &[String],
    properties: &mut ObjectWriter,
    assembler: &mut Assembler,
) -> Result<(), String> {
    let text = |column: usize| lookup(object, &names[column]);
    let optional = |column: Option<usize>| column.map_or(Ok(None), text);
    let customer = text(roles.customer)?;
    let event = text(roles.event)?;
    let time = text(roles.time)?;
    let id = optional(roles.id.map(|p| p.column))?;
    let session = optional(roles.session)?;
    let channel = optional(roles.channel)?;
    let rating = optional(roles.rating.map(|p| p.column))?;
    let rating_scale = optional(roles.rating_scale)?;
    let said = optional(roles.text)?;
    let links: Vec<Option<Cow<'_, str>>> = roles.links.iter().map(|link| text(*link)).collect::<Result<_, _>>()?;
    let row = Row {
        customer: customer.as_deref(),
        event: event.as_deref(),
        time: time.as_deref(),
        id: id.as_deref(),
        session: session.as_deref(),
        channel: channel.as_deref(),
        rating: rating.as_deref(),
        rating_scale: rating_scale.as_deref(),
        text: said.as_deref(),
        properties: properties.finish(),
    };
    assembler.add(&row, links.iter().map(Option::as_deref))
}

/// Members without a role, as they stand in the line. An object a role's path leads into stays whole.
fn add_properties(object: &Object<'_>, taken: &[String], properties: &mut ObjectWriter) {
    for (name, value) in object.members() {
        if taken.iter().any(|taken| taken == name) {
            continue;
        }
        properties.begin(&json::key(name));
        properties.raw(value);
    }
}

impl EventReader for JsonReader {
    fn guesses(&self) -> &[Guess] {
        &self.guesses
    }

    fn next_batch(&mut self) -> Result<Option<ReadBatch>, SourceError> {
        while !self.ended && !self.assembler.is_full() {
            match self.lines.next() {
                Line::Whole(line) => self.take_in(line),
                Line::TooLong(line, head) => {
                    let reason = format!("the row is longer than {} bytes", self.lines.max_row_bytes);
                    self.assembler.reject(line, reason, &head);
                }
                Line::End => self.ended = true,
            }
        }
        match self.assembler.take() {
            Some(batch) => Ok(Some(batch)),
            None => self.lines.window.take_failure().map_or(Ok(None), Err),
        }
    }

    fn progress(&self) -> Progress {
        self.lines.window.progress()
    }

    fn split(self: Box<Self>, _parts: usize) -> Vec<Box<dyn EventReader>> {
        vec![self]
    }
}

/// Lines of bounded length.
struct Lines {
    window: Window,
    max_row_bytes: usize,
    /// Bytes of the window the line read last takes, its end included.
    taken: usize,
    /// Lines read.
    line: u64,
}

enum Line {
    /// The number of a line that is not blank, from 1.
    Whole(u64),
    /// A line that is not kept, with its start.
    TooLong(u64, Vec<u8>),
    End,
}

impl Lines {
    fn next(&mut self) -> Line {
        loop {
            self.window.consume(self.taken);
            self.taken = 0;
            let mut searched = 0;
            let end = loop {
                let bytes = self.window.bytes();
                if let Some(at) = memchr::memchr(b'\n', &bytes[searched..]) {
                    break Some(searched + at + 1);
                }
                searched = bytes.len();
                if searched > self.max_row_bytes || !self.window.grow() {
                    break None;
                }
            };
            self.line += 1;
            match end {
                Some(end) => self.taken = end,
                None if searched > self.max_row_bytes => return self.skip(),
                None if searched == 0 || self.window.is_broken() => return Line::End,
                None => self.taken = searched,
            }
            if self.taken > self.max_row_bytes {
                let head = self.raw().iter().copied().take(2048).collect();
                return Line::TooLong(self.line, head);
            }
            if !self.raw().is_empty() {
                return Line::Whole(self.line);
            }
        }
    }

    /// Goes on behind a line that does not end within what may be kept.
    fn skip(&mut self) -> Line {
        let head: Vec<u8> = self.window.bytes().iter().copied().take(2048).collect();
        loop {
            let bytes = self.window.bytes();
            if let Some(at) = memchr::memchr(b'\n', bytes) {
                self.taken = at + 1;
                return Line::TooLong(self.line, head);
            }
            self.window.consume(bytes.len());
            if !self.window.grow() {
                return Line::TooLong(self.line, head);
            }
        }
    }

    fn raw(&self) -> &[u8] {
        self.window.bytes()[..self.taken].trim_ascii()
    }
}
