//! From the records of a document to the map they stand for: total, and the same on every replica.

mod shown;

use std::collections::BTreeMap;

use kelias_map::{
    Barrier, BarrierId, Binding, Cells, Date, Emotion, Emotions, Evidence, EvidenceId, EvidenceKind, EvidenceWho, Idea,
    IdeaId, IdeaStatus, Item, Lane, LaneId, LaneKind, Language, Layer, Lift, Map, MapId, MapStatus, Metric,
    MomentOfTruth, Persona, PersonaId, PlaceId, Scope, ScopeState, Side, Stage, Step, Target, Text, Theme, Touchpoint,
    TouchpointId, Transition, TransitionKind, check_predicate, check_segment,
};

use super::keys::{Keys, Member, Row, Slot};
use super::order::is_position;
use super::pull::{Record, Records, Value, Values};
use super::shape::{HEAD, PORTRAIT_LISTS, Table};
use super::texts;

/// The map, and which record stands for which of its things.
pub(super) fn read(records: &Records, id: &MapId) -> (Map, Keys) {
    let language = records.head.text("language").and_then(|tag| Language::new(tag).ok());
    let mut reader = Reader {
        records,
        language: language.unwrap_or_else(Language::english),
        shown: BTreeMap::new(),
        ids: BTreeMap::new(),
        children: BTreeMap::new(),
        keys: Keys::default(),
    };
    reader.find_shown();
    let map = reader.map(id);
    (map, reader.keys)
}

