//! Links between maps: a stage of one map can be a whole map of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::MapId;
use crate::near::nearest;
use crate::read::{Link, Parsed};

/// A map among others, with its links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedMap {
    /// Id of the map.
    pub id: MapId,
    /// Its links to other maps.
    pub links: Vec<Link>,
}

impl LinkedMap {
    /// The links of a file that could be read; none for a file without a map.
    #[must_use]
    pub fn of(parsed: &Parsed) -> Option<Self> {
        Some(Self { id: parsed.map.as_ref()?.id.clone(), links: parsed.links.clone() })
    }
}

/// Checks the links among maps that stand together, say in one folder. Each diagnostic comes with
/// the place of its map in `maps`: an unknown map and a map id given twice are warnings, stages
/// that lead back to a map they are part of are an error.
#[must_use]
pub fn check_links(maps: &[LinkedMap]) -> Vec<(usize, Diagnostic)> {
    let mut by_id: BTreeMap<&MapId, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, map) in maps.iter().enumerate() {
        if by_id.contains_key(&map.id) {
            found.push((at, duplicate(&map.id)));
        } else {
            by_id.insert(&map.id, at);
        }
    }
    for (at, map) in maps.iter().enumerate() {
        for link in &map.links {
            if !by_id.contains_key(&link.map) {
                let known = by_id.keys().map(|id| id.as_str());
                found.push((at, unknown(link, nearest(link.map.as_str(), known))));
            } else if let Some(path) = way_back(maps, &by_id, map, link) {
                found.push((at, cycle(link, &path)));
            }
        }
    }
    found.sort_by_key(|(at, diagnostic)| (*at, diagnostic.place.span.start));
    found
}

/// The shortest way of links from `link` back to the map it stands in.
fn way_back<'m>(
    maps: &'m [LinkedMap],
    by_id: &BTreeMap<&MapId, usize>,
    map: &'m LinkedMap,
    link: &'m Link,
) -> Option<Vec<&'m MapId>> {
    let mut paths = vec![vec![&map.id, &link.map]];
    let mut seen = BTreeSet::from([&link.map]);
    let mut next = 0;
    while let Some(path) = paths.get(next).cloned() {
        next += 1;
        let last = *path.last()?;
        if *last == map.id {
            return Some(path);
        }
        let Some(at) = by_id.get(last) else { continue };
        for onward in &maps[*at].links {
            if seen.insert(&onward.map) {
                let mut longer = path.clone();
                longer.push(&onward.map);
                paths.push(longer);
            }
        }
    }
    None
}

fn duplicate(id: &MapId) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        code: "duplicate-map-id",
        message: format!("another map beside this one has the id `{id}` too; give one another id"),
        place: Place { line: 1, column: 1, span: 0..0 },
        value: Some(id.to_string()),
        suggestion: None,
    }
}

fn unknown(link: &Link, near: Option<&str>) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        code: "unknown-map",
        message: format!(
            "stage `{}` is described by map `{}`, which is not among the maps beside this one",
            link.stage, link.map
        ),
        place: link.place.clone(),
        value: Some(link.map.to_string()),
        suggestion: near.map(str::to_owned),
    }
}

fn cycle(link: &Link, path: &[&MapId]) -> Diagnostic {
    let path: Vec<_> = path.iter().map(|id| id.as_str()).collect();
    Diagnostic {
        severity: Severity::Error,
        code: "map-cycle",
        message: format!(
            "stage `{}` leads back to the map it is part of: {}; cut one of these links",
            link.stage,
            path.join(" > ")
        ),
        place: link.place.clone(),
        value: Some(link.map.to_string()),
        suggestion: None,
    }
}
