//! Documents, versions, links and settings in SQLite or PostgreSQL.
//!
//! A [`Store`] is opened on a folder (SQLite) or on a PostgreSQL URL, and means the same on both: one set of
//! migrations, one set of statements. Whatever a call has returned `Ok` for is on disk. The store reads no clock: times
//! are passed in as microseconds since 1970, UTC.
//!
//! Tables are named `kelias_*`, so that a PostgreSQL database may hold other things beside them. They are made and
//! brought up to date by `migrations/*.sql`, which is only ever added to.

mod access;
mod claim;
mod documents;
mod error;
mod format;
mod location;
mod rows;
mod secret;
mod settings;
mod store;

pub use access::{GrantRow, LinkRow, SessionKind, SessionRow, TokenRow};
pub use claim::Claim;
pub use documents::{Image, ImageRow, LoggedUpdate, MapRow, NewMap, NewVersion, Version, VersionKind, VersionRow};
pub use error::StoreError;
pub use location::Location;
pub use secret::{Secret, hash as secret_hash};
pub use serde_json::Value as Json;
pub use store::Store;

/// What a call of the store comes to.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
