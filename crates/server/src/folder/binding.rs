//! What is remembered of a map and its file: the text both last agreed on.

use kelias_map::{Format, Map, MapId, Parsed, read_map};
use kelias_metastore::Store;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// The revision of a document that no text says.
pub(super) const NEVER: i64 = -1;

/// A map and its file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Binding {
    /// The folder served, so that another one does not take this one's files for missing.
    pub(super) root: String,
    /// Where the file stands within the folder.
    pub(super) path: String,
    /// The text that was last read or written: what both sides' changes are told from. Of a file that never was good, the
    /// map that stands for it.
    pub(super) text: String,
    /// The text being written. If the file holds it, a kill came between writing and taking note.
    #[serde(default)]
    pub(super) writing: Option<String>,
    /// Whether there was a file when it was last looked for.
    pub(super) present: bool,
    /// The revision of the document that the text says.
    pub(super) revision: i64,
}

/// What is remembered of a map.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Remembered {
    /// It never had a file.
    Nothing,
    /// It has its file in another folder, which is not served now.
    Elsewhere,
    /// Its file.
    Here(Binding),
}

impl Binding {
    /// A map that has no file yet.
    pub(super) fn new(root: &str, path: String) -> Self {
        Self { root: root.to_owned(), path, text: String::new(), writing: None, present: false, revision: NEVER }
    }

    /// What is remembered of a map.
    pub(super) async fn load(store: &Store, root: &str, id: &str) -> Result<Remembered, Problem> {
        let value = store.setting(&key(id)).await?.unwrap_or_default();
        // What cannot be read is of another time; the file and the document are both still there.
        Ok(match serde_json::from_value::<Option<Self>>(value).ok().flatten() {
            None => Remembered::Nothing,
            Some(binding) if binding.root == root => Remembered::Here(binding),
            Some(_) => Remembered::Elsewhere,
        })
    }

    /// Remembers it.
    pub(super) async fn save(&self, store: &Store, id: &MapId) -> Result<(), Problem> {
        let value = serde_json::to_value(self).expect("the keys of a binding are strings");
        Ok(store.set_setting(&key(id.as_str()), &value).await?)
    }

    /// Forgets it.
    pub(super) async fn forget(store: &Store, id: &MapId) -> Result<(), Problem> {
        Ok(store.set_setting(&key(id.as_str()), &serde_json::Value::Null).await?)
    }

    /// The map that the text says; none before there was a good text.
    pub(super) fn map(&self) -> Option<Map> {
        parse(&self.text).map
    }

    /// Whether the text holds what the canonical form does not keep.
    pub(super) fn has_comments(&self) -> bool {
        !parse(&self.text).comments.is_empty()
    }
}

pub(super) fn parse(text: &str) -> Parsed {
    read_map(text, Format::Yaml)
}

fn key(id: &str) -> String {
    format!("folder/{id}")
}
