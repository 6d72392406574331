//! Which records of a document are in its map.

use std::collections::BTreeSet;

use super::super::ids;
use super::super::keys::Slot;
use super::super::order::is_position;
use super::super::pull::{Record, Values};
use super::super::shape::{PORTRAIT_LISTS, Table};
use super::{Parent, Reader, kind_of, position};

impl<'r> Reader<'r> {
    /// Finds the records that are in the map, from those that stand for themselves to those that belong to others, and
    /// gives each its id.
    pub(super) fn find_shown(&mut self) {
        for table in [Table::Evidence, Table::Personas, Table::Lanes] {
            let keys = self.sorted(table);
            self.show(&[(table, keys)]);
        }
        let stages = self.sorted(Table::Stages);
        let is_stage: BTreeSet<&str> = stages.iter().copied().collect();
        let mut orphans = Vec::new();
        let mut steps = Vec::new();
        for key in self.sorted(Table::Steps) {
            // Keys are unique over all tables; where one is not, the stage has it.
            let Some(stage) = self.record(Table::Steps, key).text("stage").filter(|_| !is_stage.contains(key)) else {
                continue;
            };
            match is_stage.get(stage) {
                Some(stage) => self.add_child(Table::Steps, (stage, ""), key),
                None => orphans.push(key),
            }
            steps.push(key);
        }
        match stages.last() {
            Some(last) => orphans.into_iter().for_each(|key| self.add_child(Table::Steps, (last, ""), key)),
            None => steps.clear(),
        }
        self.show(&[(Table::Stages, stages), (Table::Steps, steps)]);
        for (table, parent) in [(Table::Touchpoints, "step"), (Table::Barriers, "place"), (Table::Ideas, "barrier")] {
            self.show_children(table, parent);
        }
        self.find_items();
    }

    /// Shows what belongs to something that is shown.
    fn show_children(&mut self, table: Table, parent: &str) {
        let parents: &[Table] = match table {
            Table::Touchpoints => &[Table::Steps],
            Table::Barriers => &[Table::Stages, Table::Steps],
            _ => &[Table::Barriers],
        };
        let mut shown = Vec::new();
        for key in self.sorted(table) {
            let parent = self.record(table, key).text(parent);
            if let Some(parent) = parent.filter(|parent| parents.iter().any(|table| self.is_shown(*table, parent))) {
                self.add_child(table, (parent, ""), key);
                shown.push(key);
            }
        }
        self.show(&[(table, shown)]);
    }

    fn find_items(&mut self) {
        for key in self.sorted(Table::Items) {
            let record = self.record(Table::Items, key);
            let cell = record.text("place").zip(record.text("lane"));
            let portrait = record.text("persona").zip(record.text("list"));
            if let Some((place, lane)) = cell {
                let has_cells = self.records.get(Table::Lanes, lane).is_some_and(|lane| kind_of(lane).has_cells());
                if has_cells && self.is_place(place) {
                    self.add_child(Table::Items, (place, lane), key);
                }
            } else if let Some((persona, list)) = portrait
                && self.is_shown(Table::Personas, persona)
                && PORTRAIT_LISTS.contains(&list)
            {
                self.add_child(Table::Items, (persona, list), key);
            }
        }
    }

    fn add_child(&mut self, table: Table, parent: Parent<'r>, key: &'r str) {
        self.children.entry((table, parent)).or_default().push(key);
    }

    pub(super) fn children(&self, table: Table, parent: Parent<'r>) -> Vec<&'r str> {
        self.children.get(&(table, parent)).cloned().unwrap_or_default()
    }

    /// Shows records that share one space of ids.
    fn show(&mut self, tables: &[(Table, Vec<&'r str>)]) {
        let all = tables.iter().flat_map(|(table, keys)| keys.iter().map(move |key| (*table, *key)));
        let wanted = all.map(|(table, key)| ((key, table), self.record(table, key).text("id")));
        for ((key, table), id) in ids::assign(wanted.collect()) {
            let slot = Slot { key: key.to_owned(), at: position(self.record(table, key)) };
            self.keys.ids.insert((table, id.clone()), slot);
            self.ids.insert((table, key), id);
        }
        for (table, keys) in tables {
            self.shown.insert(*table, keys.clone());
        }
    }

    /// All records of a table in order.
    pub(super) fn sorted(&self, table: Table) -> Vec<&'r str> {
        let mut rows: Vec<_> = self.records.table(table).map(|(key, record)| (order_of(record, key), key)).collect();
        rows.sort_unstable();
        rows.into_iter().map(|(_, key)| key).collect()
    }
}

/// Siblings stand by position, those without one last, then by key.
fn order_of<'r>(record: &'r Record, key: &'r str) -> (bool, &'r str, &'r str) {
    let at = record.text("at").filter(|at| is_position(at));
    (at.is_none(), at.unwrap_or_default(), key)
}
