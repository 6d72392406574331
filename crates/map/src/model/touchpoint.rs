//! Touchpoints and their bindings to events.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Side, Text, TouchpointId, is_default};

/// Where the traveller's action meets a tool.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Touchpoint {
    /// Id, unique over the whole map.
    pub id: TouchpointId,
    /// What it is called.
    pub title: Text,
    /// Channel, a free word: `web`, `mobile`, `email`, `store`, `call centre` and so on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Who or what acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Text>,
    /// Whether the traveller sees it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub side: Side,
    /// Name of an icon, or a picture in its place: a path below `images/` or a data URI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Which events are this touchpoint; without it the touchpoint leaves none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binding: Option<Binding>,
}

impl Touchpoint {
    /// The picture that stands in place of an icon; none where a name does, or nothing.
    #[must_use]
    pub fn own_icon(&self) -> Option<&str> {
        self.icon.as_deref().filter(|icon| icon.starts_with("images/") || icon.starts_with("data:image/"))
    }
}

/// Which events are a touchpoint: those with one of the names for which the predicate holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Binding {
    /// Names of events, as sent.
    #[schemars(length(min = 1))]
    pub events: Vec<String>,
    /// SQL predicate over the canonical columns and `properties`.
    #[serde(rename = "where", default, skip_serializing_if = "Option::is_none")]
    pub predicate: Option<String>,
}
