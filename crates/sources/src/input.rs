//! Where bytes come from: a file or memory, decompressed on the way, counted as they are read.

use std::fs::File;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;

use crate::error::SourceError;
use crate::guess::Guess;
use crate::reader::Progress;

const GZIP: [u8; 2] = [0x1f, 0x8b];
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Where the bytes are.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    File(PathBuf),
    Memory(Bytes),
}

/// A source before its format is known.
#[derive(Debug)]
pub(crate) struct Input {
    /// How messages call it.
    pub(crate) name: String,
    pub(crate) place: Place,
    /// Bytes as they lie on disk.
    pub(crate) size: u64,
    compression: Option<&'static str>,
    /// The first bytes, decompressed.
    pub(crate) head: Vec<u8>,
}

/// What error messages and progress bars need to know of a stream, whoever reads it.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    pub(crate) name: String,
    compression: Option<&'static str>,
    count: Arc<AtomicU64>,
    size: u64,
}

/// A reading position in a stream of decompressed bytes.
pub(crate) struct Stream {
    origin: Origin,
    reader: Box<dyn Read + Send>,
}

impl Input {
    pub(crate) fn of_file(path: &Path) -> Result<Self, SourceError> {
        let failed = |cause| SourceError::Open { path: path.to_owned(), cause };
        let meta = std::fs::metadata(path).map_err(failed)?;
        if meta.is_dir() {
            return Err(SourceError::Directory { path: path.to_owned() });
        }
        Self::new(path.display().to_string(), Place::File(path.to_owned()), meta.len())
    }

    pub(crate) fn of_memory(name: &str, bytes: Bytes) -> Result<Self, SourceError> {
        let size = bytes.len() as u64;
        Self::new(name.to_owned(), Place::Memory(bytes), size)
    }

    fn new(name: String, place: Place, size: u64) -> Result<Self, SourceError> {
        let mut input = Self { name, place, size, compression: None, head: Vec::new() };
        let magic = input.prefix(4)?;
        if magic.is_empty() {
            return Err(SourceError::Empty { name: input.name });
        }
        if magic.starts_with(&GZIP) {
            input.compression = Some("gzip");
        } else if magic.starts_with(&ZSTD) {
            input.compression = Some("zstd");
        }
        input.head = input.prefix(64 << 10)?;
        if input.head.is_empty() {
            return Err(SourceError::Empty { name: input.name });
        }
        Ok(input)
    }

    /// The first bytes; a cut behind them is no error yet.
    fn prefix(&self, bytes: usize) -> Result<Vec<u8>, SourceError> {
        let mut stream = self.stream()?;
        let mut head = vec![0; bytes];
        let mut filled = 0;
        while filled < bytes {
            match stream.reader.read(&mut head[filled..]) {
                Ok(0) => break,
                Ok(n) => filled += n,
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) if filled == 0 => return Err(stream.origin.failure(e)),
                Err(_) => break,
            }
        }
        head.truncate(filled);
        Ok(head)
    }

    pub(crate) fn is_compressed(&self) -> bool {
        self.compression.is_some()
    }

    pub(crate) fn guess(&self) -> Option<Guess> {
        self.compression.map(|kind| Guess::new("compression", format!("{kind}, by its first bytes")))
    }

    /// A stream of the decompressed bytes from the start.
    pub(crate) fn stream(&self) -> Result<Stream, SourceError> {
        let count = Arc::new(AtomicU64::new(0));
        let raw: Box<dyn Read + Send> = match &self.place {
            Place::File(path) => {
                Box::new(File::open(path).map_err(|cause| SourceError::Open { path: path.clone(), cause })?)
            }
            Place::Memory(bytes) => Box::new(Cursor::new(bytes.clone())),
        };
        let counted = Counted { inner: raw, count: Arc::clone(&count) };
        let reader: Box<dyn Read + Send> = match self.compression {
            Some("gzip") => {
                Box::new(flate2::bufread::MultiGzDecoder::new(BufReader::with_capacity(128 << 10, counted)))
            }
            Some(_) => Box::new(zstd::stream::read::Decoder::new(counted).map_err(|cause| SourceError::Read {
                name: self.name.clone(),
                byte: 0,
                cause,
            })?),
            None => Box::new(counted),
        };
        let origin = Origin { name: self.name.clone(), compression: self.compression, count, size: self.size };
        Ok(Stream { origin, reader })
    }
}

impl Origin {
    pub(crate) fn progress(&self) -> Progress {
        Progress { bytes_read: self.count.load(Ordering::Relaxed), bytes_total: Some(self.size) }
    }

    /// What an error of reading means for this source.
    pub(crate) fn failure(&self, cause: io::Error) -> SourceError {
        let byte = self.count.load(Ordering::Relaxed);
        match self.compression {
            Some(compression) if cause.kind() == ErrorKind::UnexpectedEof => {
                SourceError::Cut { name: self.name.clone(), compression, byte }
            }
            _ => SourceError::Read { name: self.name.clone(), byte, cause },
        }
    }
}

impl Stream {
    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Puts a filter, such as the decoder of an encoding, between the bytes and whoever reads them.
    pub(crate) fn map(self, filter: impl FnOnce(Box<dyn Read + Send>) -> Box<dyn Read + Send>) -> Self {
        Self { reader: filter(self.reader), ..self }
    }
}

impl Read for Stream {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buf)
    }
}

struct Counted {
    inner: Box<dyn Read + Send>,
    count: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.count.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

/// A growing window over a stream, for formats made of rows. A failure of the stream waits until everything before it is
/// used up.
pub(crate) struct Window {
    stream: Stream,
    bytes: Vec<u8>,
    start: usize,
    ended: bool,
    failure: Option<io::Error>,
}

impl Window {
    const STEP: usize = 256 << 10;

    pub(crate) fn new(stream: Stream) -> Self {
        Self { stream, bytes: Vec::new(), start: 0, ended: false, failure: None }
    }

    /// The bytes read and not yet consumed.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[self.start..]
    }

    pub(crate) fn consume(&mut self, n: usize) {
        self.start += n;
        debug_assert!(self.start <= self.bytes.len(), "no more is consumed than there is");
    }

    /// Reads some more behind what is there; false when there is no more.
    pub(crate) fn grow(&mut self) -> bool {
        if self.ended {
            return false;
        }
        if self.start > 0 {
            self.bytes.drain(..self.start);
            self.start = 0;
        }
        let filled = self.bytes.len();
        self.bytes.resize(filled + Self::STEP, 0);
        let got = loop {
            match self.stream.read(&mut self.bytes[filled..]) {
                Ok(n) => break n,
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) => {
                    self.failure = Some(e);
                    break 0;
                }
            }
        };
        self.bytes.truncate(filled + got);
        self.ended = got == 0;
        got > 0
    }

    /// Reads until `bytes` are there, or all.
    pub(crate) fn grow_to(&mut self, bytes: usize) {
        while self.bytes().len() < bytes && self.grow() {}
    }

    /// Whether the stream broke off rather than ended. True only once the end was reached.
    pub(crate) fn is_broken(&self) -> bool {
        self.failure.is_some()
    }

    /// The failure that ended the stream, once.
    pub(crate) fn take_failure(&mut self) -> Option<SourceError> {
        self.failure.take().map(|cause| self.stream.origin.failure(cause))
    }

    pub(crate) fn progress(&self) -> Progress {
        self.stream.origin.progress()
    }
}
