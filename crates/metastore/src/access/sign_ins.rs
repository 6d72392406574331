//! One-time secrets that sign the owner in.

use crate::secret::{self, Secret};
use crate::{Result, Store};

impl Store {
    /// A secret that signs the owner in once, until it expires.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn new_sign_in(&self, at: i64, expires: i64) -> Result<Secret> {
        let secret = Secret::new()?;
        sqlx::query("INSERT INTO kelias_sign_ins (hash, created_at, expires_at) VALUES ($1, $2, $3)")
            .bind(secret.hash())
            .bind(at)
            .bind(expires)
            .execute(self.write())
            .await?;
        Ok(secret)
    }

    /// Uses a sign-in secret up. True for exactly one of all who try, however many do so at once.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn take_sign_in(&self, secret: &str, at: i64) -> Result<bool> {
        let taken = sqlx::query("DELETE FROM kelias_sign_ins WHERE hash = $1 AND expires_at > $2")
            .bind(secret::hash(secret))
            .bind(at)
            .execute(self.write())
            .await?;
        Ok(taken.rows_affected() == 1)
    }

    /// Forgets sign-ins and sessions whose time is over.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn purge_expired(&self, at: i64) -> Result<()> {
        for statement in [
            "DELETE FROM kelias_sign_ins WHERE expires_at <= $1",
            "DELETE FROM kelias_sessions WHERE expires_at <= $1",
            "DELETE FROM kelias_guests WHERE expires_at <= $1",
        ] {
            sqlx::query(statement).bind(at).execute(self.write()).await?;
        }
        Ok(())
    }
}
