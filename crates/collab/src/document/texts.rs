//! Texts of a document: one Y.Text for each language, and flags for those that are there but empty.

use std::collections::BTreeMap;

use kelias_map::{Language, Text};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use yrs::types::text::TextRef;
use yrs::{Text as _, TransactionMut};

use super::pull::{Record, Value, text_of};

/// Pairs of characters that may be compared to find the fewest edits; beyond it a changed part is replaced as a whole.
const MAX_COMPARED: usize = 1 << 22;

/// A text: `name` is that of its Y.Texts, `flag` that of its flags, both up to the language.
pub(super) fn read(
    texts: &BTreeMap<String, String>,
    name: &str,
    values: &Record,
    flag: &str,
    map_language: &Language,
) -> Option<Text> {
    let mut plain: Option<String> = None;
    let mut by_language: BTreeMap<Language, String> = BTreeMap::new();
    let kept = tagged(values, flag).filter(|(_, value)| matches!(value, Value::Flag(true)));
    let kept = kept.map(|(tag, _)| (tag, ""));
    let written = tagged(texts, name).map(|(tag, text)| (tag, text.as_str()));
    for (tag, text) in kept.chain(written) {
        if tag.is_empty() {
            plain = Some(text.to_owned());
        } else if let Ok(language) = Language::new(tag)
            && language.as_str() == tag
        {
            by_language.insert(language, text.to_owned());
        }
    }
    if by_language.is_empty() {
        return plain.map(Text::Plain);
    }
    if let Some(plain) = plain {
        let own = by_language.entry(map_language.clone()).or_default();
        if !own.is_empty() && !plain.is_empty() {
            own.push('\n');
        }
        own.push_str(&plain);
    }
    Some(Text::ByLanguage(by_language))
}

/// The entries of a table whose keys are `name`, `@` and a language.
fn tagged<'t, V>(table: &'t BTreeMap<String, V>, name: &str) -> impl Iterator<Item = (&'t str, &'t V)> {
    let prefix = format!("{name}@");
    table
        .range(prefix.clone()..)
        .map_while(move |(key, value)| key.strip_prefix(prefix.as_str()).map(|language| (language, value)))
}

/// Writes a text that is there.
pub(super) fn write(
    text: &Text,
    is_required: bool,
    texts: &mut BTreeMap<String, String>,
    name: &str,
    values: &mut Record,
    flag: &str,
) {
    let mut put = |tag: &str, text: &str, is_required: bool| {
        if !text.is_empty() {
            texts.insert(format!("{name}@{tag}"), text.to_owned());
        } else if !is_required {
            values.insert(format!("{flag}@{tag}"), Value::Flag(true));
        }
    };
    match text {
        Text::Plain(text) => put("", text, is_required),
        Text::ByLanguage(texts) => {
            for (language, text) in texts {
                put(language.as_str(), text, false);
            }
        }
    }
}

/// Changes a Y.Text into `target` by the characters in which they differ.
pub(super) fn edit(text: &TextRef, transaction: &mut TransactionMut<'_>, target: &str) {
    let current = text_of(text, transaction);
    let length = text.len(transaction);
    if length != units(&current) {
        // Embedded objects stand between the characters and have no place in a text of a map.
        text.remove_range(transaction, 0, length);
        text.insert(transaction, 0, target);
        return;
    }
    let old: Vec<char> = current.chars().collect();
    let new: Vec<char> = target.chars().collect();
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tails = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = tails.take_while(|(a, b)| a == b).count();
    let (old_part, new_part) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut at = old[..start].iter().map(|c| c.len_utf16() as u32).sum();
    if old_part.len().saturating_mul(new_part.len()) > MAX_COMPARED {
        replace(text, transaction, &mut at, old_part, new_part);
        return;
    }
    for operation in capture_diff_slices(Algorithm::Myers, old_part, new_part) {
        let (tag, old_range, new_range) = operation.as_tag_tuple();
        let old = &old_part[old_range];
        match tag {
            DiffTag::Equal => at += width(old),
            _ => replace(text, transaction, &mut at, old, &new_part[new_range]),
        }
    }
}

fn replace(text: &TextRef, transaction: &mut TransactionMut<'_>, at: &mut u32, old: &[char], new: &[char]) {
    if !old.is_empty() {
        text.remove_range(transaction, *at, width(old));
    }
    if !new.is_empty() {
        text.insert(transaction, *at, &new.iter().collect::<String>());
        *at += width(new);
    }
}

/// How alike two texts are: 1 where they are equal, 0 where they have nothing in common.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    // Words are enough to tell whether a card was reworded or replaced.
    let (one, other) = (words(one), words(other));
    if one.len().saturating_mul(other.len()) > MAX_COMPARED {
        return 0.0;
    }
    let same: usize = capture_diff_slices(Algorithm::Myers, &one, &other)
        .iter()
        .filter(|operation| operation.tag() == DiffTag::Equal)
        .map(|operation| operation.old_range().len())
        .sum();
    let all = one.len() + other.len();
    if all == 0 { 1.0 } else { 2.0 * same as f64 / all as f64 }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn width(characters: &[char]) -> u32 {
    characters.iter().map(|c| c.len_utf16() as u32).sum()
}

fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}
