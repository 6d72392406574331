//! JSON lines.

use kelias_sources::{Columns, ReadOptions};
use serde_json::json;

use crate::support::{micros, open_error, read, read_with};

#[test]
fn objects_become_events_and_the_rest_stays_as_it_is() {
    let whole = read(
        "a.jsonl",
        "{\"user_id\":7,\"event\":\"buy\",\"ts\":1704164645000,\"cart\":{\"sum\":9.5,\"items\":[1,2]},\"note\":null}\n\n\
         {\"user_id\":\"u\\u0041\",\"event\":\"leave\",\"ts\":1704164645001}\n",
    );
    let expected = [
        ("7".into(), "buy".into(), micros("2024-01-02T03:04:05Z")),
        ("uA".into(), "leave".into(), micros("2024-01-02T03:04:05.001Z")),
    ];
    assert_eq!(whole.core(), expected);
    assert_eq!(whole.properties(), [json!({"cart": {"sum": 9.5, "items": [1, 2]}, "note": null}), json!(null)]);
}

#[test]
fn paths_lead_into_objects() {
    let line = "{\"event\":\"View\",\"properties\":{\"time\":1704164645,\"distinct_id\":\"d1\",\"$insert_id\":\"i1\",\"plan\":\"pro\"}}\n";
    let whole = read("export.json", line);
    assert_eq!(whole.core(), [("d1".into(), "View".into(), micros("2024-01-02T03:04:05Z"))]);
    assert_eq!(whole.batches[0].own_id.as_ref().unwrap().value(0), "i1");
    assert_eq!(whole.properties()[0]["properties"]["plan"], "pro");
    let columns = Columns { customer: Some("a.b.c".to_owned()), ..Columns::default() };
    let options = ReadOptions { columns, ..ReadOptions::default() };
    let deep = read_with("a.jsonl", "{\"event\":\"x\",\"time\":\"2024-01-01\",\"a\":{\"b\":{\"c\":5}}}", &options);
    assert_eq!(deep.core()[0].0, "5");
    let error = open_error("a.jsonl", "{\"event\":\"x\",\"time\":\"2024-01-01\",\"user\":1}", &options);
    assert!(error.to_string().contains("no column `a.b.c`"), "{error}");
}

#[test]
fn bad_lines_are_rejected_with_their_reason() {
    let good = "{\"user_id\":1,\"event\":\"a\",\"time\":\"2024-01-01T00:00:00Z\"}";
    let text = [
        good.as_bytes(),
        b"{\"user_id\":1,",
        b"[1,2]",
        b"{\"user_id\":1,\"event\":\"caf\xe9\",\"time\":\"2024-01-01\"}",
        b"{\"user_id\":1,\"user_id\":2,\"event\":\"a\",\"time\":\"2024-01-01\"}",
        b"{\"user_id\":{},\"event\":\"a\",\"time\":\"2024-01-01\"}",
        b"{\"user_id\":1,\"time\":\"2024-01-01\"}",
        b"{\"user_id\":1,\"event\":\"a\0\",\"time\":\"2024-01-01\"}",
        b"{\"user_id\":1,\"event\":\"a\",\"time\":\"2024-01-01\"} x",
        good.as_bytes(),
    ]
    .join(&b'\n');
    let whole = read("a.jsonl", text);
    assert_eq!((whole.read, whole.kept()), (10, 2));
    let reasons: Vec<(u64, &str)> = whole.rejects.iter().map(|r| (r.line, r.reason.as_str())).collect();
    let expected = [
        (2, "no JSON object"),
        (3, "no JSON object"),
        (4, "not text in the file's encoding (0xe9)"),
        (5, "`user_id` occurs twice"),
        (6, "`user_id` is an object"),
        (7, "the event is empty"),
        (8, "control character"),
        (9, "trailing characters"),
    ];
    for ((line, reason), (expected_line, part)) in reasons.iter().zip(expected) {
        assert_eq!(*line, expected_line);
        assert!(reason.contains(part), "{line}: {reason}");
    }
    assert_eq!(reasons.len(), expected.len());
}

#[test]
fn a_long_line_is_rejected_and_reading_goes_on() {
    let row = |note: &str| format!("{{\"user_id\":1,\"event\":\"a\",\"time\":\"2024-01-01\",\"note\":\"{note}\"}}\n");
    let text = [row("x"), row(&"y".repeat(3 << 20)), row("z")].concat();
    let options = ReadOptions { max_row_bytes: 1 << 20, ..ReadOptions::default() };
    let whole = read_with("a.jsonl", text.clone(), &options);
    assert_eq!((whole.kept(), whole.rejects.len(), whole.rejects[0].line), (2, 1, 2));
    assert_eq!(read("a.jsonl", text).kept(), 3);
}

#[test]
fn other_json_is_named() {
    let error = open_error("a.json", "[{\"user_id\":1}]", &ReadOptions::default());
    assert!(error.to_string().contains("one JSON array"), "{error}");
    let error = open_error("a.json", "{\n  \"user_id\": 1\n}\n", &ReadOptions::default());
    assert!(error.to_string().contains("one object a line"), "{error}");
}

#[test]
fn keys_that_differ_from_line_to_line_cost_no_quadratic_time() {
    let line = |i: u32| {
        let own: Vec<String> = (0..20).map(|k| format!("\"k{i}_{k}\":1")).collect();
        format!("{{\"user_id\":{i},\"event\":\"a\",\"time\":\"2024-01-01\",{}}}", own.join(","))
    };
    let text = (0..9_000).map(line).collect::<Vec<_>>().join("\n");
    let start = std::time::Instant::now();
    assert_eq!(read("a.jsonl", text).kept(), 9_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
