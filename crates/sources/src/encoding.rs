//! Encodings of text: what a byte order mark says, what an option says, and UTF-8 otherwise.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, DecoderResult, Encoding, UTF_8};

use crate::error::SourceError;
use crate::guess::Guess;
use crate::input::{Input, Stream};

/// The stream of `input` in UTF-8, without a byte order mark.
///
/// What is not text in the encoding comes out as a byte that is not UTF-8, so that the row it stands in is rejected
/// rather than changed.
pub(crate) fn text(
    input: &Input,
    named: Option<&str>,
    declared: Option<&str>,
    guesses: &mut Vec<Guess>,
) -> Result<Stream, SourceError> {
    let stream = input.stream()?;
    let mark = Encoding::for_bom(&input.head);
    let encoding = match (named, mark, declared) {
        (Some(name), ..) => lookup(name)?,
        (None, Some((encoding, _)), _) => {
            guesses.push(Guess::new("encoding", format!("{}, by its byte order mark", encoding.name())));
            encoding
        }
        (None, None, Some(name)) => {
            guesses.push(Guess::new("encoding", format!("{name}, as the file declares")));
            lookup(name)?
        }
        (None, None, None) => UTF_8,
    };
    let skipped = match mark {
        Some((found, length)) if found == encoding => length,
        _ => 0,
    };
    let stream = stream.map(|mut bytes| {
        if skipped > 0 {
            bytes = Box::new(Skip { inner: bytes, left: skipped });
        }
        if encoding == UTF_8 {
            return bytes;
        }
        Box::new(Transcode::new(bytes, encoding))
    });
    Ok(stream)
}

fn lookup(name: &str) -> Result<&'static Encoding, SourceError> {
    Encoding::for_label(name.as_bytes()).ok_or_else(|| SourceError::UnknownEncoding { name: name.to_owned() })
}

/// Drops the first bytes.
struct Skip {
    inner: Box<dyn Read + Send>,
    left: usize,
}

impl Read for Skip {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while self.left > 0 {
            let mut mark = [0; 4];
            let n = self.inner.read(&mut mark[..self.left.min(4)])?;
            if n == 0 {
                return Ok(0);
            }
            self.left -= n;
        }
        self.inner.read(buf)
    }
}

/// Decodes into UTF-8 on the fly.
struct Transcode {
    inner: Box<dyn Read + Send>,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_start: usize,
    raw_end: usize,
    ended: bool,
    finished: bool,
    /// Decoded bytes that did not fit into the reader's buffer.
    out: Vec<u8>,
    out_start: usize,
}

impl Transcode {
    fn new(inner: Box<dyn Read + Send>, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_without_bom_handling(),
            raw: vec![0; 64 << 10],
            raw_start: 0,
            raw_end: 0,
            ended: false,
            finished: false,
            out: Vec::new(),
            out_start: 0,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.out.clear();
        self.out_start = 0;
        if self.raw_start == self.raw_end && !self.ended {
            self.raw_end = self.inner.read(&mut self.raw)?;
            self.raw_start = 0;
            self.ended = self.raw_end == 0;
        }
        self.out.resize(256 << 10, 0);
        let source = &self.raw[self.raw_start..self.raw_end];
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(source, &mut self.out, self.ended);
        self.raw_start += read;
        self.out.truncate(written);
        match result {
            DecoderResult::InputEmpty => self.finished = self.ended,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => self.out.push(0xff),
        }
        Ok(())
    }
}

impl Read for Transcode {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while self.out_start == self.out.len() {
            if self.finished {
                return Ok(0);
            }
            self.refill()?;
        }
        let n = buf.len().min(self.out.len() - self.out_start);
        buf[..n].copy_from_slice(&self.out[self.out_start..self.out_start + n]);
        self.out_start += n;
        Ok(n)
    }
}

/// The first bytes of a text in UTF-8, for telling formats apart.
pub(crate) fn peek(head: &[u8]) -> Vec<u8> {
    match Encoding::for_bom(head) {
        Some((encoding, length)) if encoding != UTF_8 => {
            let mut decoder = encoding.new_decoder_without_bom_handling();
            let mut out = vec![0; head.len() * 3 + 16];
            let (result, _, written, _) = decoder.decode_to_utf8(&head[length..], &mut out, false);
            debug_assert_eq!(result, CoderResult::InputEmpty, "three bytes for each of the input's are enough");
            out.truncate(written);
            out
        }
        Some((_, length)) => head[length..].to_vec(),
        None => head.to_vec(),
    }
}
