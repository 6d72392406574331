//! The map as the API describes it: by the published JSON Schema of the format.

use std::borrow::Cow;

use serde_json::{Map as Object, Value};
use utoipa::openapi::{ObjectBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

macro_rules! stand_in {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )+};
}

stand_in! {
    /// Stands for a map in descriptions of routes. Its schema is put in by [`describe`].
    JourneyMap;
    /// Stands for a text of a map. Its schema is put in by [`describe`].
    JourneyText;
}

/// Puts the schema of the format among the components of an API's description: the map under its name, its parts
/// beside it with `Journey` before theirs.
pub(crate) fn describe(components: &mut Object<String, Value>) {
    let mut schema = kelias_map::json_schema();
    let root = schema.as_object_mut().expect("the schema of a map is an object");
    root.remove("$schema");
    root.remove("$id");
    let parts = root.remove("$defs").and_then(|parts| match parts {
        Value::Object(parts) => Some(parts),
        _ => None,
    });
    rename(&mut schema);
    components.insert(JourneyMap::name().into_owned(), schema);
    for (name, mut part) in parts.unwrap_or_default() {
        rename(&mut part);
        components.insert(component(&name), part);
    }
}

fn component(part: &str) -> String {
    format!("Journey{part}")
}

/// Makes references lead to the components.
fn rename(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                match inner {
                    Value::String(target) if key == "$ref" => {
                        if let Some(part) = target.strip_prefix("#/$defs/") {
                            *target = format!("#/components/schemas/{}", component(part));
                        }
                    }
                    inner => rename(inner),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(rename),
        _ => {}
    }
}
