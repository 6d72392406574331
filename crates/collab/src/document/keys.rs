//! Which record of a document stands for which thing of its map.

use std::collections::BTreeMap;

use super::shape::Table;

/// The records of a map's things.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    /// Records of things with ids.
    pub ids: BTreeMap<(Table, String), Slot>,
    /// Records of things without, in the order of the map.
    pub rows: BTreeMap<Row, Vec<Slot>>,
    /// Positions of the members of sets.
    pub members: BTreeMap<Member, Option<String>>,
}

/// A record and its position among its siblings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub key: String,
    pub at: Option<String>,
}

/// A row of things that have no ids, by the ids of what they belong to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    Tags,
    Transitions,
    Targets,
    Cell { place: String, lane: String },
    Portrait { persona: String, list: &'static str },
}

/// A member of a set, by keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member {
    /// The record, or the place and the persona of an emotion.
    pub owner: String,
    /// Name of the set.
    pub set: &'static str,
    pub key: String,
}

impl Keys {
    pub(super) fn slot(&self, table: Table, id: &str) -> Option<&Slot> {
        self.ids.get(&(table, id.to_owned()))
    }

    pub(super) fn key(&self, table: Table, id: &str) -> Option<&str> {
        self.slot(table, id).map(|slot| slot.key.as_str())
    }

    /// The record of a stage or a step.
    pub(super) fn place(&self, id: &str) -> Option<&str> {
        self.key(Table::Stages, id).or_else(|| self.key(Table::Steps, id))
    }

    pub(super) fn row(&self, row: &Row) -> &[Slot] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }
}
