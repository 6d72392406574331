//! Values that both sides have, brought together one by one.

use std::collections::{BTreeSet, HashMap};

use kelias_map::Language;
use serde_json::Value;

use super::text;
use crate::change::What;
use crate::order;
use crate::records::{Fields, names};
use crate::shape::{Kind, kind, together};

/// The languages of plain texts.
pub(super) struct Languages<'m> {
    pub base: &'m Language,
    pub ours: &'m Language,
    pub theirs: &'m Language,
}

/// The values as both sides want them.
pub(super) fn merge(
    what: What,
    base: Option<&Fields>,
    ours: &Fields,
    theirs: &Fields,
    languages: &Languages<'_>,
) -> Fields {
    let nothing = Fields::new();
    let base = base.unwrap_or(&nothing);
    let group = together(what);
    let group_is_ours = group.iter().any(|key| ours.get(*key) != base.get(*key));
    let keys: BTreeSet<_> = ours.keys().chain(theirs.keys()).collect();
    let merged = keys.into_iter().filter_map(|key| {
        let values = (base.get(key), ours.get(key), theirs.get(key));
        let value = match group.contains(&key.as_str()) {
            true if group_is_ours => values.1.cloned(),
            true => values.2.cloned(),
            false => one(kind(what, key), values, languages),
        };
        Some((key.clone(), value?))
    });
    merged.collect()
}

type Values<'v> = (Option<&'v Value>, Option<&'v Value>, Option<&'v Value>);

fn one(kind: Kind, (base, ours, theirs): Values<'_>, languages: &Languages<'_>) -> Option<Value> {
    if ours == theirs || theirs == base {
        return ours.cloned();
    }
    if ours == base {
        return theirs.cloned();
    }
    match (kind, base, ours, theirs) {
        (Kind::Text, Some(base), Some(ours), Some(theirs)) => Some(text::merge(base, ours, theirs, languages)),
        (Kind::Names, base, ours, theirs) => list(base, ours, theirs),
        // What one side cleared and the other changed is kept.
        (_, _, ours, theirs) => ours.or(theirs).cloned(),
    }
}

/// A list without what either side took out, with what either side put in.
fn list(base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    let [base, ours, theirs] = [base, ours, theirs].map(numbered);
    let is_member = |name: &(&str, usize)| {
        let (is_ours, is_theirs) = (ours.contains(name), theirs.contains(name));
        if base.contains(name) { is_ours && is_theirs } else { is_ours || is_theirs }
    };
    let merged = order::merge(&base, &ours, &theirs, is_member);
    (!merged.is_empty()).then(|| merged.into_iter().map(|(name, _)| name).collect())
}

/// The names with how often each stood before, so that none is there twice.
fn numbered(value: Option<&Value>) -> Vec<(&str, usize)> {
    let mut repeats: HashMap<&str, usize> = HashMap::new();
    let number = |name| {
        let repeat = repeats.entry(name).or_default();
        *repeat += 1;
        (name, *repeat)
    };
    value.into_iter().flat_map(names).map(number).collect()
}
