//! Telling which values of a record changed.

use std::collections::{BTreeMap, BTreeSet};

use kelias_map::{Language, Text};
use serde_json::Value;

use super::{change, place::named};
use crate::change::{Change, ChangeKind, What};
use crate::records::{Key, Record, Records, names};
use crate::shape::{Kind, default_value, kind, reference};

type Side<'r> = (&'r Record, &'r Records);

/// The changes of a record's values, in the order of their keys.
pub(super) fn changes(before: Side<'_>, after: Side<'_>, languages: (&Language, &Language)) -> Vec<Change> {
    let keys: BTreeSet<&String> = before.0.fields.keys().chain(after.0.fields.keys()).collect();
    let changed = keys.into_iter().filter(|key| before.0.fields.get(*key) != after.0.fields.get(*key));
    let told = changed.flat_map(|key| match kind(after.0.key.what, key) {
        Kind::Text => texts(key, before.0, after, languages),
        Kind::Names | Kind::Value => vec![value(key, before, after)],
    });
    told.collect()
}

/// What stands for the whole of a record that has no title: the emotion claimed, the value wanted.
pub(super) fn whole(record: &Record) -> Option<String> {
    let keys: &[&str] = match record.key.what {
        What::Emotion => &["claimed"],
        What::Target => &["at-least", "at-most"],
        What::Binding => &["events"],
        _ => &[],
    };
    keys.iter().find_map(|key| record.fields.get(*key)).map(written)
}

/// One change for each language in which the text is another.
fn texts(key: &str, before: &Record, (after, records): Side<'_>, languages: (&Language, &Language)) -> Vec<Change> {
    let [was, is] = [before, after].map(|record| record.fields.get(key));
    let told = |kind| Change { field: Some(key.to_owned()), ..change(kind, after, records) };
    let is_table = [was, is].into_iter().flatten().any(Value::is_object);
    if !is_table {
        return vec![Change { before: was.map(written), after: is.map(written), ..told(ChangeKind::Reworded) }];
    }
    let was_in = by_language(was, languages.0);
    let is_in = by_language(is, languages.1);
    let all: BTreeSet<_> = was_in.keys().chain(is_in.keys()).collect();
    let changed = all.into_iter().filter(|language| was_in.get(*language) != is_in.get(*language));
    let reworded: Vec<_> = changed
        .map(|language| Change {
            language: Some((*language).clone()),
            before: was_in.get(language).cloned(),
            after: is_in.get(language).cloned(),
            ..told(ChangeKind::Reworded)
        })
        .collect();
    if !reworded.is_empty() {
        return reworded;
    }
    // The words are the same: one map says in which language they are and the other leaves it to the reader.
    let language =
        |text: Option<&Value>, language: &Language| text.filter(|text| text.is_object()).map(|_| language.to_string());
    vec![Change {
        language: Some(languages.1.clone()),
        before: language(was, languages.0),
        after: language(is, languages.1),
        ..told(ChangeKind::Set)
    }]
}

fn by_language(text: Option<&Value>, plain: &Language) -> BTreeMap<Language, String> {
    match text.and_then(|text| serde_json::from_value(text.clone()).ok()) {
        Some(Text::Plain(text)) => BTreeMap::from([(plain.clone(), text)]),
        Some(Text::ByLanguage(texts)) => texts,
        None => BTreeMap::new(),
    }
}

fn value(key: &str, before: Side<'_>, after: Side<'_>) -> Change {
    let what = after.0.key.what;
    let [was, is] = [before, after].map(|(record, _)| record.fields.get(key));
    let felt = match (what, key, was.and_then(Value::as_f64), is.and_then(Value::as_f64)) {
        (What::Emotion, "claimed" | "wished", Some(was), Some(is)) if is > was => Some(ChangeKind::FeltBetter),
        (What::Emotion, "claimed" | "wished", Some(_), Some(_)) => Some(ChangeKind::FeltWorse),
        _ => None,
    };
    Change {
        field: Some(key.to_owned()),
        before: shown(key, before),
        after: shown(key, after),
        ..change(felt.unwrap_or(ChangeKind::Set), after.0, after.1)
    }
}

/// A value in words of the map: of references, the titles of what they name.
fn shown(key: &str, (record, records): Side<'_>) -> Option<String> {
    let what = record.key.what;
    let Some(value) = record.fields.get(key) else {
        return default_value(what, key).map(str::to_owned);
    };
    if reference(what, key).is_none() {
        return Some(written(value));
    }
    let language = records.language();
    let title = |key: &Key| records.get(key).map(|record| named(record).title.get(&language, &language).to_owned());
    let titles: Vec<_> = record.references(key).iter().filter_map(title).collect();
    let separator = if key == "lifts" { " > " } else { ", " };
    Some(titles.join(separator))
}

/// A value as a person would write it.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(_) => names(value).collect::<Vec<_>>().join(", "),
        Value::Object(texts) => texts.values().filter_map(Value::as_str).collect::<Vec<_>>().join(" / "),
        other => other.to_string(),
    }
}
