//! Travellers' journeys in columns: how they are held, built, stored and walked through.
//!
//! A journey is all events of one traveller in order of (time, arrival). Journeys come in [`JourneyBatch`]es,
//! from memory ([`Builder`]) or from the index file ([`index`]); a [`View`] narrows them to a period or puts a
//! map's touchpoints in the place of event names; an [`Analysis`] observes whole journeys and nothing else.

mod analysis;
mod batch;
mod builder;
mod classify;
mod grouping;
pub mod index;
mod partition;
mod rows;
mod source;
mod view;

pub use analysis::{Analysis, run};
pub use batch::{Journey, JourneyBatch};
pub use builder::{BuildError, Builder};
pub use classify::{Candidate, Classifier};
pub use rows::{RowSet, RowValues};
pub use source::{InMemory, JourneyError, Journeys};
pub use view::{Selection, View};
