//! Decoding values of the tree, noting every problem on the way.

use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use super::limits::MAX_DIAGNOSTICS;
use super::names::{Name, Names, Space};
use super::tree::{Node, Value};
use super::{Format, Link, scalar};
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::near::{listed, nearest, shown};

/// Goes over the tree. A value that cannot be decoded is `None`, its problem noted; the rest is
/// decoded all the same, so that one run shows every problem.
pub(super) struct Decoder<'s> {
    pub source: Source<'s>,
    pub format: Format,
    pub names: Names,
    pub links: Vec<Link>,
    diagnostics: Vec<Diagnostic>,
    left_out: usize,
}

/// A problem about to be reported.
#[must_use = "a problem is only noted by `report`"]
pub(super) struct Problem<'d, 's> {
    decoder: &'d mut Decoder<'s>,
    severity: Severity,
    code: &'static str,
    span: Range<usize>,
    value: Option<String>,
    suggestion: Option<String>,
}

impl Problem<'_, '_> {
    pub(super) fn value(mut self, value: &str) -> Self {
        self.value = Some(shown(value));
        self
    }

    pub(super) fn suggestion(mut self, suggestion: Option<&str>) -> Self {
        self.suggestion = suggestion.map(str::to_owned);
        self
    }

    pub(super) fn report(self, message: impl Into<String>) {
        if self.decoder.diagnostics.len() >= MAX_DIAGNOSTICS {
            self.decoder.left_out += 1;
            return;
        }
        self.decoder.diagnostics.push(Diagnostic {
            severity: self.severity,
            code: self.code,
            message: message.into(),
            place: self.decoder.source.place(&self.span),
            value: self.value,
            suggestion: self.suggestion,
        });
    }
}

/// A mapping whose keys are known; which they are shows in what is asked of it.
pub(super) struct Table<'n> {
    noun: &'static str,
    node: &'n Node,
    entries: Vec<(&'n str, &'n Node, &'n Node)>,
    asked: Vec<&'static str>,
}

impl<'n> Table<'n> {
    /// The value of a key; an empty one counts as absent.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        let mut entries = self.entries.iter();
        let (_, _, value) = entries.find(|(name, ..)| *name == key)?;
        (!scalar::is_null(value)).then_some(value)
    }

    /// Where a key stands, whatever its value.
    pub(super) fn key_span(&self, key: &str) -> Option<Range<usize>> {
        let mut entries = self.entries.iter();
        let (_, node, _) = entries.find(|(name, ..)| *name == key)?;
        Some(node.span.clone())
    }

    /// The bytes to point at when something is missing: the id or the name of the thing.
    pub(super) fn span(&self) -> Range<usize> {
        ["id", "title", "name", "text"]
            .into_iter()
            .find_map(|key| self.entries.iter().find(|(name, ..)| *name == key))
            .or(self.entries.first())
            .map_or(
                self.node.span.clone(),
                |(_, key, value)| {
                    if scalar::is_null(value) { key.span.clone() } else { value.span.clone() }
                },
            )
    }
}

impl<'s> Decoder<'s> {
    pub(super) fn new(text: &'s str, format: Format) -> Self {
        Self {
            source: Source::new(text),
            format,
            names: Names::default(),
            links: Vec::new(),
            diagnostics: Vec::new(),
            left_out: 0,
        }
    }

