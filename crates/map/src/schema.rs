//! The JSON Schema of a map.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::model::Map;

/// The JSON Schema (2020-12) of a map, generated from the types of the model.
#[must_use]
pub fn json_schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<Map>().to_value()
}