struct Reader<'r> {
    records: &'r Records,
    language: Language,
    /// Keys of the records that are in the map, in order.
    shown: BTreeMap<Table, Vec<&'r str>>,
    /// Ids of the records that have one.
    ids: BTreeMap<(Table, &'r str), String>,
    /// Records by what they belong to, in order.
    children: BTreeMap<(Table, Parent<'r>), Vec<&'r str>>,
    keys: Keys,
}

/// Keys of what a record belongs to.
type Parent<'r> = (&'r str, &'r str);

impl<'r> Reader<'r> {
    fn is_shown(&self, table: Table, key: &str) -> bool {
        self.ids.contains_key(&(table, key))
    }

    fn record(&self, table: Table, key: &str) -> &'r Record {
        self.records.get(table, key).expect("only keys of records are looked up")
    }

    fn is_place(&self, key: &str) -> bool {
        self.is_shown(Table::Stages, key) || self.is_shown(Table::Steps, key)
    }

    /// The id of a shown record.
    fn id<T>(&self, table: Table, key: &str) -> Option<T>
    where
        T: TryFrom<String, Error: std::fmt::Debug>,
    {
        let id = self.ids.get(&(table, key))?.clone();
        Some(id.try_into().expect("ids are made as slugs"))
    }

    fn place(&self, key: &str) -> Option<PlaceId> {
        self.id(Table::Stages, key).or_else(|| self.id(Table::Steps, key))
    }

    /// The id of a column: a step, or a stage without steps.
    fn column(&self, key: &str) -> Option<PlaceId> {
        let has_steps = self.children.contains_key(&(Table::Steps, (key, "")));
        self.place(key).filter(|_| !has_steps)
    }

    fn optional(&self, key: &str, record: &Record, field: &str) -> Option<Text> {
        texts::read(&self.records.texts, &format!("{key}.{field}"), record, field, &self.language)
    }

    fn text(&self, key: &str, record: &Record, field: &str) -> Text {
        self.optional(key, record, field).unwrap_or_default()
    }

    /// Members of a set that are in the map, in order.
    fn set<T>(&mut self, owner: &str, record: &Record, set: &'static str, table: Table) -> Vec<T>
    where
        T: TryFrom<String, Error: std::fmt::Debug>,
    {
        let prefix = format!("{set}/");
        let mut members: Vec<_> = record
            .range(prefix.clone()..)
            .map_while(|(name, value)| Some((name.strip_prefix(&prefix)?, value)))
            .filter_map(|(key, value)| match value {
                Value::Text(at) => Some((at, key)),
                _ => None,
            })
            .collect();
        members.sort_unstable();
        let mut ids = Vec::with_capacity(members.len());
        for (at, key) in members {
            if let Some(id) = self.id(table, key) {
                let member = Member { owner: owner.to_owned(), set, key: key.to_owned() };
                self.keys.members.insert(member, Some(at.clone()).filter(|at| is_position(at)));
                ids.push(id);
            }
        }
        ids
    }

    fn note(&mut self, row: Row, table: Table, keys: &[&str]) {
        if keys.is_empty() {
            return;
        }
        let slot = |key: &&str| Slot { key: (*key).to_owned(), at: position(self.record(table, key)) };
        let slots = keys.iter().map(slot).collect();
        self.keys.rows.insert(row, slots);
    }

    fn each<T>(&mut self, keys: Vec<&'r str>, read: impl Fn(&mut Self, &'r str) -> T) -> Vec<T> {
        keys.into_iter().map(|key| read(self, key)).collect()
    }

    fn map(&mut self, id: &MapId) -> Map {
        let head = &self.records.head;
        let mut map = Map::new(id.clone(), self.text(HEAD, head, "title"), self.language.clone());
        map.purpose = self.optional(HEAD, head, "purpose");
        let from: Option<Date> = head.parsed("from");
        map.scope = Scope {
            product: self.optional(HEAD, head, "product"),
            state: head.text("state").and_then(ScopeState::from_word),
            from,
            // A period ends after it begins.
            until: head.parsed("until").filter(|until| from.is_none_or(|from| from < *until)),
        };
        if let Some(subject) = head.text("subject") {
            subject.clone_into(&mut map.subject);
        }
        map.status = head.text("status").and_then(MapStatus::from_word).unwrap_or_default();
        map.owner = head.text("owner").map(str::to_owned);
        map.theme = Theme { accent: head.parsed("accent"), ribbon: head.parsed("ribbon") };
        map.tags = self.tags();
        let [evidence, personas, lanes, stages] =
            [Table::Evidence, Table::Personas, Table::Lanes, Table::Stages].map(|table| self.shown[&table].clone());
        map.evidence = self.each(evidence, |reader, key| reader.evidence(key));
        map.personas = self.each(personas, Self::persona);
        map.lanes = self.each(lanes, |reader, key| reader.lane(key));
        let emotions = self.emotions();
        map.stages = self.each(stages, |reader, key| reader.stage(key, &emotions));
        map.transitions = self.transitions();
        map.targets = self.targets();
        map
    }

    /// The records of a table of which something can be read.
    fn rows<T>(&mut self, row: Row, table: Table, read: impl Fn(&Self, &'r str, &'r Record) -> Option<T>) -> Vec<T> {
        let read = |key: &'r str| Some((key, read(self, key, self.record(table, key))?));
        let (keys, things): (Vec<_>, Vec<_>) = self.sorted(table).into_iter().filter_map(read).unzip();
        self.note(row, table, &keys);
        things
    }

    fn tags(&mut self) -> Vec<String> {
        self.rows(Row::Tags, Table::Tags, |_, _, record| record.text("tag").map(str::to_owned))
    }

    fn transitions(&mut self) -> Vec<Transition> {
        self.rows(Row::Transitions, Table::Transitions, |reader, key, record| {
            Some(Transition {
                from: reader.place(record.text("from")?)?,
                to: reader.place(record.text("to")?)?,
                kind: record.text("kind").and_then(TransitionKind::from_word).unwrap_or(TransitionKind::Branch),
                title: reader.optional(key, record, "title"),
            })
        })
    }

    fn targets(&mut self) -> Vec<Target> {
        self.rows(Row::Targets, Table::Targets, |reader, _, record| {
            let metric = Metric::from_word(record.text("metric")?)?;
            let (least, most) = range_of(metric);
            let bound = |name| record.number(name).map(|value| value.clamp(least, most));
            let at_least = bound("at-least");
            let at_most = bound("at-most").filter(|_| at_least.is_none());
            at_least.or(at_most)?;
            let step = reader.column(record.text("step")?)?;
            Some(Target { step, metric, at_least, at_most, alert_after: record.parsed("alert-after") })
        })
    }

    fn evidence(&self, key: &str) -> Evidence {
        let record = self.record(Table::Evidence, key);
        Evidence {
            id: self.id(Table::Evidence, key).expect("shown records have ids"),
            kind: record.text("kind").and_then(EvidenceKind::from_word).unwrap_or(EvidenceKind::Observation),
            who: record.text("who").and_then(EvidenceWho::from_word),
            title: self.text(key, record, "title"),
            date: record.parsed("date"),
            link: record.text("link").map(str::to_owned),
            note: self.optional(key, record, "note"),
        }
    }

    fn persona(&mut self, key: &'r str) -> Persona {
        let record = self.record(Table::Personas, key);
        let id: PersonaId = self.id(Table::Personas, key).expect("shown records have ids");
        let lists = PORTRAIT_LISTS.map(|list| {
            let keys = self.children(Table::Items, (key, list));
            self.note(Row::Portrait { persona: id.to_string(), list }, Table::Items, &keys);
            self.each(keys, Self::item)
        });
        let [facts, needs, motives, worries, behaviour] = lists;
        let segment = record.text("segment").filter(|text| check_segment(text).is_ok());
        Persona {
            id,
            name: self.text(key, record, "name"),
            role: self.optional(key, record, "role"),
            picture: record.text("picture").map(str::to_owned),
            quote: self.optional(key, record, "quote"),
            facts,
            needs,
            motives,
            worries,
            behaviour,
            segment: segment.map(str::to_owned),
        }
    }

    fn item(&mut self, key: &'r str) -> Item {
        let record = self.record(Table::Items, key);
        Item {
            text: self.text(key, record, "text"),
            image: record.text("image").map(str::to_owned),
            evidence: self.set(key, record, "evidence", Table::Evidence),
        }
    }

    fn lane(&self, key: &str) -> Lane {
        let record = self.record(Table::Lanes, key);
        let kind = kind_of(record);
        let layer = record.text("layer").and_then(Layer::from_word);
        Lane {
            id: self.id(Table::Lanes, key).expect("shown records have ids"),
            kind,
            title: self.text(key, record, "title"),
            icon: record.text("icon").map(str::to_owned),
            colour: record.parsed("colour"),
            hidden: record.flag("hidden"),
            layer: if kind == LaneKind::Blueprint { layer.or(Some(Layer::CustomerActions)) } else { layer },
            metric: record.text("metric").and_then(Metric::from_word),
        }
    }

    fn stage(&mut self, key: &'r str, emotions: &Felt<'r>) -> Stage {
        let record = self.record(Table::Stages, key);
        let steps = self.children(Table::Steps, (key, ""));
        let id: PlaceId = self.id(Table::Stages, key).expect("shown records have ids");
        let (emotion, cells, barriers) = self.content(key, &id, emotions);
        Stage {
            title: self.text(key, record, "title"),
            goal: self.optional(key, record, "goal"),
            moment_of_truth: record.text("moment").and_then(MomentOfTruth::from_word),
            colour: record.parsed("colour"),
            hidden: record.flag("hidden"),
            map: record.parsed("map"),
            emotion,
            cells,
            barriers,
            steps: self.each(steps, |reader, key| reader.step(key, emotions)),
            id,
        }
    }

    fn step(&mut self, key: &'r str, emotions: &Felt<'r>) -> Step {
        let record = self.record(Table::Steps, key);
        let touchpoints = self.children(Table::Touchpoints, (key, ""));
        let id: PlaceId = self.id(Table::Steps, key).expect("shown records have ids");
        let (emotion, cells, barriers) = self.content(key, &id, emotions);
        Step {
            title: self.text(key, record, "title"),
            moment_of_truth: record.text("moment").and_then(MomentOfTruth::from_word),
            colour: record.parsed("colour"),
            hidden: record.flag("hidden"),
            success: self.optional(key, record, "success"),
            expected_time: record.parsed("expected"),
            touchpoints: self.each(touchpoints, |reader, key| reader.touchpoint(key)),
            emotion,
            cells,
            barriers,
            id,
        }
    }

    fn content(&mut self, key: &'r str, id: &PlaceId, felt: &Felt<'r>) -> (Emotions, Cells, Vec<Barrier>) {
        let mut emotions = Emotions::new();
        for (persona, values) in felt.get(key).into_iter().flatten() {
            let Some(persona_id) = self.id::<PersonaId>(Table::Personas, persona) else { continue };
            if let Some(emotion) = self.emotion(&format!("{key}/{persona}"), values) {
                emotions.insert(persona_id, emotion);
            }
        }
        let mut cells = Cells::new();
        for lane in self.shown[&Table::Lanes].clone() {
            let keys = self.children(Table::Items, (key, lane));
            if keys.is_empty() {
                continue;
            }
            let lane: LaneId = self.id(Table::Lanes, lane).expect("shown records have ids");
            self.note(Row::Cell { place: id.to_string(), lane: lane.to_string() }, Table::Items, &keys);
            let items = self.each(keys, Self::item);
            cells.insert(lane, items);
        }
        let barriers = self.children(Table::Barriers, (key, ""));
        (emotions, cells, self.each(barriers, Self::barrier))
    }

    /// What is known of emotions, by the keys of place and persona.
    fn emotions(&self) -> Felt<'r> {
        let mut felt = Felt::new();
        for (name, value) in &self.records.emotions {
            let mut parts = name.splitn(3, '/');
            if let (Some(place), Some(persona), Some(name)) = (parts.next(), parts.next(), parts.next()) {
                let values = felt.entry(place).or_default().entry(persona).or_default();
                values.insert(name.to_owned(), value.clone());
            }
        }
        for name in self.records.texts.keys() {
            let owner = name.split_once(".word@").and_then(|(owner, _)| owner.split_once('/'));
            if let Some((place, persona)) = owner {
                felt.entry(place).or_default().entry(persona).or_default();
            }
        }
        felt
    }

    fn emotion(&mut self, owner: &str, values: &Record) -> Option<Emotion> {
        let feeling = |name| values.number(name).map(|value: f64| value.clamp(-2.0, 2.0));
        let emotion = Emotion {
            claimed: feeling("claimed"),
            wished: feeling("wished"),
            word: self.optional(owner, values, "word"),
            icon: values.text("icon").map(str::to_owned),
            evidence: self.set(owner, values, "evidence", Table::Evidence),
        };
        (values.flag("felt") || emotion != Emotion::default()).then_some(emotion)
    }

    fn touchpoint(&self, key: &str) -> Touchpoint {
        let record = self.record(Table::Touchpoints, key);
        Touchpoint {
            id: self.id(Table::Touchpoints, key).expect("shown records have ids"),
            title: self.text(key, record, "title"),
            channel: record.text("channel").map(str::to_owned),
            actor: self.optional(key, record, "actor"),
            side: record.text("side").and_then(Side::from_word).unwrap_or_default(),
            icon: record.text("icon").map(str::to_owned),
            binding: binding(record),
        }
    }

    fn barrier(&mut self, key: &'r str) -> Barrier {
        let record = self.record(Table::Barriers, key);
        let ideas = self.children(Table::Ideas, (key, ""));
        Barrier {
            id: self.id::<BarrierId>(Table::Barriers, key).expect("shown records have ids"),
            text: self.text(key, record, "text"),
            personas: self.set(key, record, "personas", Table::Personas),
            touchpoints: self.set(key, record, "touchpoints", Table::Touchpoints),
            criticality: grade(record, "criticality"),
            evidence: self.set(key, record, "evidence", Table::Evidence),
            ideas: self.each(ideas, Self::idea),
        }
    }

    fn idea(&mut self, key: &'r str) -> Idea {
        let record = self.record(Table::Ideas, key);
        let end = |name| self.column(record.text(name)?);
        let lifts = end("lifts-from").zip(end("lifts-to")).map(|(from, to)| Lift { from, to });
        let touchpoint = record.text("touchpoint");
        Idea {
            id: self.id::<IdeaId>(Table::Ideas, key).expect("shown records have ids"),
            text: self.text(key, record, "text"),
            touchpoint: touchpoint.and_then(|key| self.id::<TouchpointId>(Table::Touchpoints, key)),
            design_ease: grade(record, "design"),
            development_ease: grade(record, "development"),
            status: record.text("status").and_then(IdeaStatus::from_word).unwrap_or_default(),
            owner: record.text("owner").map(str::to_owned),
            lifts,
            evidence: self.set::<EvidenceId>(key, record, "evidence", Table::Evidence),
        }
    }
}

