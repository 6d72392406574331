//! Events one by one out of the XML, with the attributes of the trace they are in.

use std::io::{self, BufRead, BufReader, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::attributes::{Attribute, Kind};
use crate::error::SourceError;
use crate::input::{Origin, Stream};

/// How deep attributes may nest. Deeper is no log but an attack on the stack.
const MAX_DEPTH: usize = 48;

/// An open element that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Log,
    Trace,
    Event,
    Attribute,
    /// What a list wraps its members in.
    Values,
}

/// What a piece of XML brought.
enum Step {
    On,
    /// An event is complete.
    Event,
    End,
}

/// A pull parser for events.
pub(super) struct Parser {
    reader: Reader<Guarded>,
    origin: Origin,
    max_bytes: usize,
    buffer: Vec<u8>,
    levels: Vec<Level>,
    /// How many elements deep inside one that does not matter.
    skipped: usize,
    has_log: bool,
    /// Attributes that are open, the outermost first.
    open: Vec<Attribute>,
    trace: Vec<Attribute>,
    trace_version: u64,
    event: Vec<Attribute>,
    event_line: u64,
    /// Line and byte where the piece of XML read last begins.
    mark: (u64, u64),
    /// Bytes of keys and values kept for the trace and for the event.
    trace_bytes: usize,
    event_bytes: usize,
}

impl Parser {
    pub(super) fn new(stream: Stream, max_bytes: usize) -> Self {
        let origin = stream.origin().clone();
        let mut reader = Reader::from_reader(Guarded::new(stream, max_bytes));
        reader.config_mut().check_end_names = true;
        Self {
            reader,
            origin,
            max_bytes,
            buffer: Vec::new(),
            levels: Vec::new(),
            skipped: 0,
            has_log: false,
            open: Vec::new(),
            trace: Vec::new(),
            trace_version: 0,
            event: Vec::new(),
            event_line: 0,
            mark: (1, 0),
            trace_bytes: 0,
            event_bytes: 0,
        }
    }

    /// Attributes of the trace the event is in, as far as they stand before the event.
    pub(super) fn trace(&self) -> &[Attribute] {
        &self.trace
    }

    /// Changes whenever the attributes of the trace do.
    pub(super) fn trace_version(&self) -> u64 {
        self.trace_version
    }

    /// Attributes of the event read last.
    pub(super) fn event(&self) -> &[Attribute] {
        &self.event
    }

