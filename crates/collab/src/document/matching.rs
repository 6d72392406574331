//! Which records of a document go on to stand for the things of another map.

use std::collections::BTreeMap;

use kelias_map::{Item, Map, Stage, Step, Text};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::keys::{Keys, Member, Row, Slot};
use super::order::arrange;
use super::random::{self, Random};
use super::shape::{PORTRAIT_LISTS, Table};
use super::texts::likeness;
use super::write::lists;

/// How alike two items must be for one to be the other reworded.
const ALIKE: f64 = 0.5;

/// Records for the things of `map`: those of `current` where a thing is the same, new ones where it is not.
pub(super) fn keys(map: &Map, current: &Map, current_keys: &Keys, random: &mut dyn Random) -> Keys {
    let mut matcher = Matcher { old: current_keys, keys: Keys::default(), random };
    matcher.by_id(map);
    matcher.rows(map, current);
    matcher.members(map);
    matcher.keys
}

struct Matcher<'m> {
    old: &'m Keys,
    keys: Keys,
    random: &'m mut dyn Random,
}

impl Matcher<'_> {
    fn by_id(&mut self, map: &Map) {
        self.siblings(Table::Evidence, map.evidence.iter().map(|one| one.id.as_str()));
        self.siblings(Table::Personas, map.personas.iter().map(|one| one.id.as_str()));
        self.siblings(Table::Lanes, map.lanes.iter().map(|one| one.id.as_str()));
        self.siblings(Table::Stages, map.stages.iter().map(|one| one.id.as_str()));
        for stage in &map.stages {
            self.siblings(Table::Steps, stage.steps.iter().map(|one| one.id.as_str()));
            for step in &stage.steps {
                self.siblings(Table::Touchpoints, step.touchpoints.iter().map(|one| one.id.as_str()));
            }
        }
        for place in map.places() {
            self.siblings(Table::Barriers, place.barriers().iter().map(|one| one.id.as_str()));
            for barrier in place.barriers() {
                self.siblings(Table::Ideas, barrier.ideas.iter().map(|one| one.id.as_str()));
            }
        }
    }

    /// Things that stand in a row, by their ids.
    fn siblings<'i>(&mut self, table: Table, ids: impl Iterator<Item = &'i str>) {
        let ids: Vec<&str> = ids.collect();
        let slots: Vec<Option<Slot>> = ids.iter().map(|id| self.old.slot(table, id).cloned()).collect();
        for (id, slot) in ids.into_iter().zip(self.fill(slots)) {
            self.keys.ids.insert((table, id.to_owned()), slot);
        }
    }

    /// Gives keys to those that have none, and positions that rise.
    fn fill(&mut self, slots: Vec<Option<Slot>>) -> Vec<Slot> {
        let current: Vec<Option<&str>> = slots.iter().map(|slot| slot.as_ref()?.at.as_deref()).collect();
        let positions = arrange(&current, self.random);
        let keys = slots.into_iter().map(|slot| slot.map(|slot| slot.key));
        let fresh = keys.map(|key| key.unwrap_or_else(|| random::key(self.random)));
        fresh.zip(positions).map(|(key, at)| Slot { key, at: Some(at) }).collect()
    }

    fn rows(&mut self, map: &Map, current: &Map) {
        let tags = |map: &Map| map.tags.clone();
        self.row(Row::Tags, &tags(map), &tags(current));
        let ways = |map: &Map| {
            map.transitions.iter().map(|one| format!("{} {} {}", one.from, one.to, one.kind)).collect::<Vec<_>>()
        };
        self.row(Row::Transitions, &ways(map), &ways(current));
        let targets =
            |map: &Map| map.targets.iter().map(|one| format!("{} {}", one.step, one.metric)).collect::<Vec<_>>();
        self.row(Row::Targets, &targets(map), &targets(current));
        self.items(map, current);
    }

    /// A row of things that are the same where `wanted` and `present` say the same of them.
    fn row(&mut self, row: Row, wanted: &[String], present: &[String]) {
        let mut slots = vec![None; wanted.len()];
        match_equal(wanted, present, self.old.row(&row), &mut slots);
        let slots = self.fill(slots);
        self.keys.rows.insert(row, slots);
    }

    /// Items: those that say the same in the same cell, then those that say the same elsewhere, then the reworded ones.
    fn items(&mut self, map: &Map, current: &Map) {
        let (wanted, present) = (rows_of_items(map), rows_of_items(current));
        let mut found: BTreeMap<&Row, Vec<Option<Slot>>> = BTreeMap::new();
        let mut left: BTreeMap<&Row, Vec<(&str, &Slot)>> = BTreeMap::new();
        let none = Vec::new();
        for (row, texts) in &wanted {
            let mut slots = vec![None; texts.len()];
            match_equal(texts, present.get(row).unwrap_or(&none), self.old.row(row), &mut slots);
            found.insert(row, slots);
        }
        for (row, texts) in &present {
            let taken = found.get(row).into_iter().flatten().flatten().map(|slot| slot.key.as_str());
            let taken: Vec<&str> = taken.collect();
            let all = texts.iter().map(String::as_str).zip(self.old.row(row));
            left.insert(row, all.filter(|(_, slot)| !taken.contains(&slot.key.as_str())).collect());
        }
        move_items(&wanted, &mut found, &mut left);
        for (row, slots) in &mut found {
            if let Some(left) = left.get_mut(row) {
                match_alike(&wanted[*row], left, slots);
            }
        }
        for (row, slots) in found {
            let slots = self.fill(slots);
            self.keys.rows.insert(row.clone(), slots);
        }
    }

    fn members(&mut self, map: &Map) {
        for persona in &map.personas {
            for (items, list) in lists(persona).into_iter().zip(PORTRAIT_LISTS) {
                self.cited_by_items(&Row::Portrait { persona: persona.id.to_string(), list }, items);
            }
        }
        for stage in &map.stages {
            self.members_of_stage(stage);
            stage.steps.iter().for_each(|step| self.members_of_step(step));
        }
        for (_, barrier) in map.barriers() {
            let Some(owner) = self.keys.key(Table::Barriers, barrier.id.as_str()).map(str::to_owned) else { continue };
            self.set(&owner, "evidence", Table::Evidence, barrier.evidence.iter().map(AsRef::as_ref));
            self.set(&owner, "personas", Table::Personas, barrier.personas.iter().map(AsRef::as_ref));
            self.set(&owner, "touchpoints", Table::Touchpoints, barrier.touchpoints.iter().map(AsRef::as_ref));
        }
        for (_, idea) in map.ideas() {
            let Some(owner) = self.keys.key(Table::Ideas, idea.id.as_str()).map(str::to_owned) else { continue };
            self.set(&owner, "evidence", Table::Evidence, idea.evidence.iter().map(AsRef::as_ref));
        }
    }

    fn members_of_stage(&mut self, stage: &Stage) {
        self.members_of_place(stage.id.as_str(), &stage.emotion, &stage.cells);
    }

    fn members_of_step(&mut self, step: &Step) {
        self.members_of_place(step.id.as_str(), &step.emotion, &step.cells);
    }

    fn members_of_place(&mut self, id: &str, emotions: &kelias_map::Emotions, cells: &kelias_map::Cells) {
        let Some(place) = self.keys.place(id).map(str::to_owned) else { return };
        for (persona, emotion) in emotions {
            let Some(persona) = self.keys.key(Table::Personas, persona.as_str()) else { continue };
            let owner = format!("{place}/{persona}");
            self.set(&owner, "evidence", Table::Evidence, emotion.evidence.iter().map(AsRef::as_ref));
        }
        for (lane, items) in cells {
            self.cited_by_items(&Row::Cell { place: id.to_owned(), lane: lane.to_string() }, items);
        }
    }

    fn cited_by_items(&mut self, row: &Row, items: &[Item]) {
        let owners: Vec<String> = self.keys.row(row).iter().map(|slot| slot.key.clone()).collect();
        for (owner, item) in owners.iter().zip(items) {
            self.set(owner, "evidence", Table::Evidence, item.evidence.iter().map(AsRef::as_ref));
        }
    }

    fn set<'i>(&mut self, owner: &str, set: &'static str, table: Table, ids: impl Iterator<Item = &'i str>) {
        let keys = ids.filter_map(|id| self.keys.key(table, id).map(str::to_owned));
        let members = keys.map(|key| Member { owner: owner.to_owned(), set, key });
        let members: Vec<Member> = members.collect();
        let current: Vec<Option<&str>> =
            members.iter().map(|member| self.old.members.get(member)?.as_deref()).collect();
        let positions = arrange(&current, self.random);
        self.keys.members.extend(members.into_iter().zip(positions.into_iter().map(Some)));
    }
}

