//! The first events of a log, for guessing.

use std::collections::BTreeSet;

use super::CASE;
use super::attributes::{Attribute, Kind};
use super::parser::Parser;
use crate::error::SourceError;
use crate::guess::Guess;
use crate::roles::Names;

const EVENTS: usize = 10_000;
const BYTES: u64 = 8 << 20;

/// Attributes by name and what they hold in the first events.
#[derive(Debug, Default)]
pub(super) struct Sample {
    /// Those of traces begin with `case:`.
    pub(super) names: Names,
    rows: Vec<Vec<(usize, String)>>,
}

impl Sample {
    /// Parses the beginning. A failure behind the first event is left for the reading itself to meet.
    pub(super) fn read(parser: &mut Parser) -> Result<Self, SourceError> {
        let mut sample = Self::default();
        while sample.rows.len() < EVENTS && parser.position() < BYTES {
            match parser.next_event() {
                Ok(Some(_)) => sample.add(parser.trace(), parser.event()),
                Err(failure) if sample.rows.is_empty() => return Err(failure),
                Ok(None) | Err(_) => break,
            }
        }
        if sample.rows.is_empty() {
            // A log without events has the standard's names, which nobody will miss.
            for name in ["case:concept:name", "concept:name", "time:timestamp"] {
                sample.names.number(name);
            }
        }
        Ok(sample)
    }

    fn add(&mut self, trace: &[Attribute], event: &[Attribute]) {
        let mut row = Vec::with_capacity(trace.len() + event.len());
        for (attributes, prefix) in [(trace, CASE), (event, "")] {
            for attribute in attributes.iter().filter(|a| !matches!(a.kind, Kind::List | Kind::Container)) {
                let name = format!("{prefix}{}", attribute.key);
                let column = self.names.number(&name);
                row.push((column, attribute.value.clone()));
            }
        }
        self.rows.push(row);
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn value(&self, row: usize, column: usize) -> &str {
        self.rows[row].iter().find(|(at, _)| *at == column).map_or("", |(_, text)| text)
    }

    /// A note where activities have more than one event each.
    pub(super) fn lifecycle(&self) -> Option<Guess> {
        let column = self.names.all.iter().position(|name| name == "lifecycle:transition")?;
        let phases: BTreeSet<&str> =
            (0..self.len()).map(|row| self.value(row, column)).filter(|v| !v.is_empty()).collect();
        let list = phases.iter().copied().collect::<Vec<_>>().join(", ");
        (phases.len() > 1).then(|| {
            Guess::new("lifecycle", format!("events occur as {list}; each is kept as an event of its own, with its lifecycle:transition in the properties"))
        })
    }
}
