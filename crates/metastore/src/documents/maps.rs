//! Maps as the portfolio lists them.

use sqlx::any::AnyRow;

use crate::format::{self, optional_text, text};
use crate::rows::column;
use crate::{Json, Result, Store, StoreError};

/// A map to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMap {
    /// Its id, a slug.
    pub id: String,
    /// The folder it is shown in.
    pub folder: Option<String>,
    /// Its document, as one Yjs update.
    pub state: Vec<u8>,
    /// What a list of maps shows of it.
    pub summary: Json,
    /// Who makes it.
    pub actor: String,
    /// When.
    pub at: i64,
}

/// A map as the store knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MapRow {
    /// Its id, a slug.
    pub id: String,
    /// The folder it is shown in.
    pub folder: Option<String>,
    /// What a list of maps shows of it.
    pub summary: Json,
    /// The number of the last update of its document; grows with each.
    pub revision: i64,
    /// The revision that the summary tells of; -1 where that is not known.
    pub summary_revision: i64,
    /// When it was made.
    pub created_at: i64,
    /// When its document last changed.
    pub updated_at: i64,
    /// Who changed it.
    pub updated_by: String,
    /// When it was deleted, if it lies deleted.
    pub deleted_at: Option<i64>,
    /// When it was last measured.
    pub measured_at: Option<i64>,
    /// When its last version was kept.
    pub version_at: Option<i64>,
}

impl MapRow {
    /// Whether what a list shows of the map is not, or not surely, of its document as it is.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.summary_revision < self.revision
    }
}

impl Store {
    /// Makes a map.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapExists`] when the id is taken, by a deleted map as well.
    pub async fn create_map(&self, new: NewMap) -> Result<()> {
        let mut transaction = self.begin().await?;
        let made = sqlx::query(
            "INSERT INTO kelias_maps (id, folder, summary, summary_format, summary_revision, revision, versions, created_at, updated_at, updated_by) \
             VALUES ($1, $2, $3, $4, 0, 0, 0, $5, $5, $6) ON CONFLICT (id) DO NOTHING",
        )
        .bind(text(&new.id, "the map's id")?)
        .bind(optional_text(new.folder.as_deref(), "the folder")?)
        .bind(new.summary.to_string())
        .bind(format::SUMMARY)
        .bind(new.at)
        .bind(text(&new.actor, "the author's name")?)
        .execute(&mut *transaction)
        .await?;
        if made.rows_affected() == 0 {
            return Err(StoreError::MapExists(new.id));
        }
        sqlx::query("INSERT INTO kelias_snapshots (map_id, revision, state) VALUES ($1, 0, $2)")
            .bind(new.id)
            .bind(new.state)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// A map, also if it lies deleted.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn map(&self, id: &str) -> Result<Option<MapRow>> {
        let row = sqlx::query(
            "SELECT m.*, x.at AS measured_at, v.at AS version_at FROM kelias_maps m \
             LEFT JOIN kelias_measurements x ON x.map_id = m.id \
             LEFT JOIN kelias_versions v ON v.map_id = m.id AND v.n = m.versions WHERE m.id = $1",
        )
        .bind(text(id, "the map's id")?)
        .fetch_optional(self.read())
        .await?;
        row.as_ref().map(read).transpose()
    }

