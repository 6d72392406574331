//! What can go wrong in the store.

use std::io;
use std::path::PathBuf;

/// Why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The id is taken, perhaps by a map that lies deleted.
    #[error("there is a map {0} already; choose another id")]
    MapExists(String),
    /// No map has the id, or it is deleted (for `undelete_map`: is not).
    #[error("there is no map {0}")]
    MapNotFound(String),
    /// The link was revoked, or its time is over.
    #[error("there is no link {0}, or it has ended")]
    LinkNotFound(String),
    /// The log cannot be compacted beyond its end.
    #[error("map {map} cannot be compacted up to revision {asked}: its log ends at {last}")]
    RevisionAhead {
        /// The map's id.
        map: String,
        /// The revision that was asked for.
        asked: i64,
        /// The last revision there is.
        last: i64,
    },
    /// A newer program has written to the database.
    #[error("{what} was written by a newer kelias (format {format}); run that version or a later one")]
    Newer {
        /// The record.
        what: String,
        /// The number of its form.
        format: i64,
    },
    /// Something other than this program has changed a record.
    #[error("{what} in the database cannot be read: {why}; restore the database from a backup")]
    Damaged {
        /// The record.
        what: String,
        /// What is wrong with it.
        why: String,
    },
    /// A text holds the character U+0000, which PostgreSQL cannot store.
    #[error("{0} holds the character U+0000; leave it out")]
    NulCharacter(&'static str),
    /// The data folder cannot be made or used.
    #[error("cannot use the data folder {}: {source}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The URL is not one of a PostgreSQL database.
    #[error("the database's URL does not start with postgres://; write postgres://USER@HOST/DATABASE")]
    NotPostgres,
    /// Another server has the claim on the database.
    #[error("another server serves the database; stop it, or name another database by --database")]
    Claimed,
    /// The operating system gives no random bytes.
    #[error("the operating system gives no random bytes: {0}")]
    Random(getrandom::Error),
    /// The tables could not be made or brought up to date.
    #[error("cannot bring the database's tables up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The database refused or is out of reach.
    #[error("the database could not do it: {0}")]
    Database(#[from] sqlx::Error),
}
