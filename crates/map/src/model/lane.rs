//! Lanes: the rows of a map.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Colour, LaneId, LaneKind, Layer, Metric, Text, is_default};

/// A row of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Lane {
    /// Id, by which cells name the lane.
    pub id: LaneId,
    /// What the lane holds or draws.
    pub kind: LaneKind,
    /// Heading.
    pub title: Text,
    /// Name of an icon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Colour of the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
    /// Left out when the map is shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// Of blueprint lanes: which layer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layer: Option<Layer>,
    /// Of metric lanes: what is measured; without it the lane holds texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<Metric>,
}
