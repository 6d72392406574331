//! Readers against files, good and bad.

mod support;

mod csv;
mod real_data;
