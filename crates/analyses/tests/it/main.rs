//! Tests of the analyses from outside.
#![expect(clippy::unwrap_used, reason = "what fails in a test fails the test")]

mod catalogue;
mod funnel_brute;
mod funnel_clickhouse;
mod logs;
mod merging;
mod retention;
mod specs;
