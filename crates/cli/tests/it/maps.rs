use std::fs;

use crate::support::{Folder, json, of_root, run};

const TEMPLATES: [&str; 10] = [
    "e-commerce",
    "healthcare",
    "b2b-saas",
    "support",
    "restaurant",
    "mobile-app",
    "employee",
    "partner",
    "dynamic-journey",
    "blank",
];

#[test]
fn every_template_makes_a_good_map_in_every_language() {
    let listed = run(&["new", "--list-templates"]);
    assert_eq!(listed.code, 0, "{}", listed.err);
    let names: Vec<&str> = listed.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, TEMPLATES);
    let folder = Folder::new();
    for template in TEMPLATES {
        for language in ["en", "ru", "lt"] {
            let map = folder.path(&format!("{template}-{language}.journey.yaml"));
            let made = run(&["new", &map, "--template", template, "--language", language]);
            assert_eq!(made.code, 0, "{template} {language}: {}", made.err);
            let canonical = run(&["fmt", "--check", &map]);
            assert_eq!(canonical.code, 0, "{template} {language}: {}", canonical.out);
            let checked = run(&["check", &map]);
            assert_eq!(checked.code, 0, "{template} {language}: {}{}", checked.out, checked.err);
            fs::remove_file(&map).unwrap();
        }
    }
}

#[test]
fn a_map_is_never_overwritten_unasked() {
    let folder = Folder::new();
    let map = folder.file("a.journey.yaml", "mine");
    let made = run(&["new", &map, "--template", "blank"]);
    assert_eq!(made.code, 2, "{}", made.out);
    assert_eq!(fs::read_to_string(&map).unwrap(), "mine");
}

#[test]
fn all_problems_of_a_map_are_told_in_one_run() {
    let folder = Folder::new();
    let map = folder.file(
        "bad.journey.yaml",
        "kelias: 1
id: bad
title: Bad
language: en
personas:
  - id: anna
    name: Anna
lanes:
  - id: feelings
    kind: emotoin
    title: Feelings
stages:
  - id: buy
    title: Buy
    steps:
      - id: pay
        title: Pay
        emotion:
          anna:
            claimed: 7
        touchpoints:
          - id: page
            title: Page
            channel: web
            binding:
              events:
                - pay
              where: amount >
      - id: pay
        title: Pay again
transitions:
  - from: pay
    to: refund
    kind: loop
",
    );
    let checked = run(&["check", &map]);
    assert_eq!(checked.code, 1, "{}{}", checked.out, checked.err);
    let told = format!("{}{}", checked.out, checked.err);
    for words in ["emotoin", "emotion", "7", "refund", "pay", "amount >"] {
        assert!(told.contains(words), "{words} is not in\n{told}");
    }
    assert!(json_problems(&map).len() >= 5);
}

fn json_problems(map: &str) -> Vec<serde_json::Value> {
    let run = run(&["check", map, "--json"]);
    assert_eq!(run.code, 1);
    let checked: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    checked["maps"][0]["diagnostics"].as_array().cloned().unwrap()
}

#[test]
fn the_schema_is_the_one_that_is_published() {
    let printed = json(&["schema"]);
    let published = fs::read_to_string(of_root("schema/journey.schema.json")).unwrap();
    assert_eq!(printed, serde_json::from_str::<serde_json::Value>(&published).unwrap());
}

#[test]
fn a_poster_of_every_kind_is_drawn() {
    let folder = Folder::new();
    let map = of_root("examples/ecom/web-shop.journey.yaml");
    for (name, start) in
        [("a.pdf", b"%PDF-".as_slice()), ("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.html", b"<!doctype html>")]
    {
        let file = folder.path(name);
        let drawn = run(&["render", &map, "-o", &file, "--language", "lt"]);
        assert_eq!(drawn.code, 0, "{name}: {}", drawn.err);
        let bytes = fs::read(&file).unwrap();
        assert!(bytes[..start.len()].eq_ignore_ascii_case(start), "{name} begins with {:?}", &bytes[..20]);
    }
    assert_eq!(run(&["render", &map, "-o", &folder.path("a.docx")]).code, 2);
}
