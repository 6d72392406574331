//! The log of a document: a snapshot and the updates since.

use crate::documents::maps::found;
use crate::format::text;
use crate::rows::column;
use crate::{Result, Store, StoreError};

/// One edit of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedUpdate {
    /// The Yjs update, version 1.
    pub bytes: Vec<u8>,
    /// Who made it.
    pub actor: String,
}

impl Store {
    /// Adds updates to the end of a map's log, all or none, and says the number of the last. When it returns they are on disk.
    ///
    /// Numbers go up by one with each update, whoever adds it: who finds a gap between the number this returned
    /// last and the first one of its next call knows that another process wrote to the same map.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`] when there is no such map or it lies deleted.
    pub async fn append_updates(&self, id: &str, updates: &[LoggedUpdate], at: i64) -> Result<i64> {
        text(id, "the map's id")?;
        for update in updates {
            text(&update.actor, "the author's name")?;
        }
        let Some(last) = updates.last() else {
            return self.revision(id).await;
        };
        let mut transaction = self.begin().await?;
        // The map's row is locked by this until the end, so that the log of a map grows in the order of its numbers.
        let row = sqlx::query(
            "UPDATE kelias_maps SET revision = revision + $2, updated_at = $3, updated_by = $4 \
             WHERE id = $1 AND deleted_at IS NULL RETURNING revision",
        )
        .bind(id)
        .bind(updates.len() as i64)
        .bind(at)
        .bind(&last.actor)
        .fetch_optional(&mut *transaction)
        .await?;
        let row = row.ok_or_else(|| StoreError::MapNotFound(id.to_owned()))?;
        let revision: i64 = column(&row, "revision")?;
        for (number, update) in (revision - updates.len() as i64 + 1..).zip(updates) {
            sqlx::query("INSERT INTO kelias_updates (map_id, revision, bytes, actor, at) VALUES ($1, $2, $3, $4, $5)")
                .bind(id)
                .bind(number)
                .bind(update.bytes.as_slice())
                .bind(&update.actor)
                .bind(at)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(revision)
    }

    /// The snapshot and the updates since, in order, and the number of the last. Together they are the document.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`] when there is no such map. One that lies deleted can be read.
    pub async fn load_updates(&self, id: &str) -> Result<(Vec<Vec<u8>>, i64)> {
        text(id, "the map's id")?;
        // One statement, so that a compaction cannot come between the snapshot and the log.
        let rows = sqlx::query(
            "SELECT revision, state AS bytes FROM kelias_snapshots WHERE map_id = $1 \
             UNION ALL SELECT revision, bytes FROM kelias_updates WHERE map_id = $1 ORDER BY revision",
        )
        .bind(id)
        .fetch_all(self.read())
        .await?;
        let last = rows.last().ok_or_else(|| StoreError::MapNotFound(id.to_owned()))?;
        let revision = column(last, "revision")?;
        let updates = rows.iter().map(|row| column(row, "bytes")).collect::<Result<Vec<_>>>()?;
        Ok((updates, revision))
    }

    /// Puts a snapshot in the place of the log up to a revision. `state` must hold every update up to there;
    /// updates added since stay in the log. Nothing happens if the log is compacted as far already.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`], and [`StoreError::RevisionAhead`] when the log does not reach so far.
    pub async fn compact(&self, id: &str, upto_revision: i64, state: &[u8]) -> Result<()> {
        let last = self.revision(id).await?;
        if upto_revision > last {
            return Err(StoreError::RevisionAhead { map: id.to_owned(), asked: upto_revision, last });
        }
        let mut transaction = self.begin().await?;
        let replaced =
            sqlx::query("UPDATE kelias_snapshots SET revision = $2, state = $3 WHERE map_id = $1 AND revision < $2")
                .bind(id)
                .bind(upto_revision)
                .bind(state)
                .execute(&mut *transaction)
                .await?;
        if replaced.rows_affected() > 0 {
            sqlx::query("DELETE FROM kelias_updates WHERE map_id = $1 AND revision <= $2")
                .bind(id)
                .bind(upto_revision)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    async fn revision(&self, id: &str) -> Result<i64> {
        let row = sqlx::query("SELECT revision FROM kelias_maps WHERE id = $1")
            .bind(text(id, "the map's id")?)
            .fetch_optional(self.read())
            .await?;
        found(id, u64::from(row.is_some()))?;
        row.map_or(Ok(0), |row| column(&row, "revision"))
    }
}
