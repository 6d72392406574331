//! Tests of telling and merging changes.

mod compare;
mod edits;
mod examples;
#[path = "../../../map/tests/it/generated.rs"]
mod generated;
mod merge;

use kelias_map::Map;
use proptest::strategy::{BoxedStrategy, Strategy};

/// Maps without an error in them; boxed, because several of them at once are too large for a test's stack.
fn maps() -> BoxedStrategy<Map> {
    generated::map().boxed()
}
