//! API tokens.

use sqlx::any::AnyRow;

use crate::format::text;
use crate::rows::column;
use crate::secret::{self, Secret, public_id};
use crate::{Result, Store};

/// An API token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRow {
    /// Names it, for revoking.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub created_at: i64,
}

impl Store {
    /// A new API token.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn new_token(&self, name: &str, at: i64) -> Result<Secret> {
        let secret = Secret::new()?;
        sqlx::query("INSERT INTO kelias_tokens (id, hash, name, created_at) VALUES ($1, $2, $3, $4)")
            .bind(public_id()?)
            .bind(secret.hash())
            .bind(text(name, "the token's name")?)
            .bind(at)
            .execute(self.write())
            .await?;
        Ok(secret)
    }

    /// The token a secret stands for.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn token(&self, secret: &str) -> Result<Option<TokenRow>> {
        let row = sqlx::query("SELECT id, name, created_at FROM kelias_tokens WHERE hash = $1")
            .bind(secret::hash(secret))
            .fetch_optional(self.read())
            .await?;
        row.as_ref().map(read).transpose()
    }

    /// All tokens, oldest first.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn tokens(&self) -> Result<Vec<TokenRow>> {
        let rows = sqlx::query("SELECT id, name, created_at FROM kelias_tokens").fetch_all(self.read()).await?;
        let mut tokens = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
        tokens.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        Ok(tokens)
    }

    /// Revokes a token. False if there was none.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn revoke_token(&self, id: &str) -> Result<bool> {
        let done = sqlx::query("DELETE FROM kelias_tokens WHERE id = $1")
            .bind(text(id, "the token's id")?)
            .execute(self.write())
            .await?;
        Ok(done.rows_affected() == 1)
    }
}

fn read(row: &AnyRow) -> Result<TokenRow> {
    Ok(TokenRow { id: column(row, "id")?, name: column(row, "name")?, created_at: column(row, "created_at")? })
}
