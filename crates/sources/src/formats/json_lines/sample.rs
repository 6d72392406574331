//! The first lines, for guessing: which paths there are and what stands there.

use super::line::{self, lookup};
use crate::error::SourceError;
use crate::input::Window;
use crate::options::Columns;
use crate::roles::Names;

const ROWS: usize = 10_000;
const BYTES: usize = 4 << 20;

/// The first lines that are objects.
#[derive(Debug)]
pub(super) struct Sample {
    /// Paths to single values, at most two keys deep, in order of appearance.
    pub(super) names: Names,
    rows: Vec<Vec<(usize, String)>>,
    /// The lines themselves, for paths that are asked for by name.
    lines: Vec<Vec<u8>>,
    /// Why the first bad line is bad.
    complaint: Option<String>,
}

impl Sample {
    /// Looks at the lines in the window, which stays where it is.
    pub(super) fn read(window: &mut Window, max_row_bytes: usize) -> Self {
        let mut bytes = BYTES;
        loop {
            window.grow_to(bytes);
            let is_all = window.bytes().len() < bytes;
            let sample = Self::of(window.bytes(), is_all);
            if !sample.rows.is_empty() || is_all || bytes > 2 * max_row_bytes {
                return sample;
            }
            bytes *= 2;
        }
    }

    fn of(bytes: &[u8], is_all: bool) -> Self {
        let mut sample = Self { names: Names::default(), rows: Vec::new(), lines: Vec::new(), complaint: None };
        let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').take(ROWS + 1).collect();
        if !is_all || lines.len() > ROWS {
            lines.pop();
        }
        for line in lines.into_iter().map(<[u8]>::trim_ascii).filter(|line| !line.is_empty()) {
            match line::object(line) {
                Ok(object) => {
                    sample.lines.push(line.to_vec());
                    sample.rows.push(Vec::new());
                    sample.add(&object, "", 1);
                }
                Err(reason) => {
                    sample.complaint.get_or_insert(reason);
                }
            }
        }
        sample
    }

    fn add(&mut self, object: &line::Object<'_>, prefix: &str, depth: usize) {
        for (key, value) in object.members() {
            let path = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
            if value.starts_with('{') {
                if let Some(inner) =
                    Some(value).filter(|_| depth < 2).and_then(|json| line::object(json.as_bytes()).ok())
                {
                    self.add(&inner, &path, depth + 1);
                }
            } else if !value.starts_with('[')
                && let Ok(Some(text)) = lookup(object, key)
            {
                let text = text.into_owned();
                self.put(&path, text);
            }
        }
    }

    /// Notes a value of the row added last.
    fn put(&mut self, path: &str, text: String) {
        let column = self.names.number(path);
        self.rows.last_mut().expect("a row was begun").push((column, text));
    }

    /// A file none of whose first lines is an object is no file of JSON lines.
    pub(super) fn check(&self, source: &str) -> Result<(), SourceError> {
        match &self.complaint {
            Some(complaint) if self.rows.is_empty() => Err(SourceError::NotThisFormat {
                name: source.to_owned(),
                expected: "JSON lines",
                reason: format!("none of its first lines is an object ({complaint}); write one object a line"),
            }),
            _ => Ok(()),
        }
    }

    /// Adds the paths the user names: those of customer, event and time where they lead somewhere, all others in any
    /// case, because they may come later in the file.
    pub(super) fn add_named(&mut self, columns: &Columns) {
        let core = [&columns.customer, &columns.event, &columns.time];
        let rest = [&columns.id, &columns.session, &columns.channel, &columns.rating, &columns.text];
        let leads = |path: &String| {
            let has = |line: &Vec<u8>| line::object(line).is_ok_and(|o| matches!(lookup(&o, path), Ok(Some(_))));
            self.lines.iter().any(has)
        };
        let mut named: Vec<String> = core.into_iter().flatten().filter(|path| leads(path)).cloned().collect();
        named.extend(rest.into_iter().flatten().chain(&columns.links).cloned());
        for path in named {
            if self.names.contains(&path) {
                continue;
            }
            let column = self.names.number(&path);
            for (line, row) in self.lines.iter().zip(&mut self.rows) {
                let text = line::object(line)
                    .ok()
                    .and_then(|o| lookup(&o, &path).ok().flatten().map(std::borrow::Cow::into_owned));
                row.extend(text.map(|text| (column, text)));
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn value(&self, row: usize, column: usize) -> &str {
        self.rows[row].iter().find(|(at, _)| *at == column).map_or("", |(_, text)| text)
    }
}
