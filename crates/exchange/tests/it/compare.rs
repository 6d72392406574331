//! What is told of edits.

use kelias_exchange::{Change, ChangeKind, What, compare};
use kelias_map::{Format, Map, Text, read_map};
use proptest::prelude::*;

use super::edits::{self, KINDS};
use super::{examples, maps};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_told_of_a_map_that_is_the_same(map in maps()) {
        prop_assert_eq!(compare(&map, &map), []);
    }

    #[test]
    fn something_is_told_of_maps_that_differ(before in maps(), after in maps()) {
        prop_assert_eq!(compare(&before, &after).is_empty(), before == after);
    }

    #[test]
    fn one_edit_is_one_change(map in maps(), edit in edits::edit()) {
        let kind = &KINDS[edit.kind];
        let Some(edited) = edit.of(&map) else { return Ok(()) };
        let changes = compare(&map, &edited);
        let told: Vec<_> = changes.iter().map(|change| (change.kind, change.what, change.field.as_deref())).collect();
        prop_assert_eq!(told, [kind.told], "{}", kind.name);
    }

    #[test]
    fn changes_are_read_back_as_written(before in maps(), edits in prop::collection::vec(edits::edit(), 0..6)) {
        let changes = compare(&before, &edits::edited(&before, &edits));
        let written = serde_json::to_string(&changes).expect("changes are plain data");
        prop_assert_eq!(serde_json::from_str::<Vec<Change>>(&written).expect("as written"), changes);
    }
}

fn map(yaml: &str) -> Map {
    let parsed = read_map(yaml, Format::Yaml);
    parsed.into_result().expect("an example without errors")
}

/// The changes from the example to what `change` makes of its text.
fn told(change: impl Fn(&str) -> String) -> Vec<Change> {
    compare(&map(examples::SHOP), &map(&change(examples::SHOP)))
}

#[test]
fn a_removed_stage_is_one_change_with_its_steps() {
    let mut after = map(examples::SHOP);
    after.stages.remove(1);
    after.transitions.clear();
    after.targets.clear();
    let changes = compare(&map(examples::SHOP), &after);
    insta::assert_json_snapshot!(changes);
}

#[test]
fn a_moved_card_says_from_where_to_where() {
    let mut after = map(examples::SHOP);
    let card = after.stages[0].steps[0].cells.get_mut("acts").expect("the example has it").remove(0);
    after.stages[1].steps[0].cells.get_mut("acts").expect("the example has it").push(card);
    insta::assert_json_snapshot!(compare(&map(examples::SHOP), &after));
}

#[test]
fn a_text_says_in_which_language_it_changed() {
    let changes = told(|text| text.replace("ru: Выбор", "ru: Выбирает"));
    let [change] = changes.as_slice() else { panic!("one change, not {changes:?}") };
    assert_eq!((change.kind, change.what, change.field.as_deref()), (ChangeKind::Reworded, What::Stage, Some("title")));
    assert_eq!(change.language.as_ref().map(kelias_map::Language::as_str), Some("ru"));
    assert_eq!((change.before.as_deref(), change.after.as_deref()), (Some("Выбор"), Some("Выбирает")));
}

#[test]
fn an_emotion_says_whose_and_where() {
    let changes = told(|text| text.replace("claimed: -1", "claimed: 0.5"));
    insta::assert_json_snapshot!(changes);
}

#[test]
fn a_step_moved_over_many_is_one_change() {
    let mut before = map(examples::SHOP);
    let step = before.stages[0].steps[0].clone();
    for number in 0..12 {
        let id = format!("more-{number}").parse().expect("an id");
        let mut step = step.clone();
        (step.id, step.touchpoints, step.barriers) = (id, Vec::new(), Vec::new());
        before.stages[0].steps.push(step);
    }
    let mut after = before.clone();
    after.stages[0].steps.rotate_right(1);
    let changes = compare(&before, &after);
    let [change] = changes.as_slice() else { panic!("one change, not {changes:?}") };
    assert_eq!((change.kind, change.id.as_deref()), (ChangeKind::Moved, Some("more-11")));
    let positions =
        [&change.from, &Some(change.place.clone())].map(|place| place.as_ref().and_then(|place| place.position));
    assert_eq!(positions, [Some(before.stages[0].steps.len()), Some(1)]);
}

#[test]
fn words_and_citations_are_told_by_title() {
    let changes = told(|text| text.replace("evidence: [talks]", "evidence: [talks, poll]"));
    let values: Vec<_> = changes.iter().map(|change| (change.before.as_deref(), change.after.as_deref())).collect();
    assert_eq!(values, [(Some("Talks in the shop"), Some("Talks in the shop, Poll"))]);
}

#[test]
fn naming_the_language_of_a_text_is_told() {
    let mut after = map(examples::SHOP);
    let Text::Plain(title) = after.title.clone() else { panic!("the example's title is plain") };
    after.title = Text::ByLanguage([(after.language.clone(), title)].into());
    let changes = compare(&map(examples::SHOP), &after);
    assert_eq!(changes.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Set]);
}
