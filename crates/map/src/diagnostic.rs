//! Diagnostics: what is wrong with a map file, where, and how to mend it.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The map cannot be used as it is.
    Error,
    /// The map can be used, but probably does not say what was meant.
    Warning,
}

/// A place in the text of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Bytes from the beginning of the file, the end not included.
    pub span: Range<usize>,
}

/// A problem of a map file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Stable name of the kind of problem, such as `unknown-lane-kind`.
    pub code: &'static str,
    /// What is wrong and how to mend it, for the maker of the map.
    pub message: String,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// The offending value as written, cut when long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// Whether the problem keeps the map from being used.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column, .. } = self.place;
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{line}:{column}: {severity}[{}]: {}", self.code, self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(f, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}

/// All problems of a map that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Diagnostics(pub Vec<Diagnostic>);

/// Turns byte offsets of a text into lines and columns.
pub(crate) struct Source<'s> {
    text: &'s str,
    line_starts: Vec<usize>,
}

impl<'s> Source<'s> {
    pub(crate) fn new(text: &'s str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { text, line_starts }
    }

    pub(crate) fn text(&self) -> &'s str {
        self.text
    }

    /// The place of a range of bytes; ends that fall into a character are moved before it.
    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.floor_char_boundary(span.end).max(start);
        let line = self.line_starts.partition_point(|at| *at <= start);
        let line_start = self.line_starts[line.saturating_sub(1)];
        Place { line, column: self.text[line_start..start].chars().count() + 1, span: start..end }
    }
}
