//! Saying where a record stands.

use kelias_map::Text;

use crate::change::{Named, Place, What};
use crate::records::{Key, Record, Records};

/// Where a record stands.
pub(super) fn place(record: &Record, records: &Records) -> Place {
    let mut place = Place::default();
    note_owners(&mut place, record, records);
    let mut ends = ["from", "to", "step"].into_iter().map(|key| end(record, key, records));
    if let (Some(Some(from)), Some(Some(to))) = (ends.next(), ends.next()) {
        note(&mut place, from, records);
        place.to = Some(named(to));
    }
    if let Some(Some(step)) = ends.next() {
        note(&mut place, step, records);
    }
    place
}

/// The place with how many stand before the record.
pub(super) fn position(record: &Record, records: &Records, place: Place) -> Place {
    let list = record.container.as_ref().map_or(&[][..], |container| records.list(container));
    Place { position: list.iter().position(|key| *key == record.key).map(|before| before + 1), ..place }
}

/// What the record is called, with its id.
pub(super) fn named(record: &Record) -> Named {
    Named { id: record.key.id.clone(), title: record.title().unwrap_or_else(|| Text::Plain(String::new())) }
}

fn end<'r>(record: &Record, key: &str, records: &'r Records) -> Option<&'r Record> {
    let is_end = matches!(record.key.what, What::Transition | What::Target);
    let references = if is_end { record.references(key) } else { Vec::new() };
    references.iter().find_map(|key: &Key| records.get(key))
}

fn note_owners(place: &mut Place, record: &Record, records: &Records) {
    let Some(container) = &record.container else { return };
    if record.key.what == What::Item && container.parent.what == What::Persona {
        place.list = Some(container.list.to_owned());
    }
    for owner in record.owners().filter_map(|key| records.get(key)) {
        note(place, owner, records);
    }
}

/// Notes a record, and what it stands in.
fn note(place: &mut Place, record: &Record, records: &Records) {
    let slot = match record.key.what {
        What::Stage => &mut place.stage,
        What::Step => &mut place.step,
        What::Lane => &mut place.lane,
        What::Persona => &mut place.persona,
        What::Touchpoint => &mut place.touchpoint,
        What::Barrier => &mut place.barrier,
        _ => return,
    };
    *slot = Some(named(record));
    note_owners(place, record, records);
}
