//! The shape of a map: which of its parts hold which others, and what kind of value each key holds.

use crate::change::What;

/// How a key of a record holds other records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A list in order.
    List,
    /// A table of personas, each with one record.
    ByPersona,
    /// A table of lanes, each with a list in order.
    Cells,
    /// One record.
    One,
}

/// A key under which a record holds others.
pub(crate) struct Children {
    pub key: &'static str,
    pub what: What,
    pub form: Form,
}

const fn list(key: &'static str, what: What) -> Children {
    Children { key, what, form: Form::List }
}

const EMOTION: Children = Children { key: "emotion", what: What::Emotion, form: Form::ByPersona };
const CELLS: Children = Children { key: "cells", what: What::Item, form: Form::Cells };
const BARRIERS: Children = list("barriers", What::Barrier);

/// What records of a kind hold, in the order in which a map is read.
pub(crate) const fn children(what: What) -> &'static [Children] {
    match what {
        What::Map => {
            const {
                &[
                    list("tags", What::Tag),
                    list("evidence", What::Evidence),
                    list("personas", What::Persona),
                    list("lanes", What::Lane),
                    list("stages", What::Stage),
                    list("transitions", What::Transition),
                    list("targets", What::Target),
                ]
            }
        }
        What::Persona => {
            const {
                &[
                    list("facts", What::Item),
                    list("needs", What::Item),
                    list("motives", What::Item),
                    list("worries", What::Item),
                    list("behaviour", What::Item),
                ]
            }
        }
        What::Stage => const { &[EMOTION, CELLS, BARRIERS, list("steps", What::Step)] },
        What::Step => const { &[list("touchpoints", What::Touchpoint), EMOTION, CELLS, BARRIERS] },
        What::Touchpoint => const { &[Children { key: "binding", what: What::Binding, form: Form::One }] },
        What::Barrier => const { &[list("ideas", What::Idea)] },
        _ => &[],
    }
}

/// Tables of the head whose values count as the map's own.
pub(crate) const HEAD_TABLES: [(&str, &[&str]); 2] =
    [("scope", &["product", "state", "from", "until"]), ("theme", &["accent", "ribbon"])];

/// What a value is, which decides how it is compared and merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What people write, in one language or several.
    Text,
    /// Names in order: ids or events.
    Names,
    /// Anything else: one value.
    Value,
}

/// The kind of the value under a key.
pub(crate) fn kind(what: What, key: &str) -> Kind {
    match (what, key) {
        (_, "title" | "name" | "text" | "goal" | "success" | "purpose" | "product" | "note" | "quote" | "actor")
        | (What::Persona, "role")
        | (What::Emotion, "word") => Kind::Text,
        (What::Item | What::Emotion | What::Barrier | What::Idea, "evidence")
        | (What::Barrier, "personas" | "touchpoints")
        | (What::Binding, "events") => Kind::Names,
        _ => Kind::Value,
    }
}

/// Keys that mean something only together: who changes one of them changes all.
pub(crate) const fn together(what: What) -> &'static [&'static str] {
    match what {
        What::Lane => &["kind", "layer"],
        What::Target => &["metric", "at-least", "at-most"],
        _ => &[],
    }
}

/// The value a reader assumes where the key is absent.
pub(crate) fn default_value(what: What, key: &str) -> Option<&'static str> {
    match (what, key) {
        (What::Map, "subject") => Some("customer"),
        (What::Map, "status") => Some("draft"),
        (What::Touchpoint, "side") => Some("frontstage"),
        (What::Idea, "status") => Some("proposed"),
        (_, "hidden") => Some("false"),
        _ => None,
    }
}

/// What a value of a record refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// A record of this kind.
    One(What),
    /// A stage or a step.
    Place,
    /// Two places, written `step > step`.
    Lift,
}

/// What the value under a key refers to.
pub(crate) fn reference(what: What, key: &str) -> Option<Target> {
    match (what, key) {
        (What::Item | What::Emotion | What::Barrier | What::Idea, "evidence") => Some(Target::One(What::Evidence)),
        (What::Barrier, "personas") => Some(Target::One(What::Persona)),
        (What::Barrier, "touchpoints") | (What::Idea, "touchpoint") => Some(Target::One(What::Touchpoint)),
        (What::Idea, "lifts") => Some(Target::Lift),
        (What::Transition, "from" | "to") | (What::Target, "step") => Some(Target::Place),
        _ => None,
    }
}
