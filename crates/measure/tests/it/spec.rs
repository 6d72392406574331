//! The page `specs/measure.md`: its example is measured and compared with its tables.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use arrow::buffer::BooleanBuffer;
use chrono::{NaiveDate, NaiveDateTime};
use kelias_journeys::{InMemory, Journeys, RowSet, RowValues, run};
use kelias_map::{Format, Touchpoint, read_map};
use kelias_measure::{Measure, MeasureSpec, Measurement};
use serde_json::Value;

/// The page's blocks of one kind, in order.
fn blocks<'a>(page: &'a str, kind: &str) -> Vec<&'a str> {
    let opening = format!("```{kind}\n");
    let after = page.match_indices(&opening).map(|(place, _)| &page[place + opening.len()..]);
    after.map(|rest| rest.split_once("```").unwrap().0).collect()
}

fn table(text: &str) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    (reader.headers().unwrap().clone(), reader.records().map(Result::unwrap).collect())
}

fn micros(time: &str) -> i64 {
    NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M:%S").unwrap().and_utc().timestamp_micros()
}

fn measured(page: &str) -> Value {
    let map = read_map(blocks(page, "yaml map")[0], Format::Yaml).into_result().unwrap();
    let (_, log) = table(blocks(page, "csv log")[0]);
    let journeys = InMemory::from_events(log.iter().map(|row| (&row[0], &row[1], micros(&row[2]))));
    let in_channel = |touchpoint: &Touchpoint| {
        let channel =
            touchpoint.binding.as_ref()?.predicate.as_ref()?.strip_prefix("channel = '")?.strip_suffix('\'')?;
        Some(Arc::new(RowSet::new(BooleanBuffer::collect_bool(log.len(), |row| &log[row][3] == channel))))
    };
    let ratings = (0..).zip(&log).filter_map(|(row, record)| Some((row, record[4].parse().ok()?))).collect();
    let end = NaiveDate::from_ymd_opt(2026, 2, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
    let spec = MeasureSpec {
        window_seconds: 7 * 86_400,
        minimum_ratings: 3,
        ratings: Arc::new(RowValues::new(ratings)),
        ..MeasureSpec::new(end.and_utc().timestamp_micros())
    };
    let measurement = Measurement::new(&map, journeys.names(), &in_channel).unwrap();
    serde_json::to_value(run(&journeys, &Measure::new(measurement, spec).unwrap()).unwrap()).unwrap()
}

/// An empty cell is null; numbers are written with four decimals.
fn check(cell: &str, value: &Value, what: &str) {
    match value {
        Value::Null => assert_eq!(cell, "", "{what}"),
        Value::String(text) => assert_eq!(cell, text, "{what}"),
        _ => {
            let (expected, is) = (cell.parse::<f64>().expect(what), value.as_f64().unwrap());
            assert!((expected - is).abs() < 5.1e-5, "{what} is {is}, not {cell}");
        }
    }
}

fn check_rows(expected: &str, rows: &Value) -> usize {
    let (header, records) = table(expected);
    let rows = rows.as_array().unwrap();
    assert_eq!(records.len(), rows.len());
    for (record, row) in records.iter().zip(rows) {
        for (key, cell) in header.iter().zip(record) {
            check(cell, row.get(key).expect(key), &format!("{key} of {}", &record[0]));
        }
    }
    records.len() * header.len()
}

#[test]
fn the_page_is_right() {
    let page = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../specs/measure.md")).unwrap();
    let measured = measured(&page);
    let cells: usize = blocks(&page, "csv steps").into_iter().map(|block| check_rows(block, &measured["steps"])).sum();
    assert_eq!(cells, 4 * (11 + 6 + 4), "a table of the page was not read");
    assert_eq!(check_rows(blocks(&page, "csv not_on_map")[0], &measured["not_on_map"]), 6);
}
