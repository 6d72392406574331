//! What becomes of edits on two sides.

use kelias_exchange::merge;
use kelias_map::{Format, LaneKind, Map, Text, read_map, write_yaml};
use proptest::collection::vec;
use proptest::prelude::*;

use super::edits::{self, KINDS, edited};
use super::{examples, maps};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_side_alone_is_the_result(base in maps(), other in maps(), edits in vec(edits::edit(), 0..8)) {
        for side in [&other, &edited(&base, &edits)] {
            prop_assert_eq!(&merge(&base, &base, side), side);
            prop_assert_eq!(&merge(&base, side, &base), side);
            prop_assert_eq!(&merge(&base, side, side), side);
        }
    }

    #[test]
    fn the_result_is_a_valid_map(base in maps(), ours in vec(edits::edit(), 0..8), theirs in vec(edits::edit(), 0..8)) {
        assert_valid(&merge(&base, &edited(&base, &ours), &edited(&base, &theirs)));
    }

    #[test]
    fn even_of_unrelated_maps_a_valid_one_is_made(base in maps(), ours in maps(), theirs in maps()) {
        assert_valid(&merge(&base, &ours, &theirs));
    }

    #[test]
    fn disjoint_edits_both_survive(base in maps(), value in edits::edit(), other in edits::edit()) {
        let base = edits::with_distinct_cards(base);
        let (kind, other_kind) = (&KINDS[value.kind], &KINDS[other.kind]);
        let removes = other_kind.told.0 == kelias_exchange::ChangeKind::Removed;
        prop_assume!(kind.keeps_places && kind.name != other_kind.name && !removes);
        // An edit that keeps all places first: the other then finds what it would have found alone.
        let (Some(ours), Some(theirs)) = (value.of(&base), other.of(&base)) else { return Ok(()) };
        let both = edited(&ours, std::slice::from_ref(&other));
        prop_assert_eq!(&merge(&base, &ours, &theirs), &both, "{} and {}", kind.name, other_kind.name);
        prop_assert_eq!(&merge(&base, &theirs, &ours), &both, "{} and {}", other_kind.name, kind.name);
    }
}

fn assert_valid(map: &Map) {
    let parsed = read_map(&write_yaml(map), Format::Yaml);
    assert_eq!(parsed.map.as_ref(), Some(map), "{:?}", parsed.diagnostics);
}

fn shop() -> Map {
    read_map(examples::SHOP, Format::Yaml).into_result().expect("an example without errors")
}

/// Merges what two edits make of the shop, and checks that the result is valid.
fn merged(ours: impl Fn(&mut Map), theirs: impl Fn(&mut Map)) -> Map {
    let (mut us, mut them) = (shop(), shop());
    ours(&mut us);
    theirs(&mut them);
    let merged = merge(&shop(), &us, &them);
    assert_valid(&merged);
    merged
}

fn titles(map: &Map) -> Vec<&str> {
    map.stages.iter().map(|stage| stage.title.get(&map.language, &map.language)).collect()
}

fn cards<'m>(map: &'m Map, place: &str) -> Vec<&'m str> {
    let place = map.place(&place.parse().expect("an id")).expect("a place of the example");
    let items = place.items(&"acts".parse().expect("an id"));
    items.iter().map(|item| item.text.get(&map.language, &map.language)).collect()
}

#[test]
fn one_text_takes_the_words_of_both() {
    let map = merged(
        |map| map.stages[1].steps[0].title = "Pays by card".into(),
        |map| map.stages[1].steps[0].title = "Anna pays".into(),
    );
    assert_eq!(map.stages[1].steps[0].title, Text::from("Anna pays by card"));
}

#[test]
fn a_removed_stage_in_which_the_other_side_works_stays_whole() {
    let map = merged(
        |map| {
            map.stages.remove(1);
            map.transitions.clear();
            map.targets.clear();
        },
        |map| map.stages[1].steps[0].barriers[0].criticality = Some(5),
    );
    assert_eq!(titles(&map), ["Choosing", "Buying"]);
    assert_eq!(cards(&map, "pay"), ["Waits in a line"]);
    assert_eq!(map.barriers().next().and_then(|(_, barrier)| barrier.criticality), Some(5));
    assert_eq!((map.transitions.len(), map.targets.len()), (1, 1));
}

