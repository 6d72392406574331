//! What makes a whole source unreadable, as opposed to one row of it.

use std::path::PathBuf;

use thiserror::Error;

/// A source that cannot be read, or not to its end.
#[derive(Debug, Error)]
pub enum SourceError {
    /// The file could not be opened.
    #[error("cannot open {path}")]
    Open {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// A folder, or something else that is no file.
    #[error("{path} is a directory where a file is expected; name the files in it")]
    Directory {
        /// The folder.
        path: PathBuf,
    },
    /// Nothing in it.
    #[error("empty file: {name} holds no bytes")]
    Empty {
        /// The source.
        name: String,
    },
    /// A compressed file without its end. The rows before the cut have been handed over.
    #[error(
        "{name} is cut short: its {compression} data ends at byte {byte} in the middle of the stream; fetch the file again"
    )]
    Cut {
        /// The source.
        name: String,
        /// `gzip` or `zstd`.
        compression: &'static str,
        /// Compressed bytes there are.
        byte: u64,
    },
    /// Reading failed in the middle. The rows before have been handed over.
    #[error("cannot read {name} beyond byte {byte}")]
    Read {
        /// The source.
        name: String,
        /// Bytes of the file read before.
        byte: u64,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// No format of that name.
    #[error("unknown format `{name}`; the formats are {}", known.join(", "))]
    UnknownFormat {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<&'static str>,
    },
    /// No encoding of that name.
    #[error("unknown encoding `{name}`; use a name such as utf-8, utf-16le, windows-1252, windows-1251, iso-8859-2")]
    UnknownEncoding {
        /// What was asked for.
        name: String,
    },
    /// Something a reader of that format cannot take.
    #[error("{name} is not {expected}: {reason}")]
    NotThisFormat {
        /// The source.
        name: String,
        /// The format.
        expected: &'static str,
        /// What stands there instead, and the mend.
        reason: String,
    },
    /// The first line is no header.
    #[error("{name} has no header: {reason}; the first line must name the columns")]
    Header {
        /// The source.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A role without a column.
    #[error("no column for the {role}: name it with {option}{}; the columns are {}", hint(suggestion.as_deref()), list(columns))]
    MissingColumn {
        /// The role: customer, event or time.
        role: &'static str,
        /// The option that names the column.
        option: &'static str,
        /// The columns there are.
        columns: Vec<String>,
        /// A column whose name is near to a usual one.
        suggestion: Option<String>,
    },
    /// A column that was named and is not there.
    #[error("no column `{column}` ({option}){}; the columns are {}", hint(suggestion.as_deref()), list(columns))]
    UnknownColumn {
        /// What was asked for.
        column: String,
        /// The option that named it.
        option: &'static str,
        /// The columns there are.
        columns: Vec<String>,
        /// The nearest name.
        suggestion: Option<String>,
    },
    /// A role whose column occurs more than once.
    #[error(
        "column `{column}` occurs {count} times, so which of them is the {role} is unclear; rename one in the header"
    )]
    AmbiguousColumn {
        /// The name.
        column: String,
        /// Its role.
        role: &'static str,
        /// How often it occurs.
        count: usize,
    },
    /// No time format fits the first rows.
    #[error("cannot tell how times are written in column `{column}`: {reason}; give --time-format")]
    UnknownTime {
        /// The time column.
        column: String,
        /// Why.
        reason: String,
    },
    /// A time format that was given and cannot be used.
    #[error("--time-format `{format}`: {reason}")]
    TimeFormat {
        /// The format.
        format: String,
        /// Why.
        reason: String,
    },
    /// A column of a type that cannot play its role.
    #[error("column `{column}` is of type {found}, which cannot be the {role}")]
    ColumnType {
        /// The column.
        column: String,
        /// Its role.
        role: &'static str,
        /// Its type in the file.
        found: String,
    },
    /// XML that is not well formed.
    #[error("{name} is not well-formed XML at line {line}, byte {byte}: {reason}")]
    Xml {
        /// The source.
        name: String,
        /// Line, from 1.
        line: u64,
        /// Byte of the uncompressed text.
        byte: u64,
        /// What the parser says.
        reason: String,
    },
    /// Parquet that does not decode.
    #[error("cannot decode {name} as Parquet")]
    Parquet {
        /// The source.
        name: String,
        /// Why.
        #[source]
        cause: parquet::errors::ParquetError,
    },
    /// Columns that do not convert.
    #[error("cannot convert the columns of {name}")]
    Arrow {
        /// The source.
        name: String,
        /// Why.
        #[source]
        cause: arrow::error::ArrowError,
    },
}

fn hint(suggestion: Option<&str>) -> String {
    suggestion.map_or_else(String::new, |name| format!(" (perhaps `{name}`)"))
}

/// Names of columns, shortened where there are very many.
fn list(columns: &[String]) -> String {
    const SHOWN: usize = 40;
    let mut names: Vec<String> = columns.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    if columns.len() > SHOWN {
        names.push(format!("and {} more", columns.len() - SHOWN));
    }
    names.join(", ")
}
