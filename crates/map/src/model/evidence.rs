//! Evidence: what backs the claims of a map.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, EvidenceId, EvidenceKind, EvidenceWho, Text};

/// A source that claims can cite.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evidence {
    /// Id, by which it is cited.
    pub id: EvidenceId,
    /// How it was come by.
    pub kind: EvidenceKind,
    /// Of interviews and surveys: who was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<EvidenceWho>,
    /// What it is called.
    pub title: Text,
    /// When it was gathered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// URL or path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Anything else worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
