//! Items: what cells and portraits hold.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{EvidenceId, Text};

/// A text with what belongs to it. Without evidence it is an assumption.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Written", into = "Written")]
pub struct Item {
    /// What it says; of an image, its description.
    pub text: Text,
    /// In image lanes: a path or a data URI.
    pub image: Option<String>,
    /// What backs it.
    pub evidence: Vec<EvidenceId>,
}

impl Item {
    /// Whether nothing backs the item.
    #[must_use]
    pub fn is_assumption(&self) -> bool {
        self.evidence.is_empty()
    }
}

impl From<Text> for Item {
    fn from(text: Text) -> Self {
        Self { text, ..Self::default() }
    }
}

/// An item as it stands in a file. The table comes first: it insists on `text`, which is not
/// a language.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Written {
    Table(Table),
    Text(Text),
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Table {
    /// What it says; of an image, its description.
    text: Text,
    /// In image lanes: a path or a data URI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    /// Ids of the evidence that backs it; none makes it an assumption.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<EvidenceId>,
}

impl From<Written> for Item {
    fn from(written: Written) -> Self {
        match written {
            Written::Text(text) => Self::from(text),
            Written::Table(table) => Self { text: table.text, image: table.image, evidence: table.evidence },
        }
    }
}

impl From<Item> for Written {
    fn from(item: Item) -> Self {
        if item.image.is_none() && item.evidence.is_empty() {
            return Self::Text(item.text);
        }
        Self::Table(Table { text: item.text, image: item.image, evidence: item.evidence })
    }
}
