//! Readers against files, good and bad.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod support;

mod csv;
mod json_lines;
mod mutations;
mod parquet;
mod real_data;
mod xes;
