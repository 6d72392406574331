//! Names of what a document holds.

/// A table of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Table {
    Tags,
    Evidence,
    Personas,
    Lanes,
    Stages,
    Steps,
    Touchpoints,
    Items,
    Barriers,
    Ideas,
    Transitions,
    Targets,
}

impl Table {
    pub(super) const ALL: [Self; 12] = [
        Self::Tags,
        Self::Evidence,
        Self::Personas,
        Self::Lanes,
        Self::Stages,
        Self::Steps,
        Self::Touchpoints,
        Self::Items,
        Self::Barriers,
        Self::Ideas,
        Self::Transitions,
        Self::Targets,
    ];

    /// Name of the top-level type.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::Evidence => "evidence",
            Self::Personas => "personas",
            Self::Lanes => "lanes",
            Self::Stages => "stages",
            Self::Steps => "steps",
            Self::Touchpoints => "touchpoints",
            Self::Items => "items",
            Self::Barriers => "barriers",
            Self::Ideas => "ideas",
            Self::Transitions => "transitions",
            Self::Targets => "targets",
        }
    }
}

/// Top-level type of what belongs to the map as a whole, and the key of its texts.
pub(super) const HEAD: &str = "head";

/// Top-level type of the emotions.
pub(super) const EMOTIONS: &str = "emotions";

/// Lists of a portrait.
pub(super) const PORTRAIT_LISTS: [&str; 5] = ["facts", "needs", "motives", "worries", "behaviour"];

/// Whether a string can be the key of a record.
pub(super) fn is_key(text: &str) -> bool {
    matches!(text.len(), 1..=64) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
