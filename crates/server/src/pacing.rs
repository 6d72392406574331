//! When a version is kept by itself: after a pause in editing, and not too often. Knows no clock: moments come in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kelias_map::{Map, MapId};

use crate::time::MINUTE;

/// Nobody edits for so long before a version is kept.
const PAUSE: i64 = 2 * MINUTE;
/// Versions kept by themselves are at least so far apart.
const APART: i64 = 10 * MINUTE;

/// Edits of maps that no version holds yet.
#[derive(Debug, Default)]
pub(crate) struct Pacing {
    edits: BTreeMap<MapId, Edits>,
}

#[derive(Debug)]
struct Edits {
    authors: BTreeSet<Arc<str>>,
    state: Arc<Map>,
    last: i64,
    not_before: i64,
}

/// A map that has rested long enough.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Due {
    pub(crate) id: MapId,
    /// The map as it was when editing paused.
    pub(crate) state: Arc<Map>,
    /// Who edited it since the last version, in alphabetical order.
    pub(crate) authors: Vec<Arc<str>>,
}

impl Pacing {
    /// Takes note of edits that led to this state.
    pub(crate) fn edited(&mut self, id: MapId, state: Arc<Map>, authors: impl IntoIterator<Item = Arc<str>>, at: i64) {
        let edits = self.edits.entry(id).or_insert_with(|| Edits {
            authors: BTreeSet::new(),
            state: Arc::clone(&state),
            last: at,
            not_before: i64::MIN,
        });
        edits.authors.extend(authors);
        edits.state = state;
        edits.last = at;
    }

    /// Takes note of edits by an author who is the last of perhaps several, unless others are known of.
    pub(crate) fn found(&mut self, id: MapId, state: Arc<Map>, author: Arc<str>, at: i64) {
        if !self.edits.contains_key(&id) {
            self.edited(id, state, [author], at);
        }
    }

    /// The maps that have rested long enough; they are asked for again until one of the following is said of them.
    pub(crate) fn due(&self, now: i64) -> Vec<Due> {
        let resting = self.edits.iter().filter(|(_, edits)| now >= edits.not_before.max(edits.last + PAUSE));
        resting.map(|(id, edits)| edits.due(id)).collect()
    }

    /// All maps with edits that no version holds, rested or not, for when the server stops.
    pub(crate) fn all(&self) -> Vec<Due> {
        self.edits.iter().map(|(id, edits)| edits.due(id)).collect()
    }

    /// A version was kept at this moment: the next must wait. Says whether the edits may become a version now.
    pub(crate) fn last_version(&mut self, id: &MapId, at: Option<i64>, now: i64) -> bool {
        let Some(edits) = self.edits.get_mut(id) else { return false };
        edits.not_before = at.map_or(i64::MIN, |at| at + APART);
        now >= edits.not_before
    }

    /// The edits are in a version now, or the map is gone.
    pub(crate) fn settle(&mut self, id: &MapId) {
        self.edits.remove(id);
    }
}

impl Edits {
    fn due(&self, id: &MapId) -> Due {
        let authors = self.authors.iter().cloned().collect();
        Due { id: id.clone(), state: Arc::clone(&self.state), authors }
    }
}

#[cfg(test)]
mod tests {
    use kelias_map::Language;

    use super::*;

    fn map(title: &str) -> Arc<Map> {
        Arc::new(Map::new(MapId::new("shop").unwrap(), title.into(), Language::english()))
    }

    fn shop() -> MapId {
        MapId::new("shop").unwrap()
    }

    #[test]
    fn a_version_waits_for_a_pause_and_names_all_who_edited() {
        let mut pacing = Pacing::default();
        pacing.edited(shop(), map("A"), ["Ona".into()], 0);
        assert!(pacing.due(PAUSE - 1).is_empty());
        pacing.edited(shop(), map("B"), ["Jonas".into(), "Ona".into()], MINUTE);
        assert!(pacing.due(PAUSE).is_empty(), "the second edit began the pause anew");
        let due = pacing.due(MINUTE + PAUSE);
        let authors = vec!["Jonas".into(), "Ona".into()];
        assert_eq!(due, [Due { id: shop(), state: map("B"), authors }]);
        pacing.settle(&shop());
        assert!(pacing.due(i64::MAX).is_empty());
    }

    #[test]
    fn versions_are_ten_minutes_apart() {
        let mut pacing = Pacing::default();
        pacing.edited(shop(), map("A"), ["Ona".into()], 0);
        assert!(!pacing.last_version(&shop(), Some(-MINUTE), PAUSE));
        assert!(pacing.due(9 * MINUTE - 1).is_empty());
        assert_eq!(pacing.due(9 * MINUTE).len(), 1);
        assert!(pacing.last_version(&shop(), None, PAUSE), "the first version need not wait");
    }
}
