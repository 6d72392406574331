//! What a reader decided for itself.

use std::fmt;

/// Something the options left open and the reader decided, or a note on the source the user should see.
///
/// Shown with what it is about first: "time: column timestamp, format %Y-%m-%d %H:%M:%S, taken as UTC".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// What was decided: `customer`, `time`, `delimiter`, `encoding`, `compression` ...
    pub about: &'static str,
    /// The decision and, where it is not plain, its reason.
    pub decision: String,
}

impl Guess {
    pub(crate) fn new(about: &'static str, decision: impl Into<String>) -> Self {
        Self { about, decision: decision.into() }
    }
}

impl fmt::Display for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.about, self.decision)
    }
}
