//! Tests of the analyses from outside.

mod catalogue;
mod funnel_brute;
mod funnel_clickhouse;
mod logs;
mod merging;
mod retention;