    /// All problems in the order of the file.
    pub(super) fn finish(mut self) -> (Vec<Diagnostic>, Vec<Link>) {
        self.diagnostics.sort_by(|a, b| {
            let key = |one: &Diagnostic| (one.place.span.start, one.severity, one.code);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        if self.left_out > 0 {
            let end = self.source.text().len();
            self.diagnostics.push(Diagnostic {
                severity: Severity::Error,
                code: "too-many-problems",
                message: format!("{} more problems are not listed", self.left_out),
                place: self.source.place(&(end..end)),
                value: None,
                suggestion: None,
            });
        }
        (self.diagnostics, self.links)
    }

    pub(super) fn line(&self, span: &Range<usize>) -> usize {
        self.source.place(span).line
    }

    pub(super) fn error(&mut self, code: &'static str, span: &Range<usize>) -> Problem<'_, 's> {
        self.problem(Severity::Error, code, span)
    }

    pub(super) fn warning(&mut self, code: &'static str, span: &Range<usize>) -> Problem<'_, 's> {
        self.problem(Severity::Warning, code, span)
    }

    fn problem(&mut self, severity: Severity, code: &'static str, span: &Range<usize>) -> Problem<'_, 's> {
        Problem { decoder: self, severity, code, span: span.clone(), value: None, suggestion: None }
    }

    /// A value of the wrong shape.
    pub(super) fn wrong_type(&mut self, node: &Node, wanted: &str) {
        let found = match &node.value {
            Value::Scalar { .. } if scalar::is_null(node) => "nothing",
            Value::Scalar { .. } => "a single value",
            Value::Sequence(_) => "a list",
            Value::Mapping(_) => "a table of keys",
        };
        let problem = self.error("wrong-type", &node.span);
        let problem = match &node.value {
            Value::Scalar { text, .. } if !text.is_empty() => problem.value(text),
            _ => problem,
        };
        problem.report(format!("this should be {wanted}, not {found}"));
    }

    /// Opens a mapping with known keys. Keys written twice are reported here, unknown ones by
    /// [`Self::close`].
    pub(super) fn table<'n>(&mut self, node: &'n Node, noun: &'static str) -> Option<Table<'n>> {
        let Value::Mapping(pairs) = &node.value else {
            self.wrong_type(node, &format!("a table of keys: {noun}"));
            return None;
        };
        let mut seen = std::collections::HashSet::new();
        let mut entries = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            let Value::Scalar { text, .. } = &key.value else {
                self.wrong_type(key, "a key");
                continue;
            };
            if seen.insert(text.as_str()) {
                entries.push((text.as_str(), key, value));
            } else {
                self.duplicate_key(text, key);
            }
        }
        Some(Table { noun, node, entries, asked: Vec::new() })
    }

    pub(super) fn duplicate_key(&mut self, text: &str, key: &Node) {
        self.error("duplicate-key", &key.span)
            .value(text)
            .report(format!("`{}` is written twice here; keep one", shown(text)));
    }

    /// Reports the keys of a table that nobody asked for.
    pub(super) fn close(&mut self, table: &Table<'_>) {
        for (name, key, _) in &table.entries {
            if table.asked.contains(name) {
                continue;
            }
            let near = nearest(name, table.asked.iter().copied());
            let noun = table.noun;
            let message = if *name == "<<" {
                "merging tables with `<<` is not supported; write the keys out".to_owned()
            } else if near.is_some() {
                format!("{noun} has no key `{}`", shown(name))
            } else {
                let keys = listed(table.asked.iter().copied());
                format!("{noun} has no key `{}`; its keys are {keys}", shown(name))
            };
            self.error("unknown-key", &key.span).value(name).suggestion(near).report(message);
        }
    }

    /// The value of a key that must be there.
    pub(super) fn required<'n, T>(
        &mut self,
        table: &mut Table<'n>,
        key: &'static str,
        decode: impl FnOnce(&mut Self, &'n Node) -> Option<T>,
    ) -> Option<T> {
        let Some(node) = table.get(key) else {
            let noun = table.noun;
            self.error("missing-key", &table.span()).report(format!("{noun} needs `{key}`"));
            return None;
        };
        decode(self, node)
    }

    /// The value of a key that may be absent.
    pub(super) fn optional<'n, T>(
        &mut self,
        table: &mut Table<'n>,
        key: &'static str,
        decode: impl FnOnce(&mut Self, &'n Node) -> Option<T>,
    ) -> Option<T> {
        table.get(key).and_then(|node| decode(self, node))
    }

    /// The elements of a list that may be absent.
    pub(super) fn list<'n, T>(
        &mut self,
        table: &mut Table<'n>,
        key: &'static str,
        mut decode: impl FnMut(&mut Self, &'n Node) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = table.get(key) else {
            return Vec::new();
        };
        let Value::Sequence(items) = &node.value else {
            self.wrong_type(node, &format!("a list: each of `{key}` on a line that begins with `- `"));
            return Vec::new();
        };
        items.iter().filter_map(|item| decode(self, item)).collect()
    }

