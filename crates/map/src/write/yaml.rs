//! The tree as YAML.

use serde_json::Value;

use super::scalar::{block, inline, is_slug};

/// Lists of ids are short and hold no text, so they stand in one line.
const ID_LISTS: [&str; 3] = ["evidence", "personas", "touchpoints"];

/// Keys of the map before which a line is left empty.
const SECTIONS: [&str; 6] = ["evidence", "personas", "lanes", "stages", "transitions", "targets"];

/// Keys whose values are dates, which need no quotes; a text that looks like a date does.
const DATES: [&str; 3] = ["date", "from", "until"];

pub(super) fn document(tree: &Value) -> String {
    let mut out = String::new();
    for (key, value) in tree.as_object().into_iter().flatten() {
        if SECTIONS.contains(&key.as_str()) {
            out.push('\n');
        }
        entry(&mut out, key, value, 0);
        out.push('\n');
    }
    out
}

/// Writes a key and its value from where the line stands to the end of the value's last line.
fn entry(out: &mut String, key: &str, value: &Value, indent: usize) {
    out.push_str(&inline(key));
    out.push(':');
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            for (key, value) in entries {
                line(out, indent + 1);
                entry(out, key, value, indent + 1);
            }
        }
        Value::Array(items) if !items.is_empty() => list(out, key, items, indent),
        value => {
            out.push(' ');
            leaf(out, key, value, indent);
        }
    }
}

fn line(out: &mut String, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", indent));
}

fn list(out: &mut String, key: &str, items: &[Value], indent: usize) {
    let ids: Option<Vec<_>> = items.iter().map(|item| item.as_str().filter(|text| is_slug(text)).map(inline)).collect();
    if let (Some(ids), true) = (ids, ID_LISTS.contains(&key)) {
        out.push_str(" [");
        out.push_str(&ids.join(", "));
        out.push(']');
        return;
    }
    for item in items {
        line(out, indent + 1);
        out.push_str("- ");
        match item {
            Value::Object(entries) if !entries.is_empty() => {
                for (at, (key, value)) in entries.iter().enumerate() {
                    if at > 0 {
                        line(out, indent + 2);
                    }
                    entry(out, key, value, indent + 2);
                }
            }
            item => leaf(out, "", item, indent + 1),
        }
    }
}

fn leaf(out: &mut String, key: &str, value: &Value, indent: usize) {
    match value {
        Value::String(text) if DATES.contains(&key) && is_date(text) => out.push_str(text),
        Value::String(text) => match block(text) {
            Some((indicator, lines)) => {
                out.push_str(indicator);
                for text in lines {
                    if text.is_empty() {
                        out.push('\n');
                    } else {
                        line(out, indent + 1);
                        out.push_str(text);
                    }
                }
            }
            None => out.push_str(&inline(text)),
        },
        // Numbers, booleans and empty lists and tables look the same in both notations.
        other => out.push_str(&other.to_string()),
    }
}

fn is_date(text: &str) -> bool {
    text.parse::<crate::model::Date>().is_ok()
}
