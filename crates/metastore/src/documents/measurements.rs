//! What was last measured of a map.

use crate::documents::maps::refused;
use crate::format::{self, text};
use crate::rows::column;
use crate::{Json, Result, Store};

impl Store {
    /// Keeps a map's measured document in the place of the one before.
    ///
    /// # Errors
    ///
    /// [`crate::StoreError::MapNotFound`] when there is no such map.
    pub async fn put_measurement(&self, map: &str, measured: &Json, at: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO kelias_measurements (map_id, measured, at) VALUES ($1, $2, $3) \
             ON CONFLICT (map_id) DO UPDATE SET measured = excluded.measured, at = excluded.at",
        )
        .bind(text(map, "the map's id")?)
        .bind(measured.to_string())
        .bind(at)
        .execute(self.write())
        .await
        .map_err(|error| refused(map, error))?;
        Ok(())
    }

    /// A map's measured document and when it was measured.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn measurement(&self, map: &str) -> Result<Option<(Json, i64)>> {
        let row = sqlx::query("SELECT measured, at FROM kelias_measurements WHERE map_id = $1")
            .bind(text(map, "the map's id")?)
            .fetch_optional(self.read())
            .await?;
        let Some(row) = row else { return Ok(None) };
        let measured = format::json(column(&row, "measured")?, || format!("the measurement of map {map}"))?;
        Ok(Some((measured, column(&row, "at")?)))
    }
}
