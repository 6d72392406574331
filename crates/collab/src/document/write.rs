//! From a map to the records that stand for it.

use std::collections::BTreeSet;
use std::fmt::Display;

use kelias_map::{
    Barrier, Emotion, EvidenceId, EvidenceKind, Idea, IdeaStatus, Item, LaneKind, Map, MapStatus, Persona, Side, Stage,
    Step, Text, Touchpoint, TransitionKind,
};

use super::keys::{Keys, Member, Row, Slot};
use super::pull::{Record, Records, Value};
use super::shape::{HEAD, PORTRAIT_LISTS, Table};
use super::texts;

/// The map as a document can hold it: sets without repetition.
pub(super) fn settled(map: &Map) -> Map {
    fn once<T: Ord + Clone>(list: &mut Vec<T>) {
        let mut seen = BTreeSet::new();
        list.retain(|one| seen.insert(one.clone()));
    }
    let mut map = map.clone();
    for persona in &mut map.personas {
        for list in lists_mut(persona) {
            list.iter_mut().for_each(|item| once(&mut item.evidence));
        }
    }
    let settle = |emotions: &mut kelias_map::Emotions, cells: &mut kelias_map::Cells, barriers: &mut Vec<Barrier>| {
        emotions.values_mut().for_each(|emotion| once(&mut emotion.evidence));
        cells.retain(|_, items| !items.is_empty());
        cells.values_mut().flatten().for_each(|item| once(&mut item.evidence));
        for barrier in barriers {
            once(&mut barrier.personas);
            once(&mut barrier.touchpoints);
            once(&mut barrier.evidence);
            barrier.ideas.iter_mut().for_each(|idea| once(&mut idea.evidence));
        }
    };
    for stage in &mut map.stages {
        settle(&mut stage.emotion, &mut stage.cells, &mut stage.barriers);
        for step in &mut stage.steps {
            settle(&mut step.emotion, &mut step.cells, &mut step.barriers);
        }
    }
    map
}

/// The lists of a portrait, in the order of [`PORTRAIT_LISTS`].
pub(super) fn lists(persona: &Persona) -> [&Vec<Item>; 5] {
    [&persona.facts, &persona.needs, &persona.motives, &persona.worries, &persona.behaviour]
}

fn lists_mut(persona: &mut Persona) -> [&mut Vec<Item>; 5] {
    [&mut persona.facts, &mut persona.needs, &mut persona.motives, &mut persona.worries, &mut persona.behaviour]
}

/// The records of a map, under these keys.
pub(super) fn write(map: &Map, keys: &Keys) -> Records {
    let mut writer = Writer { map, keys, records: Records::default() };
    writer.head();
    writer.beside();
    for stage in &map.stages {
        writer.stage(stage);
    }
    writer.records
}

struct Writer<'m> {
    map: &'m Map,
    keys: &'m Keys,
    records: Records,
}

/// A record in the making.
struct Draft<'w> {
    records: &'w mut Records,
    key: &'w str,
    values: Record,
}

impl Draft<'_> {
    fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.insert(name.to_owned(), Value::Text(value.into()));
    }

    fn written<T: Display>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value {
            self.set(name, value.to_string());
        }
    }

    fn number(&mut self, name: &str, value: Option<impl Into<f64>>) {
        if let Some(value) = value {
            self.values.insert(name.to_owned(), Value::Number(value.into()));
        }
    }

    fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.values.insert(name.to_owned(), Value::Flag(true));
        }
    }

    fn text(&mut self, name: &str, text: &Text) {
        self.put_text(name, text, true);
    }

    fn optional(&mut self, name: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.put_text(name, text, false);
        }
    }

    fn put_text(&mut self, name: &str, text: &Text, is_required: bool) {
        let of = format!("{}.{name}", self.key);
        texts::write(text, is_required, &mut self.records.texts, &of, &mut self.values, name);
    }
}

impl<'m> Writer<'m> {
    fn head(&mut self) {
        let map = self.map;
        let mut row = Draft { records: &mut self.records, key: HEAD, values: Record::new() };
        row.set("language", map.language.as_str());
        row.written("subject", (map.subject != "customer").then_some(&map.subject));
        row.written("status", (map.status != MapStatus::default()).then_some(map.status));
        row.written("owner", map.owner.as_ref());
        row.written("state", map.scope.state);
        row.written("from", map.scope.from);
        row.written("until", map.scope.until);
        row.written("accent", map.theme.accent);
        row.written("ribbon", map.theme.ribbon);
        row.text("title", &map.title);
        row.optional("purpose", map.purpose.as_ref());
        row.optional("product", map.scope.product.as_ref());
        self.records.head = row.values;
    }

