//! Loops, branches and skips.

use kelias_map::{PlaceId, TransitionKind};

use super::Reader;
use crate::data::Arc;

impl Reader<'_> {
    pub(super) fn arcs(&self) -> Vec<Arc> {
        let transitions = self.map.transitions.iter();
        transitions
            .filter_map(|transition| {
                // A stage is left at its last step and entered at its first.
                let (_, from) = self.extent(&transition.from)?;
                let (to, _) = self.extent(&transition.to)?;
                Some(Arc {
                    from: from as f64 + 0.5,
                    to: to as f64 + 0.5,
                    kind: match transition.kind {
                        TransitionKind::Skip => "skip",
                        TransitionKind::Branch => "branch",
                        TransitionKind::Loop => "loop",
                    },
                    title: self.optional(transition.title.as_ref()),
                })
            })
            .collect()
    }

    /// First and last column of a step or stage.
    pub(super) fn extent(&self, id: &PlaceId) -> Option<(usize, usize)> {
        let mut columns = self
            .map
            .columns()
            .enumerate()
            .filter(|(_, place)| place.id() == id || place.stage.id == *id)
            .map(|(number, _)| number);
        let first = columns.next()?;
        Some((first, columns.last().unwrap_or(first)))
    }
}
