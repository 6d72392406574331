//! What is still there when both sides have removed what they wanted.

use std::collections::{HashMap, HashSet};

use super::Sides;
use crate::records::{Key, Records};

/// The keys of everything that is in the result.
///
/// What a side removed is gone unless the other side changed it, put something into it or began to
/// refer to it. Then all that was removed together with it stays: nobody finds a step again that has
/// lost its cards.
pub(super) fn survivors<'r>(sides: &Sides<'r>) -> HashSet<&'r Key> {
    let mut alive = HashSet::new();
    for (keeper, remover) in [(sides.ours, sides.theirs), (sides.theirs, sides.ours)] {
        let kept = kept(sides.base, keeper, remover);
        let stays = |key: &Key| remover.has(key) || !sides.base.has(key) || kept.contains(key);
        alive.extend(keeper.iter().map(|record| &record.key).filter(|key| stays(key)));
    }
    alive
}

/// What the keeper has kept alive of what the other side removed.
fn kept<'r>(base: &'r Records, keeper: &'r Records, other: &Records) -> HashSet<&'r Key> {
    let removed: Vec<_> = keeper.iter().filter(|record| base.has(&record.key) && !other.has(&record.key)).collect();
    let removed_keys: HashSet<&Key> = removed.iter().map(|record| &record.key).collect();
    let ends: Vec<_> = removed.iter().map(|record| record.ends()).collect();
    // Whatever was removed is bound to what it was a part of, and the other way round.
    let mut bound: HashMap<&Key, Vec<&'r Key>> = HashMap::new();
    for (record, ends) in removed.iter().zip(&ends) {
        for owner in record.owners().chain(ends).filter_map(|owner| removed_keys.get(owner)) {
            bound.entry(owner).or_default().push(&record.key);
            bound.entry(&record.key).or_default().push(owner);
        }
    }
    let mut kept = HashSet::new();
    let touched = touched(base, keeper);
    let mut next: Vec<&'r Key> =
        removed.iter().map(|record| &record.key).filter(|key| touched.contains(*key)).collect();
    while let Some(key) = next.pop() {
        if kept.insert(key) {
            next.extend(bound.get(key).into_iter().flatten());
        }
    }
    kept
}

/// What a side changed, put something into, or refers to and did not before.
fn touched(base: &Records, side: &Records) -> HashSet<Key> {
    let mut touched = HashSet::new();
    for record in side.iter() {
        let before = base.get(&record.key);
        if before != Some(record) {
            touched.insert(record.key.clone());
        }
        if before.is_none_or(|before| before.container != record.container) {
            touched.extend(record.owners().cloned());
        }
        for key in record.fields.keys() {
            let before = before.map_or_else(Vec::new, |before| before.references(key));
            touched.extend(record.references(key).into_iter().filter(|target| !before.contains(target)));
        }
    }
    touched
}
