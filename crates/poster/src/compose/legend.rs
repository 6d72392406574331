//! The legend: only the marks that occur on this poster.

use super::Reader;
use crate::data::{Arc, Column, Entry, Lane, LegendEntry, Stage};

impl Reader<'_> {
    pub(super) fn legend(
        &self,
        columns: &[Column],
        stages: &[Stage],
        lanes: &[Lane],
        arcs: &[Arc],
        has_personas: bool,
    ) -> Vec<LegendEntry> {
        let entries = || lanes.iter().flat_map(|lane| lane.parts.iter().flatten()).flat_map(|cell| &cell.items);
        let backed = |wanted: bool| {
            entries().any(|entry| match entry {
                Entry::Note(note) => note.backed == Some(wanted),
                Entry::Barrier(barrier) => barrier.backed == Some(wanted),
                Entry::Idea(idea) => idea.backed == Some(wanted),
                Entry::Touchpoint(_) => false,
            }) || columns.iter().any(|column| column.evidence.as_ref().is_some_and(|mark| mark.backed == wanted))
        };
        let bound =
            |wanted: bool| entries().any(|entry| matches!(entry, Entry::Touchpoint(one) if one.bound == wanted));
        let moment =
            stages.iter().any(|stage| stage.moment.is_some()) || columns.iter().any(|column| column.moment.is_some());
        let worst = columns.iter().any(|column| column.measured.as_ref().is_some_and(|measured| measured.worst));
        let critical = entries().any(|entry| matches!(entry, Entry::Barrier(one) if one.criticality.is_some()));
        let arc = |kind: &str| arcs.iter().any(|arc| arc.kind == kind);
        [
            ("backed", "legend-backed", backed(true)),
            ("assumed", "legend-assumed", backed(false) || has_personas),
            ("moment", "legend-moment", moment),
            ("bound", "legend-bound", bound(true)),
            ("unbound", "legend-unbound", bound(false)),
            ("worst", "legend-worst", worst),
            ("critical", "legend-critical", critical),
            ("loop", "legend-loop", arc("loop")),
            ("branch", "legend-branch", arc("branch")),
            ("skip", "legend-skip", arc("skip")),
            ("link", "legend-link", stages.iter().any(|stage| stage.sub_map.is_some())),
        ]
        .into_iter()
        .filter(|(_, _, occurs)| *occurs)
        .map(|(mark, id, _)| LegendEntry { mark, text: self.words.get(id) })
        .collect()
    }
}
