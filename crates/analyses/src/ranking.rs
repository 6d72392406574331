//! The order in which sequences are told.

use std::cmp::Reverse;

use serde::Serialize;

/// Events in a row and how often they were so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sequence {
    /// The events' names.
    pub events: Vec<String>,
    /// How often the sequence was counted.
    pub count: u64,
}

/// The sequences by count, the most frequent first, then by their events' names; all, or the first `top`.
pub(crate) fn ranked<K: Copy>(
    mut counts: Vec<(K, u64)>,
    codes: impl Fn(K) -> Vec<u32>,
    names: &[String],
    top: Option<usize>,
) -> Vec<Sequence> {
    if let Some(top) = top.filter(|&top| top < counts.len()) {
        // The order of names costs more than that of counts, so first drop what cannot be among the first.
        let Some(place) = top.checked_sub(1) else { return Vec::new() };
        let least = counts.select_nth_unstable_by_key(place, |&(_, count)| Reverse(count)).1.1;
        counts.retain(|&(_, count)| count >= least);
    }
    let ranks = ranks(names);
    let rank = |&code: &u32| ranks[code as usize];
    counts.sort_by_cached_key(|&(key, count)| (Reverse(count), codes(key).iter().map(rank).collect::<Vec<_>>()));
    counts.truncate(top.unwrap_or(usize::MAX));
    let name = |&code: &u32| names[code as usize].clone();
    counts.into_iter().map(|(key, count)| Sequence { events: codes(key).iter().map(name).collect(), count }).collect()
}

/// The place of each code's name among all names in order.
fn ranks(names: &[String]) -> Vec<u32> {
    let mut order: Vec<_> = (0..names.len()).collect();
    order.sort_by_key(|&code| &names[code]);
    let mut ranks = vec![0; names.len()];
    for (rank, code) in (0..).zip(order) {
        ranks[code] = rank;
    }
    ranks
}
