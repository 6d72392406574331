//! Links between maps.

use kelias_map::{Format, LinkedMap, check_links, read_map};

/// A map with one stage for each linked map.
fn map(id: &str, links: &[&str]) -> LinkedMap {
    let stages: Vec<_> =
        links.iter().enumerate().map(|(at, link)| format!("  - {{id: s{at}, title: S, map: {link}}}")).collect();
    let text = format!("kelias: 1\nid: {id}\ntitle: T\nlanguage: en\nstages:\n{}", stages.join("\n"));
    let parsed = read_map(&text, Format::Yaml);
    LinkedMap::of(&parsed).unwrap_or_else(|| panic!("{:?}", parsed.diagnostics))
}

fn told(maps: &[LinkedMap]) -> Vec<String> {
    let found = check_links(maps);
    let lines = found.iter();
    lines.map(|(at, one)| format!("{} {one}", maps[*at].id)).collect()
}

#[test]
fn a_tree_of_maps_is_good() {
    let maps = [map("a", &["b", "c"]), map("b", &["c"]), map("c", &[])];
    assert_eq!(told(&maps), Vec::<String>::new());
}

#[test]
fn cycles_are_errors_that_name_the_way() {
    let maps = [map("a", &["b"]), map("b", &["c"]), map("c", &["a", "d"]), map("d", &[])];
    insta::assert_snapshot!(told(&maps).join("\n"));
    insta::assert_snapshot!(told(&[map("a", &["a"])]).join("\n"));
}

#[test]
fn unknown_maps_and_ids_given_twice_are_warnings() {
    let maps = [map("returns", &["retunr", "elsewhere"]), map("return", &[]), map("return", &[])];
    insta::assert_snapshot!(told(&maps).join("\n"));
}
