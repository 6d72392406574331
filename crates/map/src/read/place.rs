//! Decoding stages and steps and what stands in them.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use super::Link;
use super::decode::{Decoder, Table, name};
use super::names::{Name, Space};
use super::scalar;
use super::tree::{Node, Value};
use crate::model::{
    Barrier, Binding, Cells, Emotion, Emotions, Idea, IdeaStatus, Lift, MomentOfTruth, PlaceId, Side, Stage, Step,
    Touchpoint,
};
use crate::near::shown;
use crate::predicate::Columns;

impl Decoder<'_> {
    pub(super) fn stage(&mut self, node: &Node) -> Option<Stage> {
        let mut table = self.table(node, "a stage")?;
        let t = &mut table;
        let given = t.get("id").and_then(name);
        let id = self.required(t, "id", |d, node| d.new_id(Space::Place, node));
        let title = self.required(t, "title", Self::text);
        let goal = self.optional_text(t, "goal");
        let moment_of_truth = self.moment_of_truth(t);
        let colour = self.colour(t, "colour");
        let hidden = self.hidden(t);
        let map = self.optional(t, "map", |d, node| {
            let map: crate::model::MapId = d.id(node)?;
            let place = d.source.place(&node.span);
            let stage = given.as_ref().map_or_else(String::new, |name| name.text.clone());
            d.links.push(Link { stage, map: map.clone(), place });
            Some(map)
        });
        let (emotion, cells, barriers) = self.content(t);
        let has_steps =
            t.get("steps").is_some_and(|node| matches!(&node.value, Value::Sequence(steps) if !steps.is_empty()));
        if let (true, Some(given)) = (has_steps, given) {
            self.names.note_stage_with_steps(given.text);
        }
        let steps = self.list(t, "steps", Self::step);
        self.close(&table);
        Some(Stage {
            id: id?,
            title: title?,
            goal,
            moment_of_truth,
            colour,
            hidden,
            map,
            emotion,
            cells,
            barriers,
            steps,
        })
    }

    fn step(&mut self, node: &Node) -> Option<Step> {
        let mut table = self.table(node, "a step")?;
        let t = &mut table;
        let id = self.required(t, "id", |d, node| d.new_id(Space::Place, node));
        let title = self.required(t, "title", Self::text);
        let moment_of_truth = self.moment_of_truth(t);
        let colour = self.colour(t, "colour");
        let hidden = self.hidden(t);
        let success = self.optional_text(t, "success");
        let expected_time = self.optional(t, "expected-time", |d, node| d.parsed("bad-duration", node));
        let touchpoints = self.list(t, "touchpoints", Self::touchpoint);
        let (emotion, cells, barriers) = self.content(t);
        self.close(&table);
        Some(Step {
            id: id?,
            title: title?,
            moment_of_truth,
            colour,
            hidden,
            success,
            expected_time,
            touchpoints,
            emotion,
            cells,
            barriers,
        })
    }

    /// What stages and steps have in common.
    fn content(&mut self, table: &mut Table<'_>) -> (Emotions, Cells, Vec<Barrier>) {
        let emotion = self.optional(table, "emotion", Self::emotions).unwrap_or_default();
        let cells = self.optional(table, "cells", Self::cells).unwrap_or_default();
        let barriers = self.list(table, "barriers", Self::barrier);
        (emotion, cells, barriers)
    }

    fn moment_of_truth(&mut self, table: &mut Table<'_>) -> Option<MomentOfTruth> {
        self.optional(table, "moment-of-truth", |d, node| {
            let what = ("unknown-moment-of-truth", "a moment of truth");
            d.word(node, what, MomentOfTruth::ALL, MomentOfTruth::as_str)
        })
    }

    /// A table whose keys are ids; `use_` notes each of them.
    fn by_id<'n, K, V>(
        &mut self,
        node: &'n Node,
        noun: &str,
        use_: impl Fn(&mut Self, Name),
        mut decode: impl FnMut(&mut Self, &str, &'n Node) -> Option<V>,
    ) -> Option<BTreeMap<K, V>>
    where
        K: FromStr<Err: Display> + Ord,
    {
        let Value::Mapping(pairs) = &node.value else {
            self.wrong_type(node, noun);
            return None;
        };
        let mut seen = std::collections::HashSet::new();
        let mut values = BTreeMap::new();
        for (key, value) in pairs {
            let Some(named) = name(key) else {
                self.wrong_type(key, "an id");
                continue;
            };
            let text = named.text.clone();
            if !seen.insert(text.clone()) {
                self.duplicate_key(&text, key);
                continue;
            }
            use_(self, named);
            let decoded = decode(self, &text, value);
            if let (Ok(id), Some(decoded)) = (text.parse(), decoded) {
                values.insert(id, decoded);
            }
        }
        Some(values)
    }

    fn emotions(&mut self, node: &Node) -> Option<Emotions> {
        self.by_id(
            node,
            "a table of persona ids, each with its emotion",
            |d, name| d.names.use_(Space::Persona, name),
            |d, _, value| {
                if scalar::is_null(value) { None } else { d.emotion(value) }
            },
        )
    }

    fn emotion(&mut self, node: &Node) -> Option<Emotion> {
        let mut table = self.table(node, "an emotion")?;
        let t = &mut table;
        let claimed = self.optional(t, "claimed", Self::feeling);
        let wished = self.optional(t, "wished", Self::feeling);
        let word = self.optional_text(t, "word");
        let icon = self.optional_string(t, "icon");
        let evidence = self.references(t, "evidence", Space::Evidence);
        self.close(&table);
        Some(Emotion { claimed, wished, word, icon, evidence })
    }

    fn feeling(&mut self, node: &Node) -> Option<f64> {
        let value = self.number(node)?;
        if !(-2.0..=2.0).contains(&value) {
            self.error("emotion-out-of-range", &node.span)
                .value(&value.to_string())
                .report(format!("an emotion of {value} is off the scale; it goes from -2 (very bad) to 2 (very good)"));
            return None;
        }
        Some(value)
    }

    fn cells(&mut self, node: &Node) -> Option<Cells> {
        self.by_id(
            node,
            "a table of lane ids, each with a list of items",
            |d, name| d.names.use_cells(name),
            Self::cell,
        )
    }

    /// The items of one cell; an empty cell is left out.
    fn cell(&mut self, lane: &str, node: &Node) -> Option<Vec<crate::model::Item>> {
        let Value::Sequence(items) = &node.value else {
            if !scalar::is_null(node) {
                self.wrong_type(node, "a list of items, each on a line that begins with `- `");
            }
            return None;
        };
        let items: Vec<_> = items.iter().filter_map(|item| self.cell_item(lane, item)).collect();
        (!items.is_empty()).then_some(items)
    }

    fn touchpoint(&mut self, node: &Node) -> Option<Touchpoint> {
        let mut table = self.table(node, "a touchpoint")?;
        let t = &mut table;
        let id = self.required(t, "id", |d, node| d.new_id(Space::Touchpoint, node));
        let title = self.required(t, "title", Self::text);
        let channel = self.optional_string(t, "channel");
        let actor = self.optional_text(t, "actor");
        let side = self
            .optional(t, "side", |d, node| d.word(node, ("unknown-side", "a side"), Side::ALL, Side::as_str))
            .unwrap_or_default();
        let icon = self.optional_string(t, "icon");
        let binding = self.optional(t, "binding", Self::binding);
        self.close(&table);
        Some(Touchpoint { id: id?, title: title?, channel, actor, side, icon, binding })
    }

    fn binding(&mut self, node: &Node) -> Option<Binding> {
        let mut table = self.table(node, "a binding")?;
        let t = &mut table;
        let listed = t.get("events");
        let events = self.list(t, "events", Self::string);
        let is_empty = listed.is_none_or(|node| matches!(&node.value, Value::Sequence(all) if all.is_empty()));
        if is_empty {
            self.error("missing-key", &listed.map_or(t.span(), |node| node.span.clone()))
                .report("a binding needs `events`: the names of the events that are this touchpoint");
        }
        let predicate = self.optional(t, "where", |d, node| d.predicate(node, Columns::Events));
        self.close(&table);
        Some(Binding { events, predicate })
    }

    fn barrier(&mut self, node: &Node) -> Option<Barrier> {
        let mut table = self.table(node, "a barrier")?;
        let t = &mut table;
        let id = self.required(t, "id", |d, node| d.new_id(Space::Barrier, node));
        let text = self.required(t, "text", Self::text);
        let personas = self.references(t, "personas", Space::Persona);
        let touchpoints = self.references(t, "touchpoints", Space::Touchpoint);
        let criticality = self.grade(t, "criticality");
        let evidence = self.references(t, "evidence", Space::Evidence);
        let ideas = self.list(t, "ideas", Self::idea);
        self.close(&table);
        Some(Barrier { id: id?, text: text?, personas, touchpoints, criticality, evidence, ideas })
    }

    fn idea(&mut self, node: &Node) -> Option<Idea> {
        let mut table = self.table(node, "an idea")?;
        let t = &mut table;
        let id = self.required(t, "id", |d, node| d.new_id(Space::Idea, node));
        let text = self.required(t, "text", Self::text);
        let touchpoint = self.optional(t, "touchpoint", |d, node| d.reference(Space::Touchpoint, node));
        let design_ease = self.grade(t, "design-ease");
        let development_ease = self.grade(t, "development-ease");
        let status = self
            .optional(t, "status", |d, node| {
                let what = ("unknown-status", "a status of an idea");
                d.word(node, what, IdeaStatus::ALL, IdeaStatus::as_str)
            })
            .unwrap_or_default();
        let owner = self.optional_string(t, "owner");
        let lifts = self.optional(t, "lifts", Self::lift);
        let evidence = self.references(t, "evidence", Space::Evidence);
        self.close(&table);
        Some(Idea { id: id?, text: text?, touchpoint, design_ease, development_ease, status, owner, lifts, evidence })
    }

    fn lift(&mut self, node: &Node) -> Option<Lift> {
        let lift: Lift = self.parsed("bad-lift", node)?;
        for end in [&lift.from, &lift.to] {
            self.names.use_column(Name { text: end.to_string(), span: node.span.clone() });
        }
        Some(lift)
    }

    /// The id of a step, or of a stage without steps.
    pub(super) fn column_reference(&mut self, node: &Node) -> Option<PlaceId> {
        let text = self.string(node)?;
        self.names.use_column(Name { text: text.clone(), span: node.span.clone() });
        text.parse().ok()
    }

    /// A grade from 1 to 5.
    fn grade(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<u8> {
        let node = table.get(key)?;
        let grade = [1_u8, 2, 3, 4, 5].into_iter().find(|grade| scalar::number(node) == Some(f64::from(*grade)));
        if grade.is_none() {
            match &node.value {
                Value::Scalar { text, .. } => self
                    .error("grade-out-of-range", &node.span)
                    .value(text)
                    .report(format!("`{key}` is a whole number from 1 to 5, not {}", shown(text))),
                _ => self.wrong_type(node, "a whole number from 1 to 5"),
            }
        }
        grade
    }
}
