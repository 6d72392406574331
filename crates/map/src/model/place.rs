//! Stages and steps, and what stands in them: emotions, cells, barriers, ideas.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::values::number;
use super::{
    BarrierId, Colour, Duration, EvidenceId, IdError, IdeaId, IdeaStatus, Item, LaneId, MapId, MomentOfTruth,
    PersonaId, PlaceId, Text, Touchpoint, TouchpointId, is_default,
};

/// Emotions by persona.
pub type Emotions = BTreeMap<PersonaId, Emotion>;

/// Items by lane.
pub type Cells = BTreeMap<LaneId, Vec<Item>>;

/// A part of the journey; without steps it is one column of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Stage {
    /// Id, unique among stages and steps.
    pub id: PlaceId,
    /// What it is called.
    pub title: Text,
    /// What the traveller wants of the stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Text>,
    /// Moment of truth that falls into the stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment_of_truth: Option<MomentOfTruth>,
    /// Colour of the stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
    /// Left out, with its steps, when the map is shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// Id of the map that describes this stage in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map: Option<MapId>,
    /// Emotions of the stage as a whole, by persona.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub emotion: Emotions,
    /// Items that belong to the stage as a whole, by lane.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: Cells,
    /// Barriers of the stage as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barriers: Vec<Barrier>,
    /// Steps in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// A step of a stage: one column of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Step {
    /// Id, unique among stages and steps.
    pub id: PlaceId,
    /// What it is called.
    pub title: Text,
    /// Moment of truth that falls into the step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment_of_truth: Option<MomentOfTruth>,
    /// Colour of the step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
    /// Left out when the map is shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// Success criterion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub success: Option<Text>,
    /// Time the traveller expects the step to take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_time: Option<Duration>,
    /// Touchpoints of the step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touchpoints: Vec<Touchpoint>,
    /// Emotions by persona.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub emotion: Emotions,
    /// Items by lane.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: Cells,
    /// Barriers of the step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barriers: Vec<Barrier>,
}

/// How a persona feels, on a scale from -2 to +2.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Emotion {
    /// What the team believes, -2 to +2.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::option")]
    #[schemars(with = "Option<f64>", range(min = -2, max = 2))]
    pub claimed: Option<f64>,
    /// What the team wishes for, -2 to +2.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "number::option")]
    #[schemars(with = "Option<f64>", range(min = -2, max = 2))]
    pub wished: Option<f64>,
    /// A word for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<Text>,
    /// One emoji or the name of an icon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// What backs it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceId>,
}

/// What stands in the traveller's way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Barrier {
    /// Id, unique over the whole map.
    pub id: BarrierId,
    /// What it is.
    pub text: Text,
    /// Whom it hinders; nobody named means everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<PersonaId>,
    /// At which touchpoints it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touchpoints: Vec<TouchpointId>,
    /// How critical it is, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5))]
    pub criticality: Option<u8>,
    /// What backs it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceId>,
    /// What could lower it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ideas: Vec<Idea>,
}

/// What could lower a barrier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Idea {
    /// Id, unique over the whole map.
    pub id: IdeaId,
    /// What it is.
    pub text: Text,
    /// Touchpoint it would change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<TouchpointId>,
    /// How easy it is to design, 1 (hard) to 5 (easy).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5))]
    pub design_ease: Option<u8>,
    /// How easy it is to develop, 1 (hard) to 5 (easy).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5))]
    pub development_ease: Option<u8>,
    /// How far it has come.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: IdeaStatus,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The transition it should raise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifts: Option<Lift>,
    /// What backs it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceId>,
}

/// A transition that an idea should raise, written `step > step`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lift {
    /// Where the transition begins.
    pub from: PlaceId,
    /// Where it leads.
    pub to: PlaceId,
}

/// Why a string is not a transition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LiftError {
    /// There is not exactly one `>`.
    #[error("a transition is written `step > step`")]
    Form,
    /// One of the ends is not an id.
    #[error(transparent)]
    Id(#[from] IdError),
}

impl FromStr for Lift {
    type Err = LiftError;
    fn from_str(text: &str) -> Result<Self, LiftError> {
        let (from, to) = text.split_once('>').ok_or(LiftError::Form)?;
        if to.contains('>') {
            return Err(LiftError::Form);
        }
        Ok(Self { from: PlaceId::new(from.trim())?, to: PlaceId::new(to.trim())? })
    }
}

impl fmt::Display for Lift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} > {}", self.from, self.to)
    }
}

impl TryFrom<String> for Lift {
    type Error = LiftError;
    fn try_from(text: String) -> Result<Self, LiftError> {
        text.parse()
    }
}

impl From<Lift> for String {
    fn from(lift: Lift) -> Self {
        lift.to_string()
    }
}

impl JsonSchema for Lift {
    fn schema_name() -> Cow<'static, str> {
        "Lift".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A transition that an idea should raise, written `step > step`.",
            "pattern": "^\\s*[a-z0-9][a-z0-9-]{0,63}\\s*>\\s*[a-z0-9][a-z0-9-]{0,63}\\s*$"
        })
    }
}
