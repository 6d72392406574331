//! Settings of the whole server.

use crate::format::{self, text};
use crate::rows::column;
use crate::{Json, Result, Store};

impl Store {
    /// A setting.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn setting(&self, key: &str) -> Result<Option<Json>> {
        let row = sqlx::query("SELECT value FROM kelias_settings WHERE key = $1")
            .bind(text(key, "the setting's key")?)
            .fetch_optional(self.read())
            .await?;
        row.map(|row| format::json(column(&row, "value")?, || format!("the setting {key}"))).transpose()
    }

    /// Changes a setting.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn set_setting(&self, key: &str, value: &Json) -> Result<()> {
        sqlx::query(
            "INSERT INTO kelias_settings (key, value) VALUES ($1, $2) \
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )
        .bind(text(key, "the setting's key")?)
        .bind(value.to_string())
        .execute(self.write())
        .await?;
        Ok(())
    }
}
