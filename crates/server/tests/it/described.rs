//! What other crates answer, held against what the API's description says of it.

use kelias_exchange::compare;
use kelias_map::{Format, Map, read_map};
use kelias_server::openapi;
use serde_json::Value;

use crate::measuring::measured;

/// Every key of a value must be described, and every key that must be there is.
fn check(document: &Value, schema: &Value, value: &Value, path: &str) {
    let schema = resolve(document, schema);
    match value {
        Value::Object(object) => {
            let Some(properties) = schema["properties"].as_object() else { return };
            for (key, inner) in object {
                let described = properties.get(key).unwrap_or_else(|| panic!("{path}.{key} is not described"));
                check(document, described, inner, &format!("{path}.{key}"));
            }
            for required in schema["required"].as_array().into_iter().flatten() {
                assert!(object.contains_key(required.as_str().unwrap()), "{path} lacks {required}");
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| check(document, &schema["items"], inner, path)),
        Value::String(word) => {
            if let Some(words) = schema["enum"].as_array() {
                assert!(words.contains(&word.as_str().into()), "{path}: {word} is not among {words:?}");
            }
        }
        _ => {}
    }
}

/// The schema itself, where there is a reference to it, alone or beside null.
fn resolve<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    let chosen =
        schema["oneOf"].as_array().and_then(|list| list.iter().find(|one| one.get("$ref").is_some())).unwrap_or(schema);
    match chosen["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => chosen,
    }
}

fn component<'d>(document: &'d Value, name: &str) -> &'d Value {
    &document["components"]["schemas"][name]
}

#[test]
fn the_measured_map_is_described() {
    let document = openapi();
    let read: kelias_measure::Measured = serde_json::from_value(measured("shop")).unwrap();
    let value = serde_json::to_value(read).unwrap();
    check(&document, component(&document, "Measured"), &value, "measured");
    let described = component(&document, "MeasuredStep")["properties"].as_object().unwrap().len();
    assert_eq!(value["steps"][0].as_object().unwrap().len(), described);
}

#[test]
fn changes_are_described() {
    let document = openapi();
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let read = |name: &str| -> Map {
        let text = std::fs::read_to_string(examples.join(name)).unwrap();
        read_map(&text, Format::Yaml).into_result().unwrap()
    };
    // Two maps that have nothing in common differ in every way there is.
    let changes = compare(&read("coffee-shop.journey.yaml"), &read("childrens-clothes.journey.yaml"));
    assert!(changes.len() > 20, "{}", changes.len());
    for change in changes {
        check(&document, component(&document, "Change"), &serde_json::to_value(&change).unwrap(), "change");
    }
}
