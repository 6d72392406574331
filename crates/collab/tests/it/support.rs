//! What several tests need.

use kelias_map::{Format, Map, read_map};

const SAMPLE: &str = include_str!("../../../map/tests/it/sample.journey.yaml");

/// A map of every kind of thing.
pub(crate) fn sample() -> Map {
    read_map(SAMPLE, Format::Yaml).into_result().unwrap()
}
