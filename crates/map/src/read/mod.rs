//! Reading a map from YAML or JSON, with every problem in one run.

mod decode;
mod head;
mod json;
mod limits;
mod names;
mod place;
mod scalar;
mod text;
mod tree;

use std::ops::Range;

pub use limits::MAX_BYTES;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{Map, MapId};
use decode::Decoder;

/// Notation of a map file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// YAML 1.2.
    Yaml,
    /// JSON.
    Json,
}

/// A stage that is described in full by another map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Id of the stage, as written.
    pub stage: String,
    /// Id of the other map.
    pub map: MapId,
    /// Where the link stands in the file.
    pub place: Place,
}

/// What was read from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The map; none if there is an error among the diagnostics.
    pub map: Option<Map>,
    /// All problems, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// Links to other maps, for [`crate::check_links`].
    pub links: Vec<Link>,
    /// Where the comments of the file stand: they are not part of the map.
    pub comments: Vec<Place>,
}

impl Parsed {
    /// The map, whatever warnings there are.
    ///
    /// # Errors
    /// The file has an error; all its diagnostics are returned.
    pub fn into_result(self) -> Result<Map, Diagnostics> {
        self.map.ok_or(Diagnostics(self.diagnostics))
    }
}

/// Reads a map. A byte-order mark at the beginning is skipped, and does not count in positions.
#[must_use]
pub fn read_map(text: &str, format: Format) -> Parsed {
    // Positions count from the mark, which no editor shows.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut decoder = Decoder::new(text, format);
    let (map, comments) = decode(&mut decoder, text, format);
    let comments = comments.iter().map(|span| decoder.source.place(span)).collect();
    let (diagnostics, links) = decoder.finish();
    let is_good = !diagnostics.iter().any(Diagnostic::is_error);
    Parsed { map: map.filter(|_| is_good), diagnostics, links, comments }
}

fn decode(decoder: &mut Decoder<'_>, text: &str, format: Format) -> (Option<Map>, Vec<Range<usize>>) {
    let nothing = (None, Vec::new());
    if text.len() > MAX_BYTES {
        let mebibytes = MAX_BYTES / (1024 * 1024);
        decoder.error("too-large", &(0..0)).report(format!("a map file has at most {mebibytes} MiB; split the map"));
        return nothing;
    }
    let tree = match format {
        Format::Yaml => tree::parse(text),
        Format::Json => json::parse(text).map(|root| tree::Tree { root: Some(root), comments: Vec::new() }),
    };
    let tree = match tree {
        Ok(tree) => tree,
        Err(error) => {
            decoder.error(error.code, &error.span).report(error.message);
            return nothing;
        }
    };
    let Some(root) = tree.root.filter(|root| !scalar::is_null(root)) else {
        decoder.error("empty-file", &(0..0)).report("the file is empty; `kelias new` makes a map to start from");
        return (None, tree.comments);
    };
    let map = decoder.map(&root);
    let names = std::mem::take(&mut decoder.names);
    names::check(decoder, &names);
    (map, tree.comments)
}
