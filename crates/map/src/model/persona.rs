//! Personas: whose journey it is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Item, PersonaId, Text};

/// Portrait of a kind of traveller.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Persona {
    /// Id, by which emotions and barriers name the persona.
    pub id: PersonaId,
    /// What the persona is called.
    pub name: Text,
    /// Role in a group purchase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
    /// Path or data URI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// A sentence in the persona's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Text>,
    /// Facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Item>,
    /// What the persona needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Item>,
    /// What drives the persona.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub motives: Vec<Item>,
    /// What worries the persona.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worries: Vec<Item>,
    /// How the persona behaves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behaviour: Vec<Item>,
    /// Predicate over events and traits that makes the persona measurable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
}

impl Persona {
    /// All items of the portrait, in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        [&self.facts, &self.needs, &self.motives, &self.worries, &self.behaviour].into_iter().flatten()
    }
}