#[test]
fn a_removed_persona_that_the_other_side_begins_to_name_stays() {
    let map = merged(
        |map| {
            map.personas.clear();
            map.stages.iter_mut().flat_map(|stage| &mut stage.steps).for_each(|step| step.emotion.clear());
        },
        |map| map.stages[1].steps[0].barriers[0].personas = vec!["anna".parse().expect("an id")],
    );
    assert_eq!(map.personas.len(), 1);
    assert_eq!(map.stages[1].steps[0].emotion.len(), 1);
}

#[test]
fn a_card_moved_here_and_reworded_there_is_one_card() {
    let map = merged(
        |map| {
            let card = map.stages[0].steps[0].cells.get_mut("acts").expect("a cell").remove(1);
            map.stages[1].steps[0].cells.get_mut("acts").expect("a cell").insert(0, card);
        },
        |map| {
            map.stages[0].steps[0].cells.get_mut("acts").expect("a cell")[1].text =
                "Asks a good friend what to take".into();
        },
    );
    assert_eq!(cards(&map, "look"), ["Walks along the shelves"]);
    assert_eq!(cards(&map, "pay"), ["Asks a good friend what to take", "Waits in a line"]);
}

#[test]
fn what_both_sides_added_under_one_id_is_kept_apart() {
    let map = merged(
        |map| map.stages.push(edits::new_stage("next")),
        |map| {
            let mut stage = edits::new_stage("next");
            stage.title = "Later".into();
            stage.steps.push(serde_json::from_str(r#"{"id": "return", "title": "Returns it"}"#).expect("a step"));
            map.stages.push(stage);
            let way = r#"{"from": "pay", "to": "next", "kind": "skip"}"#;
            map.transitions.push(serde_json::from_str(way).expect("a transition"));
        },
    );
    let ids: Vec<_> = map.stages.iter().map(|stage| (stage.id.as_str(), stage.steps.len())).collect();
    assert_eq!(ids, [("choose", 2), ("buy", 1), ("next", 0), ("next-2", 1)]);
    assert_eq!(map.transitions.last().map(|way| way.to.as_str()), Some("next-2"));
}

#[test]
fn cells_of_a_lane_that_becomes_drawn_keep_their_lane() {
    let map = merged(
        |map| {
            map.lanes[0].kind = LaneKind::Barriers;
            map.stages.iter_mut().flat_map(|stage| &mut stage.steps).for_each(|step| step.cells.clear());
        },
        |map| map.stages[1].steps[0].cells.get_mut("acts").expect("a cell")[0].evidence.clear(),
    );
    assert_eq!(map.lanes[0].kind, LaneKind::Text);
    assert_eq!(cards(&map, "pay"), ["Waits in a line"]);
}

#[test]
fn a_target_of_a_stage_follows_into_its_first_step() {
    let map =
        merged(|map| map.stages.push(edits::new_stage("later")), |map| map.stages[1].steps[0].title = "Buys".into());
    let base = map.clone();
    let (mut ours, mut theirs) = (map.clone(), map);
    ours.targets[0].step = "later".parse().expect("an id");
    theirs.stages[2].steps.push(serde_json::from_str(r#"{"id": "return", "title": "Returns it"}"#).expect("a step"));
    let map = merge(&base, &ours, &theirs);
    assert_valid(&map);
    assert_eq!(map.targets[0].step.as_str(), "return");
}

#[test]
fn a_period_turned_round_by_both_sides_is_ours() {
    let date = |text: &str| text.parse().ok();
    let mut base = shop();
    (base.scope.from, base.scope.until) = (date("2026-01-01"), date("2026-07-01"));
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.scope.from = date("2026-06-01");
    theirs.scope.until = date("2026-03-01");
    let map = merge(&base, &ours, &theirs);
    assert_valid(&map);
    assert_eq!(map.scope, ours.scope);
}

#[test]
fn a_stage_and_a_step_of_one_id_are_kept_apart() {
    let map = merged(
        |map| map.stages.push(edits::new_stage("gift")),
        |map| map.stages[1].steps.push(serde_json::from_str(r#"{"id": "gift", "title": "Wraps it"}"#).expect("a step")),
    );
    let ids: Vec<_> = map.places().map(|place| place.id().as_str()).collect();
    assert_eq!(ids, ["choose", "look", "compare", "buy", "pay", "gift-2", "gift"]);
}
