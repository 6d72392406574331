//! Looking at a map.

use kelias_map::{Completeness, EvidenceCoverage, Format, Language, PlaceId, TouchpointId, read_map};

use super::SAMPLE;

#[test]
fn columns_are_steps_and_stages_without_steps() {
    let map = read_map(SAMPLE, Format::Yaml).into_result().unwrap();
    let ids: Vec<_> = map.columns().map(|column| column.id().as_str()).collect();
    assert_eq!(ids, ["search", "pay", "read"]);
    let places: Vec<_> = map.places().map(|place| place.id().as_str()).collect();
    assert_eq!(places, ["choose", "search", "pay", "read"]);
}

#[test]
fn things_are_found_by_their_ids() {
    let map = read_map(SAMPLE, Format::Yaml).into_result().unwrap();
    let place = map.place(&PlaceId::new("read").unwrap()).unwrap();
    assert_eq!((place.stage_index, place.step), (1, None));
    let placed = map.touchpoint(&TouchpointId::new("search-page").unwrap()).unwrap();
    assert_eq!(placed.step.id.as_str(), "search");
    assert_eq!(map.ideas().count(), 1);
}

#[test]
fn coverage_and_completeness_are_counted() {
    let map = read_map(SAMPLE, Format::Yaml).into_result().unwrap();
    // Six items of the portrait, four of cells, two emotions, one barrier.
    assert_eq!(map.evidence_coverage(), EvidenceCoverage { claims: 13, backed: 3 });
    // Seven lanes are shown over three columns. The stage's action fills both of its steps.
    assert_eq!(map.completeness(), Completeness { cells: 21, filled: 9 });
}

#[test]
fn a_map_can_be_put_into_one_language() {
    let map = read_map(SAMPLE, Format::Yaml).into_result().unwrap();
    let tags: Vec<_> = map.languages().into_iter().map(String::from).collect();
    assert_eq!(tags, ["en", "lt", "ru"]);
    let lithuanian = Language::new("lt").unwrap();
    let map = map.in_language(&lithuanian);
    assert_eq!(map.title, "Pirmas užsakymas".into());
    assert_eq!(map.languages(), [lithuanian].into());
}

#[test]
fn hidden_columns_are_not_counted() {
    let mut map = read_map(SAMPLE, Format::Yaml).into_result().unwrap();
    map.stages[0].steps[0].hidden = true;
    let shown: Vec<_> = map.shown_columns().map(|column| column.id().as_str()).collect();
    assert_eq!(shown, ["pay", "read"]);
    assert_eq!(map.completeness().cells, 14);
    assert_eq!(map.columns().count(), 3);
    let without = map.without_hidden().into_owned();
    let places: Vec<_> = without.places().map(|place| place.id().as_str()).collect();
    assert_eq!(places, ["choose", "pay", "read"]);
    // Nothing names what is gone.
    let written = kelias_map::write_yaml(&without);
    let parsed = read_map(&written, Format::Yaml);
    assert_eq!(parsed.map.as_ref(), Some(&without), "{:?}", parsed.diagnostics);
}

#[test]
fn all_pictures_are_named() {
    let map = "kelias: 1\nid: m\ntitle: M\nlanguage: en\n\
         personas:\n  - {id: p, name: P, picture: images/p.png}\n\
         lanes:\n  - {id: seen, kind: image, title: Seen}\n\
         stages:\n  - id: s\n    title: S\n    steps:\n      - id: a\n        title: A\n\
        \x20       touchpoints:\n          - {id: own, title: Own, icon: images/own.png}\n          - {id: named, title: Named, icon: store}\n\
        \x20       cells:\n          seen: [{text: A picture, image: images/seen.png}]\n";
    let map = read_map(map, Format::Yaml).into_result().unwrap();
    assert_eq!(map.pictures().collect::<Vec<_>>(), ["images/p.png", "images/seen.png", "images/own.png"]);
}
