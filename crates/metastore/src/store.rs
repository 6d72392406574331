//! The store itself: opening, closing, and what all its parts need.

use std::fmt;
use std::sync::Arc;

use sqlx::{Any, Transaction};

use crate::Result;
use crate::location::{self, Location, Pools};

/// Documents, versions, links and settings, in SQLite or PostgreSQL. Clones share the connections.
#[derive(Clone)]
pub struct Store {
    pools: Arc<Pools>,
}

impl Store {
    /// Opens the store, making the database's tables or bringing them up to date. Several processes may have the same
    /// store open.
    ///
    /// # Errors
    ///
    /// When the folder or the database cannot be used, or was written to by a newer kelias.
    pub async fn open(location: &Location) -> Result<Self> {
        Ok(Self { pools: Arc::new(location::open(location).await?) })
    }

    /// Whether the database answers: for a readiness check.
    ///
    /// # Errors
    ///
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("SELECT 1").execute(self.read()).await?;
        Ok(())
    }

    /// Closes all connections, of clones as well, once what they are doing is done.
    pub async fn close(&self) {
        self.pools.read.close().await;
        self.pools.write.close().await;
    }

    /// Connections for single statements that only read.
    pub(crate) fn read(&self) -> &sqlx::AnyPool {
        &self.pools.read
    }

    /// Connections for single statements that write.
    pub(crate) fn write(&self) -> &sqlx::AnyPool {
        &self.pools.write
    }

    /// A transaction. Its first statement must be one that writes: it then waits for its turn at the very start, and cannot
    /// be refused half-way because another process wrote after it read.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>> {
        Ok(self.pools.write.begin().await?)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}
