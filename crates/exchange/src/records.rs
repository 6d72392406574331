//! A map taken apart into records: flat, each with its key, where it stands and its values.

use std::collections::{BTreeMap, HashMap};

use kelias_map::{Language, Map, Text};
use serde_json::Value;

use crate::change::What;
use crate::shape::{Children, Form, HEAD_TABLES, Target, children, reference};

/// What tells a record from others of its map, and finds it again in another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key {
    pub what: What,
    /// The id where the record has one; else what it is made of.
    pub id: String,
}

impl Key {
    pub(crate) fn new(what: What, id: impl Into<String>) -> Self {
        Self { what, id: id.into() }
    }

    pub(crate) fn map() -> Self {
        Self::new(What::Map, "")
    }
}

/// A list that records stand in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Container {
    /// Whose list it is.
    pub parent: Key,
    /// The key of the map format.
    pub list: &'static str,
    /// Of cells: the lane; of emotions: the persona.
    pub row: Option<Key>,
}

pub(crate) type Fields = BTreeMap<String, Value>;

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    pub key: Key,
    /// None for the map itself.
    pub container: Option<Container>,
    pub fields: Fields,
}

impl Record {
    /// What the record is part of: with any of these it goes.
    pub(crate) fn owners(&self) -> impl Iterator<Item = &Key> {
        self.container.iter().flat_map(|container| std::iter::once(&container.parent).chain(&container.row))
    }

    /// The title, name or text.
    pub(crate) fn title(&self) -> Option<Text> {
        let keys = ["title", "name", "text", "tag", "word"];
        let value = keys.into_iter().find_map(|key| self.fields.get(key))?;
        serde_json::from_value(value.clone()).ok()
    }

    /// The records that one of its values refers to.
    pub(crate) fn references(&self, key: &str) -> Vec<Key> {
        let Some((target, value)) = reference(self.key.what, key).zip(self.fields.get(key)) else {
            return Vec::new();
        };
        names(value)
            .flat_map(|name| match target {
                Target::One(what) => vec![Key::new(what, name)],
                Target::Place => place_keys(name).to_vec(),
                Target::Lift => name.split(" > ").flat_map(place_keys).collect(),
            })
            .collect()
    }

    /// The places a transition or a target cannot be without.
    pub(crate) fn ends(&self) -> Vec<Key> {
        match self.key.what {
            What::Transition => [self.references("from"), self.references("to")].concat(),
            What::Target => self.references("step"),
            _ => Vec::new(),
        }
    }
}

/// A place is a stage or a step: they share one space of ids.
fn place_keys(id: &str) -> [Key; 2] {
    [Key::new(What::Stage, id), Key::new(What::Step, id)]
}

/// The texts of a value that is one or a list of them.
pub(crate) fn names(value: &Value) -> impl Iterator<Item = &str> {
    let (one, many) = match value {
        Value::Array(list) => (None, list.as_slice()),
        other => (Some(other), [].as_slice()),
    };
    one.into_iter().chain(many).filter_map(Value::as_str)
}

/// A map as records.
#[derive(Debug, Clone, Default)]
pub(crate) struct Records {
    /// Keys in the order in which the map is read.
    order: Vec<Key>,
    by_key: HashMap<Key, Record>,
    lists: HashMap<Container, Vec<Key>>,
    /// How often a key was wanted that was taken already.
    repeats: HashMap<Key, u64>,
}

impl Records {
    pub(crate) fn of(map: &Map) -> Self {
        let mut tree = serde_json::to_value(map).expect("the keys of a map's tables are strings");
        for (table, _) in HEAD_TABLES {
            if let Some(Value::Object(values)) = tree.as_object_mut().and_then(|head| head.remove(table)) {
                tree.as_object_mut().expect("a map is a table").extend(values);
            }
        }
        let mut taker = Taker {
            records: Self::default(),
            lanes: ranks(map.lanes.iter().map(|lane| lane.id.as_str())),
            personas: ranks(map.personas.iter().map(|persona| persona.id.as_str())),
        };
        taker.take(Key::map(), None, tree);
        taker.records
    }

