use std::collections::BTreeMap;

use arrow::array::StringArray;
use kelias_event::EventBatch;
use kelias_journeys::Journeys;
use kelias_journeys::index::Index;
use kelias_lake::Lake;

use crate::support::{Row, batch, import, lake, with_properties, with_ratings};

/// Event names by traveller, in order.
fn told(index: &Index) -> BTreeMap<String, String> {
    let mut told = BTreeMap::new();
    for place in 0..index.batches() {
        let batch = index.batch(place).unwrap();
        for journey in batch.journeys() {
            let names: Vec<&str> = journey.codes.iter().map(|&code| index.names()[code as usize].as_str()).collect();
            told.insert(batch.traveller(journey.place).to_owned(), names.join(" "));
        }
    }
    told
}

fn linked(rows: &[Row<'_>], links: &[Option<&str>]) -> EventBatch {
    EventBatch { links: vec![links.iter().copied().collect::<StringArray>()], ..batch(rows) }
}

fn expect(lake: &Lake, expected: &[(&str, &str)]) {
    let index = lake.journeys().unwrap();
    let expected: BTreeMap<String, String> = expected.iter().map(|(t, e)| ((*t).to_owned(), (*e).to_owned())).collect();
    assert_eq!(told(&index), expected);
    assert_eq!(index.travellers(), expected.len() as u64);
}

#[test]
fn the_index_follows_the_lake() {
    let (_folder, lake) = lake();
    expect(&lake, &[]);
    import(&lake, "shop", [batch(&[("anna", "view", 2), ("ben", "view", 1), ("anna", "search", 1)])]);
    expect(&lake, &[("anna", "search view"), ("ben", "view")]);
    import(&lake, "shop", [batch(&[("anna", "buy", 3), ("cara", "view", 1), ("anna", "ad", 0)])]);
    expect(&lake, &[("anna", "ad search view buy"), ("ben", "view"), ("cara", "view")]);
    assert_eq!(lake.journeys().unwrap().lake_version(), 2);
}

#[test]
fn ties_in_time_keep_the_order_of_arrival() {
    let (_folder, lake) = lake();
    import(&lake, "shop", [batch(&[("anna", "z", 1), ("anna", "y", 1)])]);
    import(&lake, "shop", [batch(&[("anna", "a", 1), ("anna", "x", 0)])]);
    expect(&lake, &[("anna", "x z y a")]);
}

#[test]
fn links_join_and_late_links_join_what_is_stored() {
    let (_folder, lake) = lake();
    import(&lake, "web", [batch(&[("anon-1", "visit", 1), ("anon-2", "visit", 2), ("user-9", "buy", 5)])]);
    expect(&lake, &[("anon-1", "visit"), ("anon-2", "visit"), ("user-9", "buy")]);
    let signed_in = [("user-9", "sign-in", 3), ("user-8", "sign-in", 4)];
    let imported = import(&lake, "web", [linked(&signed_in, &[Some("anon-1"), None])]);
    assert_eq!(imported.links, 1);
    expect(&lake, &[("anon-1", "visit sign-in buy"), ("anon-2", "visit"), ("user-8", "sign-in")]);
    import(&lake, "crm", [linked(&[("user-9", "call", 6)], &[Some("anon-2")])]);
    expect(&lake, &[("anon-1", "visit visit sign-in buy call"), ("user-8", "sign-in")]);
}

#[test]
fn identify_and_alias_events_link_by_themselves() {
    let (_folder, lake) = lake();
    let rows = [("anon-1", "visit", 1), ("user-9", "$identify", 2), ("crm-5", "alias", 3), ("user-8", "buy", 4)];
    let properties = [
        r#"{"userId":"user-8"}"#,
        r#"{"properties":{"$anon_distinct_id":"anon-1"}}"#,
        r#"{"previousId":"user-9","plan":"pro"}"#,
        r#"{"anonymousId":"anon-1"}"#,
    ];
    assert_eq!(import(&lake, "web", [with_properties(&rows, &properties)]).links, 2);
    expect(&lake, &[("anon-1", "visit $identify alias"), ("user-8", "buy")]);
}

#[test]
fn a_link_without_new_events_is_followed() {
    let (_folder, lake) = lake();
    let rows = [("a", "x", 1), ("b", "y", 2)];
    import(&lake, "web", [batch(&rows)]);
    expect(&lake, &[("a", "x"), ("b", "y")]);
    let again = import(&lake, "web", [linked(&rows, &[Some("b"), None])]);
    assert_eq!((again.kept, again.links, again.lake_version), (0, 1, 1));
    expect(&lake, &[("a", "x y")]);
}

#[test]
fn optimizing_changes_files_and_nothing_else() {
    let (_folder, lake) = lake();
    for n in 0..5 {
        import(&lake, "shop", [batch(&[("anna", "view", n), ("ben", "buy", -n)])]);
    }
    let before = told(&lake.journeys().unwrap());
    let done = lake.optimize().unwrap();
    assert_eq!((done.files_before, done.files_after), (5, 1));
    assert_eq!(told(&lake.journeys().unwrap()), before);
    assert_eq!(import(&lake, "shop", [batch(&[("anna", "view", 1)])]).duplicates, 1);
    let found = lake.verify().unwrap();
    assert_eq!((found.events, found.files, found.problems), (10, 1, Vec::<String>::new()));
}

#[test]
fn strays_of_a_killed_import_are_named_and_removed() {
    let (folder, lake) = lake();
    import(&lake, "shop", [batch(&[("anna", "view", 1)])]);
    let stray = folder.path().join("lake/part-killed.parquet");
    std::fs::write(&stray, "half a file").unwrap();
    assert_eq!(lake.verify().unwrap().strays, ["part-killed.parquet"]);
    assert_eq!(lake.optimize().unwrap().removed, 1);
    assert!(!stray.exists());
}

#[test]
fn ratings_come_with_their_rows() {
    let (_folder, lake) = lake();
    import(&lake, "web", [batch(&[("anna", "view", 1)])]);
    let asked = [("anna", "nps", 2), ("ben", "nps", 3)];
    import(&lake, "survey", [with_ratings(&asked, &[Some(10.0), None], "0-10")]);
    let index = lake.journeys().unwrap();
    let ratings = lake.ratings(&index).unwrap();
    assert_eq!((ratings.len(), ratings.get(1), ratings.get(2)), (1, Some(2.0), None));
}

#[test]
fn stats_count_names_and_travellers() {
    let (_folder, lake) = lake();
    import(&lake, "shop", [batch(&[("anna", "view", 1), ("anna", "view", 2), ("ben", "buy", 3)])]);
    let stats = lake.stats().unwrap();
    let names: Vec<_> = stats.event_names.iter().map(|n| (n.event.as_str(), n.count, n.travellers)).collect();
    assert_eq!(names, [("view", 2, 1), ("buy", 1, 1)]);
    assert_eq!(
        (stats.events, stats.travellers, stats.first_time, stats.last_time),
        (3, 2, Some(1_000_000), Some(3_000_000))
    );
}
