//! XES.

use kelias_sources::{Columns, ReadOptions, SourceError};
use serde_json::json;

use crate::support::{micros, open_error, read, read_with};

pub(crate) const LOG: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- a log -->
<log xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="x"/>
  <global scope="event"><string key="concept:name" value="none"/></global>
  <classifier name="a" keys="concept:name"/>
  <string key="origin" value="test"><string key="deep" value="er"/></string>
  <trace>
    <string key="concept:name" value="c&amp;1"/>
    <float key="cost" value="2.50"/>
    <string key="customer" value="Ada"/>
    <event>
      <string key="concept:name" value="start &#x42;"/>
      <date key="time:timestamp" value="2024-01-02T03:04:05.250+02:00"/>
      <string key="lifecycle:transition" value="start"/>
      <int key="n" value="7"/><boolean key="ok" value="true"/><int key="odd" value="x"/>
      <int key="total" value="9"><string key="unit" value="eur"/></int>
      <list key="l"><values><int key="a" value="1"/><string key="b" value="2"/></values></list>
      <container key="c"><id key="i" value="q"/></container>
    </event>
    <event>
      <string key="concept:name" value="end"/>
      <date key="time:timestamp" value="2024-01-02T04:00:00Z"/>
      <string key="lifecycle:transition" value="complete"/>
    </event>
  </trace>
  <trace>
    <event><string key="concept:name" value="x"/><date key="time:timestamp" value="2024-01-02T04:00:00Z"/></event>
  </trace>
  <event/>
</log>
"#;

#[test]
fn traces_become_events_with_typed_properties() {
    let whole = read("a.xes", LOG);
    let expected = [
        ("c&1".into(), "start B".into(), micros("2024-01-02T01:04:05.25Z")),
        ("c&1".into(), "end".into(), micros("2024-01-02T04:00:00Z")),
    ];
    assert_eq!(whole.core(), expected);
    let properties = json!({
        "case:cost": 2.5, "case:customer": "Ada", "lifecycle:transition": "start", "n": 7, "ok": true, "odd": "x",
        "total": 9, "total:nested": {"unit": "eur"}, "l": [{"a": 1}, {"b": "2"}], "c": {"i": "q"},
    });
    assert_eq!(whole.properties()[0], properties);
    assert!(whole.guess("lifecycle").starts_with("events occur as complete, start"), "{}", whole.guess("lifecycle"));
    let lines: Vec<(u64, &str)> = whole.rejects.iter().map(|r| (r.line, r.reason.as_str())).collect();
    assert_eq!(lines, [(28, "the customer is empty"), (30, "the customer is empty")]);
    assert_eq!(whole.read, 4);
}

#[test]
fn the_customer_may_be_another_attribute_of_the_trace() {
    let columns = Columns { customer: Some("case:customer".to_owned()), ..Columns::default() };
    let options = ReadOptions { columns, ..ReadOptions::default() };
    let whole = read_with("a.xes", LOG, &options);
    assert_eq!(whole.core()[0].0, "Ada");
    assert_eq!(whole.properties()[0]["case:concept:name"], "c&1");
}

#[test]
fn a_declared_encoding_is_decoded() {
    let log = LOG.replace("UTF-8", "ISO-8859-1").replace("Ada", "Zo\u{fffd}");
    let bytes: Vec<u8> = log.chars().map(|c| if c == '\u{fffd}' { 0xeb } else { c as u8 }).collect();
    let whole = read("a.xes", bytes);
    assert_eq!(whole.guess("encoding"), "ISO-8859-1, as the file declares");
    assert_eq!(whole.properties()[0]["case:customer"], "Zoë");
}

/// Good events first, then an error with its position.
fn broken(log: &str, kept: usize, line: u64, reason: &str) {
    let whole = read("a.xes", log);
    assert_eq!(whole.kept(), kept);
    match whole.failure {
        Some(SourceError::Xml { line: found, reason: ref found_reason, .. }) => {
            assert_eq!(found, line, "{found_reason}");
            assert!(found_reason.contains(reason), "{found_reason}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn malformed_xml_ends_the_log_with_an_error() {
    broken(&LOG.replace("<trace>\n    <event>", "<trace>\n    <evnt>"), 2, 28, "expected `</evnt>`");
    let start = LOG.find("  <trace>\n    <event>").unwrap();
    broken(&LOG[..start], 2, 27, "the file ends inside");
    broken(&LOG.replace("value=\"x\"/><date", "value=\"x/><date"), 2, 28, "not closed");
}

#[test]
fn entities_are_not_expanded() {
    let bomb = LOG
        .replace("<!-- a log -->", "<!DOCTYPE log [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")
        .replace("value=\"end\"", "value=\"&b;\"");
    broken(&bomb, 1, 22, "unrecognized entity `b`");
}

#[test]
fn other_xml_is_named() {
    let error = open_error("a.xml", "<?xml version=\"1.0\"?><html></html>", &ReadOptions::default());
    assert!(error.to_string().contains("<html> where <log> is expected"), "{error}");
    let none = read("a.xes", "<log></log>");
    assert_eq!(none.read, 0);
}

#[test]
fn attributes_nest_only_so_deep() {
    let deep = format!("{}{}", "<string key=\"k\" value=\"v\">".repeat(100), "</string>".repeat(100));
    let log = LOG.replace("<float key=\"cost\" value=\"2.50\"/>", &deep);
    let error = open_error("a.xes", log, &ReadOptions::default());
    assert!(matches!(error, SourceError::Xml { line: 10, .. }) && error.to_string().contains("more than 48 deep"));
}