    /// Records in the order in which the map is read.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Record> {
        self.order.iter().map(|key| &self.by_key[key])
    }

    /// The language of the map.
    pub(crate) fn language(&self) -> Language {
        let tag = self.get(&Key::map()).and_then(|head| head.fields.get("language")?.as_str());
        tag.and_then(|tag| Language::new(tag).ok()).unwrap_or_else(Language::english)
    }

    pub(crate) fn get(&self, key: &Key) -> Option<&Record> {
        self.by_key.get(key)
    }

    pub(crate) fn has(&self, key: &Key) -> bool {
        self.by_key.contains_key(key)
    }

    /// The keys that stand in a list, in order.
    pub(crate) fn list(&self, container: &Container) -> &[Key] {
        self.lists.get(container).map_or(&[], Vec::as_slice)
    }

    /// The same records under other keys, which `renamed` gives; what it changes in values is up to it.
    pub(crate) fn rekeyed(self, mut renamed: impl FnMut(Record) -> Record) -> Self {
        let mut records = Self::default();
        let Self { order, mut by_key, .. } = self;
        for key in order {
            let record = by_key.remove(&key).expect("every key in the order has its record");
            records.push(renamed(record));
        }
        records
    }

    /// Adds a record behind the others of its list, under a key that is still free.
    fn push(&mut self, mut record: Record) -> Key {
        while self.by_key.contains_key(&record.key) {
            let repeats = self.repeats.entry(record.key.clone()).or_insert(1);
            *repeats += 1;
            record.key.id = format!("{}#{repeats}", record.key.id);
        }
        let key = record.key.clone();
        if let Some(container) = &record.container {
            self.lists.entry(container.clone()).or_default().push(key.clone());
        }
        self.order.push(key.clone());
        self.by_key.insert(key.clone(), record);
        key
    }
}

fn ranks<'m>(ids: impl Iterator<Item = &'m str>) -> HashMap<&'m str, usize> {
    ids.enumerate().map(|(rank, id)| (id, rank)).collect()
}

struct Taker<'m> {
    records: Records,
    lanes: HashMap<&'m str, usize>,
    personas: HashMap<&'m str, usize>,
}

impl Taker<'_> {
    fn take(&mut self, key: Key, container: Option<Container>, value: Value) {
        let mut fields: Fields = match value {
            Value::Object(fields) => fields.into_iter().collect(),
            _ => Fields::new(),
        };
        let held: Vec<_> = children(key.what).iter().map(|children| (children, fields.remove(children.key))).collect();
        let key = self.records.push(Record { key, container, fields });
        for (children, value) in held {
            if let Some(value) = value {
                self.take_children(&key, children, value);
            }
        }
    }

    fn take_children(&mut self, parent: &Key, children: &Children, value: Value) {
        let container = |row| Container { parent: parent.clone(), list: children.key, row };
        match (children.form, value) {
            (Form::List, Value::Array(list)) => {
                list.into_iter().for_each(|value| self.take_one(children.what, container(None), value));
            }
            (Form::Cells, Value::Object(cells)) => {
                for (lane, list) in in_order(cells, &self.lanes) {
                    let container = container(Some(Key::new(What::Lane, lane)));
                    let Value::Array(list) = list else { continue };
                    list.into_iter().for_each(|value| self.take_one(children.what, container.clone(), value));
                }
            }
            (Form::ByPersona, Value::Object(table)) => {
                for (persona, value) in in_order(table, &self.personas) {
                    let key = Key::new(children.what, format!("{}/{persona}", parent.id));
                    self.take(key, Some(container(Some(Key::new(What::Persona, persona)))), value);
                }
            }
            (Form::One, value) => self.take(Key::new(children.what, parent.id.clone()), Some(container(None)), value),
            (Form::List | Form::Cells | Form::ByPersona, _) => {}
        }
    }

    fn take_one(&mut self, what: What, container: Container, value: Value) {
        let value = match (what, value) {
            (What::Tag, tag) => serde_json::json!({ "tag": tag }),
            (What::Item, value) if value.get("text").is_none() => serde_json::json!({ "text": value }),
            (_, value) => value,
        };
        let id = ["id", "tag"].into_iter().find_map(|key| value.get(key)?.as_str()).map(str::to_owned);
        // Until it is matched with a record of another map, what has no id goes by its number.
        let id = id.unwrap_or_else(|| self.records.order.len().to_string());
        self.take(Key::new(what, id), Some(container), value);
    }
}

/// The entries of a table in the order of what they name; what is not declared comes last.
fn in_order(table: serde_json::Map<String, Value>, ranks: &HashMap<&str, usize>) -> Vec<(String, Value)> {
    let mut entries: Vec<_> = table.into_iter().collect();
    entries.sort_by_key(|(id, _)| ranks.get(id.as_str()).copied().unwrap_or(usize::MAX));
    entries
}
