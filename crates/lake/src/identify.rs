//! Links that events tell of themselves: the identify and alias calls of analytics SDKs.

use arrow::array::{Array, ArrayRef, AsArray, StringArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Int32Type};
use serde_json::{Map, Value};

use crate::LakeError;
use crate::links::Link;

/// Names of events that say which ids are one traveller (Segment, RudderStack, PostHog, Mixpanel).
const NAMES: [&str; 7] = ["identify", "$identify", "alias", "$create_alias", "$merge_dangerously", "$merge", "$alias"];

/// Properties of such events that hold another id of the event's traveller.
const KEYS: [&str; 14] = [
    "anonymousId",
    "anonymous_id",
    "$anon_distinct_id",
    "$anon_id",
    "$identified_id",
    "previousId",
    "previous_id",
    "alias",
    "userId",
    "user_id",
    "$user_id",
    "distinct_id",
    "$distinct_id",
    "$distinct_ids",
];

/// The links in a batch's identify and alias events: the traveller and each id its properties name.
pub(crate) fn links_told(
    event: &ArrayRef,
    customer: &StringArray,
    properties: Option<&StringArray>,
) -> Result<Vec<Link>, LakeError> {
    let Some(properties) = properties else { return Ok(Vec::new()) };
    let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let event = cast(event, &dictionary)?;
    let event = event.as_dictionary::<Int32Type>();
    let telling: Vec<bool> =
        event.values().as_string::<i32>().iter().map(|name| name.is_some_and(|n| NAMES.contains(&n))).collect();
    if !telling.contains(&true) {
        return Ok(Vec::new());
    }
    let mut links = Vec::new();
    for (row, &key) in event.keys().values().iter().enumerate() {
        if telling[key as usize] && properties.is_valid(row) {
            // Readers write properties as JSON objects; what another hand wrote otherwise tells of no link.
            let told: Option<Map<String, Value>> = serde_json::from_str(properties.value(row)).ok();
            let ids = told.iter().flat_map(ids_in);
            links.extend(ids.map(|id| (customer.value(row).to_owned(), id)));
        }
    }
    Ok(links)
}

/// Ids at the top of an object and in its own `properties`, where PostHog has them.
fn ids_in(told: &Map<String, Value>) -> Vec<String> {
    let nested = told.get("properties").and_then(Value::as_object);
    let places = std::iter::once(told).chain(nested);
    places.flat_map(|place| KEYS.iter().filter_map(|key| place.get(*key))).flat_map(ids_of).collect()
}

/// A text or a number is an id, a list is several.
fn ids_of(value: &Value) -> Vec<String> {
    match value {
        Value::String(id) => vec![id.clone()],
        Value::Number(id) => vec![id.to_string()],
        Value::Array(ids) => ids.iter().flat_map(ids_of).collect(),
        _ => Vec::new(),
    }
}
