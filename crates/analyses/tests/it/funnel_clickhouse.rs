//! The ClickHouse modes against answers of ClickHouse 26.9.

use serde_json::Value;

use crate::logs::{funnel, level, trace};

const OPTIONS: [&str; 7] = [
    "default",
    "strict_order",
    "strict_deduplication",
    "strict_increase",
    "strict_once",
    "strict_order+allow_reentry",
    "strict_order+strict_deduplication",
];

#[test]
fn golden_answers() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../golden/windowfunnel.json")).unwrap();
    assert_eq!(cases.len(), 17);
    for case in &cases {
        let events: Vec<(i64, &str)> = (case["seq"].as_array().unwrap().iter())
            .map(|event| (event[0].as_i64().unwrap(), event[1].as_str().unwrap()))
            .collect();
        let steps: Vec<String> = case["steps"].as_str().unwrap().chars().map(String::from).collect();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        for options in OPTIONS {
            let mode = match options {
                "default" => "clickhouse".to_owned(),
                options => format!("clickhouse_{options}"),
            };
            let output = funnel(&trace(&events), &steps, case["window"].as_i64().unwrap(), &mode);
            let expected = case[options].as_u64().unwrap() as usize;
            assert_eq!(level(&output), expected, "{} {options}", case["case"]);
        }
    }
}

#[test]
fn one_event_for_two_steps() {
    let events = trace(&[(1, "a"), (2, "a")]);
    // ClickHouse lets one event be both steps unless told otherwise.
    for (mode, steps, expected) in [
        ("clickhouse", &["a", "a"][..], 2),
        ("clickhouse_strict_once", &["a", "a"], 2),
        ("clickhouse_strict_once", &["a", "a", "a"], 2),
        ("canonical", &["a", "a"], 2),
        ("canonical", &["a", "a", "a"], 2),
    ] {
        assert_eq!(level(&funnel(&events, steps, 10, mode)), expected, "{mode} {steps:?}");
    }
}

#[test]
fn times_are_those_of_the_chain() {
    let output = funnel(&trace(&[(1, "a"), (3, "b"), (4, "b"), (9, "c")]), &["a", "b", "c"], 10, "clickhouse");
    let medians: Vec<_> = output.steps.iter().map(|step| step.median_seconds_from_previous).collect();
    assert_eq!(medians, [None, Some(3.0), Some(5.0)]);
}
