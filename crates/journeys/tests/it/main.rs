//! Journeys from any order of events, in memory and in the index, held against a plain sort.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod index;
mod support;
mod views;
