//! Maps become documents and come back.

use kelias_collab::{Document, UpdateError};
use kelias_map::{Map, MapId};
use proptest::prelude::*;

use crate::chance::Chance;
use crate::generated::map;
use crate::support::sample;

fn id() -> MapId {
    MapId::new("off").unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_document_holds_every_map(map in map()) {
        let document = Document::from_map(&map, &mut Chance::new(1)).unwrap();
        prop_assert_eq!(document.map(&map.id), map.clone());
        let state = document.encode();
        let again = Document::load([state.as_slice()]).unwrap();
        prop_assert_eq!(again.map(&map.id), map);
    }

    #[test]
    fn a_document_can_be_set_to_every_map(before in map(), after in map()) {
        let mut chance = Chance::new(2);
        let mut document = Document::from_map(&before, &mut chance).unwrap();
        let mut follower = Document::load([document.encode().as_slice()]).unwrap();
        let update = document.set(&after, &mut chance).unwrap();
        prop_assert_eq!(document.map(&after.id), after.clone());
        prop_assert!(document.set(&after, &mut chance).unwrap().is_empty());
        if before == after {
            prop_assert!(update.is_empty());
        } else {
            prop_assert!(!follower.apply(&update).unwrap().is_incomplete);
        }
        prop_assert_eq!(follower.map(&after.id), after);
    }
}

#[test]
fn the_sample_comes_back() {
    let map = sample();
    let document = Document::from_map(&map, &mut Chance::new(3)).unwrap();
    assert_eq!(document.map(&map.id), map);
}

#[test]
fn what_stays_is_not_touched() {
    let map = sample();
    let mut chance = Chance::new(4);
    let mut document = Document::from_map(&map, &mut chance).unwrap();
    let whole = document.encode().len();
    // A move, a rewording and a removal are a few values, however large the map is.
    let mut edited = map.clone();
    edited.lanes.rotate_left(1);
    let moved = document.set(&edited, &mut chance).unwrap();
    assert!(moved.len() < 120, "{} of {whole} bytes", moved.len());
    edited.title = "First order, reworded".into();
    edited.stages[0].steps.swap(0, 1);
    let changed = document.set(&edited, &mut chance).unwrap();
    assert!(changed.len() < 300, "{} of {whole} bytes", changed.len());
    edited.stages.pop();
    edited.transitions.clear();
    edited.targets.clear();
    document.set(&edited, &mut chance).unwrap();
    assert_eq!(document.map(&map.id), edited);
}

#[test]
fn two_who_edit_one_text_keep_both_edits() {
    let mut chance = Chance::new(5);
    let map = Map::new(id(), "The quick brown fox".into(), kelias_map::Language::english());
    let mut one = Document::from_map(&map, &mut chance).unwrap();
    let mut other = Document::load([one.encode().as_slice()]).unwrap();
    let first = one.set(&Map { title: "The very quick brown fox".into(), ..map.clone() }, &mut chance).unwrap();
    let second = other.set(&Map { title: "The quick brown fox 🦊".into(), ..map.clone() }, &mut chance).unwrap();
    one.apply(&second).unwrap();
    other.apply(&first).unwrap();
    assert_eq!(one.map(&id()).title, "The very quick brown fox 🦊".into());
    assert_eq!(other.map(&id()), one.map(&id()));
}

#[test]
fn a_peer_gets_what_it_lacks() {
    let map = sample();
    let mut chance = Chance::new(6);
    let mut document = Document::from_map(&map, &mut chance).unwrap();
    let mut peer = Document::load([document.encode().as_slice()]).unwrap();
    let mut edited = map.clone();
    edited.owner = Some("someone else".to_owned());
    document.set(&edited, &mut chance).unwrap();
    let lacking = document.missing(&peer.state_vector()).unwrap();
    assert!(lacking.len() < document.encode().len());
    assert!(peer.apply(&lacking).unwrap().news.is_some());
    assert_eq!(peer.map(&map.id), edited);
    // The same again is nothing new.
    assert_eq!(peer.apply(&lacking).unwrap().news, None);
    assert_eq!(document.missing(&[9, 1]), Err(UpdateError::Malformed("it ends too early")));
}

#[test]
fn an_empty_document_is_an_empty_map() {
    let document = Document::new();
    assert_eq!(document.map(&id()), Map::new(id(), "".into(), kelias_map::Language::english()));
    assert!(Document::load([document.encode().as_slice()]).is_ok());
}
