//! XES, the event logs of process mining (IEEE 1849): traces of events, each with typed attributes.
//!
//! In the options a trace's attribute is called `case:KEY`, an event's `KEY`. The parser never expands entities
//! other than the five of XML itself, so a small file cannot blow up.

mod attributes;
mod parser;
mod sample;

use super::Opened;
use crate::assemble::{Assembler, Row};
use crate::confirm::{self, Settled};
use crate::encoding;
use crate::error::SourceError;
use crate::guess::Guess;
use crate::input::{Input, Origin, Stream};
use crate::json::ObjectWriter;
use crate::options::{ReadOptions, Wanted};
use crate::reader::{EventReader, Progress, ReadBatch};
use crate::roles::{self, Roles};
use attributes::Attribute;
use parser::Parser;
use sample::Sample;

/// What the names of a trace's attributes begin with.
const CASE: &str = "case:";

pub(super) fn sniff(head: &[u8]) -> bool {
    let text = head.trim_ascii_start();
    text.starts_with(b"<?xml")
        || text.starts_with(b"<log")
        || text.starts_with(b"<!--") && memchr::memmem::find(text, b"<log").is_some()
}

pub(super) fn open(input: &Input, options: &ReadOptions) -> Opened {
    Ok(Box::new(XesReader::new(input, options)?))
}

struct XesReader {
    parser: Parser,
    origin: Origin,
    roles: Roles,
    names: Vec<String>,
    /// Names of the roles that are spelt out in the batch.
    taken: Vec<String>,
    assembler: Assembler,
    properties: ObjectWriter,
    wanted: Wanted,
    guesses: Vec<Guess>,
    /// The attributes of the current trace as members of an object, and of which trace they are.
    trace_members: (u64, String),
    failure: Option<SourceError>,
    ended: bool,
}

impl XesReader {
    fn new(input: &Input, options: &ReadOptions) -> Result<Self, SourceError> {
        let mut guesses: Vec<Guess> = input.guess().into_iter().collect();
        let stream = text(input, options, &mut guesses)?;
        // The beginning is parsed twice: once to see which attributes there are, once for the events.
        let mut preview = Parser::new(text(input, options, &mut Vec::new())?, options.max_row_bytes);
        let sample = Sample::read(&mut preview)?;
        let mut roles = roles::choose(&sample.names.all, options, false, &mut guesses)?;
        let value = |row: usize, column: usize| sample.value(row, column);
        let Settled { times, fixed_scale } =
            confirm::settle(&mut roles, &sample.names.all, options, sample.len(), value, &mut guesses)?;
        guesses.extend(sample.lifecycle());
        let taken = roles.taken().map(|column| sample.names.all[column].clone()).collect();
        let assembler = Assembler::new(options, fixed_scale, roles.links.len(), times);
        Ok(Self {
            origin: stream.origin().clone(),
            parser: Parser::new(stream, options.max_row_bytes),
            taken,
            roles,
            names: sample.names.all,
            assembler,
            properties: ObjectWriter::default(),
            wanted: options.wanted,
            guesses,
            trace_members: (0, String::new()),
            failure: None,
            ended: false,
        })
    }

    /// Reads one event; false at the end.
    fn step(&mut self) -> Result<bool, SourceError> {
        let Some(line) = self.parser.next_event()? else { return Ok(false) };
        let Self { parser, roles, names, taken, assembler, properties, trace_members, .. } = self;
        let (trace, event) = (parser.trace(), parser.event());
        let find = |column: usize| find(trace, event, &names[column]);
        let optional = |column: Option<usize>| column.and_then(find);
        let takes = |name: &str| taken.iter().any(|taken| taken == name);
        properties.clear();
        if self.wanted == Wanted::Everything {
            if trace_members.0 != parser.trace_version() {
                *trace_members = (parser.trace_version(), members(trace, |name| takes(&format!("{CASE}{name}")), CASE));
            }
            properties.members(&trace_members.1);
            properties.members(&members(event, takes, ""));
        }
        let row = Row {
            customer: find(roles.customer),
            event: find(roles.event),
            time: find(roles.time),
            id: optional(roles.id.map(|p| p.column)),
            session: optional(roles.session),
            channel: optional(roles.channel),
            rating: optional(roles.rating.map(|p| p.column)),
            rating_scale: optional(roles.rating_scale),
            text: optional(roles.text),
            properties: properties.finish(),
        };
        if let Err(reason) = assembler.add(&row, roles.links.iter().map(|link| find(*link))) {
            let raw = format!("<trace {}> <event {}>", attributes::show(trace), attributes::show(event));
            assembler.reject(line, reason, raw.as_bytes());
        }
        Ok(true)
    }
}

/// The stream in UTF-8, by the encoding the XML declaration names.
fn text(input: &Input, options: &ReadOptions, guesses: &mut Vec<Guess>) -> Result<Stream, SourceError> {
    let declared = declared_encoding(&input.head).filter(|name| !name.eq_ignore_ascii_case("utf-8"));
    encoding::text(input, options.encoding.as_deref(), declared.as_deref(), guesses)
}

fn declared_encoding(head: &[u8]) -> Option<String> {
    let start = head.trim_ascii_start();
    let end = memchr::memmem::find(start, b"?>")?;
    let declaration = std::str::from_utf8(start.get(..end)?).ok()?.strip_prefix("<?xml")?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Some(value[1..].split_once(quote)?.0.to_owned())
}

/// The value of an attribute of the trace or of the event.
fn find<'a>(trace: &'a [Attribute], event: &'a [Attribute], name: &str) -> Option<&'a str> {
    let own = event.iter().find(|attribute| attribute.key == name);
    let of_trace = || name.strip_prefix(CASE).and_then(|key| trace.iter().find(|attribute| attribute.key == key));
    own.or_else(of_trace).map(|attribute| attribute.value.as_str())
}

/// Attributes as members of a JSON object, typed as they are in the log.
fn members(attributes: &[Attribute], takes: impl Fn(&str) -> bool, prefix: &str) -> String {
    let mut out = String::new();
    for attribute in attributes.iter().filter(|attribute| !takes(&attribute.key)) {
        attribute.write_member(prefix, &mut out);
    }
    out
}

impl EventReader for XesReader {
    fn guesses(&self) -> &[Guess] {
        &self.guesses
    }

    fn next_batch(&mut self) -> Result<Option<ReadBatch>, SourceError> {
        while !self.ended && !self.assembler.is_full() {
            match self.step() {
                Ok(more) => self.ended = !more,
                Err(failure) => {
                    self.failure = Some(failure);
                    self.ended = true;
                }
            }
        }
        match self.assembler.take() {
            Some(batch) => Ok(Some(batch)),
            None => self.failure.take().map_or(Ok(None), Err),
        }
    }

    fn progress(&self) -> Progress {
        self.origin.progress()
    }

    fn split(self: Box<Self>, _parts: usize) -> Vec<Box<dyn EventReader>> {
        vec![self]
    }
}
