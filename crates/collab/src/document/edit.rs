//! Editing a document until it stands for another map.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kelias_map::{Map, MapId};
use yrs::{Any, Map as _, MapPrelim, MapRef, Out, TransactionMut, WriteTxn};

use super::pull::{Record, Records, Value};
use super::random::Random;
use super::shape::{EMOTIONS, HEAD, Table};
use super::{matching, read, texts, write};

/// Edits the document until it stands for `map`.
pub(super) fn rewrite(transaction: &mut TransactionMut<'_>, map: &Map, random: &mut dyn Random) {
    let before = Records::pull(transaction);
    let (current, current_keys) = read::read(&before, &map.id);
    let keys = matching::keys(map, &current, &current_keys, random);
    let target = write::write(map, &keys);
    // What the document holds but the map does not show, such as cards of a lane that draws, stays where it is.
    apply(transaction, &write::write(&current, &current_keys), &target);
    if !stands_for(transaction, map) {
        // Something of it came to light: then everything but the map goes.
        let present = Records::pull(transaction);
        apply(transaction, &present, &target);
    }
}

fn stands_for(transaction: &TransactionMut<'_>, map: &Map) -> bool {
    let id: &MapId = &map.id;
    read::read(&Records::pull(transaction), id).0 == *map
}

/// Makes the edits that lead from `present` to `target`.
fn apply(transaction: &mut TransactionMut<'_>, present: &Records, target: &Records) {
    let head = transaction.get_or_insert_map(HEAD);
    values(transaction, &head, &present.head, &target.head);
    let emotions = transaction.get_or_insert_map(EMOTIONS);
    values(transaction, &emotions, &present.emotions, &target.emotions);
    let none = BTreeMap::new();
    for table in Table::ALL {
        let rows = transaction.get_or_insert_map(table.name());
        let (old, new) = (present.tables.get(&table).unwrap_or(&none), target.tables.get(&table).unwrap_or(&none));
        for key in old.keys().filter(|key| !new.contains_key(*key)) {
            rows.remove(transaction, key);
        }
        for (key, record) in new {
            if let (Some(old), Some(Out::YMap(row))) = (old.get(key), rows.get(transaction, key)) {
                values(transaction, &row, old, record);
            } else {
                let prelim: MapPrelim = record.iter().map(|(name, value)| (name.as_str(), any(value))).collect();
                rows.insert(transaction, key.as_str(), prelim);
            }
        }
    }
    let names: BTreeSet<&String> = present.texts.keys().chain(target.texts.keys()).collect();
    for name in names {
        let (old, new) = (present.texts.get(name), target.texts.get(name));
        if old != new {
            let text = transaction.get_or_insert_text(name.as_str());
            texts::edit(&text, transaction, new.map_or("", String::as_str));
        }
    }
}

fn values(transaction: &mut TransactionMut<'_>, record: &MapRef, present: &Record, target: &Record) {
    for name in present.keys().filter(|name| !target.contains_key(*name)) {
        record.remove(transaction, name);
    }
    for (name, value) in target {
        if present.get(name) != Some(value) {
            record.insert(transaction, name.as_str(), any(value));
        }
    }
}

fn any(value: &Value) -> Any {
    match value {
        Value::Text(text) => Any::String(Arc::from(text.as_str())),
        Value::Number(number) => Any::from(*number),
        Value::Flag(flag) => Any::Bool(*flag),
        Value::List(list) => Any::Array(list.iter().map(|text| Any::String(Arc::from(text.as_str()))).collect()),
    }
}
