//! Changes of a map as the API describes them. These types only describe: the values are written by the crate that makes
//! them, and a test holds both against each other.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::journey_map::JourneyText;

/// One change of a map; there is no sentence in it, readers word it in their language.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct Change {
    /// What was done.
    kind: ChangeKind,
    /// What it was done to.
    what: What,
    /// Id of it, where it has one.
    #[schema(nullable = false)]
    id: Option<String>,
    /// What it is called: its title, name or text as it is now, and of what is gone as it was.
    #[schema(nullable = false)]
    title: Option<JourneyText>,
    /// Where it stands now; of what is gone, where it stood.
    place: ChangePlace,
    /// Of what moved: where it stood before.
    #[schema(nullable = false)]
    from: Option<ChangePlace>,
    /// Which of its values changed: the key of the map format, such as `goal` or `criticality`.
    #[schema(nullable = false)]
    field: Option<String>,
    /// Of a text in several languages: which of them changed.
    #[schema(nullable = false)]
    language: Option<String>,
    /// The value before; none where there was none.
    #[schema(nullable = false)]
    before: Option<String>,
    /// The value now; none where there is none any more.
    #[schema(nullable = false)]
    after: Option<String>,
    /// Of what was added or removed as a whole: how many steps came or went with it.
    #[schema(nullable = false)]
    steps: Option<usize>,
    /// Of what was added or removed as a whole: how many cards came or went with it.
    #[schema(nullable = false)]
    cards: Option<usize>,
}

/// What was done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ChangeKind {
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
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ChangedPart)]
pub(crate) enum What {
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
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct ChangePlace {
    /// The stage it stands in; of a transition, where it begins.
    #[schema(nullable = false)]
    stage: Option<ChangeNamed>,
    /// The step it stands in; of a transition, where it begins.
    #[schema(nullable = false)]
    step: Option<ChangeNamed>,
    /// Of a transition: the stage or step where it leads.
    #[schema(nullable = false)]
    to: Option<ChangeNamed>,
    /// The lane of a card.
    #[schema(nullable = false)]
    lane: Option<ChangeNamed>,
    /// The persona of an emotion or of a line of a portrait.
    #[schema(nullable = false)]
    persona: Option<ChangeNamed>,
    /// The list of the portrait: `facts`, `needs`, `motives`, `worries` or `behaviour`.
    #[schema(nullable = false)]
    list: Option<String>,
    /// The touchpoint of a binding.
    #[schema(nullable = false)]
    touchpoint: Option<ChangeNamed>,
    /// The barrier of an idea.
    #[schema(nullable = false)]
    barrier: Option<ChangeNamed>,
    /// Of what moved: its place among its neighbours, counted from 1.
    #[schema(nullable = false)]
    position: Option<usize>,
}

/// Something with an id and what it is called.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct ChangeNamed {
    /// Its id.
    id: String,
    /// Its title, name or text.
    title: JourneyText,
}
