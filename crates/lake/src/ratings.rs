//! Scores of events, on the map's scale of emotions.

use std::fs::File;

use arrow::array::AsArray;
use arrow::datatypes::Float64Type;
use kelias_event::schema;
use kelias_journeys::RowValues;
use kelias_journeys::index::{Index, IndexedFile};
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions};

use crate::scan::read_columns;
use crate::{Lake, LakeError};

impl Lake {
    /// All scores whose scale is known, mapped linearly from their own scale to -2 .. +2.
    ///
    /// A score without a scale, or outside it, has no place between bad and good, so it is left out.
    ///
    /// # Errors
    /// When files cannot be read.
    pub fn ratings(&self, index: &Index) -> Result<RowValues, LakeError> {
        let mut ratings = Vec::new();
        for file in index.files() {
            if self.has_ratings(file)? {
                self.ratings_of(file, &mut ratings)?;
            }
        }
        Ok(RowValues::new(ratings))
    }

    /// Whether the file has any score, by what its footer says.
    fn has_ratings(&self, file: &IndexedFile) -> Result<bool, LakeError> {
        let path = self.path().join(&file.path);
        let opened = File::open(&path).map_err(LakeError::io("read", &path))?;
        let metadata = ArrowReaderMetadata::load(&opened, ArrowReaderOptions::new());
        let metadata = metadata.map_err(|error| LakeError::parquet(&path, error))?;
        Ok(metadata.metadata().row_groups().iter().any(|group| {
            let rating = group.columns().iter().find(|column| column.column_path().string() == schema::RATING);
            let nulls = rating.and_then(|column| column.statistics()?.null_count_opt());
            nulls != Some(group.num_rows().unsigned_abs())
        }))
    }

    fn ratings_of(&self, file: &IndexedFile, ratings: &mut Vec<(u32, f64)>) -> Result<(), LakeError> {
        let mut row = file.first_row;
        let columns = [schema::RATING, schema::RATING_SCALE];
        for batch in read_columns(&self.path().join(&file.path), &columns, None)? {
            let batch = batch?;
            let values = batch.column(0).as_primitive::<Float64Type>();
            let scales = batch.column(1).as_string::<i32>();
            for (at, (value, scale)) in values.iter().zip(scales).enumerate() {
                if let (Some(value), Some(scale)) = (value, scale)
                    && let Some(emotion) = emotion_of(value, scale)
                {
                    ratings.push((row + at as u32, emotion));
                }
            }
            row += values.len() as u32;
        }
        Ok(())
    }
}

/// A score on a scale like `0-10` or `1-5` as an emotion from -2 to +2.
fn emotion_of(value: f64, scale: &str) -> Option<f64> {
    let (low, high) = scale.split_once('-')?;
    let (low, high): (f64, f64) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
    let fits = low < high && (low..=high).contains(&value);
    fits.then(|| (value - low) / (high - low) * 4.0 - 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_mapped_from_their_own_scale() {
        assert_eq!(emotion_of(0.0, "0-10"), Some(-2.0));
        assert_eq!(emotion_of(10.0, "0-10"), Some(2.0));
        assert_eq!(emotion_of(3.0, "1-5"), Some(0.0));
        assert_eq!(emotion_of(6.0, "1-5"), None);
        assert_eq!(emotion_of(6.0, "smileys"), None);
        assert_eq!(emotion_of(6.0, "10-0"), None);
    }
}
