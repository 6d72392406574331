//! Sessions of the owner and of guests.

use sqlx::any::AnyRow;

use crate::format::text;
use crate::rows::{column, flag};
use crate::secret::{self, Secret};
use crate::{Result, Store, StoreError};

/// Whose a session is, and what it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionKind {
    /// The owner's.
    Owner,
    /// That of somebody who came by a share link.
    Guest {
        /// The link's id.
        link_id: String,
        /// What the guest is called.
        name: String,
        /// The map the link opens.
        map: String,
        /// Whether the link lets its guests edit.
        can_edit: bool,
    },
}

/// A session that is not over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Whose it is, and what it opens.
    pub kind: SessionKind,
    /// When it began.
    pub created_at: i64,
    /// When it ends; a guest's not later than the link it came by.
    pub expires_at: i64,
}

impl Store {
    /// Begins a session of the owner.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn new_owner_session(&self, at: i64, expires: i64) -> Result<Secret> {
        let secret = Secret::new()?;
        sqlx::query("INSERT INTO kelias_sessions (hash, name, created_at, expires_at) VALUES ($1, '', $2, $3)")
            .bind(secret.hash())
            .bind(at)
            .bind(expires)
            .execute(self.write())
            .await?;
        Ok(secret)
    }

    /// Begins a session of a guest who came by a link.
    ///
    /// # Errors
    ///
    /// [`StoreError::LinkNotFound`] when the link was revoked or its time is over.
    pub async fn new_guest_session(&self, link_id: &str, name: &str, at: i64, expires: i64) -> Result<Secret> {
        let secret = Secret::new()?;
        let begun = sqlx::query(
            "INSERT INTO kelias_sessions (hash, link_id, name, created_at, expires_at) \
             SELECT $1, id, $3, $4, $5 FROM kelias_links \
             WHERE id = $2 AND (expires_at IS NULL OR expires_at > $4)",
        )
        .bind(secret.hash())
        .bind(text(link_id, "the link's id")?)
        .bind(text(name, "the guest's name")?)
        .bind(at)
        .bind(expires)
        .execute(self.write())
        .await?;
        if begun.rows_affected() == 0 { Err(StoreError::LinkNotFound(link_id.to_owned())) } else { Ok(secret) }
    }

    /// The session a secret stands for, unless it is over: by its time, by its link's, or because its link was revoked.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn session(&self, secret: &str, at: i64) -> Result<Option<SessionRow>> {
        let row = sqlx::query(
            "SELECT s.link_id, s.name, s.created_at, s.expires_at, l.map_id, l.can_edit, l.expires_at AS link_expires_at \
             FROM kelias_sessions s LEFT JOIN kelias_links l ON l.id = s.link_id \
             WHERE s.hash = $1 AND s.expires_at > $2 AND (l.expires_at IS NULL OR l.expires_at > $2)",
        )
        .bind(secret::hash(secret))
        .bind(at)
        .fetch_optional(self.read())
        .await?;
        row.as_ref().map(read).transpose()
    }

    /// Calls a guest by another name. False if there is no such session or it is the owner's.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn rename_guest(&self, secret: &str, name: &str) -> Result<bool> {
        let done = sqlx::query("UPDATE kelias_sessions SET name = $2 WHERE hash = $1 AND link_id IS NOT NULL")
            .bind(secret::hash(secret))
            .bind(text(name, "the guest's name")?)
            .execute(self.write())
            .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Ends a session. False if there was none.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn end_session(&self, secret: &str) -> Result<bool> {
        let done = sqlx::query("DELETE FROM kelias_sessions WHERE hash = $1")
            .bind(secret::hash(secret))
            .execute(self.write())
            .await?;
        Ok(done.rows_affected() == 1)
    }
}

fn read(row: &AnyRow) -> Result<SessionRow> {
    let kind = match column::<Option<String>>(row, "link_id")? {
        None => SessionKind::Owner,
        Some(link_id) => SessionKind::Guest {
            link_id,
            name: column(row, "name")?,
            map: column(row, "map_id")?,
            can_edit: flag(row, "can_edit")?,
        },
    };
    let expires_at: i64 = column(row, "expires_at")?;
    let link_expires_at: Option<i64> = column(row, "link_expires_at")?;
    Ok(SessionRow {
        kind,
        created_at: column(row, "created_at")?,
        expires_at: link_expires_at.map_or(expires_at, |link| link.min(expires_at)),
    })
}
