//! The table of formats.

mod csv;
mod json_lines;
mod parquet;
mod xes;

use std::path::Path;

use ::bytes::Bytes;

use crate::encoding;
use crate::error::SourceError;
use crate::input::Input;
use crate::options::{Format, ReadOptions};
use crate::reader::EventReader;

/// One format: a new one is a module and a line in [`FORMATS`].
struct Entry {
    format: Format,
    name: &'static str,
    /// Ends of file names, without what names the compression.
    extensions: &'static [&'static str],
    /// Whether the first bytes, decompressed and in UTF-8, are surely of this format.
    sniff: fn(&[u8]) -> bool,
    open: fn(&Input, &ReadOptions) -> Opened,
}

/// A reader behind its common face, or why there is none.
type Opened = Result<Box<dyn EventReader>, SourceError>;

const FORMATS: [Entry; 5] = [
    Entry {
        format: Format::Parquet,
        name: "parquet",
        extensions: &["parquet", "pq"],
        sniff: parquet::sniff,
        open: parquet::open,
    },
    Entry { format: Format::Xes, name: "xes", extensions: &["xes"], sniff: xes::sniff, open: xes::open },
    Entry {
        format: Format::JsonLines,
        name: "jsonl",
        extensions: &["jsonl", "ndjson", "json"],
        sniff: json_lines::sniff,
        open: json_lines::open,
    },
    Entry { format: Format::Tsv, name: "tsv", extensions: &["tsv", "tab"], sniff: |_| false, open: csv::open_tabs },
    Entry { format: Format::Csv, name: "csv", extensions: &["csv"], sniff: |_| false, open: csv::open },
];

/// Opens a file of events.
///
/// # Errors
/// When the file cannot be opened, is empty, a directory, or does not show who did what when: a column is
/// missing, no time format fits.
pub fn open(path: &Path, options: &ReadOptions) -> Result<Box<dyn EventReader>, SourceError> {
    open_input(&Input::of_file(path)?, options)
}

/// Reads events from memory; `name` is what messages call it and its ending helps to tell the format.
///
/// # Errors
/// As [`open`].
pub fn open_bytes(
    name: &str,
    bytes: impl Into<Bytes>,
    options: &ReadOptions,
) -> Result<Box<dyn EventReader>, SourceError> {
    open_input(&Input::of_memory(name, bytes.into())?, options)
}

fn open_input(input: &Input, options: &ReadOptions) -> Opened {
    let chosen = match options.format {
        Format::Auto => detect(input),
        named => named,
    };
    let entry = FORMATS.iter().find(|entry| entry.format == chosen).expect("every format but auto is in the table");
    (entry.open)(input, options)
}

/// The first bytes decide; only what they leave open is decided by the file's name, and CSV is what remains.
fn detect(input: &Input) -> Format {
    let head = encoding::peek(&input.head);
    if let Some(entry) = FORMATS.iter().find(|entry| (entry.sniff)(&head)) {
        return entry.format;
    }
    let name = input.name.to_ascii_lowercase();
    let name = [".gz", ".zst", ".zstd"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    FORMATS.iter().find(|entry| entry.extensions.contains(&extension)).map_or(Format::Csv, |entry| entry.format)
}

/// The names under which the formats are chosen.
#[must_use]
pub fn format_names() -> Vec<&'static str> {
    let mut names = vec![name_of(Format::Auto)];
    names.extend(FORMATS.iter().rev().map(|entry| entry.name));
    names
}

pub(crate) fn by_name(name: &str) -> Option<Format> {
    if name == name_of(Format::Auto) {
        return Some(Format::Auto);
    }
    FORMATS.iter().find(|entry| entry.name == name).map(|entry| entry.format)
}

pub(crate) fn name_of(format: Format) -> &'static str {
    FORMATS.iter().find(|entry| entry.format == format).map_or("auto", |entry| entry.name)
}
