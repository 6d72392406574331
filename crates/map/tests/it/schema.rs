//! The published schema.

use std::fs;
use std::path::PathBuf;

use kelias_map::{Format, json_schema, read_map, templates, write_json};
use serde_json::Value;

use super::SAMPLE;

fn published() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schema/journey.schema.json")
}

fn problems(instance: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::new(&json_schema()).expect("the schema is a schema");
    let errors = validator.iter_errors(instance);
    errors.map(|error| format!("{} at {}", error, error.instance_path())).collect()
}

fn json_of(yaml: &str) -> Value {
    let map = read_map(yaml, Format::Yaml).into_result().expect("a good map");
    serde_json::from_str(&write_json(&map)).expect("what is written is JSON")
}

/// Run with `UPDATE_SCHEMA=1` to write the file anew.
#[test]
fn the_published_schema_is_current() {
    let current = format!("{:#}\n", json_schema());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::create_dir_all(published().parent().expect("the file is in a folder")).unwrap();
        fs::write(published(), &current).unwrap();
    }
    let stored = fs::read_to_string(published()).unwrap();
    assert_eq!(stored, current, "run the tests with UPDATE_SCHEMA=1");
}

#[test]
fn good_maps_validate() {
    assert_eq!(problems(&json_of(SAMPLE)), Vec::<String>::new());
    for template in templates() {
        assert_eq!(problems(&json_of(template.source)), Vec::<String>::new(), "{}", template.name);
    }
}

#[test]
fn bad_maps_do_not() {
    let good = json_of(SAMPLE);
    let spoilt = |path: &str, value: Value| {
        let mut map = good.clone();
        *map.pointer_mut(path).expect(path) = value;
        problems(&map).len()
    };
    for (path, value) in [
        ("/kelias", Value::from(2)),
        ("/id", "Not a slug".into()),
        ("/title", Value::from(1)),
        ("/title", serde_json::json!({ "english": "x" })),
        ("/lanes/0/kind", "texts".into()),
        ("/stages/0/steps/0/emotion/commuter/claimed", 7.into()),
        ("/stages/0/steps/0/barriers/0/criticality", 6.into()),
        ("/stages/0/steps/0/expected-time", "7 minutes".into()),
        ("/theme/accent", "red".into()),
        ("/stages/0", serde_json::json!({ "id": "a" })),
        ("/stages/0", serde_json::json!({ "id": "a", "title": "A", "color": "#000000" })),
        ("/targets/0", serde_json::json!({ "step": "search", "metric": "share" })),
    ] {
        assert!(spoilt(path, value) > 0, "{path}");
    }
}
