//! JSON as the same tree of values. The text is known to be JSON: `serde_json` has looked at it,
//! and is asked again for the meaning of each string. What is added here is only the places.

use std::ops::Range;

use super::limits::MAX_DEPTH;
use super::tree::{Node, TreeError, Value, too_deep};

/// Builds the tree.
pub(super) fn parse(text: &str) -> Result<Node, TreeError> {
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        return Err(not_json(text, &error));
    }
    let mut walker = Walker { text, at: 0 };
    walker.value(1)
}

fn not_json(text: &str, error: &serde_json::Error) -> TreeError {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line_start: usize = lines.map(str::len).sum();
    let at = (line_start + error.column().saturating_sub(1)).min(text.len());
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    syntax(format!("the file is not well-formed JSON here: {message}"), at..at)
}

fn syntax(message: String, span: Range<usize>) -> TreeError {
    TreeError { code: "syntax", message, span }
}

struct Walker<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Walker<'t> {
    /// The next byte that is not white space; zero at the end.
    fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        bytes.get(self.at).copied().unwrap_or_default()
    }

    fn value(&mut self, depth: usize) -> Result<Node, TreeError> {
        let first = self.peek();
        let start = self.at;
        if depth > MAX_DEPTH {
            return Err(too_deep(start..start));
        }
        let value = match first {
            b'{' => Value::Mapping(self.elements(b'}', |walker| {
                let key = walker.value(depth + 1)?;
                walker.peek();
                walker.at += 1;
                Ok((key, walker.value(depth + 1)?))
            })?),
            b'[' => Value::Sequence(self.elements(b']', |walker| walker.value(depth + 1))?),
            b'"' => self.string()?,
            _ => Value::Scalar { text: self.word().to_owned(), is_plain: true },
        };
        let end = match value {
            Value::Scalar { .. } => self.at,
            // As in YAML, a table or a list is pointed at where it begins.
            _ => start,
        };
        Ok(Node { value, span: start..end })
    }

    /// What stands between the brackets, of which the first is next.
    fn elements<T>(
        &mut self,
        close: u8,
        element: impl Fn(&mut Self) -> Result<T, TreeError>,
    ) -> Result<Vec<T>, TreeError> {
        self.at += 1;
        let mut elements = Vec::new();
        while self.peek() != close && self.at < self.text.len() {
            elements.push(element(self)?);
            if self.peek() == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
        Ok(elements)
    }

    fn string(&mut self) -> Result<Value, TreeError> {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let mut length = 1;
        while let Some(byte) = rest.get(length) {
            match byte {
                b'"' => break,
                b'\\' => length += 2,
                _ => length += 1,
            }
        }
        self.at = (start + length + 1).min(self.text.len());
        let raw = self.text.get(start..self.at).unwrap_or_default();
        let text = serde_json::from_str(raw)
            .map_err(|error| syntax(format!("this text cannot be read: {error}"), start..self.at))?;
        Ok(Value::Scalar { text, is_plain: false })
    }

    /// A number or a constant.
    fn word(&mut self) -> &'t str {
        let rest = &self.text[self.at..];
        let is_end = |c: char| matches!(c, ',' | ']' | '}') || c.is_ascii_whitespace();
        let length = rest.find(is_end).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}
