//! Generated maps, with texts that are hard to write.

use std::collections::BTreeMap;

use kelias_map::{
    Barrier, Binding, Duration, DurationUnit, Emotion, Evidence, EvidenceKind, Idea, IdeaStatus, Item, Lane, LaneKind,
    Language, Lift, Map, MapStatus, Metric, MomentOfTruth, Persona, Side, Stage, Step, Target, Text, Touchpoint,
    Transition, TransitionKind,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Pieces that mean something in YAML, or that readers are known to stumble over.
const PIECES: [&str; 64] = [
    "",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\r\n",
    "\0",
    "\u{7}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{2028}",
    "\u{2029}",
    "\u{feff}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{1f600}",
    "\u{10ffff}",
    "\u{e000}",
    ":",
    ": ",
    " #",
    "#",
    "- ",
    "-",
    "?",
    "? ",
    ",",
    "[",
    "]",
    "{",
    "}",
    "&a",
    "*a",
    "!x",
    "|",
    ">",
    "'",
    "\"",
    "\\",
    "%",
    "@",
    "`",
    "~",
    "---",
    "...",
    "<<",
    "=",
    "yes",
    "No",
    "null",
    "true",
    "1",
    "-1.5",
    "1e3",
    "0x1f",
    "12:30",
    "2026-07-01",
    "žodis",
    "слово",
    "text",
];

fn string() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => vec(select(&PIECES[..]), 0..6).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
        2 => "[A-Za-z ,.?]{1,30}",
    ]
}

fn text() -> impl Strategy<Value = Text> {
    let languages = select(vec!["en", "ru", "lt", "no", "pt-BR"]).prop_map(|tag| Language::new(tag).expect("a tag"));
    prop_oneof![
        3 => string().prop_map(Text::Plain),
        1 => btree_map(languages, string(), 1..4).prop_map(Text::ByLanguage),
    ]
}

/// Values written as other texts, of any type that is read from one.
fn parsed<T: std::str::FromStr<Err: std::fmt::Debug>>(text: impl AsRef<str>) -> T {
    text.as_ref().parse().expect("a written form")
}

const EVIDENCE: [&str; 3] = ["talks", "on", "1"];
const PERSONAS: [&str; 3] = ["null", "mother", "2026-07-01"];
const LANES: [&str; 3] = ["no", "acts", "0x1"];

fn evidence_ids() -> impl Strategy<Value = Vec<kelias_map::EvidenceId>> {
    // Nothing is cited twice.
    subsequence(&EVIDENCE[..], 0..3).prop_shuffle().prop_map(|ids| ids.into_iter().map(parsed).collect())
}

fn item() -> impl Strategy<Value = Item> {
    (text(), option::weighted(0.2, string()), evidence_ids()).prop_map(|(text, image, evidence)| Item {
        text,
        image,
        evidence,
    })
}

fn feeling() -> impl Strategy<Value = Option<f64>> {
    option::of(prop_oneof![-2.0..=2.0, select(vec![-2.0, -1.0, 0.0, 0.5, 2.0])])
}

fn emotion() -> impl Strategy<Value = Emotion> {
    (feeling(), feeling(), option::of(text()), option::of(string()), evidence_ids())
        .prop_map(|(claimed, wished, word, icon, evidence)| Emotion { claimed, wished, word, icon, evidence })
}

type Content = (BTreeMap<kelias_map::PersonaId, Emotion>, BTreeMap<kelias_map::LaneId, Vec<Item>>);

fn content() -> impl Strategy<Value = Content> {
    let persona = select(&PERSONAS[..]).prop_map(parsed);
    let lane = select(&LANES[..]).prop_map(parsed);
    (btree_map(persona, emotion(), 0..3), btree_map(lane, vec(item(), 1..4), 0..3))
}

fn binding() -> impl Strategy<Value = Binding> {
    let condition = select(vec!["properties.a = 'it''s: #1'", "rating >= 4", "channel\n  = 'web'"]);
    (vec(string(), 1..3), option::of(condition))
        .prop_map(|(events, condition)| Binding { events, predicate: condition.map(str::to_owned) })
}

fn touchpoint(id: String) -> impl Strategy<Value = Touchpoint> {
    let side = select(Side::ALL);
    (text(), option::of(string()), option::of(text()), side, option::of(binding())).prop_map(
        move |(title, channel, actor, side, binding)| Touchpoint {
            id: parsed(&id),
            title,
            channel,
            actor,
            side,
            icon: None,
            binding,
        },
    )
}

