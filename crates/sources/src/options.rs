//! What the caller knows about a source; everything left open is guessed and the guess reported.

use std::fmt;
use std::str::FromStr;

use crate::error::SourceError;
use crate::formats;

/// The format of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Told from the first bytes.
    #[default]
    Auto,
    /// Separated values with a header; the delimiter is guessed.
    Csv,
    /// Values separated by tabs, with a header.
    Tsv,
    /// One JSON object a line.
    JsonLines,
    /// Apache Parquet.
    Parquet,
    /// XES, the event logs of process mining (IEEE 1849).
    Xes,
}

impl FromStr for Format {
    type Err = SourceError;

    fn from_str(name: &str) -> Result<Self, SourceError> {
        formats::by_name(name)
            .ok_or_else(|| SourceError::UnknownFormat { name: name.to_owned(), known: formats::format_names() })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(formats::name_of(*self))
    }
}

/// Which columns play which role; `None` leaves the choice to the names of the columns.
///
/// In JSON lines a name may be a path of keys joined by dots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// Who did it: the traveller's id.
    pub customer: Option<String>,
    /// What happened.
    pub event: Option<String>,
    /// When it happened.
    pub time: Option<String>,
    /// The source's own id of the event: rows with equal ids are one event.
    pub id: Option<String>,
    /// The source's session id.
    pub session: Option<String>,
    /// Where it happened: web, mobile, store ...
    pub channel: Option<String>,
    /// An explicit score.
    pub rating: Option<String>,
    /// The column with the score's scale or, where no column is called so, the scale itself: `0-10`, `1-5`.
    pub rating_scale: Option<String>,
    /// What the customer wrote.
    pub text: Option<String>,
    /// Columns with other ids of the same traveller. They stay in the properties too.
    pub links: Vec<String>,
}

/// How much of a source is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// All roles and everything else as properties.
    #[default]
    Everything,
    /// Only customer, event and time; nothing else is decoded.
    Core,
}

/// How a source is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The format, or [`Format::Auto`].
    pub format: Format,
    /// Which columns play which role.
    pub columns: Columns,
    /// How times are written: a `strftime` pattern, or the unit of numbers: `s`, `ms`, `us`, `ns`.
    /// Given explicitly it also lifts the check that times are plausible.
    pub time_format: Option<String>,
    /// The zone of times that carry no offset of their own.
    pub time_zone: chrono_tz::Tz,
    /// The byte between the values of CSV.
    pub delimiter: Option<u8>,
    /// The encoding of text formats by its WHATWG name, e.g. `windows-1251`.
    pub encoding: Option<String>,
    /// What the lake calls the source. Readers do not look at it; it travels with the options of the import.
    pub source: String,
    /// How much is decoded.
    pub wanted: Wanted,
    /// The channel of events whose row names none.
    pub channel_value: Option<String>,
    /// A longer row of a text format, in bytes, is rejected; reading goes on behind it.
    pub max_row_bytes: usize,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            format: Format::Auto,
            columns: Columns::default(),
            time_format: None,
            time_zone: chrono_tz::UTC,
            delimiter: None,
            encoding: None,
            source: String::new(),
            wanted: Wanted::Everything,
            channel_value: None,
            max_row_bytes: 16 << 20,
        }
    }
}
