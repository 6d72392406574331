//! The map itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::values::number;
use super::{
    Colour, Date, Duration, Evidence, FormatVersion, Lane, Language, MapId, MapStatus, Metric, Persona, PlaceId,
    ScopeState, Stage, Text, TransitionKind, is_default,
};

/// A customer journey map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(title = "Kelias journey map")]
pub struct Map {
    /// Version of the format.
    pub kelias: FormatVersion,
    /// Id, by which other maps link to this one.
    pub id: MapId,
    /// What the map is called.
    pub title: Text,
    /// Language of the plainly written texts.
    pub language: Language,
    /// What the map is to find out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// What the map covers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: Scope,
    /// Whose journey it is: `customer`, `employee`, `partner`, `patient`, `order`, any word.
    #[serde(default = "default_subject", skip_serializing_if = "is_default_subject")]
    pub subject: String,
    /// How far the work on the map has come.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: MapStatus,
    /// Who answers for the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Words to find the map by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// How the map looks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub theme: Theme,
    /// What backs the claims.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Whose journey it is, as portraits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<Persona>,
    /// Rows of the map, from top to bottom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lanes: Vec<Lane>,
    /// Parts of the journey, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// Ways beside the order of the stages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transitions: Vec<Transition>,
    /// Values wanted, and when to raise an alarm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
}

impl Map {
    /// A map with nothing in it but what every map must have.
    #[must_use]
    pub fn new(id: MapId, title: Text, language: Language) -> Self {
        Self {
            kelias: FormatVersion,
            id,
            title,
            language,
            purpose: None,
            scope: Scope::default(),
            subject: default_subject(),
            status: MapStatus::default(),
            owner: None,
            tags: Vec::new(),
            theme: Theme::default(),
            evidence: Vec::new(),
            personas: Vec::new(),
            lanes: Vec::new(),
            stages: Vec::new(),
            transitions: Vec::new(),
            targets: Vec::new(),
        }
    }
}

pub(crate) fn default_subject() -> String {
    "customer".to_owned()
}

fn is_default_subject(subject: &str) -> bool {
    subject == "customer"
}

/// What a map covers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Scope {
    /// Which product or service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Text>,
    /// The journey as it is, or as it should become.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<ScopeState>,
    /// First day of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The day after the period's last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// How a map looks.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Theme {
    /// Colour of what stands out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accent: Option<Colour>,
    /// Colour of the stages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ribbon: Option<Colour>,
}

/// A way beside the order of the stages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Transition {
    /// Stage or step where it begins.
    pub from: PlaceId,
    /// Stage or step where it leads.
    pub to: PlaceId,
    /// What it does.
    pub kind: TransitionKind,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
}

/// A value wanted of a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("oneOf" = [{ "required": ["at-least"] }, { "required": ["at-most"] }]))]
pub struct Target {
    /// The step, or a stage without steps.
    pub step: PlaceId,
    /// What is measured.
    pub metric: Metric,
    /// The least value that is good, in the metric's own unit.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::option")]
    #[schemars(with = "Option<f64>")]
    pub at_least: Option<f64>,
    /// The greatest value that is good, in the metric's own unit.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::option")]
    #[schemars(with = "Option<f64>")]
    pub at_most: Option<f64>,
    /// How long a bad value may last before the alarm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alert_after: Option<Duration>,
}
