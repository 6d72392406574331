//! Images that a map shows.

use crate::documents::maps::refused;
use crate::format::text;
use crate::rows::column;
use crate::{Result, Store};

/// An image with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its media type.
    pub content_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// An image as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageRow {
    /// Its file name.
    pub name: String,
    /// Its media type.
    pub content_type: String,
    /// The length of the file in bytes.
    pub bytes: i64,
    /// When it came.
    pub at: i64,
}

impl Store {
    /// Keeps an image of a map. Names are made from the contents, so an image that is there already stays as it is.
    ///
    /// # Errors
    ///
    /// [`crate::StoreError::MapNotFound`] when there is no such map.
    pub async fn put_image(&self, map: &str, name: &str, content_type: &str, bytes: &[u8], at: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO kelias_images (map_id, name, content_type, bytes, at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (map_id, name) DO NOTHING",
        )
        .bind(text(map, "the map's id")?)
        .bind(text(name, "the image's name")?)
        .bind(text(content_type, "the image's media type")?)
        .bind(bytes)
        .bind(at)
        .execute(self.write())
        .await
        .map_err(|error| refused(map, error))?;
        Ok(())
    }

    /// Keeps an image of a map as [`Store::put_image`] does, unless the map's images would then have more bytes than
    /// `most` together. False if so; an image that is there already always is, and counts as one that came now.
    ///
    /// # Errors
    ///
    /// [`crate::StoreError::MapNotFound`] when there is no such map.
    pub async fn put_image_within(&self, map: &str, name: &str, image: &Image, most: i64, at: i64) -> Result<bool> {
        if self.touch_image(map, name, at).await? {
            return Ok(true);
        }
        let bytes = image.bytes.as_slice();
        let put = sqlx::query(
            "INSERT INTO kelias_images (map_id, name, content_type, bytes, at) SELECT $1, $2, $3, $4, $5 \
             WHERE (SELECT COALESCE(SUM(length(bytes)), 0) FROM kelias_images WHERE map_id = $1) + $6 <= $7 \
             ON CONFLICT (map_id, name) DO UPDATE SET at = excluded.at",
        )
        .bind(text(map, "the map's id")?)
        .bind(text(name, "the image's name")?)
        .bind(text(&image.content_type, "the image's media type")?)
        .bind(bytes)
        .bind(at)
        .bind(i64::try_from(bytes.len()).unwrap_or(i64::MAX))
        .bind(most)
        .execute(self.write())
        .await
        .map_err(|error| refused(map, error))?;
        Ok(put.rows_affected() == 1)
    }

    async fn touch_image(&self, map: &str, name: &str, at: i64) -> Result<bool> {
        let touched = sqlx::query("UPDATE kelias_images SET at = $3 WHERE map_id = $1 AND name = $2")
            .bind(text(map, "the map's id")?)
            .bind(text(name, "the image's name")?)
            .bind(at)
            .execute(self.write())
            .await?;
        Ok(touched.rows_affected() == 1)
    }

    /// The maps whose images have more than so many bytes together, in alphabetical order; maps that lie deleted are not asked for.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn maps_with_images_above(&self, bytes: i64) -> Result<Vec<String>> {
        let rows = sqlx::query(
            "SELECT i.map_id FROM kelias_images i JOIN kelias_maps m ON m.id = i.map_id WHERE m.deleted_at IS NULL \
             GROUP BY i.map_id HAVING SUM(length(i.bytes)) > $1",
        )
        .bind(bytes)
        .fetch_all(self.read())
        .await?;
        let mut maps = rows.iter().map(|row| column(row, "map_id")).collect::<Result<Vec<String>>>()?;
        maps.sort();
        Ok(maps)
    }

    /// Removes an image that came before a moment, unless a version of the map holds its name. True if it was removed.
    ///
    /// # Errors
    ///
    /// When the database cannot do it.
    pub async fn purge_image(&self, map: &str, name: &str, before: i64) -> Result<bool> {
        let purged = sqlx::query(
            "DELETE FROM kelias_images WHERE map_id = $1 AND name = $2 AND at < $3 AND NOT EXISTS \
             (SELECT 1 FROM kelias_versions WHERE map_id = $1 AND map_json LIKE '%' || $2 || '%')",
        )
        .bind(text(map, "the map's id")?)
        .bind(text(name, "the image's name")?)
        .bind(before)
        .execute(self.write())
        .await?;
        Ok(purged.rows_affected() == 1)
    }

    /// Gives a map all images of another: for a duplicate.
    ///
    /// # Errors
    ///
    /// [`crate::StoreError::MapNotFound`] when images have no map to go to.
    pub async fn copy_images(&self, from: &str, to: &str, at: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO kelias_images (map_id, name, content_type, bytes, at) \
             SELECT $2, name, content_type, bytes, $3 FROM kelias_images WHERE map_id = $1 \
             ON CONFLICT (map_id, name) DO NOTHING",
        )
        .bind(text(from, "the map's id")?)
        .bind(text(to, "the map's id")?)
        .bind(at)
        .execute(self.write())
        .await
        .map_err(|error| refused(to, error))?;
        Ok(())
    }

    /// One image of a map.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn image(&self, map: &str, name: &str) -> Result<Option<Image>> {
        let row = sqlx::query("SELECT content_type, bytes FROM kelias_images WHERE map_id = $1 AND name = $2")
            .bind(text(map, "the map's id")?)
            .bind(text(name, "the image's name")?)
            .fetch_optional(self.read())
            .await?;
        row.map(|row| Ok(Image { content_type: column(&row, "content_type")?, bytes: column(&row, "bytes")? }))
            .transpose()
    }

    /// The images of a map, by name.
    ///
    /// # Errors
    ///
    /// When the database cannot answer.
    pub async fn images(&self, map: &str) -> Result<Vec<ImageRow>> {
        let rows =
            sqlx::query("SELECT name, content_type, length(bytes) AS size, at FROM kelias_images WHERE map_id = $1")
                .bind(text(map, "the map's id")?)
                .fetch_all(self.read())
                .await?;
        let mut images = Vec::with_capacity(rows.len());
        for row in &rows {
            images.push(ImageRow {
                name: column(row, "name")?,
                content_type: column(row, "content_type")?,
                bytes: column(row, "size")?,
                at: column(row, "at")?,
            });
        }
        images.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(images)
    }
}
