use serde_json::{Value, json};

use crate::support::{Folder, json as json_of, of_root, run};

const WHATS: [&[&str]; 6] = [
    &["funnel", "--steps", "home,product_view,purchase", "--window", "7d"],
    &["transitions", "--ends"],
    &["sessions", "--timeout", "30m"],
    &["retention", "--by", "week"],
    &["variants", "--top", "5"],
    &["ngrams", "--length", "3", "--top", "5"],
];

/// The shop's events in a lake.
fn shop() -> (Folder, String) {
    let folder = Folder::new();
    let lake = folder.path("lake");
    let done = json_of(&["import", &of_root("examples/ecom/ecom.csv.gz"), "--lake", &lake, "--json"]);
    assert_eq!((&done["read"], &done["kept"]), (&json!(31_106), &json!(31_106)));
    (folder, lake)
}

fn analyse(what: &[&str], more: &[&str]) -> Value {
    json_of(&[&["analyse"], what, more, &["--json"]].concat())
}

#[test]
fn a_lake_and_its_file_give_the_same_answers() {
    let (_folder, lake) = shop();
    let file = of_root("examples/ecom/ecom.csv.gz");
    for what in WHATS {
        let of_lake = analyse(what, &["--lake", &lake]);
        assert_eq!(of_lake["analysis"], what[0]);
        assert_eq!(of_lake, analyse(what, &["--events", &file]), "{what:?}");
    }
}

#[test]
fn options_may_stand_before_the_name_of_the_analysis() {
    let (_folder, lake) = shop();
    let before = json_of(&["analyse", "--lake", &lake, "--json", "sessions"]);
    assert_eq!(before, analyse(&["sessions"], &["--lake", &lake]));
}

#[test]
fn predicates_and_periods_narrow_the_events() {
    let (_folder, lake) = shop();
    let sessions =
        |more: &[&str]| analyse(&["sessions"], &[&["--lake", &lake], more].concat())["sessions"].as_u64().unwrap();
    let (all, mobile) = (sessions(&[]), sessions(&["--where", "properties.platform = 'mobile'"]));
    assert!(0 < mobile && mobile < all, "{mobile} of {all}");
    let halves = sessions(&["--until", "2024-04-01"]) + sessions(&["--since", "2024-04-01"]);
    assert!(halves >= all, "{halves} of {all}");
    let file = of_root("examples/ecom/ecom.csv.gz");
    let of_file = ["--events", &file, "--where", "properties.platform = 'mobile'"];
    assert_eq!(analyse(&["sessions"], &of_file)["sessions"], mobile);
}

#[test]
fn touchpoints_take_the_place_of_events() {
    let (_folder, lake) = shop();
    let map = of_root("examples/ecom/web-shop.journey.yaml");
    let answer = analyse(&["transitions"], &["--lake", &lake, "--map", &map]);
    let from: Vec<&str> =
        answer["transitions"].as_array().unwrap().iter().map(|t| t["from"].as_str().unwrap()).collect();
    assert!(from.contains(&"address-form-phone"), "{from:?}");
    assert!(!from.contains(&"checkout_bug"), "{from:?}");
}

#[test]
fn what_cannot_be_asked_is_explained() {
    let (_folder, lake) = shop();
    for (arguments, words) in [
        (vec!["analyse", "funnel", "--lake", &lake, "--steps", "home,purchas"], "purchase"),
        (vec!["analyse", "sessions"], "--lake"),
        (vec!["analyse", "sessions", "--lake", &lake, "--where", "select 1"], "--where"),
        (vec!["analyse", "sessions", "--lake", &lake, "--where", "colour = 1"], "colour"),
        (vec!["analyse", "sessions", "--lake", &lake, "--since", "soon"], "2026-07-01"),
        (vec!["analyse", "sessions", "--lake", &lake, "--timeout", "long"], "timeout"),
    ] {
        let run = run(&arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}\n{}", run.err);
        assert!(run.err.contains(words), "{arguments:?}\n{}", run.err);
    }
}

#[test]
fn tables_are_for_people() {
    let (_folder, lake) = shop();
    for what in WHATS {
        let run = run(&[&["analyse"], what, &["--lake", &lake]].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.lines().count() > 1 && !run.out.starts_with('{'), "{}", run.out);
    }
}
