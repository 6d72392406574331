//! The history of a map.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};

use crate::format::{self, optional_text, text};
use crate::rows::column;
use crate::{Result, Store, StoreError};

/// How a version came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// Kept by itself after a pause in editing.
    Automatic,
    /// Kept because somebody asked for it.
    Named,
    /// An older version taken back.
    Restored,
    /// Came from a file.
    Imported,
}

impl VersionKind {
    const ALL: [Self; 4] = [Self::Automatic, Self::Named, Self::Restored, Self::Imported];

    /// The word it is stored and sent as.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Named => "named",
            Self::Restored => "restored",
            Self::Imported => "imported",
        }
    }
}

impl fmt::Display for VersionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A version to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVersion {
    /// How it came about.
    pub kind: VersionKind,
    /// Whose it is.
    pub author: String,
    /// Why it was kept.
    pub reason: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// When.
    pub at: i64,
    /// The map as JSON.
    pub map_json: String,
}

/// A version as the history lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// Its number; a map's versions count from 1.
    pub n: i64,
    /// How it came about.
    pub kind: VersionKind,
    /// Whose it is.
    pub author: String,
    /// Why it was kept.
    pub reason: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// When.
    pub at: i64,
}

/// A version with its map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// As the history lists it.
    pub row: VersionRow,
    /// The map as JSON.
    pub map_json: String,
}

impl Store {
    /// Keeps a version of a map and says its number. One that holds what another of the map holds takes up no more room.
    ///
    /// # Errors
    ///
    /// [`StoreError::MapNotFound`] when there is no such map or it lies deleted.
    pub async fn add_version(&self, id: &str, new: NewVersion) -> Result<i64> {
        let mut transaction = self.begin().await?;
        let row = sqlx::query(
            "UPDATE kelias_maps SET versions = versions + 1 WHERE id = $1 AND deleted_at IS NULL RETURNING versions",
        )
        .bind(text(id, "the map's id")?)
        .fetch_optional(&mut *transaction)
        .await?;
        let row = row.ok_or_else(|| StoreError::MapNotFound(id.to_owned()))?;
        let n: i64 = column(&row, "versions")?;
        let hash = Sha256::digest(text(&new.map_json, "the map")?).to_vec();
        let holder = holder(&mut transaction, id, &hash).await?;
        let (map_json, hash) = if holder.is_some() { ("", None) } else { (new.map_json.as_str(), Some(hash)) };
        sqlx::query(
            "INSERT INTO kelias_versions \
             (map_id, n, kind, author, reason, title, at, map_json, map_format, same_as, hash) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(id)
        .bind(n)
        .bind(new.kind.as_str())
        .bind(text(&new.author, "the author's name")?)
        .bind(optional_text(new.reason.as_deref(), "the reason")?)
        .bind(optional_text(new.title.as_deref(), "the version's title")?)
        .bind(new.at)
        .bind(map_json)
        .bind(format::MAP)
        .bind(holder)
        .bind(hash)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(n)
    }

    /// The versions of a map, oldest first; none if there is no such map.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn versions(&self, id: &str) -> Result<Vec<VersionRow>> {
        let rows =
            sqlx::query("SELECT n, kind, author, reason, title, at FROM kelias_versions WHERE map_id = $1 ORDER BY n")
                .bind(text(id, "the map's id")?)
                .fetch_all(self.read())
                .await?;
        rows.iter().map(|row| read(row, id)).collect()
    }

    /// One version of a map.
    ///
    /// # Errors
    ///
    /// When the database cannot answer, or a newer kelias wrote the version.
    pub async fn version(&self, id: &str, n: i64) -> Result<Option<Version>> {
        let row = sqlx::query(
            "SELECT v.n, v.kind, v.author, v.reason, v.title, v.at, holder.map_json, holder.map_format \
             FROM kelias_versions v JOIN kelias_versions holder \
             ON holder.map_id = v.map_id AND holder.n = COALESCE(v.same_as, v.n) WHERE v.map_id = $1 AND v.n = $2",
        )
        .bind(text(id, "the map's id")?)
        .bind(n)
        .fetch_optional(self.read())
        .await?;
        let Some(row) = row else { return Ok(None) };
        format::check(column(&row, "map_format")?, format::MAP, || format!("version {n} of map {id}"))?;
        Ok(Some(Version { row: read(&row, id)?, map_json: column(&row, "map_json")? }))
    }
}

/// The number of the version that has this content, if one has.
async fn holder(transaction: &mut Transaction<'_, Any>, id: &str, hash: &[u8]) -> Result<Option<i64>> {
    let row = sqlx::query("SELECT n FROM kelias_versions WHERE map_id = $1 AND hash = $2 AND map_format = $3")
        .bind(id)
        .bind(hash)
        .bind(format::MAP)
        .fetch_optional(&mut **transaction)
        .await?;
    row.map(|row| column(&row, "n")).transpose()
}

fn read(row: &AnyRow, id: &str) -> Result<VersionRow> {
    let n: i64 = column(row, "n")?;
    let word: &str = column(row, "kind")?;
    let kind = VersionKind::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or_else(|| StoreError::Damaged {
        what: format!("version {n} of map {id}"),
        why: format!("{word} is no kind of version"),
    })?;
    Ok(VersionRow {
        n,
        kind,
        author: column(row, "author")?,
        reason: column(row, "reason")?,
        title: column(row, "title")?,
        at: column(row, "at")?,
    })
}
