//! Changes between two journey maps by meaning, not by line.
//!
//! [`compare`] tells what a map maker would say was done; [`merge`] brings two states of a map
//! together that both come from a third.

mod align;
mod change;
mod compare;
mod merge;
mod order;
mod records;
mod shape;

pub use change::{Change, ChangeKind, Named, Place, What};
pub use compare::compare;
pub use merge::merge;
