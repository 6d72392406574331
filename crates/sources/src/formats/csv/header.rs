//! The line that names the columns.

use super::records::{Next, Records};
use crate::error::SourceError;
use crate::json;

/// The columns of a file.
pub(super) struct Header {
    /// As written; one may occur several times.
    pub(super) names: Vec<String>,
    /// The keys of the properties, quoted: unique and never empty.
    pub(super) keys: Vec<String>,
}

impl Header {
    pub(super) fn read(records: &mut Records, source: &str) -> Result<Self, SourceError> {
        let wrong = |reason: String| SourceError::Header { name: source.to_owned(), reason };
        match records.next() {
            Next::Record { .. } => {}
            Next::Bad { reason, .. } => return Err(wrong(reason)),
            Next::End => {
                return Err(records.take_failure().unwrap_or_else(|| wrong("it has only empty lines".to_owned())));
            }
        }
        let fields = records.fields().map_err(wrong)?;
        let names: Vec<String> = (0..fields.len()).map(|i| fields.get(i).trim().to_owned()).collect();
        let keys = json::unique(&names).iter().map(|name| json::key(name)).collect();
        Ok(Self { names, keys })
    }

    /// When a column is missing and the first line holds numbers, it is probably data.
    pub(super) fn doubt(&self, error: SourceError, source: &str) -> SourceError {
        let number =
            self.names.iter().find(|name| name.contains(|c: char| c.is_ascii_digit()) && looks_like_data(name));
        match (error, number) {
            (SourceError::MissingColumn { .. }, Some(value)) => SourceError::Header {
                name: source.to_owned(),
                reason: format!("its first line holds `{value}`, which looks like data"),
            },
            (error, _) => error,
        }
    }
}

/// Digits with what stands between them in numbers, dates and times.
fn looks_like_data(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_digit() || b"-+:./ TZ".contains(&b))
}
