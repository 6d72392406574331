//! Posters of many maps, looked at with the tools a reader would use: qpdf and the programs of poppler.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod content;
mod layout;
mod maps;
mod tools;