    /// All maps by id, with those that lie deleted or without.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn maps(&self, include_deleted: bool) -> Result<Vec<MapRow>> {
        let rows = sqlx::query(
            "SELECT m.*, x.at AS measured_at, v.at AS version_at FROM kelias_maps m \
             LEFT JOIN kelias_measurements x ON x.map_id = m.id \
             LEFT JOIN kelias_versions v ON v.map_id = m.id AND v.n = m.versions WHERE $1 = 1 OR m.deleted_at IS NULL",
        )
        .bind(i64::from(include_deleted))
        .fetch_all(self.read())
        .await?;
        let mut maps = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
        // The databases collate differently, so the order is made here.
        maps.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(maps)
    }

    /// Says anew what a list shows of a map, as of a revision of its document. False, and nothing changes, if what it
    /// shows is of a later one. When the map last changed, and by whom, stays as it is.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`] when there is no such map or it lies deleted.
    pub async fn set_summary(&self, id: &str, summary: &Json, revision: i64) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE kelias_maps SET summary = $2, summary_format = $3, summary_revision = $4 \
             WHERE id = $1 AND deleted_at IS NULL AND summary_revision <= $4",
        )
        .bind(text(id, "the map's id")?)
        .bind(summary.to_string())
        .bind(format::SUMMARY)
        .bind(revision)
        .execute(self.write())
        .await?;
        self.done_or_stale(id, done.rows_affected()).await
    }

    /// Puts a map into a folder, or into none.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`] when there is no such map or it lies deleted.
    pub async fn set_folder(&self, id: &str, folder: Option<&str>) -> Result<()> {
        let done = sqlx::query("UPDATE kelias_maps SET folder = $2 WHERE id = $1 AND deleted_at IS NULL")
            .bind(text(id, "the map's id")?)
            .bind(optional_text(folder, "the folder")?)
            .execute(self.write())
            .await?;
        found(id, done.rows_affected())
    }

    /// Deletes a map so that it can be had back: it takes no more updates and keeps its id.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`] when there is no such map or it lies deleted already.
    pub async fn delete_map(&self, id: &str, at: i64) -> Result<()> {
        let done = sqlx::query("UPDATE kelias_maps SET deleted_at = $2 WHERE id = $1 AND deleted_at IS NULL")
            .bind(text(id, "the map's id")?)
            .bind(at)
            .execute(self.write())
            .await?;
        found(id, done.rows_affected())
    }

    /// Deletes a map as [`Store::delete_map`] does if its document still has a revision. False, and nothing changes, if it
    /// was edited since.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`] when there is no such map or it lies deleted already.
    pub async fn delete_map_at(&self, id: &str, revision: i64, at: i64) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE kelias_maps SET deleted_at = $3 WHERE id = $1 AND deleted_at IS NULL AND revision = $2",
        )
        .bind(text(id, "the map's id")?)
        .bind(revision)
        .bind(at)
        .execute(self.write())
        .await?;
        self.done_or_stale(id, done.rows_affected()).await
    }

    /// Whether a change asked for at a revision was made; false where the map is there, but at another revision.
    async fn done_or_stale(&self, id: &str, changed: u64) -> Result<bool> {
        if changed == 0 {
            let is_there = self.map(id).await?.is_some_and(|row| row.deleted_at.is_none());
            found(id, u64::from(is_there))?;
        }
        Ok(changed > 0)
    }

    /// Takes a deleted map back.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`] when no such map lies deleted.
    pub async fn undelete_map(&self, id: &str) -> Result<()> {
        let done = sqlx::query("UPDATE kelias_maps SET deleted_at = NULL WHERE id = $1 AND deleted_at IS NOT NULL")
            .bind(text(id, "the map's id")?)
            .execute(self.write())
            .await?;
        found(id, done.rows_affected())
    }

    /// Removes for good what was deleted before a time, with all that belongs to it. Says which maps went, by id.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn purge_deleted(&self, before: i64) -> Result<Vec<String>> {
        let mut transaction = self.begin().await?;
        let rows = sqlx::query("DELETE FROM kelias_maps WHERE deleted_at < $1 RETURNING id")
            .bind(before)
            .fetch_all(&mut *transaction)
            .await?;
        // Guests of those maps alone are nobody's guests now.
        sqlx::query(
            "DELETE FROM kelias_guests WHERE NOT EXISTS \
             (SELECT 1 FROM kelias_grants WHERE kelias_grants.guest_hash = kelias_guests.hash)",
        )
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        let mut ids = rows.iter().map(|row| column(row, "id")).collect::<Result<Vec<String>>>()?;
        ids.sort();
        Ok(ids)
    }
}

/// Turns "no row was changed" into an error.
pub(crate) fn found(id: &str, rows: u64) -> Result<()> {
    if rows == 0 { Err(StoreError::MapNotFound(id.to_owned())) } else { Ok(()) }
}

/// A row that names a map which is not there is refused by the database: says so in our words.
pub(crate) fn refused(id: &str, error: sqlx::Error) -> StoreError {
    if error.as_database_error().is_some_and(<dyn sqlx::error::DatabaseError>::is_foreign_key_violation) {
        StoreError::MapNotFound(id.to_owned())
    } else {
        error.into()
    }
}

fn read(row: &AnyRow) -> Result<MapRow> {
    let id: String = column(row, "id")?;
    let what = || format!("the summary of map {id}");
    format::check(column(row, "summary_format")?, format::SUMMARY, what)?;
    let summary = format::json(column(row, "summary")?, what)?;
    Ok(MapRow {
        folder: column(row, "folder")?,
        summary,
        revision: column(row, "revision")?,
        summary_revision: column(row, "summary_revision")?,
        created_at: column(row, "created_at")?,
        updated_at: column(row, "updated_at")?,
        updated_by: column(row, "updated_by")?,
        deleted_at: column(row, "deleted_at")?,
        measured_at: column(row, "measured_at")?,
        version_at: column(row, "version_at")?,
        id,
    })
}
