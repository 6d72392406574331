//! A lake on disk: what goes in, what comes out, what survives.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod imports;
mod journeys;
mod predicates;
mod support;
mod tables;
