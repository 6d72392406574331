//! Putting records together to a map.

use std::collections::{BTreeMap, HashMap};

use kelias_map::Map;
use serde_json::{Map as Object, Value};

use crate::change::What;
use crate::records::{Container, Key, Record};
use crate::shape::{Form, HEAD_TABLES, children};

/// The map of these records, which stand in these lists.
pub(super) fn assemble(records: &HashMap<Key, Record>, lists: &BTreeMap<Container, Vec<Key>>) -> Map {
    let mut held: HashMap<&Key, Vec<_>> = HashMap::new();
    for (container, keys) in lists {
        held.entry(&container.parent).or_default().push((container, keys));
    }
    let mut tree = Assembler { records, held }.value(&Key::map());
    let root = tree.as_object_mut().expect("a map is a table");
    for (table, keys) in HEAD_TABLES {
        let values: Object<_, _> = keys.iter().filter_map(|key| root.remove_entry(*key)).collect();
        if !values.is_empty() {
            root.insert(table.to_owned(), Value::Object(values));
        }
    }
    serde_json::from_value(tree).expect("each value stood under its key in one of the maps")
}

struct Assembler<'r> {
    records: &'r HashMap<Key, Record>,
    held: HashMap<&'r Key, Vec<(&'r Container, &'r Vec<Key>)>>,
}

impl Assembler<'_> {
    fn value(&self, key: &Key) -> Value {
        let fields = &self.records[key].fields;
        if key.what == What::Tag {
            return fields.get("tag").cloned().unwrap_or_default();
        }
        let mut object: Object<_, _> = fields.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        for children in children(key.what) {
            let lists = self.held.get(key).into_iter().flatten().filter(|(list, _)| list.list == children.key);
            for (container, keys) in lists {
                let mut values = keys.iter().map(|key| self.value(key));
                let row = container.row.as_ref().map(|row| row.id.clone());
                match (children.form, row) {
                    (Form::Cells, Some(lane)) => put(&mut object, children.key, lane, values.collect()),
                    (Form::ByPersona, Some(persona)) => {
                        values.for_each(|value| put(&mut object, children.key, persona.clone(), value));
                    }
                    (Form::One, _) => {
                        object.extend(values.next().map(|value| (children.key.to_owned(), value)));
                    }
                    (Form::List | Form::Cells | Form::ByPersona, _) => {
                        object.insert(children.key.to_owned(), values.collect());
                    }
                }
            }
        }
        Value::Object(object)
    }
}

/// Puts an entry into the table under a key.
fn put(object: &mut Object<String, Value>, table: &str, key: String, value: Value) {
    let table = object.entry(table).or_insert_with(|| Value::Object(Object::new()));
    table.as_object_mut().expect("made a table above").insert(key, value);
}
