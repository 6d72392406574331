//! The right to be the only server over the tables of a PostgreSQL database.

use sqlx::any::AnyConnectOptions;
use sqlx::error::DatabaseError;
use sqlx::{AnyConnection, ConnectOptions, Connection, Executor};

use crate::{Result, StoreError};

/// Said to the connection that holds a claim. A server that was killed a moment ago may not be let go of yet, so a new one
/// waits a little; one whose machine went away is let go of after a minute, not after the two hours that are usual.
const SETUP: &str = "SET lock_timeout = '3s'; SET client_min_messages = 'warning'; \
     SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";

/// Other programs may lock by numbers of their own in the same database: ours are this one ("keli") and that of the
/// table, which tells servers of different schemas apart.
const LOCK: &str = "SELECT pg_advisory_lock(1801809001, 'kelias_maps'::regclass::oid::integer)";

/// PostgreSQL's code for a lock that did not come in time.
const LOCK_NOT_AVAILABLE: &str = "55P03";

/// Held by one connection for as long as that lives; the database lets go of it when the connection ends, however that is.
#[derive(Debug)]
pub struct Claim {
    connection: AnyConnection,
}

impl Claim {
    /// Takes the claim on the database, in which a [`crate::Store`] has made its tables.
    ///
    /// # Errors
    ///
    /// [`StoreError::Claimed`] when another has it.
    pub async fn take(url: &str) -> Result<Self> {
        sqlx::any::install_default_drivers();
        // Whoever waits for the lock is no slow statement to be warned of.
        let options = url.parse::<AnyConnectOptions>()?.disable_statement_logging();
        let mut connection = AnyConnection::connect_with(&options).await?;
        connection.execute(SETUP).await?;
        match connection.execute(LOCK).await {
            Ok(_) => Ok(Self { connection }),
            Err(error) if is_taken(&error) => Err(StoreError::Claimed),
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

fn is_taken(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(DatabaseError::code);
    code.is_some_and(|code| code == LOCK_NOT_AVAILABLE)
}
