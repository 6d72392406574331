//! What a plain scalar means, by the core schema of YAML 1.2.

use super::tree::{Node, Value};

fn plain(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, is_plain: true } => Some(text),
        _ => None,
    }
}

/// Whether nothing is written: a key without a value, `~` or `null`.
pub(super) fn is_null(node: &Node) -> bool {
    matches!(plain(node), Some("" | "~" | "null" | "Null" | "NULL"))
}

pub(super) fn boolean(node: &Node) -> Option<bool> {
    match plain(node)? {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// A finite decimal number.
pub(super) fn number(node: &Node) -> Option<f64> {
    let text = plain(node)?;
    // `f64` would also read words such as `inf` and `nan`.
    let formed = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    let number: f64 = text.parse().ok().filter(|_| formed)?;
    // Adding zero turns -0 into 0, which is written without a sign.
    number.is_finite().then_some(number + 0.0)
}

/// The slug that a text was probably meant to be.
pub(super) fn slug(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let parts: Vec<_> =
        lower.split(|c: char| !matches!(c, 'a'..='z' | '0'..='9')).filter(|part| !part.is_empty()).collect();
    let slug = parts.join("-");
    (1..=64).contains(&slug.len()).then_some(slug)
}
