//! Telling what was done to a map.

mod place;
mod values;

use std::collections::{BTreeSet, HashMap};

use kelias_map::Map;

use crate::align::align;
use crate::change::{Change, ChangeKind, What};
use crate::order;
use crate::records::{Key, Record, Records};
use place::{place, position};

/// What was done to come from one map to the other, in reading order.
///
/// There is no change if and only if the maps are equal. What was added or removed is told once,
/// with everything in it; of what was reordered only the fewest are told that must move.
#[must_use]
pub fn compare(before: &Map, after: &Map) -> Vec<Change> {
    let from = Records::of(before);
    let to = align(&from, Records::of(after));
    let moved = moved(&from, &to);
    let mut changes = Vec::new();
    for (record, is_gone) in reading_order(&from, &to) {
        let key = &record.key;
        match from.get(key) {
            Some(_) if is_gone => changes.extend(removed(record, &from, &to)),
            Some(earlier) => {
                if moved.contains(key) {
                    changes.push(Change {
                        from: Some(position(earlier, &from, place(earlier, &from))),
                        place: position(record, &to, place(record, &to)),
                        ..change(ChangeKind::Moved, record, &to)
                    });
                }
                let languages = (&before.language, &after.language);
                changes.extend(values::changes((earlier, &from), (record, &to), languages));
            }
            None => changes.extend(added(record, &from, &to)),
        }
    }
    changes
}

/// A change of a record, without the values.
fn change(kind: ChangeKind, record: &Record, records: &Records) -> Change {
    let named = matches!(record.fields.get("id"), Some(serde_json::Value::String(_)));
    Change {
        kind,
        what: record.key.what,
        id: named.then(|| record.fields["id"].as_str().unwrap_or_default().to_owned()),
        title: record.title(),
        place: place(record, records),
        from: None,
        field: None,
        language: None,
        before: None,
        after: None,
        steps: 0,
        cards: 0,
    }
}

/// The records of both maps as they are read: what is gone stands behind what it stood behind.
fn reading_order<'r>(from: &'r Records, to: &'r Records) -> Vec<(&'r Record, bool)> {
    let mut gone: HashMap<&Key, Vec<&Record>> = HashMap::new();
    let head = Key::map();
    let mut last = &head;
    for record in from.iter() {
        if to.has(&record.key) {
            last = &record.key;
        } else {
            gone.entry(last).or_default().push(record);
        }
    }
    let with_gone = |record: &'r Record| {
        let gone = gone.remove(&record.key).into_iter().flatten().map(|record| (record, true));
        std::iter::once((record, false)).chain(gone)
    };
    to.iter().flat_map(with_gone).collect()
}

/// What stands in another list, and the fewest that must move within their own.
fn moved(from: &Records, to: &Records) -> BTreeSet<Key> {
    let mut moved = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for record in to.iter() {
        let Some(earlier) = from.get(&record.key) else { continue };
        if earlier.container != record.container {
            moved.insert(record.key.clone());
        }
        if let Some(container) = &record.container
            && seen.insert(container)
        {
            moved.extend(order::moved(from.list(container), to.list(container)));
        }
    }
    moved
}

fn added(record: &Record, from: &Records, to: &Records) -> Option<Change> {
    // An owner that is new brings what is in it.
    if record.owners().any(|owner| !from.has(owner)) {
        return None;
    }
    let (steps, cards) = brought(record, to, from);
    let value = values::whole(record);
    Some(Change { steps, cards, after: value, ..change(ChangeKind::Added, record, to) })
}

fn removed(record: &Record, from: &Records, to: &Records) -> Option<Change> {
    // A place takes with it the ways and targets that named it.
    let ends = record.ends();
    let end_is_gone = |end: &Key| from.has(end) && !to.has(end);
    if record.owners().any(|owner| !to.has(owner)) || ends.iter().any(end_is_gone) {
        return None;
    }
    let (steps, cards) = brought(record, from, to);
    let value = values::whole(record);
    Some(Change { steps, cards, before: value, ..change(ChangeKind::Removed, record, from) })
}

/// How many steps and cards come or go with a record: those in it that the other map lacks.
fn brought(record: &Record, here: &Records, there: &Records) -> (usize, usize) {
    if !matches!(record.key.what, What::Stage | What::Step | What::Lane) {
        return (0, 0);
    }
    let mut within = BTreeSet::from([&record.key]);
    let (mut steps, mut cards) = (0, 0);
    for part in here.iter().filter(|part| !there.has(&part.key)) {
        if part.owners().any(|owner| within.contains(owner)) {
            within.insert(&part.key);
            steps += usize::from(part.key.what == What::Step);
            cards += usize::from(part.key.what == What::Item);
        }
    }
    (steps, cards)
}