    /// A text in one line or several, whatever it looks like: `2026` is a title as well.
    pub(super) fn string(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Value::Scalar { text, is_plain } => {
                let is_json_text = self.format == Format::Yaml || !is_plain;
                if scalar::is_null(node) || !is_json_text {
                    self.wrong_type(node, "a text");
                    return None;
                }
                Some(text.clone())
            }
            Value::Mapping(_) | Value::Sequence(_) => {
                self.wrong_type(node, "a text");
                None
            }
        }
    }

    /// A value with a written form of its own: a date, a colour.
    pub(super) fn parsed<T>(&mut self, code: &'static str, node: &Node) -> Option<T>
    where
        T: FromStr<Err: Display>,
    {
        let text = self.string(node)?;
        text.parse()
            .map_err(|error: T::Err| {
                let message = format!("`{}` cannot be read: {error}", shown(&text));
                self.error(code, &node.span).value(&text).report(message);
            })
            .ok()
    }

    /// One word of a closed list.
    pub(super) fn word<T: Copy>(
        &mut self,
        node: &Node,
        (code, noun): (&'static str, &str),
        all: &[T],
        as_str: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.string(node)?;
        let found = all.iter().copied().find(|one| as_str(*one) == text);
        if found.is_none() {
            let words = || all.iter().map(|one| as_str(*one));
            let near = nearest(&text, words());
            let all = near.map_or_else(|| format!("; it is one of {}", listed(words())), |_| String::new());
            self.error(code, &node.span)
                .value(&text)
                .suggestion(near)
                .report(format!("`{}` is not {noun}{all}", shown(&text)));
        }
        found
    }

    /// A number; which numbers are good is for the caller to say.
    pub(super) fn number(&mut self, node: &Node) -> Option<f64> {
        let number = scalar::number(node);
        if number.is_none() {
            self.wrong_type(node, "a number");
        }
        number
    }

    pub(super) fn boolean(&mut self, node: &Node) -> Option<bool> {
        let boolean = scalar::boolean(node);
        if boolean.is_none() {
            self.wrong_type(node, "`true` or `false`");
        }
        boolean
    }

    /// An id of any space, as a slug.
    pub(super) fn id<T>(&mut self, node: &Node) -> Option<T>
    where
        T: FromStr<Err: Display>,
    {
        let text = self.string(node)?;
        match text.parse() {
            Ok(id) => Some(id),
            Err(error) => {
                let slug = scalar::slug(&text);
                self.error("bad-id", &node.span)
                    .value(&text)
                    .suggestion(slug.as_deref())
                    .report(format!("`{}` is not an id: {error}", shown(&text)));
                None
            }
        }
    }

    /// The id that a thing gives itself.
    pub(super) fn new_id<T>(&mut self, space: Space, node: &Node) -> Option<T>
    where
        T: FromStr<Err: Display>,
    {
        if let Some(name) = name(node) {
            self.names.give(space, name);
        }
        self.id(node)
    }

    /// The id of something else.
    pub(super) fn reference<T>(&mut self, space: Space, node: &Node) -> Option<T>
    where
        T: FromStr<Err: Display>,
    {
        let text = self.string(node)?;
        self.names.use_(space, Name { text: text.clone(), span: node.span.clone() });
        // What is no id at all is reported as unknown, once.
        text.parse().ok()
    }

    /// A list of ids of other things.
    pub(super) fn references<T>(&mut self, table: &mut Table<'_>, key: &'static str, space: Space) -> Vec<T>
    where
        T: FromStr<Err: Display>,
    {
        self.list(table, key, |decoder, node| decoder.reference(space, node))
    }
}

/// The text of a scalar as a name.
pub(super) fn name(node: &Node) -> Option<Name> {
    match &node.value {
        Value::Scalar { text, .. } => Some(Name { text: text.clone(), span: node.span.clone() }),
        _ => None,
    }
}
