//! What other crates answer, as the API describes it.

mod change;
mod measured;

pub(crate) use change::Change;
pub(crate) use measured::Measured;
