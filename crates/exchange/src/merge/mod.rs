//! Bringing two states of a map together that both come from a third.

mod apart;
mod assemble;
mod fields;
mod repair;
mod survivors;
mod text;

use std::collections::{BTreeMap, HashMap, HashSet};

use kelias_map::Map;

use crate::align::align;
use crate::order;
use crate::records::{Container, Key, Record, Records};

/// Brings `ours` and `theirs` together, which both come from `base`.
///
/// * What one side added, removed, moved or changed is so in the result.
/// * Texts that both sides changed are merged word by word; lists keep the moves of both sides.
/// * What one side removed and the other changed is kept, with all that was removed with it.
/// * Where one value was changed on both sides, ours counts.
/// * Where both sides gave the same id to different things, theirs gets another id.
///
/// The result is a valid map whenever the three are. Where nothing conflicts it does not matter
/// which side is ours.
#[must_use]
pub fn merge(base: &Map, ours: &Map, theirs: &Map) -> Map {
    let from = Records::of(base);
    let us = align(&from, Records::of(ours));
    let them = apart::keep_apart(&from, &us, align(&from, Records::of(theirs)));
    let sides = Sides { base: &from, ours: &us, theirs: &them };
    let languages = fields::Languages { base: &base.language, ours: &ours.language, theirs: &theirs.language };
    let alive = survivors::survivors(&sides);
    let records: HashMap<Key, Record> =
        sides.keys(&alive).map(|key| (key.clone(), sides.record(key, &languages))).collect();
    let merged = assemble::assemble(&records, &sides.lists(&alive, &records));
    repair::repair(merged, [ours, theirs, base])
}

/// The three states as records under common keys.
struct Sides<'r> {
    base: &'r Records,
    ours: &'r Records,
    theirs: &'r Records,
}

impl<'r> Sides<'r> {
    /// The keys among `alive`, in a fixed order.
    fn keys<'a>(&self, alive: &'a HashSet<&'r Key>) -> impl Iterator<Item = &'r Key> + use<'a, 'r> {
        let ours = self.ours;
        let theirs = self.theirs.iter().filter(move |record| !ours.has(&record.key));
        ours.iter().chain(theirs).map(|record| &record.key).filter(move |key| alive.contains(key))
    }

    /// The record as both sides want it.
    fn record(&self, key: &Key, languages: &fields::Languages<'_>) -> Record {
        let base = self.base.get(key);
        match (self.ours.get(key), self.theirs.get(key)) {
            (Some(ours), Some(theirs)) => {
                let is_ours = base.is_none_or(|base| base.container != ours.container);
                let container = if is_ours { &ours.container } else { &theirs.container };
                let fields =
                    fields::merge(key.what, base.map(|base| &base.fields), &ours.fields, &theirs.fields, languages);
                Record { key: key.clone(), container: container.clone(), fields }
            }
            (Some(record), None) | (None, Some(record)) => record.clone(),
            (None, None) => unreachable!("only what a side has is asked for"),
        }
    }

    /// What stands in each list, in order.
    fn lists(&self, alive: &HashSet<&'r Key>, records: &HashMap<Key, Record>) -> BTreeMap<Container, Vec<Key>> {
        let mut members: BTreeMap<Container, HashSet<&Key>> = BTreeMap::new();
        for key in self.keys(alive) {
            if let Some(container) = &records[key].container {
                members.entry(container.clone()).or_default().insert(key);
            }
        }
        let ordered = members.into_iter().map(|(container, members)| {
            let [base, ours, theirs] = [self.base, self.ours, self.theirs].map(|side| side.list(&container));
            let keys = order::merge(base, ours, theirs, |key| members.contains(key));
            (container, keys)
        });
        ordered.collect()
    }
}