    /// Adds a record; things without a key have none only if they are not in the map.
    fn add(&mut self, table: Table, slot: Option<&Slot>, fill: impl FnOnce(&mut Draft<'_>)) {
        let Some(slot) = slot else { return };
        let mut row = Draft { records: &mut self.records, key: &slot.key, values: Record::new() };
        if let Some(at) = &slot.at {
            row.set("at", at);
        }
        fill(&mut row);
        let values = row.values;
        self.records.tables.entry(table).or_default().insert(slot.key.clone(), values);
    }

    fn add_named(&mut self, table: Table, id: &str, fill: impl FnOnce(&mut Draft<'_>)) {
        let keys: &'m Keys = self.keys;
        self.add(table, keys.slot(table, id), |row| {
            row.set("id", id);
            fill(row);
        });
    }

    /// Members of a set that is spread over values of a record.
    fn set<'i>(&self, owner: &str, set: &'static str, table: Table, ids: impl Iterator<Item = &'i str>) -> Record {
        let members = ids.filter_map(|id| {
            let key = self.keys.key(table, id)?.to_owned();
            let member = Member { owner: owner.to_owned(), set, key };
            let at = self.keys.members.get(&member)?.clone().unwrap_or_default();
            Some((format!("{set}/{}", member.key), Value::Text(at)))
        });
        members.collect()
    }

    fn cited(&self, owner: &str, evidence: &[EvidenceId]) -> Record {
        self.set(owner, "evidence", Table::Evidence, evidence.iter().map(EvidenceId::as_str))
    }

    fn beside(&mut self) {
        let (map, keys): (&'m Map, &'m Keys) = (self.map, self.keys);
        for (tag, slot) in map.tags.iter().zip(keys.row(&Row::Tags)) {
            self.add(Table::Tags, Some(slot), |row| row.set("tag", tag));
        }
        for evidence in &map.evidence {
            self.add_named(Table::Evidence, evidence.id.as_str(), |row| {
                row.written("kind", (evidence.kind != EvidenceKind::Observation).then_some(evidence.kind));
                row.written("who", evidence.who);
                row.text("title", &evidence.title);
                row.written("date", evidence.date);
                row.written("link", evidence.link.as_ref());
                row.optional("note", evidence.note.as_ref());
            });
        }
        for persona in &map.personas {
            self.persona(persona);
        }
        for lane in &map.lanes {
            self.add_named(Table::Lanes, lane.id.as_str(), |row| {
                row.written("kind", (lane.kind != LaneKind::Text).then_some(lane.kind));
                row.text("title", &lane.title);
                row.written("icon", lane.icon.as_ref());
                row.written("colour", lane.colour);
                row.flag("hidden", lane.hidden);
                row.written("layer", lane.layer);
                row.written("metric", lane.metric);
            });
        }
        for (transition, slot) in map.transitions.iter().zip(keys.row(&Row::Transitions)) {
            self.add(Table::Transitions, Some(slot), |row| {
                row.written("from", keys.place(transition.from.as_str()));
                row.written("to", keys.place(transition.to.as_str()));
                row.written("kind", (transition.kind != TransitionKind::Branch).then_some(transition.kind));
                row.optional("title", transition.title.as_ref());
            });
        }
        for (target, slot) in map.targets.iter().zip(keys.row(&Row::Targets)) {
            self.add(Table::Targets, Some(slot), |row| {
                row.written("step", keys.place(target.step.as_str()));
                row.set("metric", target.metric.as_str());
                row.number("at-least", target.at_least);
                row.number("at-most", target.at_most);
                row.written("alert-after", target.alert_after);
            });
        }
    }

    fn persona(&mut self, persona: &'m Persona) {
        let keys: &'m Keys = self.keys;
        let id = persona.id.as_str();
        self.add_named(Table::Personas, id, |row| {
            row.text("name", &persona.name);
            row.optional("role", persona.role.as_ref());
            row.written("picture", persona.picture.as_ref());
            row.optional("quote", persona.quote.as_ref());
            row.written("segment", persona.segment.as_ref());
        });
        let Some(key) = keys.key(Table::Personas, id) else { return };
        for (items, list) in lists(persona).into_iter().zip(PORTRAIT_LISTS) {
            let slots = keys.row(&Row::Portrait { persona: id.to_owned(), list });
            self.items(items, slots, [("persona", key), ("list", list)]);
        }
    }

    fn items(&mut self, items: &[Item], slots: &'m [Slot], holder: [(&str, &str); 2]) {
        for (item, slot) in items.iter().zip(slots) {
            let cited = self.cited(&slot.key, &item.evidence);
            self.add(Table::Items, Some(slot), |row| {
                for (name, value) in holder {
                    row.set(name, value);
                }
                row.text("text", &item.text);
                row.written("image", item.image.as_ref());
                row.values.extend(cited);
            });
        }
    }

    fn stage(&mut self, stage: &'m Stage) {
        let id = stage.id.as_str();
        self.add_named(Table::Stages, id, |row| {
            row.text("title", &stage.title);
            row.optional("goal", stage.goal.as_ref());
            row.written("moment", stage.moment_of_truth);
            row.written("colour", stage.colour);
            row.flag("hidden", stage.hidden);
            row.written("map", stage.map.as_ref());
        });
        let Some(key) = self.keys.key(Table::Stages, id) else { return };
        self.content(id, key, (&stage.emotion, &stage.cells, &stage.barriers));
        for step in &stage.steps {
            self.step(step, key);
        }
    }

    fn step(&mut self, step: &'m Step, stage: &str) {
        let id = step.id.as_str();
        self.add_named(Table::Steps, id, |row| {
            row.set("stage", stage);
            row.text("title", &step.title);
            row.written("moment", step.moment_of_truth);
            row.written("colour", step.colour);
            row.flag("hidden", step.hidden);
            row.optional("success", step.success.as_ref());
            row.written("expected", step.expected_time);
        });
        let Some(key) = self.keys.key(Table::Steps, id) else { return };
        for touchpoint in &step.touchpoints {
            self.touchpoint(touchpoint, key);
        }
        self.content(id, key, (&step.emotion, &step.cells, &step.barriers));
    }

    fn touchpoint(&mut self, touchpoint: &'m Touchpoint, step: &str) {
        self.add_named(Table::Touchpoints, touchpoint.id.as_str(), |row| {
            row.set("step", step);
            row.text("title", &touchpoint.title);
            row.written("channel", touchpoint.channel.as_ref());
            row.optional("actor", touchpoint.actor.as_ref());
            row.written("side", (touchpoint.side != Side::default()).then_some(touchpoint.side));
            row.written("icon", touchpoint.icon.as_ref());
            if let Some(binding) = &touchpoint.binding {
                row.values.insert("events".to_owned(), Value::List(binding.events.clone()));
                row.written("where", binding.predicate.as_ref());
            }
        });
    }

    fn content(&mut self, id: &str, key: &'m str, content: Content<'m>) {
        let keys: &'m Keys = self.keys;
        let (emotions, cells, barriers) = content;
        for (persona, emotion) in emotions {
            if let Some(persona) = keys.key(Table::Personas, persona.as_str()) {
                self.emotion(&format!("{key}/{persona}"), emotion);
            }
        }
        for (lane, items) in cells {
            let slots = keys.row(&Row::Cell { place: id.to_owned(), lane: lane.to_string() });
            if let Some(lane) = keys.key(Table::Lanes, lane.as_str()) {
                self.items(items, slots, [("place", key), ("lane", lane)]);
            }
        }
        for barrier in barriers {
            self.barrier(barrier, key);
        }
    }

    fn emotion(&mut self, owner: &str, emotion: &Emotion) {
        let mut values = self.cited(owner, &emotion.evidence);
        for (name, value) in [("claimed", emotion.claimed), ("wished", emotion.wished)] {
            values.extend(value.map(|value| (name.to_owned(), Value::Number(value))));
        }
        values.extend(emotion.icon.clone().map(|icon| ("icon".to_owned(), Value::Text(icon))));
        if values.is_empty() && emotion.word.is_none() {
            values.insert("felt".to_owned(), Value::Flag(true));
        }
        if let Some(word) = &emotion.word {
            texts::write(word, false, &mut self.records.texts, &format!("{owner}.word"), &mut values, "word");
        }
        let values = values.into_iter().map(|(name, value)| (format!("{owner}/{name}"), value));
        self.records.emotions.extend(values);
    }

    fn barrier(&mut self, barrier: &'m Barrier, place: &str) {
        let keys: &'m Keys = self.keys;
        let Some(key) = keys.key(Table::Barriers, barrier.id.as_str()) else { return };
        let mut sets = self.cited(key, &barrier.evidence);
        sets.extend(self.set(key, "personas", Table::Personas, barrier.personas.iter().map(AsRef::as_ref)));
        sets.extend(self.set(key, "touchpoints", Table::Touchpoints, barrier.touchpoints.iter().map(AsRef::as_ref)));
        self.add_named(Table::Barriers, barrier.id.as_str(), |row| {
            row.set("place", place);
            row.text("text", &barrier.text);
            row.number("criticality", barrier.criticality);
            row.values.extend(sets);
        });
        for idea in &barrier.ideas {
            self.idea(idea, key);
        }
    }

    fn idea(&mut self, idea: &'m Idea, barrier: &str) {
        let keys: &'m Keys = self.keys;
        let Some(key) = keys.key(Table::Ideas, idea.id.as_str()) else { return };
        let cited = self.cited(key, &idea.evidence);
        self.add_named(Table::Ideas, idea.id.as_str(), |row| {
            row.set("barrier", barrier);
            row.text("text", &idea.text);
            let touchpoint = idea.touchpoint.as_ref();
            row.written("touchpoint", touchpoint.and_then(|id| keys.key(Table::Touchpoints, id.as_str())));
            row.number("design", idea.design_ease);
            row.number("development", idea.development_ease);
            row.written("status", (idea.status != IdeaStatus::default()).then_some(idea.status));
            row.written("owner", idea.owner.as_ref());
            row.written("lifts-from", idea.lifts.as_ref().and_then(|lift| keys.place(lift.from.as_str())));
            row.written("lifts-to", idea.lifts.as_ref().and_then(|lift| keys.place(lift.to.as_str())));
            row.values.extend(cited);
        });
    }
}

type Content<'m> = (&'m kelias_map::Emotions, &'m kelias_map::Cells, &'m [Barrier]);
