//! The journey map as data: what `docs/map-format.md` describes, type by type.
//!
//! Field order is the order in which the canonical form writes the keys.

mod evidence;
mod ids;
mod item;
mod kinds;
mod lane;
mod language;
mod map;
mod persona;
mod place;
mod text;
mod texts;
mod touchpoint;
mod values;
mod views;

pub use evidence::Evidence;
pub use ids::{BarrierId, EvidenceId, IdError, IdeaId, LaneId, MapId, PersonaId, PlaceId, TouchpointId};
pub use item::Item;
pub use kinds::{
    EvidenceKind, EvidenceWho, IdeaStatus, LaneKind, Layer, MapStatus, Metric, MomentOfTruth, ScopeState, Side,
    TransitionKind,
};
pub use lane::Lane;
pub use language::{Language, LanguageError};
pub(crate) use map::default_subject;
pub use map::{Map, Scope, Target, Theme, Transition};
pub use persona::Persona;
pub use place::{Barrier, Cells, Emotion, Emotions, Idea, Lift, LiftError, Stage, Step};
pub use text::Text;
pub use touchpoint::{Binding, Touchpoint};
pub use values::{
    Colour, ColourError, Date, DateError, Duration, DurationError, DurationUnit, FormatVersion, VersionError,
};
pub use views::{Column, Completeness, EvidenceCoverage, PlacedTouchpoint};

/// Whether a value is the one a reader assumes when the key is absent.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
