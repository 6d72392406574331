//! The options that say how a file of events is read.

use std::path::Path;

use chrono_tz::Tz;
use clap::Args;
use kelias_sources::{Columns, Format, ReadOptions, Wanted};
use miette::{Result, miette};

/// How files of events are read; what is left open is guessed and the guesses are reported.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Reading files")]
pub(crate) struct ReadArgs {
    /// Format of the file: auto, csv, tsv, jsonl, parquet or xes
    #[arg(long, value_name = "FORMAT", value_parser = format, default_value = "auto")]
    format: Format,
    /// Column with the customer (or whoever else travels): `user_id`; in JSON lines a path such as properties.user
    #[arg(long, value_name = "COLUMN")]
    customer: Option<String>,
    /// Column with the event's name
    #[arg(long, value_name = "COLUMN")]
    event: Option<String>,
    /// Column with the time of the event
    #[arg(long, value_name = "COLUMN")]
    time: Option<String>,
    /// Column with the source's own id of the event: rows with equal ids are one event
    #[arg(long, value_name = "COLUMN")]
    id_column: Option<String>,
    /// Column with the session
    #[arg(long, value_name = "COLUMN")]
    session: Option<String>,
    /// Column with the channel: web, mobile, store ...
    #[arg(long, value_name = "COLUMN")]
    channel: Option<String>,
    /// Channel of the events whose row names none
    #[arg(long, value_name = "NAME")]
    channel_value: Option<String>,
    /// Column with a score the customer gave
    #[arg(long, value_name = "COLUMN")]
    rating: Option<String>,
    /// Scale of the scores, such as 0-10 or 1-5, or the column that holds it
    #[arg(long, value_name = "SCALE|COLUMN")]
    rating_scale: Option<String>,
    /// Column with what the customer wrote
    #[arg(long, value_name = "COLUMN")]
    text: Option<String>,
    /// Column with another id of the same customer, by which travellers are joined; several with commas or repeated
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    link: Vec<String>,
    /// How times are written: a strftime pattern such as "%d.%m.%Y %H:%M", or the unit of numbers: s, ms, us, ns
    #[arg(long, value_name = "PATTERN|UNIT")]
    time_format: Option<String>,
    /// Time zone of times without an offset, such as Europe/Vilnius
    #[arg(long, value_name = "ZONE", value_parser = zone, default_value = "UTC")]
    time_zone: Tz,
    /// Character between the values of CSV; `tab` for a tab
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter)]
    delimiter: Option<u8>,
    /// Encoding of text files, such as windows-1251; UTF-8 and what a byte order mark says need none
    #[arg(long, value_name = "ENCODING")]
    encoding: Option<String>,
    /// What the lake calls the source; files that continue each other should share it [default: the file's name without its extensions]
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
}

impl ReadArgs {
    /// The options for one file, of which `wanted` is decoded.
    ///
    /// # Errors
    /// When the file's name gives no name for the source.
    pub(crate) fn options(&self, path: &Path, wanted: Wanted) -> Result<ReadOptions> {
        let source = match &self.source {
            Some(source) if source.trim().is_empty() => {
                return Err(miette!("--source is empty; give the source a name"));
            }
            Some(source) => source.clone(),
            None => stem(path)
                .ok_or_else(|| miette!("{} is no file name to call the source by; give --source", path.display()))?,
        };
        let columns = Columns {
            customer: self.customer.clone(),
            event: self.event.clone(),
            time: self.time.clone(),
            id: self.id_column.clone(),
            session: self.session.clone(),
            channel: self.channel.clone(),
            rating: self.rating.clone(),
            rating_scale: self.rating_scale.clone(),
            text: self.text.clone(),
            links: self.link.clone(),
        };
        Ok(ReadOptions {
            format: self.format,
            columns,
            time_format: self.time_format.clone(),
            time_zone: self.time_zone,
            delimiter: self.delimiter,
            encoding: self.encoding.clone(),
            source,
            wanted,
            channel_value: self.channel_value.clone(),
            ..ReadOptions::default()
        })
    }
}

/// The name of a file up to its first dot: `shop` for `exports/shop.csv.gz`.
fn stem(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let stem = name.trim_start_matches('.').split('.').next()?;
    (!stem.is_empty()).then(|| stem.to_owned())
}

fn format(name: &str) -> Result<Format, String> {
    name.parse().map_err(|error: kelias_sources::SourceError| error.to_string())
}

fn zone(name: &str) -> Result<Tz, String> {
    name.parse().map_err(|_| format!("`{name}` is no time zone; use a name such as Europe/Vilnius or UTC"))
}

fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(*byte),
        _ => Err(format!("`{text}` is no delimiter; give one ASCII character, or tab")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_called_by_its_file() {
        assert_eq!(stem(Path::new("exports/shop.csv.gz")).as_deref(), Some("shop"));
        assert_eq!(stem(Path::new(".hidden.csv")).as_deref(), Some("hidden"));
        assert_eq!(stem(Path::new("..")), None);
        let named = ReadArgs { source: Some("crm".to_owned()), ..ReadArgs::default() };
        assert_eq!(named.options(Path::new("x.csv"), Wanted::Core).unwrap().source, "crm");
    }

    #[test]
    fn delimiters_are_single_characters() {
        assert_eq!(delimiter(";"), Ok(b';'));
        assert_eq!(delimiter("tab"), Ok(b'\t'));
        assert!(delimiter("ab").is_err() && delimiter("\"").is_err() && delimiter("é").is_err());
    }
}
