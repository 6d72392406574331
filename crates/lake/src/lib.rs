//! The event table and everything that follows it: identity, the journey index, bindings evaluated over events.
//!
//! This is the only crate that names DataFusion and deltalake. A lake is a folder that holds a Delta Lake table of
//! canonical events (any Delta reader can open it) and, under `_kelias`, what Kelias keeps beside it:
//!
//! | part | what it is | when it is lost |
//! |---|---|---|
//! | `links/` | identity links: pairs of ids of one traveller | lost for good: they are data |
//! | `ids/` | the ids of all events, sorted | built anew from the table |
//! | `index/` | the journey index | built anew from the table |
//! | `predicates/` | rows that predicates selected | built anew from the table |
//! | `lock` | held by whoever writes | |

mod bloom;
mod canonical;
mod error;
mod follow;
mod id_runs;
mod id_set;
mod identify;
mod identity;
mod import;
mod lake;
mod links;
mod maintenance;
mod predicate;
mod ratings;
mod scan;
mod sql;
mod stats;
mod table;
mod writer;

pub use error::LakeError;
pub use import::{Import, Imported};
pub use lake::Lake;
pub use maintenance::{Optimized, Verified};
pub use stats::{EventCount, LakeStats};
