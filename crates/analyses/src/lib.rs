//! The catalogue of analyses: one module each, and one line each in [`catalogue`].
//!
//! An analysis is a specification that was checked (`Spec`), a value that observes journeys and merges with its
//! like (it implements [`kelias_journeys::Analysis`]), and an `Output` whose JSON is the documented answer. All
//! of them hold counts and whole microseconds while they observe, so that any partition of the journeys and any
//! order of merging give the same answer to the last bit. No analysis reads a file, a clock or the environment.

#[macro_use]
mod manual;

mod blocks;
mod durations;
pub mod funnel;
pub mod ngrams;
mod packed;
mod pairs;
mod ranking;
pub mod retention;
mod sequences;
pub mod sessions;
pub mod transitions;
pub mod variants;

pub use manual::Entry;

/// All analyses, by name.
#[must_use]
pub const fn catalogue() -> &'static [Entry] {
    CATALOGUE
}

const CATALOGUE: &[Entry] = &[
    Entry::new("funnel", "how many travellers take given steps in order, and how long it takes", funnel::MANUAL),
    Entry::new("ngrams", "the most frequent runs of a given number of events", ngrams::MANUAL),
    Entry::new("retention", "who comes back after how many days, weeks or months", retention::MANUAL),
    Entry::new("sessions", "visits, split where a traveller was silent for too long", sessions::MANUAL),
    Entry::new("transitions", "which event follows which, how often and after what time", transitions::MANUAL),
    Entry::new("variants", "whole journeys that were walked in the same way", variants::MANUAL),
];
