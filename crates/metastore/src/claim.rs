//! The right to be the only server over the tables of a PostgreSQL database.

use sqlx::error::DatabaseError;
use sqlx::{AnyConnection, ConnectOptions, Connection, Executor};

use crate::{Location, Result, Store, StoreError, location};

/// Said to the connection that holds a claim. A server that was killed a moment ago may not be let go of yet, so a new one
/// waits a little; one whose machine went away is let go of after a minute, not after the two hours that are usual.
const SETUP: &str = "SET lock_timeout = '3s'; SET client_min_messages = 'warning'; \
     SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";

/// Other programs may lock by numbers of their own in the same database: ours are this one ("keli") and that of the
/// table, which tells servers of different schemas apart.
const LOCK: &str = "SELECT pg_advisory_lock(1801809001, 'kelias_maps'::regclass::oid::integer)";

/// PostgreSQL's code for a lock that did not come in time.
const LOCK_NOT_AVAILABLE: &str = "55P03";

/// PostgreSQL's code for a table that is not there.
const UNDEFINED_TABLE: &str = "42P01";

/// Held by one connection for as long as that lives; the database lets go of it when the connection ends, however that is.
#[derive(Debug)]
pub struct Claim {
    connection: AnyConnection,
}

impl Claim {
    /// Takes the claim on the database. Tables that are there stay as they are until the claim is taken: they may be those of
    /// an older program that serves them. Where there are none they are made, as nobody serves them.
    ///
    /// # Errors
    ///
    /// [`StoreError::Claimed`] when another has it.
    pub async fn take(url: &str) -> Result<Self> {
        sqlx::any::install_default_drivers();
        // Whoever waits for the lock is no slow statement to be warned of.
        let options = location::postgres(url)?.disable_statement_logging();
        let mut connection = AnyConnection::connect_with(&options).await?;
        connection.execute(SETUP).await?;
        let mut locked = connection.execute(LOCK).await;
        if locked.as_ref().is_err_and(|error| has_code(error, UNDEFINED_TABLE)) {
            Store::open(&Location::Postgres(url.to_owned())).await?.close().await;
            locked = connection.execute(LOCK).await;
        }
        match locked {
            Ok(_) => Ok(Self { connection }),
            Err(error) if has_code(&error, LOCK_NOT_AVAILABLE) => Err(StoreError::Claimed),
            Err(error) => Err(error.into()),
        }
    }

    /// Asks the database over the connection that holds the claim.
    ///
    /// # Errors
    ///
    /// When it does not answer: the claim is lost then.
    pub async fn check(&mut self) -> Result<()> {
        Ok(self.connection.ping().await?)
    }

    /// Lets go of it.
    pub async fn release(self) {
        // A connection that cannot be closed in good order holds nothing any more.
        let _ = self.connection.close().await;
    }
}

fn has_code(error: &sqlx::Error, code: &str) -> bool {
    error.as_database_error().and_then(DatabaseError::code).is_some_and(|its| its == code)
}
