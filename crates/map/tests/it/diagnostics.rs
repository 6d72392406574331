//! What a map maker is told.

use kelias_map::{Format, read_map};

use super::SAMPLE;

/// The diagnostics of a map that holds `body` beside what every map must have.
fn told(body: &str) -> String {
    let head = "kelias: 1\nid: m\ntitle: M\nlanguage: en\n";
    all(&format!("{head}{body}"), Format::Yaml)
}

/// The diagnostics of a file, one a line, each with the text it points at.
fn all(text: &str, format: Format) -> String {
    let parsed = read_map(text, format);
    assert_eq!(
        parsed.map.is_none(),
        parsed.diagnostics.iter().any(kelias_map::Diagnostic::is_error),
        "a map comes without errors, and errors without a map"
    );
    let lines = parsed.diagnostics.iter().map(|diagnostic| {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let part = &body[diagnostic.place.span.clone()];
        format!("{diagnostic}  <{part}>")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_sample_is_good() {
    assert_eq!(all(SAMPLE, Format::Yaml), "");
}

#[test]
fn all_problems_are_reported_in_one_run() {
    let text = SAMPLE
        .replace("kind: emotion,", "kind: emotions,")
        .replace("claimed: -0.5", "claimed: 7")
        .replace("search > pay", "search > pays")
        .replace("id: read\n", "id: search\n")
        .replace("results > 0", "results >")
        .replace("criticality: 4", "criticality: 9")
        .replace("expected-time: 7m", "expected-time: 7 minutes")
        .replace("2026-05-14", "14.05.2026")
        .replace("evidence: [talks, counter]", "evidence: [talk, counter]")
        .replace("        touchpoints:\n          - id", "        touchpoint:\n          - id")
        .replace("moment-of-truth: aha", "moment_of_truth: aha")
        .replace("accent: \"#D55E00\"", "accent: orange");
    insta::assert_snapshot!(all(&text, Format::Yaml));
}

#[test]
fn keys_must_be_there_once_and_known() {
    insta::assert_snapshot!(all("id: Not A Slug\nid: b\ncolour: red\n", Format::Yaml));
    insta::assert_snapshot!(told("stages:\n  - title: Buys\n    steps:\n      - id: a\n"));
    insta::assert_snapshot!(told("theme:\n  accent: #ff0000\n"));
}

#[test]
fn wrong_shapes_are_named() {
    insta::assert_snapshot!(told("tags: shop\nscope: big\nowner: [a]\nlanes:\n  - kind\npersonas:\n  a: b\nstages:\n"));
}

#[test]
fn lanes_hold_what_their_kind_allows() {
    insta::assert_snapshot!(told(
        "lanes:
  - {id: mood, kind: emotion, title: Mood, layer: support}
  - {id: acts, kind: text, title: Acts, metric: share}
  - {id: back, kind: blueprint, title: Back}
stages:
  - id: a
    title: A
    cells:
      mood: [glad]
      act: [walks]
      acts:
        - {text: walks, image: a.png}
      back:
"
    ));
}

#[test]
fn transitions_and_targets_name_places() {
    insta::assert_snapshot!(told(
        "stages:
  - {id: a, title: A, steps: [{id: b, title: B}]}
transitions:
  - {from: a, to: c, kind: jump}
  - {from: b, kind: skip}
targets:
  - {step: a, metric: share, at-least: 0.5}
  - {step: b, metric: share, at-least: 50}
  - {step: b, metric: median_seconds_to_next}
  - {step: b, metric: emotion, at-least: 1, at-most: 2}
  - {step: B, metric: conversion-to-next, at-least: 1, alert-after: 7}
"
    ));
}

#[test]
fn ids_are_unique_in_their_space() {
    insta::assert_snapshot!(told(
        "evidence:
  - {id: a, kind: survey, title: A}
  - {id: a, kind: survey, title: A}
personas:
  - {id: a, name: A}
stages:
  - {id: a, title: A, barriers: [{id: a, text: A}], steps: [{id: a, title: A, barriers: [{id: a, text: A}]}]}
"
    ));
}

#[test]
fn bindings_are_conditions_on_events() {
    insta::assert_snapshot!(told(
        "personas:
  - {id: p, name: P, segment: 'trait.age > 3'}
stages:
  - id: s
    title: S
    steps:
      - id: a
        title: A
        touchpoints:
          - {id: one, title: One, binding: {events: [x], where: \"chanel = 'web'\"}}
          - {id: two, title: Two, binding: {events: [], where: rating > 3}}
          - {id: three, title: Three, binding: {where: count(*) > 3}}
          - {id: four, title: Four, binding: {events: [x], where: \"select 1\"}}
"
    ));
}

#[test]
fn texts_have_languages() {
    insta::assert_snapshot!(told(
        "purpose: {}\nowner: 12\nscope: {product: {english: shop}}\npersonas:\n  - id: a\n    name: {en: A, EN: B}\n    \
         needs:\n      - {txt: fast}\n      - {en: [a]}\n      - {lt: greitai, ru: быстро}\n"
    ));
}

#[test]
fn files_that_are_no_maps_are_told_so() {
    let files = [
        "",
        "# only a comment\n",
        "just a text",
        "- a\n- b\n",
        "kelias: 2\nid: a\ntitle: A\nlanguage: English\n",
        "kelias: 1\nid: a\ntitle: A: B\n",
        "kelias: 1\nid: a\ntitle: [A\n",
        "kelias: 1\n\tid: a\n",
        "kelias: 1\nid: *nobody\n",
        "kelias: 1\nid: !slug a\n",
        "a: 1\n---\nb: 2\n",
        "<<: {a: b}\nkelias: 1\nid: a\ntitle: A\nlanguage: en\n",
        "a: &a [*a]\n",
    ]
    .map(|text| format!("{text:?}\n{}\n", all(text, Format::Yaml)));
    insta::assert_snapshot!(files.join("\n"));
}

#[test]
fn json_is_json() {
    let files = [
        "{\"kelias\": 1, \"id\": \"a\", \"title\": \"A\", \"language\": \"en\"}",
        "\u{feff}{\"kelias\": 1, \"id\": \"a\", \"title\": \"\\ud83d\\ude00 \\/ \\u0007\", \"language\": \"en\"}",
        "{\"kelias\": 1, \"id\": \"a\", \"title\": 5, \"language\": \"en\"}",
        "{\"kelias\": 1,\n \"id\": \"a\",\n}",
        "kelias: 1",
        "{\"kelias\": 1} {}",
        "{\"kelias\": 1, # no\n \"id\": \"a\"}",
    ]
    .map(|text| format!("{text}\n{}\n", all(text, Format::Json)));
    insta::assert_snapshot!(files.join("\n"));
}

#[test]
fn the_plain_look_of_yaml_does_not_hide_texts() {
    let map = read_map("kelias: 1\nid: 2026\ntitle: 2026\nlanguage: no\nowner: true\ntags: [1, on]\n", Format::Yaml)
        .into_result()
        .unwrap();
    assert_eq!(map.title, "2026".into());
    assert_eq!(map.owner.as_deref(), Some("true"));
    assert_eq!(map.tags, ["1", "on"]);
    assert_eq!(map.language.as_str(), "no");
}

#[test]
fn comments_are_found() {
    let parsed = read_map("# one\nkelias: 1 # two\ntitle: \"# none\"\n", Format::Yaml);
    let lines: Vec<_> = parsed.comments.iter().map(|place| place.line).collect();
    assert_eq!(lines, [1, 2]);
}
