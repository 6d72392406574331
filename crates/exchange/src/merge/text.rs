//! Texts that both sides changed, merged word by word.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use similar::{Algorithm, DiffOp, DiffableStr, capture_diff_slices};

use super::fields::Languages;

/// Above this many bytes a text is merged line by line: finding the words in common takes too long.
const LONG: usize = 100_000;

/// The text with the changes of both sides. A plain text stands for its map's language.
pub(super) fn merge(base: &Value, ours: &Value, theirs: &Value, languages: &Languages<'_>) -> Value {
    if let (Value::String(base), Value::String(ours), Value::String(theirs)) = (base, ours, theirs) {
        return Value::String(words(base, ours, theirs));
    }
    let before = by_language(base, languages.base.as_str());
    let us = by_language(ours, languages.ours.as_str());
    let them = by_language(theirs, languages.theirs.as_str());
    let all: BTreeSet<_> = us.keys().chain(them.keys()).collect();
    let merged: serde_json::Map<_, _> = all
        .into_iter()
        .filter_map(|language| {
            let sides = (before.get(language), us.get(language), them.get(language));
            Some(((*language).to_owned(), Value::String(one_language(sides)?)))
        })
        .collect();
    let is_plain = ours.is_string() || theirs.is_string();
    match merged.values().next() {
        None => ours.clone(),
        Some(only) if is_plain && merged.len() == 1 && merged.contains_key(languages.ours.as_str()) => only.clone(),
        Some(_) => Value::Object(merged),
    }
}

fn one_language((base, ours, theirs): (Option<&&str>, Option<&&str>, Option<&&str>)) -> Option<String> {
    match (base, ours, theirs) {
        (Some(base), Some(ours), Some(theirs)) => Some(words(base, ours, theirs)),
        (_, Some(ours), Some(_)) => Some((*ours).to_owned()),
        // Removed on one side: it stays only if the other changed it.
        (base, Some(one), None) | (base, None, Some(one)) => (base != Some(one)).then(|| (*one).to_owned()),
        (_, None, None) => None,
    }
}

fn by_language<'t>(text: &'t Value, plain: &'t str) -> BTreeMap<&'t str, &'t str> {
    match text {
        Value::String(text) => BTreeMap::from([(plain, text.as_str())]),
        Value::Object(texts) => {
            texts.iter().filter_map(|(language, text)| Some((language.as_str(), text.as_str()?))).collect()
        }
        _ => BTreeMap::new(),
    }
}

/// A string with the changes of both sides.
fn words(base: &str, ours: &str, theirs: &str) -> String {
    let is_long = [base, ours, theirs].iter().any(|text| text.len() > LONG);
    let [base, ours, theirs] =
        [base, ours, theirs].map(|text| if is_long { text.tokenize_lines() } else { text.tokenize_unicode_words() });
    let (in_ours, in_theirs) = (places(&base, &ours), places(&base, &theirs));
    let mut merged = String::new();
    let (mut from, mut our_from, mut their_from) = (0, 0, 0);
    for at in 0..=base.len() {
        let end = (at == base.len()).then_some((ours.len(), theirs.len()));
        let Some((our_at, their_at)) = end.or_else(|| in_ours[at].zip(in_theirs[at])) else { continue };
        let parts = (&base[from..at], &ours[our_from..our_at], &theirs[their_from..their_at]);
        merged.extend(between(parts));
        merged.extend(base.get(at).copied());
        (from, our_from, their_from) = (at + 1, our_at + 1, their_at + 1);
    }
    merged
}

/// Where each word of the base stands on a side, if it is still there.
fn places(base: &[&str], side: &[&str]) -> Vec<Option<usize>> {
    let mut places = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, base, side) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            (0..len).for_each(|at| places[old_index + at] = Some(new_index + at));
        }
    }
    places
}

/// What stands between two words that both sides left alone.
fn between<'t>((base, ours, theirs): (&[&'t str], &[&'t str], &[&'t str])) -> Vec<&'t str> {
    if ours == theirs || theirs == base {
        return ours.to_vec();
    }
    if ours == base {
        return theirs.to_vec();
    }
    match (around(base, ours), around(base, theirs)) {
        (Some((before, after)), Some((their_before, their_after))) => {
            [both(before, their_before), base.to_vec(), both(after, their_after)].concat()
        }
        (Some((before, after)), None) => [before, theirs, after].concat(),
        (None, Some((before, after))) => [before, ours, after].concat(),
        (None, None) if ours.is_empty() => theirs.to_vec(),
        (None, None) => ours.to_vec(),
    }
}

/// What a side wrote before and behind words that it left alone.
fn around<'w, 't>(base: &[&'t str], side: &'w [&'t str]) -> Option<(&'w [&'t str], &'w [&'t str])> {
    let behind = side.strip_prefix(base).map(|after| ([].as_slice(), after));
    behind.or_else(|| side.strip_suffix(base).map(|before| (before, [].as_slice())))
}

/// What both sides wrote at one spot, in an order that does not depend on which side is ours.
fn both<'t>(one: &[&'t str], other: &[&'t str]) -> Vec<&'t str> {
    if one == other {
        return one.to_vec();
    }
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    [first, second].concat()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_of_both_sides_survive() {
        for (base, ours, theirs, merged) in [
            ("pays by card", "pays fast by card", "pays by bank card", "pays fast by bank card"),
            ("pays by card", "pays by bank", "orders by card", "orders by bank"),
            ("pays", "pays now", "orders", "orders now"),
            ("pays", "she pays", "orders", "she orders"),
            ("pays", "pays now", "pays later", "pays later now"),
            ("pays", "pays now", "pays now", "pays now"),
            ("pays", "", "pays now", " now"),
            ("pays", "buys", "orders", "buys"),
            ("a b c d", "a c d", "a b c", "a c"),
            ("", "one", "two", "onetwo"),
        ] {
            assert_eq!(words(base, ours, theirs), merged, "{base:?} {ours:?} {theirs:?}");
            if merged != ours {
                assert_eq!(words(base, theirs, ours), merged, "{base:?} {theirs:?} {ours:?}");
            }
        }
    }
}