    /// Bytes of XML parsed.
    pub(super) fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// Goes to the next event: the line it begins on, or `None` at the end of the log.
    pub(super) fn next_event(&mut self) -> Result<Option<u64>, SourceError> {
        self.event.clear();
        let mut buffer = std::mem::take(&mut self.buffer);
        let found = loop {
            buffer.clear();
            self.reader.get_mut().renew();
            let line = self.reader.get_ref().line;
            self.mark = (line, self.reader.buffer_position());
            let event = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(cause) => break Err(self.broken(cause)),
            };
            match self.take(event, line) {
                Ok(Step::On) => {}
                Ok(Step::Event) => break Ok(Some(self.event_line)),
                Ok(Step::End) => break Ok(None),
                Err(reason) => break Err(self.wrong(reason)),
            }
        };
        self.buffer = buffer;
        found
    }

    fn take(&mut self, event: Event<'_>, line: u64) -> Result<Step, String> {
        match event {
            Event::Start(tag) => self.start(&tag, line),
            Event::Empty(tag) => {
                self.start(&tag, line)?;
                self.end()
            }
            Event::End(_) => self.end(),
            Event::Eof if !self.has_log => Err("there is no <log> in it".to_owned()),
            Event::Eof if self.levels.is_empty() => Ok(Step::End),
            Event::Eof => Err("the file ends inside an element that is open".to_owned()),
            _ => Ok(Step::On),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, line: u64) -> Result<Step, String> {
        let local = tag.local_name();
        let element = local.as_ref();
        let level = match (self.levels.last(), element) {
            _ if self.skipped > 0 => None,
            (None, "log") => Some(Level::Log),
            (None, _) => return Err(format!("the outermost element is <{element}> where <log> is expected")),
            (Some(Level::Log), "trace") => Some(Level::Trace),
            (Some(Level::Log | Level::Trace), "event") => Some(Level::Event),
            (Some(Level::Attribute), "values") => Some(Level::Values),
            // What describes the log as a whole describes no event.
            (Some(Level::Log), _) => None,
            (Some(_), _) => Kind::of(element).map(|_| Level::Attribute),
        };
        let Some(level) = level else {
            self.skipped += 1;
            return Ok(Step::On);
        };
        match level {
            Level::Log => self.has_log = true,
            Level::Trace => self.begin_trace(),
            Level::Event => self.begin_event(line),
            Level::Attribute => self.open_attribute(tag, element)?,
            Level::Values => {}
        }
        self.levels.push(level);
        Ok(Step::On)
    }

    fn begin_trace(&mut self) {
        self.trace.clear();
        self.trace_version += 1;
        self.trace_bytes = 0;
    }

    fn begin_event(&mut self, line: u64) {
        if self.levels.last() == Some(&Level::Log) {
            // An event outside of every trace has no attributes of one.
            self.begin_trace();
        }
        self.event.clear();
        self.event_line = line;
        self.event_bytes = 0;
    }

    fn open_attribute(&mut self, tag: &BytesStart<'_>, element: &str) -> Result<(), String> {
        if self.open.len() >= MAX_DEPTH {
            return Err(format!("attributes nest more than {MAX_DEPTH} deep"));
        }
        let kind = Kind::of(element).ok_or("no attribute")?;
        let (mut key, mut value) = (None, String::new());
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|e| e.to_string())?;
            let text = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|e| e.to_string())?;
            match attribute.key.as_ref() {
                "key" => key = Some(text.into_owned()),
                "value" => value = text.into_owned(),
                _ => {}
            }
        }
        let key = key.ok_or_else(|| format!("a <{element}> has no key"))?;
        let bytes = key.len() + value.len();
        let is_of_event = self.levels.contains(&Level::Event);
        *(if is_of_event { &mut self.event_bytes } else { &mut self.trace_bytes }) += bytes;
        if self.trace_bytes + self.event_bytes > self.max_bytes {
            return Err(format!("the attributes of an event are longer than {} bytes", self.max_bytes));
        }
        self.open.push(Attribute { kind, key, value, children: Vec::new() });
        Ok(())
    }

    fn end(&mut self) -> Result<Step, String> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(Step::On);
        }
        match self.levels.pop().ok_or("an element ends that never began")? {
            Level::Event => return Ok(Step::Event),
            Level::Attribute => self.close_attribute(),
            Level::Log | Level::Trace | Level::Values => {}
        }
        Ok(Step::On)
    }

    fn close_attribute(&mut self) {
        let attribute = self.open.pop().expect("an attribute's level has an open attribute");
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(attribute);
        } else if self.levels.last() == Some(&Level::Event) {
            self.event.push(attribute);
        } else {
            self.trace.push(attribute);
            self.trace_version += 1;
        }
    }

    fn broken(&self, cause: quick_xml::Error) -> SourceError {
        match cause {
            quick_xml::Error::Io(cause) if cause.kind() != io::ErrorKind::InvalidData => {
                self.origin.failure(io::Error::new(cause.kind(), cause.to_string()))
            }
            cause => self.wrong(cause.to_string()),
        }
    }

    fn wrong(&self, reason: String) -> SourceError {
        SourceError::Xml { name: self.origin.name.clone(), line: self.mark.0, byte: self.mark.1, reason }
    }
}

/// Counts lines and refuses to feed the parser one element without end.
struct Guarded {
    inner: BufReader<Stream>,
    /// The line the parser is in, from 1.
    line: u64,
    limit: usize,
    left: usize,
}

impl Guarded {
    fn new(stream: Stream, limit: usize) -> Self {
        Self { inner: BufReader::with_capacity(128 << 10, stream), line: 1, limit, left: limit }
    }

    /// Lets the next element be as long as the limit again.
    fn renew(&mut self) {
        self.left = self.limit;
    }
}

impl Read for Guarded {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buf)?;
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Guarded {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            let reason = format!("an element is longer than {} bytes", self.limit);
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        self.line += memchr::memchr_iter(b'\n', &self.inner.buffer()[..n]).count() as u64;
        self.left = self.left.saturating_sub(n);
        self.inner.consume(n);
    }
}
