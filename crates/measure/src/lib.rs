//! What was measured of a map: every number of it in one pass over the journeys. No I/O.
//!
//! A [`Measurement`] is a map laid out for measuring, its bindings turned into a lookup table; a [`Measure`] is
//! the analysis that observes journeys; a [`Measured`] is the answer, whose JSON is what `kelias measure --json`
//! prints. What each number means is written in `specs/measure.md`, which runs as a test.

mod intervals;
mod measure;
mod measured;
mod measurement;
mod ratings;
mod retention;
mod spans;
mod spec;
mod tally;

pub use measure::Measure;
pub use measured::{Definitions, Measured, MeasuredStep, MeasuredTouchpoint, NotOnMap, Period};
pub use measurement::{MeasureError, Measurement};
pub use spec::{DEFAULT_WINDOW_SECONDS, MINIMUM_RATINGS, MeasureSpec};
