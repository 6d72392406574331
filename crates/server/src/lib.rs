//! The server: routes, sockets and their OpenAPI description.
//!
//! The way of a request: `router` (what lies around everything) -> `auth` (who asks, and whether `policy` lets them) -> one
//! handler in `routes`, which reads its input, asks `documents`, the store or a room, and writes the answer. Sockets take the
//! same first two steps. Beside requests, `keeper` writes down what follows from edits: summaries and versions;
//! `catching_up` does so at the start for what a kill kept it from.
//!
//! What needs an event engine or the page's files comes in through [`Parts`], so nothing here links either.

mod auth;
mod catching_up;
mod claim;
mod config;
mod connections;
mod cookies;
mod described;
mod documents;
mod etag;
mod extract;
mod folder;
mod housekeeping;
mod jobs;
mod journey_map;
mod keeper;
mod listeners;
mod lock;
mod notation;
mod openapi;
mod pacing;
mod page;
mod parts;
mod pictures;
pub mod policy;
mod pool;
mod preview;
mod problem;
mod random;
mod rooms;
mod router;
mod routes;
mod security;
mod server;
mod socket;
mod state;
mod summary;
mod tasks;
mod text;
mod time;
mod trace;

pub use config::{Config, Limits};
pub use folder::FolderError;
pub use kelias_metastore::Location;
pub use openapi::openapi;
pub use parts::{Measurer, Page, Parts};
pub use server::{Server, ServerError};
pub use time::Clock;
