//! Mean and interval of ratings.

use crate::intervals::Z;

/// Parts of a point in which ratings are added up, so that sums are whole numbers and merge exactly.
const PARTS_PER_POINT: f64 = 1e6;

/// Ends of the map's scale of emotions.
const LOWEST: f64 = -2.0;
const HIGHEST: f64 = 2.0;

/// Ratings on the map's scale, each rounded to a millionth of a point.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ratings {
    pub(crate) count: u64,
    sum: i128,
    squares: i128,
}

/// A mean with its interval; one rating alone has none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mean {
    pub(crate) value: f64,
    pub(crate) interval: Option<(f64, f64)>,
}

impl Ratings {
    /// Takes in a rating; what is not on the scale is none.
    pub(crate) fn push(&mut self, value: f64) {
        if (LOWEST..=HIGHEST).contains(&value) {
            let parts = (value * PARTS_PER_POINT).round() as i128;
            self.count += 1;
            self.sum += parts;
            self.squares += parts * parts;
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// The mean of at least `minimum` ratings, with the 95 % interval of the normal approximation cut off at the
    /// ends of the scale.
    pub(crate) fn mean(self, minimum: u64) -> Option<Mean> {
        if self.count < minimum.max(1) {
            return None;
        }
        let n = self.count as f64;
        let value = self.sum as f64 / (n * PARTS_PER_POINT);
        let interval = (self.count > 1).then(|| {
            let above_line = i128::from(self.count) * self.squares - self.sum * self.sum;
            let variance = above_line as f64 / (n * (n - 1.0) * PARTS_PER_POINT * PARTS_PER_POINT);
            let spread = Z * (variance / n).sqrt();
            ((value - spread).max(LOWEST), (value + spread).min(HIGHEST))
        });
        Some(Mean { value, interval })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratings(values: &[f64]) -> Ratings {
        let mut ratings = Ratings::default();
        for &value in values {
            ratings.push(value);
        }
        ratings
    }

    #[test]
    fn the_mean_needs_enough_ratings() {
        assert_eq!(ratings(&[]).mean(0), None);
        assert_eq!(ratings(&[1.0, 2.0]).mean(3), None);
        assert_eq!(ratings(&[-0.5]).mean(1), Some(Mean { value: -0.5, interval: None }));
    }

    #[test]
    fn what_is_off_the_scale_is_no_rating() {
        assert_eq!(ratings(&[f64::NAN, f64::INFINITY, 2.1, -9.0, 2.0]).count, 1);
    }

    /// Standard error of the mean of 1 0 -1 2: standard deviation 1.290994, over the root of 4.
    #[test]
    fn the_interval_is_that_of_the_mean() {
        let mean = ratings(&[1.0, 0.0, -1.0, 2.0]).mean(4);
        assert_eq!(mean.map(|mean| mean.value), Some(0.5));
        let (low, high) = mean.and_then(|mean| mean.interval).unwrap();
        assert!((low - (0.5 - 1.265_15)).abs() < 1e-5, "{low}");
        assert!((high - (0.5 + 1.265_15)).abs() < 1e-5, "{high}");
    }
}
