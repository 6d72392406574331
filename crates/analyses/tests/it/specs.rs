//! The pages of `specs/`, run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use kelias_analyses::funnel::{self, Funnel, Step};
use kelias_analyses::ngrams::{self, Ngrams};
use kelias_analyses::retention::{self, Membership, Retention, Unit};
use kelias_analyses::sessions::{self, Sessions};
use kelias_analyses::transitions::{self, Transitions};
use kelias_analyses::variants::{self, Variants};
use kelias_journeys::{Analysis, InMemory, Journeys, run};
use serde::Serialize;
use serde_json::Value;

#[test]
fn every_analysis_does_what_its_page_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    for entry in kelias_analyses::catalogue() {
        let checked = check(entry.name, &folder.join(entry.name).with_extension("md"));
        assert!(checked > 0, "the page of {} has no tables", entry.name);
    }
}

/// Rows of a table by column.
type Table = (Vec<String>, Vec<Vec<String>>);

/// Runs every section of a page; returns how many there were.
fn check(analysis: &str, page: &PathBuf) -> usize {
    let text = std::fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
    let (mut log, mut checked) = (Vec::new(), 0);
    for section in text.split("\n## ").skip(1) {
        let title = section.lines().next().unwrap_or_default();
        let mut tables = tables(section);
        if tables.len() == 3 {
            log = tables.remove(0).1;
        }
        let [parameters, (columns, expected)] = tables.as_slice() else { panic!("{analysis}, {title}: three tables") };
        let journeys = journeys(&log);
        let values: BTreeMap<_, _> = parameters.0.iter().cloned().zip(parameters.1[0].iter().cloned()).collect();
        let answer = answer(analysis, &values, &journeys);
        let rows = match answer.as_object().unwrap().values().find(|value| value.is_array()) {
            Some(rows) => rows.as_array().unwrap().clone(),
            None => vec![answer],
        };
        let found: Vec<Vec<String>> =
            rows.iter().map(|row| columns.iter().map(|column| shown(&row[column])).collect()).collect();
        assert_eq!(&found, expected, "{analysis}, {title}");
        checked += 1;
    }
    checked
}

fn tables(section: &str) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut lines = section.lines().peekable();
    while let Some(line) = lines.next() {
        if !line.starts_with('|') {
            continue;
        }
        let (columns, mut rows) = (cells(line), Vec::new());
        lines.next();
        while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
            rows.push(cells(row));
        }
        tables.push((columns, rows));
    }
    tables
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

fn journeys(log: &[Vec<String>]) -> InMemory {
    InMemory::from_events(log.iter().map(|row| {
        let time = NaiveDateTime::parse_from_str(&row[1], "%Y-%m-%d %H:%M:%S").unwrap();
        (row[0].as_str(), row[2].as_str(), time.and_utc().timestamp_micros())
    }))
}

/// A cell as the pages write it: whole numbers without a point, lists with commas.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Number(number) => number.as_f64().unwrap().to_string(),
        other => panic!("no cell is {other}"),
    }
}

fn answer(analysis: &str, values: &BTreeMap<String, String>, journeys: &InMemory) -> Value {
    let value = |name: &str| values[name].as_str();
    let names = journeys.names();
    let top = || value("top").parse().ok();
    match analysis {
        "funnel" => {
            let code = |name: &str| names.iter().position(|known| known == name).unwrap() as u32;
            let step = |name: &str| Step { name: name.to_owned(), codes: vec![code(name)] };
            let steps = value("steps").split(", ").map(step).collect();
            let spec = funnel::Spec::new(steps, Some(micros(value("window"))), value("mode").parse().unwrap()).unwrap();
            json(journeys, &Funnel::new(spec))
        }
        "ngrams" => {
            let spec = ngrams::Spec::new(value("length").parse().unwrap(), top()).unwrap();
            json(journeys, &Ngrams::new(spec, names.clone()))
        }
        "retention" => {
            let spec = retention::Spec {
                unit: if value("by") == "day" { Unit::Day } else { Unit::Week },
                zone: values.get("zone").map(|zone| zone.parse().unwrap()),
                mode: if value("mode") == "on" { retention::Mode::On } else { retention::Mode::OnOrAfter },
                membership: if value("cohorts") == "recurring" { Membership::Recurring } else { Membership::FirstTime },
                ..retention::Spec::default()
            };
            serde_json::to_value(run(journeys, &Retention::new(spec)).unwrap().unwrap()).unwrap()
        }
        "sessions" => json(journeys, &Sessions::new(sessions::Spec::new(micros(value("timeout"))).unwrap())),
        "transitions" => {
            let spec = transitions::Spec { ends: value("ends") == "yes" };
            json(journeys, &Transitions::new(spec, names.clone()))
        }
        "variants" => json(journeys, &Variants::new(variants::Spec { top: top() }, names.clone())),
        other => panic!("no page of {other} can be run yet"),
    }
}

fn json<A: Analysis<Output: Serialize>>(journeys: &InMemory, analysis: &A) -> Value {
    serde_json::to_value(run(journeys, analysis).unwrap()).unwrap()
}

/// Microseconds of a number of minutes or hours.
fn micros(span: &str) -> i64 {
    let (number, unit) = span.split_at(span.len() - 1);
    number.parse::<i64>().unwrap() * if unit == "h" { 3_600_000_000 } else { 60_000_000 }
}
