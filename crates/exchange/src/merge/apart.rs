//! Keeping apart what two sides made under the same id without knowing of each other.

use std::collections::HashMap;

use serde_json::Value;

use crate::change::What;
use crate::records::{Container, Key, Record, Records};
use crate::shape::{Target, reference};

/// `theirs`, where what they added under an id that we gave to something else has another id.
/// Something else is what is called differently.
pub(super) fn keep_apart(base: &Records, ours: &Records, theirs: Records) -> Records {
    let mut ids: HashMap<Key, String> = HashMap::new();
    for record in theirs.iter().filter(|record| record.fields.contains_key("id") && !base.has(&record.key)) {
        let is_other = |ours: &Record| ours.title() != record.title();
        if record.key.what != What::Map && ours.get(&record.key).is_some_and(is_other) {
            let taken = |id: &str| {
                let keys = space(record.key.what).iter().map(|what| Key::new(*what, id));
                let is_given = ids.iter().any(|(key, given)| key.what == record.key.what && given == id);
                is_given || keys.into_iter().any(|key| [base, ours, &theirs].iter().any(|side| side.has(&key)))
            };
            ids.insert(record.key.clone(), free_id(&record.key.id, taken));
        }
    }
    if ids.is_empty() {
        return theirs;
    }
    theirs.rekeyed(|record| renamed(record, &ids))
}

/// Stages and steps share their ids.
fn space(what: What) -> &'static [What] {
    match what {
        What::Stage | What::Step => &[What::Stage, What::Step],
        What::Touchpoint => &[What::Touchpoint],
        What::Barrier => &[What::Barrier],
        What::Idea => &[What::Idea],
        What::Persona => &[What::Persona],
        What::Lane => &[What::Lane],
        _ => &[What::Evidence],
    }
}

/// The first of `id-2`, `id-3` and so on that is not taken; ids have at most 64 characters.
pub(super) fn free_id(id: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut numbered = (2_u32..).map(|number| {
        let end = format!("-{number}");
        let room = id.len().min(64 - end.len());
        format!("{}{end}", &id[..room])
    });
    numbered.find(|id| !taken(id)).expect("a map has fewer records than there are numbers")
}

fn renamed(mut record: Record, ids: &HashMap<Key, String>) -> Record {
    let id_of = |key: &Key| ids.get(key).cloned();
    if let Some(id) = id_of(&record.key) {
        record.fields.insert("id".to_owned(), Value::String(id.clone()));
        record.key.id = id;
    }
    if let Some(Container { parent, row, .. }) = &mut record.container {
        for key in std::iter::once(parent).chain(row) {
            if let Some(id) = id_of(key) {
                key.id = id;
            }
        }
    }
    // Emotions and bindings go by the ids of what they stand in.
    if let (What::Emotion, Some(Container { parent, row: Some(persona), .. })) = (record.key.what, &record.container) {
        record.key.id = format!("{}/{}", parent.id, persona.id);
    }
    if let (What::Binding, Some(container)) = (record.key.what, &record.container) {
        record.key.id.clone_from(&container.parent.id);
    }
    let what = record.key.what;
    for (key, value) in &mut record.fields {
        if let Some(target) = reference(what, key) {
            rename_in(value, target, &|what, id| ids.get(&Key::new(what, id)).cloned());
        }
    }
    record
}

fn rename_in(value: &mut Value, target: Target, id_of: &dyn Fn(What, &str) -> Option<String>) {
    let place = |id: &str| id_of(What::Stage, id).or_else(|| id_of(What::Step, id));
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| rename_in(value, target, id_of)),
        Value::String(text) => {
            let renamed = match target {
                Target::One(what) => id_of(what, text),
                Target::Place => place(text),
                Target::Lift => {
                    let ends = text.split(" > ").map(|id| place(id).unwrap_or_else(|| id.to_owned()));
                    Some(ends.collect::<Vec<_>>().join(" > "))
                }
            };
            if let Some(renamed) = renamed {
                *text = renamed;
            }
        }
        _ => {}
    }
}
