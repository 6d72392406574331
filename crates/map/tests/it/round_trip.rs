//! What is written is read again.

use kelias_map::{Format, Map, read_map, write_json, write_yaml};
use proptest::prelude::*;

use super::SAMPLE;
use super::generated::map;

fn read(text: &str, format: Format) -> Map {
    let parsed = read_map(text, format);
    let told = format!("{:#?}\n{text}", parsed.diagnostics);
    parsed.into_result().unwrap_or_else(|_| panic!("{told}"))
}

#[test]
fn the_canonical_form_of_the_sample() {
    let map = read(SAMPLE, Format::Yaml);
    let written = write_yaml(&map);
    insta::assert_snapshot!(written);
    assert_eq!(read(&written, Format::Yaml), map);
    assert_eq!(read(&write_json(&map), Format::Json), map);
}

#[test]
fn serde_reads_what_is_written() {
    let map = read(SAMPLE, Format::Yaml);
    assert_eq!(serde_json::from_str::<Map>(&write_json(&map)).unwrap(), map);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn yaml_holds_every_map(map in map()) {
        let written = write_yaml(&map);
        let again = read(&written, Format::Yaml);
        prop_assert_eq!(&again, &map);
        prop_assert_eq!(write_yaml(&again), written);
    }

    #[test]
    fn json_holds_every_map(map in map()) {
        let written = write_json(&map);
        let again = read(&written, Format::Json);
        prop_assert_eq!(&again, &map);
        prop_assert_eq!(write_json(&again), written);
    }

    #[test]
    fn another_reader_of_yaml_agrees(map in map()) {
        let by_yaml: serde_json::Value = serde_saphyr::from_str(&write_yaml(&map)).unwrap();
        // Compared as texts: serde_json reads a number to within one unit in its last place.
        let by_yaml = format!("{by_yaml:#}\n");
        prop_assert_eq!(by_yaml, write_json(&map));
    }
}
