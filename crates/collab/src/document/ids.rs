//! Ids of records: what makers of records wished for, mended to be slugs and unique.

use std::collections::BTreeSet;

use kelias_map::PlaceId;

/// Characters an id may have.
const MAX_LENGTH: usize = 64;

/// Gives each record of a space an id. `R` is the record's key, and what else tells it from others of the same key.
///
/// The record with the smallest key keeps an id that several want; then the others, by key, get the first number that is
/// free.
pub(super) fn assign<'r, T: Copy + Ord>(mut records: Vec<((&'r str, T), Option<&str>)>) -> Vec<((&'r str, T), String)> {
    records.sort_unstable();
    let wanted: Vec<_> = records
        .into_iter()
        .map(|(record, wanted)| {
            let wanted = wanted.filter(|id| PlaceId::new(*id).is_ok()).map(str::to_owned);
            (record, wanted.unwrap_or_else(|| from_key(record.0)))
        })
        .collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut assigned = Vec::with_capacity(wanted.len());
    let mut rivals = Vec::new();
    for (record, id) in wanted {
        if taken.insert(id.clone()) {
            assigned.push((record, id));
        } else {
            rivals.push((record, id));
        }
    }
    let mut next: std::collections::BTreeMap<String, u64> = std::collections::BTreeMap::new();
    for (record, id) in rivals {
        let number = next.entry(id.clone()).or_insert(2);
        let free = loop {
            let candidate = numbered(&id, *number);
            *number += 1;
            if taken.insert(candidate.clone()) {
                break candidate;
            }
        };
        assigned.push((record, free));
    }
    assigned
}

/// The key in lower case, as a slug.
fn from_key(key: &str) -> String {
    let slug = key.to_ascii_lowercase().replace('_', "-");
    let slug = slug.trim_start_matches('-');
    if slug.is_empty() { "x".to_owned() } else { slug.to_owned() }
}

/// The id with a number at its end, cut to the length of an id.
fn numbered(id: &str, number: u64) -> String {
    let suffix = format!("-{number}");
    let room = id.len().min(MAX_LENGTH - suffix.len());
    format!("{}{suffix}", &id[..room])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(records: &[(&'static str, Option<&str>)], expected: &[(&str, &str)]) {
        let records = records.iter().map(|(key, id)| ((*key, ()), *id)).collect();
        let mut assigned: Vec<_> = assign(records).into_iter().map(|((key, ()), id)| (key, id)).collect();
        assigned.sort();
        let assigned: Vec<_> = assigned.iter().map(|(key, id)| (*key, id.as_str())).collect();
        assert_eq!(assigned, expected);
    }

    #[test]
    fn rivals_are_numbered_in_the_order_of_their_keys() {
        check(
            &[("c", Some("x-2")), ("b", Some("x")), ("a", Some("x")), ("d", Some("x"))],
            &[("a", "x"), ("b", "x-3"), ("c", "x-2"), ("d", "x-4")],
        );
    }

    #[test]
    fn ids_are_made_from_keys() {
        check(
            &[("-_Ab_C", None), ("__", Some("Not a slug")), ("ok", Some(""))],
            &[("-_Ab_C", "ab-c"), ("__", "x"), ("ok", "ok")],
        );
        let long = "a".repeat(64);
        let cut = format!("{}-2", "a".repeat(62));
        check(&[("b", Some(&long)), ("c", Some(&long))], &[("b", &long), ("c", &cut)]);
    }
}
