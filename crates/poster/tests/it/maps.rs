//! Maps to draw.

use kelias_map::{Format, Map, read_map};
use kelias_measure::Measured;
use kelias_poster::{Options, Paper};

/// A map from text, which must be good.
pub(crate) fn read(text: &str) -> Map {
    let format = if text.trim_start().starts_with('{') { Format::Json } else { Format::Yaml };
    let parsed = read_map(text, format);
    assert!(parsed.map.is_some(), "{:?}", parsed.diagnostics);
    parsed.map.unwrap()
}

/// The usual map of these tests, in three languages.
pub(crate) fn usual() -> Map {
    read(include_str!("usual.journey.yaml"))
}

pub(crate) fn measured() -> Measured {
    serde_json::from_str(include_str!("usual.measured.json")).unwrap()
}

pub(crate) fn options(language: &str, paper: Paper) -> Options {
    Options {
        language: Some(language.parse().unwrap()),
        paper,
        date: Some("2026-11-21".parse().unwrap()),
        version: Some("3".to_owned()),
        ..Options::default()
    }
}

const WORDS: [&str; 12] = [
    "reads",
    "carefully",
    "what",
    "the",
    "page",
    "promises",
    "and",
    "compares",
    "delivery",
    "prices",
    "with",
    "others",
];

/// So many words, always the same for the same seed.
fn sentence(seed: usize, words: usize) -> String {
    (0..words).map(|place| WORDS[(seed * 7 + place * 5 + place * place) % WORDS.len()]).collect::<Vec<_>>().join(" ")
}

/// Stages in columns, aspects in rows, every cell filled with two texts.
pub(crate) fn full(stages: usize, lanes: usize) -> Map {
    let kinds = ["text", "questions", "list", "goals", "quotes", "process", "metric"];
    let lanes: Vec<serde_json::Value> = (0..lanes)
        .map(|lane| serde_json::json!({"id": format!("lane-{lane}"), "kind": kinds[lane % kinds.len()], "title": sentence(lane, 2)}))
        .collect();
    let stages: Vec<serde_json::Value> = (0..stages)
        .map(|stage| {
            let cells: serde_json::Map<String, serde_json::Value> = (0..lanes.len())
                .map(|lane| {
                    let seed = stage * 31 + lane;
                    (format!("lane-{lane}"), serde_json::json!([sentence(seed, 12), sentence(seed + 1, 14)]))
                })
                .collect();
            serde_json::json!({"id": format!("stage-{stage}"), "title": format!("{} {stage}", sentence(stage, 2)), "cells": cells})
        })
        .collect();
    let map = serde_json::json!({"kelias": 1, "id": "full", "title": "Everything filled", "language": "en", "lanes": lanes, "stages": stages});
    read(&map.to_string())
}

/// Many stages of two steps each, with an emotion in every step.
pub(crate) fn long(stages: usize) -> Map {
    let step = |stage: usize, letter: &str| {
        serde_json::json!({
            "id": format!("stage-{stage}-{letter}"),
            "title": sentence(stage, 3),
            "emotion": {"anna": {"claimed": (stage % 5) as f64 - 2.0}},
            "cells": {"actions": [sentence(stage, 7)]},
        })
    };
    let stages: Vec<serde_json::Value> = (0..stages)
        .map(|stage| serde_json::json!({"id": format!("stage-{stage}"), "title": format!("Stage {stage}"), "steps": [step(stage, "a"), step(stage, "b")]}))
        .collect();
    let map = serde_json::json!({
        "kelias": 1, "id": "long", "title": "A long way", "language": "en",
        "personas": [{"id": "anna", "name": "Anna"}],
        "lanes": [
            {"id": "actions", "kind": "text", "title": "Actions"},
            {"id": "feelings", "kind": "emotion", "title": "Feelings"},
        ],
        "stages": stages,
        "transitions": [{"from": "stage-30", "to": "stage-2", "kind": "loop", "title": "back to the start"}],
    });
    read(&map.to_string())
}

/// Texts that would be markup, or have no place to break, or no glyph.
pub(crate) fn nasty_texts() -> Vec<String> {
    vec![
        "#panic(\"x\") $x^2$ *bold* _it_ `code` @ref <lab> \\ // c /* d */ #{1+1}".to_owned(),
        "<script>alert(1)</script> & \"double\" 'single' &amp;".to_owned(),
        "😀 emoji 🧵".to_owned(),
        "w".repeat(60),
        "https://example.org/a/very/long/path?with=query&and=more#fragment-0123456789012345678901234567890".to_owned(),
        sentence(3, 300).chars().take(2_000).collect(),
        "line one\nline two".to_owned(),
    ]
}

/// The nasty texts in every place of a map that takes a text.
pub(crate) fn nasty(extra: &[&str]) -> Map {
    let mut texts = nasty_texts();
    texts.extend(extra.iter().map(|text| (*text).to_owned()));
    let (markup, script, long, url) = (&texts[0], &texts[1], &texts[3], &texts[4]);
    let map = serde_json::json!({
        "kelias": 1, "id": "nasty", "title": markup, "language": "en", "purpose": script, "owner": script,
        "personas": [{"id": "p", "name": long, "quote": markup, "needs": texts}],
        "lanes": [
            {"id": "a", "kind": "text", "title": long}, {"id": "q", "kind": "questions", "title": script},
            {"id": "t", "kind": "touchpoints", "title": "Touchpoints"}, {"id": "e", "kind": "emotion", "title": "Emotion"},
            {"id": "b", "kind": "barriers", "title": "Barriers"}, {"id": "i", "kind": "ideas", "title": "Ideas"},
            {"id": "p", "kind": "image", "title": "Pictures"},
        ],
        "stages": [
            {"id": "one", "title": long, "goal": url, "steps": [
                {"id": "two", "title": long, "success": url, "touchpoints": [{"id": "t", "title": url, "channel": markup, "actor": long}],
                 "emotion": {"p": {"claimed": -2, "word": long, "icon": "😡"}},
                 "cells": {"a": texts, "q": texts, "p": [{"text": markup, "image": "not-there.png"}]},
                 "barriers": [{"id": "b", "text": long, "criticality": 5, "ideas": [{"id": "i", "text": markup, "owner": long}]}]},
                {"id": "three", "title": "Three", "emotion": {"p": {"claimed": 2, "word": "good"}}},
            ]},
            {"id": "four", "title": script},
        ],
        "transitions": [{"from": "four", "to": "two", "kind": "loop", "title": url}, {"from": "two", "to": "four", "kind": "skip", "title": markup}],
    });
    read(&map.to_string())
}
