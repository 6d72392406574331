//! Tests of the measured map.
#![expect(clippy::unwrap_used, reason = "what fails in a test fails the test")]

mod against_funnel;
mod ecom;
mod merging;
mod oracle;
mod random;
mod spec;
mod unknown;
