//! Writing a map in its canonical form: the same map gives the same bytes.
//!
//! Keys stand in the order of the documentation, empty things and what a reader assumes anyway are
//! left out, cells follow the order of the lanes and emotions that of the personas.

mod scalar;
mod yaml;

use std::collections::HashMap;

use serde_json::{Map as Object, Value};

use crate::model::Map;

/// The map as YAML, texts in block style.
#[must_use]
pub fn write_yaml(map: &Map) -> String {
    yaml::document(&tree(map))
}

/// The map as JSON, indented, with a line break at the end.
#[must_use]
pub fn write_json(map: &Map) -> String {
    format!("{:#}\n", tree(map))
}

/// The map as a tree of keys and values in canonical order.
fn tree(map: &Map) -> Value {
    let mut tree = serde_json::to_value(map).expect("the keys of a map's tables are strings");
    let lanes = ranks(map.lanes.iter().map(|lane| lane.id.as_str()));
    let personas = ranks(map.personas.iter().map(|persona| persona.id.as_str()));
    for stage in children(&mut tree, "stages") {
        arrange(stage, &lanes, &personas);
        for step in children(stage, "steps") {
            arrange(step, &lanes, &personas);
        }
    }
    tree
}

type Ranks<'m> = HashMap<&'m str, usize>;

fn ranks<'m>(ids: impl Iterator<Item = &'m str>) -> Ranks<'m> {
    ids.enumerate().map(|(rank, id)| (id, rank)).collect()
}

fn children<'v>(value: &'v mut Value, key: &str) -> impl Iterator<Item = &'v mut Value> {
    let list = value.get_mut(key).and_then(Value::as_array_mut);
    list.into_iter().flatten()
}

fn arrange(place: &mut Value, lanes: &Ranks<'_>, personas: &Ranks<'_>) {
    for (key, ranks) in [("cells", lanes), ("emotion", personas)] {
        if let Some(Value::Object(table)) = place.get_mut(key) {
            let mut entries: Vec<_> = std::mem::take(table).into_iter().collect();
            // What is not declared comes last; the sort is stable and the entries came sorted.
            entries.sort_by_key(|(id, _)| ranks.get(id.as_str()).copied().unwrap_or(usize::MAX));
            *table = entries.into_iter().collect::<Object<_, _>>();
        }
    }
}
