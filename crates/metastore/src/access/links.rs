//! Share links.

use sqlx::any::AnyRow;

use crate::documents::refused;
use crate::format::text;
use crate::rows::{column, flag};
use crate::secret::{self, Secret, public_id};
use crate::{Result, Store};

/// A share link, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRow {
    /// Names it, for revoking.
    pub id: String,
    /// The map it opens.
    pub map: String,
    /// Whether its guests may edit.
    pub can_edit: bool,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    pub created_at: i64,
    /// When it ends; without it, when it is revoked.
    pub expires_at: Option<i64>,
}

impl Store {
    /// A new link to a map.
    ///
    /// # Errors
    ///
    /// [`crate::StoreError::MapNotFound`] when there is no such map.
    pub async fn new_link(
        &self,
        map: &str,
        can_edit: bool,
        expires: Option<i64>,
        by: &str,
        at: i64,
    ) -> Result<(LinkRow, Secret)> {
        let secret = Secret::new()?;
        let link = LinkRow {
            id: public_id()?,
            map: text(map, "the map's id")?.to_owned(),
            can_edit,
            created_by: text(by, "the author's name")?.to_owned(),
            created_at: at,
            expires_at: expires,
        };
        sqlx::query(
            "INSERT INTO kelias_links (id, hash, map_id, can_edit, created_by, created_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(&link.id)
        .bind(secret.hash())
        .bind(&link.map)
        .bind(i64::from(can_edit))
        .bind(&link.created_by)
        .bind(at)
        .bind(expires)
        .execute(self.write())
        .await
        .map_err(|error| refused(map, error))?;
        Ok((link, secret))
    }

    /// The links of a map, oldest first; those whose time is over as well.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn links(&self, map: &str) -> Result<Vec<LinkRow>> {
        let rows = sqlx::query("SELECT * FROM kelias_links WHERE map_id = $1")
            .bind(text(map, "the map's id")?)
            .fetch_all(self.read())
            .await?;
        let mut links = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
        links.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        Ok(links)
    }

    /// The link a secret stands for, unless its time is over.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn link_by_secret(&self, secret: &str, at: i64) -> Result<Option<LinkRow>> {
        let row = sqlx::query("SELECT * FROM kelias_links WHERE hash = $1 AND (expires_at IS NULL OR expires_at > $2)")
            .bind(secret::hash(secret))
            .bind(at)
            .fetch_optional(self.read())
            .await?;
        row.as_ref().map(read).transpose()
    }

    /// Revokes a link of a map, and takes from its guests what it opened. False if the map has no such link.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn revoke_link(&self, map: &str, link_id: &str) -> Result<bool> {
        let done = sqlx::query("DELETE FROM kelias_links WHERE id = $1 AND map_id = $2")
            .bind(text(link_id, "the link's id")?)
            .bind(text(map, "the map's id")?)
            .execute(self.write())
            .await?;
        Ok(done.rows_affected() == 1)
    }
}

fn read(row: &AnyRow) -> Result<LinkRow> {
    Ok(LinkRow {
        id: column(row, "id")?,
        map: column(row, "map_id")?,
        can_edit: flag(row, "can_edit")?,
        created_by: column(row, "created_by")?,
        created_at: column(row, "created_at")?,
        expires_at: column(row, "expires_at")?,
    })
}
