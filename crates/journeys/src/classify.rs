//! Which events are which touchpoint.

use std::sync::Arc;

use crate::RowSet;

/// A touchpoint that events of one name may belong to.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The touchpoint (or whatever stands for it), by its place in the map's order.
    pub target: u32,
    /// The rows its predicate selects; without a predicate every event of the name belongs.
    pub only: Option<Arc<RowSet>>,
}

/// The bindings of a map as a lookup table over event codes: changing a binding changes this table and nothing else.
#[derive(Debug, Clone, Default)]
pub struct Classifier {
    by_code: Vec<Vec<Candidate>>,
}

impl Classifier {
    /// A table for `codes` event names with no bindings yet.
    #[must_use]
    pub fn new(codes: usize) -> Self {
        Self { by_code: vec![Vec::new(); codes] }
    }

    /// Binds an event name to a target. A later binding of the same target to the same name widens it.
    ///
    /// # Panics
    /// When the code is not one of the names the table was made for.
    pub fn bind(&mut self, code: u32, candidate: Candidate) {
        let candidates = &mut self.by_code[code as usize];
        candidates.push(candidate);
        candidates.sort_by_key(|c| c.target);
    }

    /// Every target the event belongs to, in the map's order, each once.
    pub fn all(&self, code: u32, row: u32) -> impl Iterator<Item = u32> {
        let candidates = self.by_code.get(code as usize).map_or(&[][..], Vec::as_slice);
        let mut last = None;
        candidates.iter().filter_map(move |candidate| {
            let belongs = candidate.only.as_ref().is_none_or(|rows| rows.contains(row));
            (belongs && last != Some(candidate.target)).then(|| {
                last = Some(candidate.target);
                candidate.target
            })
        })
    }

    /// The first target the event belongs to, in the map's order.
    #[must_use]
    pub fn first(&self, code: u32, row: u32) -> Option<u32> {
        self.all(code, row).next()
    }
}

#[cfg(test)]
mod tests {
    use arrow::buffer::BooleanBuffer;

    use super::*;

    #[test]
    fn the_first_in_the_maps_order_wins() {
        let even = Arc::new(RowSet::new(BooleanBuffer::from(vec![true, false, true, false])));
        let mut table = Classifier::new(2);
        table.bind(0, Candidate { target: 5, only: None });
        table.bind(0, Candidate { target: 2, only: Some(even) });
        assert_eq!(table.first(0, 0), Some(2));
        assert_eq!(table.first(0, 1), Some(5));
        assert_eq!(table.all(0, 2).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(table.first(1, 0), None);
        assert_eq!(table.first(9, 0), None);
    }
}
