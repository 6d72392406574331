//! Changes as data: what was done to which part of a map, without a word of prose.

use kelias_map::{Language, Text};
use serde::{Deserialize, Serialize};

/// One change of a map, as a map maker would tell it.
///
/// There is no sentence in it: the page and the command line word it in the reader's language, from
/// `locales/*/changes.ftl`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What was done.
    pub kind: ChangeKind,
    /// What it was done to.
    pub what: What,
    /// Id of it, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it is called: its title, name or text as it is now, and of what is gone as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Where it stands now; of what is gone, where it stood.
    #[serde(default)]
    pub place: Place,
    /// Of what moved: where it stood before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Place>,
    /// Which of its values changed: the key of the map format, such as `goal` or `criticality`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Of a text in several languages: which of them changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The value before; none where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value now; none where there is none any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Of what was added or removed as a whole: how many steps came or went with it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub steps: usize,
    /// Of what was added or removed as a whole: how many cards came or went with it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub cards: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It is new, with everything in it.
    Added,
    /// It is gone, with everything in it.
    Removed,
    /// It stands elsewhere.
    Moved,
    /// A text of it says something else.
    Reworded,
    /// The emotion is higher than before.
    FeltBetter,
    /// The emotion is lower than before.
    FeltWorse,
    /// Another value of it was set, changed or cleared.
    Set,
}

/// What a change was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// What belongs to the map as a whole.
    Map,
    /// A word to find the map by.
    Tag,
    /// A piece of evidence.
    Evidence,
    /// A persona.
    Persona,
    /// A lane.
    Lane,
    /// A stage.
    Stage,
    /// A step.
    Step,
    /// A touchpoint.
    Touchpoint,
    /// The binding of a touchpoint to events.
    Binding,
    /// What a persona feels at a stage or step.
    Emotion,
    /// A card of a cell, or a line of a portrait.
    Item,
    /// A barrier.
    Barrier,
    /// An idea.
    Idea,
    /// A way beside the order of the stages.
    Transition,
    /// A value wanted of a step.
    Target,
}

/// Where something stands; what does not apply is absent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The stage it stands in; of a transition, where it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Named>,
    /// The step it stands in; of a transition, where it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Named>,
    /// Of a transition: the stage or step where it leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Named>,
    /// The lane of a card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<Named>,
    /// The persona of an emotion or of a line of a portrait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<Named>,
    /// The list of the portrait: `facts`, `needs`, `motives`, `worries` or `behaviour`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// The touchpoint of a binding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<Named>,
    /// The barrier of an idea.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barrier: Option<Named>,
    /// Of what moved: its place among its neighbours, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<usize>,
}

/// Something with an id and what it is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its title, name or text.
    pub title: Text,
}