fn barrier(id: String) -> impl Strategy<Value = Barrier> {
    let grade = || option::of(1..=5_u8);
    let idea = (text(), grade(), grade(), select(IdeaStatus::ALL), option::of(string()), evidence_ids());
    let barrier = (text(), grade(), evidence_ids(), vec(idea, 0..3));
    barrier.prop_map(move |(text, criticality, evidence, ideas)| {
        let ideas = ideas.into_iter().enumerate();
        let idea = |(at, (text, design_ease, development_ease, status, owner, evidence))| Idea {
            id: parsed(format!("{id}-{at}")),
            text,
            touchpoint: None,
            design_ease,
            development_ease,
            status,
            owner,
            lifts: (at == 1).then(|| Lift { from: parsed("s0-0"), to: parsed("s0-1") }),
            evidence,
        };
        Barrier {
            ideas: ideas.map(idea).collect(),
            id: parsed(&id),
            text,
            personas: vec![parsed("mother")],
            touchpoints: Vec::new(),
            criticality,
            evidence,
        }
    })
}

fn step(id: String) -> impl Strategy<Value = Step> {
    let units = select(&DurationUnit::ALL[..]);
    let time = (any::<u32>(), units).prop_map(|(count, unit)| Duration::new(count, unit));
    (
        (text(), option::of(select(MomentOfTruth::ALL)), option::of(text()), option::of(time), any::<bool>()),
        option::of(touchpoint(id.clone())),
        content(),
        option::of(barrier(id.clone())),
    )
        .prop_map(
            move |((title, moment_of_truth, success, expected_time, hidden), touchpoint, content, barrier)| Step {
                id: parsed(&id),
                title,
                moment_of_truth,
                colour: hidden.then(|| parsed("#a0b0c0")),
                hidden,
                success,
                expected_time,
                touchpoints: touchpoint.into_iter().collect(),
                emotion: content.0,
                cells: content.1,
                barriers: barrier.into_iter().collect(),
            },
        )
}

fn stage(at: usize) -> impl Strategy<Value = Stage> {
    // The first stage has the two steps that ideas, transitions and targets name.
    let steps = if at == 0 { 2..3 } else { 0..3_usize };
    let steps = steps
        .prop_flat_map(move |count| (0..count).map(|step_at| step(format!("s{at}-{step_at}"))).collect::<Vec<_>>());
    (text(), option::of(text()), content(), steps).prop_map(move |(title, goal, (emotion, cells), steps)| Stage {
        id: parsed(format!("s{at}")),
        title,
        goal,
        moment_of_truth: None,
        colour: Some(parsed(format!("#0000{at:02x}"))),
        hidden: at == 2,
        map: (at == 1).then(|| parsed("null")),
        emotion,
        cells,
        barriers: Vec::new(),
        steps,
    })
}

fn persona(id: &'static str) -> impl Strategy<Value = Persona> {
    (text(), option::of(text()), vec(item(), 0..3), vec(item(), 0..2)).prop_map(move |(name, quote, facts, worries)| {
        Persona {
            id: parsed(id),
            name,
            role: None,
            picture: None,
            quote,
            facts,
            needs: Vec::new(),
            motives: Vec::new(),
            worries,
            behaviour: Vec::new(),
            segment: Some("traits.age > 3".to_owned()),
        }
    })
}

/// Maps without an error in them.
pub(crate) fn map() -> impl Strategy<Value = Map> {
    let head =
        (text(), option::of(text()), string(), select(MapStatus::ALL), option::of(string()), vec(string(), 0..4));
    let evidence = (text(), select(EvidenceKind::ALL), option::of(string()), option::of(text()));
    let stages = (1..4_usize).prop_flat_map(|count| (0..count).map(stage).collect::<Vec<_>>());
    let personas = PERSONAS.map(persona);
    let body = (evidence, text(), personas, stages);
    (head, body, option::of(text()), any::<u16>()).prop_map(|(head, body, way, number)| {
        let (title, purpose, subject, status, owner, tags) = head;
        let ((evidence_title, kind, link, note), lane_title, personas, stages) = body;
        let mut map = Map::new(parsed("off"), title, Language::english());
        map.purpose = purpose;
        map.subject = subject;
        map.status = status;
        map.owner = owner;
        map.tags = tags;
        map.scope.from = Some(parsed("2026-07-01"));
        map.evidence = EVIDENCE
            .map(|id| Evidence {
                id: parsed(id),
                kind,
                who: None,
                title: evidence_title.clone(),
                date: Some(parsed("2026-07-01")),
                link: link.clone(),
                note: note.clone(),
            })
            .into();
        map.personas = personas.into();
        map.lanes = LANES
            .map(|id| Lane {
                id: parsed(id),
                kind: LaneKind::Image,
                title: lane_title.clone(),
                icon: None,
                colour: None,
                hidden: id == "no",
                layer: None,
                metric: None,
            })
            .into();
        map.stages = stages;
        map.transitions =
            vec![Transition { from: parsed("s0-1"), to: parsed("s0"), kind: TransitionKind::Loop, title: way }];
        map.targets = vec![Target {
            step: parsed("s0-0"),
            metric: Metric::Audience,
            at_least: Some(f64::from(number) / 7.0),
            at_most: None,
            alert_after: None,
        }];
        map
    })
}
