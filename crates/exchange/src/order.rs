//! Orders: what moved between two of them, and one order that keeps the moves of two sides.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

/// What must be moved to come from one order to the other, and no more than that. Only what stands
/// in both counts.
pub(crate) fn moved<K: Clone + Ord + Hash>(before: &[K], after: &[K]) -> BTreeSet<K> {
    let places: HashMap<&K, usize> = before.iter().enumerate().map(|(at, key)| (key, at)).collect();
    let common: Vec<(usize, &K)> = after.iter().filter_map(|key| Some((*places.get(key)?, key))).collect();
    let stays = longest_increasing(&common.iter().map(|(place, _)| *place).collect::<Vec<_>>());
    let all = common.iter().enumerate();
    all.filter(|(at, _)| !stays.contains(at)).map(|(_, (_, key))| (*key).clone()).collect()
}

/// Where the values of a longest increasing subsequence stand.
fn longest_increasing(values: &[usize]) -> BTreeSet<usize> {
    // For each length, where the smallest value stands that ends a subsequence of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous = vec![None; values.len()];
    for at in 0..values.len() {
        let length = ends.partition_point(|end| values[*end] < values[at]);
        previous[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    std::iter::successors(ends.last().copied(), |at| previous[*at]).collect()
}

/// One order of the members that keeps what either side moved or added behind its neighbour.
///
/// What neither side moved keeps its order. What one side moved or added follows the nearest of
/// those that it follows on that side. Where both sides did, ours counts. Between the same two
/// neighbours the sides follow each other by their first key, whichever side is ours.
pub(crate) fn merge<K: Clone + Ord + Hash>(
    base: &[K],
    ours: &[K],
    theirs: &[K],
    is_member: impl Fn(&K) -> bool,
) -> Vec<K> {
    let known: BTreeSet<&K> = base.iter().collect();
    let placed_by = |side: &[K]| -> BTreeSet<K> {
        let added = side.iter().filter(|key| !known.contains(key)).cloned();
        added.chain(moved(base, side)).filter(&is_member).collect()
    };
    let by_us = placed_by(ours);
    let by_them: BTreeSet<K> = &placed_by(theirs) - &by_us;
    let stays: Vec<&K> =
        base.iter().filter(|key| is_member(key) && !by_us.contains(key) && !by_them.contains(key)).collect();
    let anchors: BTreeSet<&K> = stays.iter().copied().collect();
    let our_runs = runs(ours, &by_us, &anchors);
    let their_runs = runs(theirs, &by_them, &anchors);
    let mut merged = Vec::new();
    for anchor in std::iter::once(None).chain(stays.into_iter().map(Some)) {
        merged.extend(anchor.cloned());
        let mut both = [our_runs.get(&anchor), their_runs.get(&anchor)];
        both.sort_by_key(|run| run.and_then(|run| run.first()));
        merged.extend(both.into_iter().flatten().flatten().map(|key| (*key).clone()));
    }
    merged
}

/// What a side placed, by what it follows there.
fn runs<'k, K: Ord>(
    side: &'k [K],
    placed: &BTreeSet<K>,
    anchors: &BTreeSet<&'k K>,
) -> BTreeMap<Option<&'k K>, Vec<&'k K>> {
    let mut runs: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut anchor = None;
    for key in side {
        if anchors.contains(key) {
            anchor = Some(key);
        } else if placed.contains(key) {
            runs.entry(anchor).or_default().push(key);
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn merged(base: &str, ours: &str, theirs: &str) -> String {
        let [base, ours, theirs] = [base, ours, theirs].map(letters);
        let is_member = |key: &char| {
            let (is_ours, is_theirs) = (ours.contains(key), theirs.contains(key));
            if base.contains(key) { is_ours && is_theirs } else { is_ours || is_theirs }
        };
        merge(&base, &ours, &theirs, is_member).into_iter().collect()
    }

    #[test]
    fn moving_one_to_the_front_is_one_move() {
        assert_eq!(moved(&letters("abcdefgh"), &letters("habcdefg")), BTreeSet::from(['h']));
        assert_eq!(moved(&letters("abcdefgh"), &letters("bcdefgha")), BTreeSet::from(['a']));
        assert_eq!(moved(&letters("abc"), &letters("xaybz")), BTreeSet::new());
    }

    #[test]
    fn moves_of_both_sides_survive() {
        assert_eq!(merged("abcde", "eabcd", "bacde"), "beacd");
        assert_eq!(merged("abc", "abxc", "abyc"), "abxyc");
        assert_eq!(merged("abc", "abyc", "abxc"), "abxyc");
        assert_eq!(merged("abc", "ac", "abxc"), "axc");
        assert_eq!(merged("abc", "cab", "bca"), "cba");
        assert_eq!(merged("abcd", "dabc", "abdc"), "dabc");
        assert_eq!(merged("", "ab", "cd"), "abcd");
    }
}
