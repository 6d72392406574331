//! The published description of the API, from which the page's client is generated.

use std::fs;
use std::path::PathBuf;

use kelias_server::openapi;
use serde_json::Value;

fn published() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web/openapi.json")
}

/// Run with `UPDATE_OPENAPI=1` to write the file anew.
#[test]
fn the_published_description_is_current() {
    let current = format!("{:#}\n", openapi());
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        fs::write(published(), &current).unwrap();
    }
    let stored = fs::read_to_string(published()).unwrap();
    assert!(stored == current, "run the tests with UPDATE_OPENAPI=1, then `npm run api` in web/");
}

#[test]
fn every_reference_leads_somewhere() {
    let document = openapi();
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 100, "{}", references.len());
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let document = openapi();
    let operations =
        document["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values());
    let mut names: Vec<&str> = operations.map(|operation| operation["operationId"].as_str().unwrap()).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get("$ref") {
                references.push(reference.clone());
            }
            object.values().for_each(|inner| collect(inner, references));
        }
        Value::Array(list) => list.iter().for_each(|inner| collect(inner, references)),
        _ => {}
    }
}