/// Texts of all items of a map, row by row.
fn rows_of_items(map: &Map) -> BTreeMap<Row, Vec<String>> {
    let mut rows = BTreeMap::new();
    let mut add = |row, items: &[Item]| {
        if !items.is_empty() {
            rows.insert(row, items.iter().map(spelled).collect());
        }
    };
    for persona in &map.personas {
        for (items, list) in lists(persona).into_iter().zip(PORTRAIT_LISTS) {
            add(Row::Portrait { persona: persona.id.to_string(), list }, items);
        }
    }
    for place in map.places() {
        for (lane, items) in place.cells() {
            add(Row::Cell { place: place.id().to_string(), lane: lane.to_string() }, items);
        }
    }
    rows
}

/// What an item says, in all its languages.
fn spelled(item: &Item) -> String {
    let mut spelled = match &item.text {
        Text::Plain(text) => text.clone(),
        Text::ByLanguage(texts) => texts.values().map(String::as_str).collect::<Vec<_>>().join("\n"),
    };
    if let Some(image) = &item.image {
        spelled.push('\n');
        spelled.push_str(image);
    }
    spelled
}

/// Pairs those that say the same, in the order in which they stand.
fn match_equal(wanted: &[String], present: &[String], old: &[Slot], slots: &mut [Option<Slot>]) {
    for operation in capture_diff_slices(Algorithm::Myers, present, wanted) {
        if operation.tag() == DiffTag::Equal {
            for (from, to) in operation.old_range().zip(operation.new_range()) {
                slots[to] = old.get(from).cloned();
            }
        }
    }
}