/// Values of emotions, by the keys of place and persona.
type Felt<'r> = BTreeMap<&'r str, BTreeMap<&'r str, Record>>;

fn position(record: &Record) -> Option<String> {
    record.text("at").filter(|at| is_position(at)).map(str::to_owned)
}

fn kind_of(lane: &Record) -> LaneKind {
    lane.text("kind").and_then(LaneKind::from_word).unwrap_or(LaneKind::Text)
}

/// A whole number from 1 to 5: others are brought to the nearest.
fn grade(record: &Record, name: &str) -> Option<u8> {
    let value: f64 = record.number(name)?;
    Some(value.round().clamp(1.0, 5.0) as u8)
}

/// Least and greatest value that a metric can take.
const fn range_of(metric: Metric) -> (f64, f64) {
    match metric {
        Metric::Share | Metric::ConversionToNext | Metric::Retention => (0.0, 1.0),
        Metric::Emotion => (-2.0, 2.0),
        Metric::Audience | Metric::MedianSecondsToNext => (0.0, f64::MAX),
    }
}

/// A binding: at least one name, and a condition that can be evaluated if there is one.
fn binding(record: &Record) -> Option<Binding> {
    let events = record.list("events").to_vec();
    let predicate = record.text("where").map(str::to_owned);
    let is_good = !events.is_empty() && predicate.as_deref().is_none_or(|text| check_predicate(text).is_ok());
    is_good.then_some(Binding { events, predicate })
}
