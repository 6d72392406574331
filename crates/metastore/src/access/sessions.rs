//! Sessions of the owner and of guests.

use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};

use crate::format::text;
use crate::rows::{column, flag};
use crate::secret::{self, Secret};
use crate::{Result, Store, StoreError};

/// Whose a session is, and what it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionKind {
    /// The owner's.
    Owner,
    /// That of somebody who came by share links.
    Guest {
        /// What the guest is called.
        name: String,
        /// The links that were followed and are still good; the one followed last comes first. There is one at least.
        grants: Vec<GrantRow>,
    },
}

/// What a link that was followed opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantRow {
    /// The link's id.
    pub link_id: String,
    /// The map the link opens.
    pub map: String,
    /// Whether the link lets its guests edit.
    pub can_edit: bool,
}

/// A session that is not over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Whose it is, and what it opens.
    pub kind: SessionKind,
    /// When it began.
    pub created_at: i64,
    /// When it ends; a guest's not later than the last of its links.
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
        let mut transaction = self.begin().await?;
        sqlx::query("INSERT INTO kelias_guests (hash, name, created_at, expires_at) VALUES ($1, $2, $3, $4)")
            .bind(secret.hash())
            .bind(text(name, "the guest's name")?)
            .bind(at)
            .bind(expires)
            .execute(&mut *transaction)
            .await?;
        grant(&mut transaction, secret.hash(), link_id, at).await?;
        transaction.commit().await?;
        Ok(secret)
    }

    /// Adds a link to what the session of a guest opens; the guest is called by the name given now, and the session lasts
    /// as long as one that begins now. False if there is no such session, or it is the owner's.
    ///
    /// # Errors
    ///
    /// [`StoreError::LinkNotFound`] when the link was revoked or its time is over; then nothing changes.
    pub async fn follow_link(&self, secret: &str, link_id: &str, name: &str, at: i64, expires: i64) -> Result<bool> {
        let hash = secret::hash(secret);
        let mut transaction = self.begin().await?;
        let known =
            sqlx::query("UPDATE kelias_guests SET name = $2, expires_at = $4 WHERE hash = $1 AND expires_at > $3")
                .bind(hash.clone())
                .bind(text(name, "the guest's name")?)
                .bind(at)
                .bind(expires)
                .execute(&mut *transaction)
                .await?;
        if known.rows_affected() == 0 {
            return Ok(false);
        }
        grant(&mut transaction, hash, link_id, at).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// The session a secret stands for, unless it is over: by its time, or because no link of a guest is good any more.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn session(&self, secret: &str, at: i64) -> Result<Option<SessionRow>> {
        let hash = secret::hash(secret);
        let owner = sqlx::query(
            "SELECT created_at, expires_at FROM kelias_sessions WHERE hash = $1 AND link_id IS NULL AND expires_at > $2",
        )
        .bind(hash.clone())
        .bind(at)
        .fetch_optional(self.read())
        .await?;
        if let Some(row) = owner {
            let (created_at, expires_at) = (column(&row, "created_at")?, column(&row, "expires_at")?);
            return Ok(Some(SessionRow { kind: SessionKind::Owner, created_at, expires_at }));
        }
        let rows = sqlx::query(
            "SELECT g.name, g.created_at, g.expires_at, l.id, l.map_id, l.can_edit, l.expires_at AS link_expires_at \
             FROM kelias_guests g JOIN kelias_grants x ON x.guest_hash = g.hash JOIN kelias_links l ON l.id = x.link_id \
             WHERE g.hash = $1 AND g.expires_at > $2 AND (l.expires_at IS NULL OR l.expires_at > $2) \
             ORDER BY x.granted_at DESC, l.id",
        )
        .bind(hash)
        .bind(at)
        .fetch_all(self.read())
        .await?;
        guest(&rows)
    }

    /// Calls a guest by another name. False if there is no such session or it is the owner's.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn rename_guest(&self, secret: &str, name: &str) -> Result<bool> {
        let done = sqlx::query("UPDATE kelias_guests SET name = $2 WHERE hash = $1")
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
        let mut ended = 0;
        for statement in ["DELETE FROM kelias_sessions WHERE hash = $1", "DELETE FROM kelias_guests WHERE hash = $1"] {
            ended += sqlx::query(statement).bind(secret::hash(secret)).execute(self.write()).await?.rows_affected();
        }
        Ok(ended == 1)
    }
}

/// Has a guest's session open what a link opens, if the link is still good.
async fn grant(transaction: &mut Transaction<'_, Any>, hash: Vec<u8>, link_id: &str, at: i64) -> Result<()> {
    let granted = sqlx::query(
        "INSERT INTO kelias_grants (guest_hash, link_id, granted_at) SELECT $1, id, $3 FROM kelias_links \
         WHERE id = $2 AND (expires_at IS NULL OR expires_at > $3) \
         ON CONFLICT (guest_hash, link_id) DO UPDATE SET granted_at = excluded.granted_at",
    )
    .bind(hash)
    .bind(text(link_id, "the link's id")?)
    .bind(at)
    .execute(&mut **transaction)
    .await?;
    if granted.rows_affected() == 0 { Err(StoreError::LinkNotFound(link_id.to_owned())) } else { Ok(()) }
}

/// The session of a guest, one row for each of its links.
fn guest(rows: &[AnyRow]) -> Result<Option<SessionRow>> {
    let Some(first) = rows.first() else { return Ok(None) };
    let (mut grants, mut links_end) = (Vec::with_capacity(rows.len()), i64::MIN);
    for row in rows {
        let (link_id, map) = (column(row, "id")?, column(row, "map_id")?);
        grants.push(GrantRow { link_id, map, can_edit: flag(row, "can_edit")? });
        links_end = links_end.max(column::<Option<i64>>(row, "link_expires_at")?.unwrap_or(i64::MAX));
    }
    Ok(Some(SessionRow {
        kind: SessionKind::Guest { name: column(first, "name")?, grants },
        created_at: column(first, "created_at")?,
        expires_at: links_end.min(column(first, "expires_at")?),
    }))
}