/// Pairs items that say the same in different rows, or in one row in another order.
fn move_items<'s>(
    wanted: &BTreeMap<Row, Vec<String>>,
    found: &mut BTreeMap<&Row, Vec<Option<Slot>>>,
    left: &mut BTreeMap<&Row, Vec<(&'s str, &'s Slot)>>,
) {
    let mut by_text: BTreeMap<&str, Vec<&Slot>> = BTreeMap::new();
    for (text, slot) in left.values().flatten().filter(|(text, _)| !text.is_empty()) {
        by_text.entry(text).or_default().push(slot);
    }
    // The first in the map is the first to be taken.
    by_text.values_mut().for_each(|slots| slots.reverse());
    let mut taken: Vec<&str> = Vec::new();
    for (row, slots) in found.iter_mut() {
        for (slot, text) in slots.iter_mut().zip(&wanted[*row]) {
            if slot.is_none()
                && let Some(moved) = by_text.get_mut(text.as_str()).and_then(Vec::pop)
            {
                taken.push(&moved.key);
                *slot = Some(moved.clone());
            }
        }
    }
    taken.sort_unstable();
    left.values_mut().for_each(|rest| rest.retain(|(_, slot)| taken.binary_search(&slot.key.as_str()).is_err()));
}

/// Pairs what is left of a row by likeness, each with the most alike that is left.
fn match_alike(wanted: &[String], left: &mut Vec<(&str, &Slot)>, slots: &mut [Option<Slot>]) {
    for (slot, text) in slots.iter_mut().zip(wanted) {
        if slot.is_some() {
            continue;
        }
        let alike = left.iter().enumerate().map(|(at, (old, _))| (likeness(old, text), at));
        // Of equally alike ones the first.
        let best = alike.rev().max_by(|(one, _), (other, _)| one.total_cmp(other));
        if let Some((likeness, at)) = best
            && likeness >= ALIKE
        {
            *slot = Some(left.remove(at).1.clone());
        }
    }
}
