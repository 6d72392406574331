//! Exact statistics of spans of time.

use serde::Serialize;

/// Spans of time in microseconds, kept whole until the end so that every statistic is exact.
#[derive(Debug, Clone, Default)]
pub(crate) struct Durations {
    own: Vec<u64>,
    merged: Vec<Vec<u64>>,
}

impl Durations {
    #[inline]
    pub(crate) fn push(&mut self, micros: u64) {
        self.own.push(micros);
    }

    /// Takes in the other's spans without copying them.
    pub(crate) fn merge(&mut self, other: Self) {
        self.merged.extend(other.merged);
        if !other.own.is_empty() {
            self.merged.push(other.own);
        }
    }

    pub(crate) fn into_sample(mut self) -> Sample {
        self.own.reserve_exact(self.merged.iter().map(Vec::len).sum());
        for part in self.merged {
            self.own.extend_from_slice(&part);
        }
        Sample { micros: self.own }
    }
}

/// All spans of one kind.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    micros: Vec<u64>,
}

impl Sample {
    pub(crate) fn len(&self) -> u64 {
        self.micros.len() as u64
    }

    pub(crate) fn sum(&self) -> u128 {
        self.micros.iter().map(|&micros| u128::from(micros)).sum()
    }

    pub(crate) fn summary(&mut self) -> Option<Summary> {
        let min = *self.micros.iter().min()?;
        let max = *self.micros.iter().max()?;
        let sum = self.sum();
        Some(Summary {
            mean_seconds: mean_seconds(sum, self.micros.len() as u64),
            median_seconds: self.quantile(1, 2)?,
            min_seconds: seconds(min.into()),
            max_seconds: seconds(max.into()),
            sum_seconds: seconds(sum),
            stdev_seconds: self.stdev(sum),
        })
    }

    /// The quantile `over / under` in seconds, interpolated between the two spans nearest to the place
    /// `(n - 1) * over / under` (numpy's `linear`).
    pub(crate) fn quantile(&mut self, over: u64, under: u64) -> Option<f64> {
        self.quantile_with_zeros(0, over, under)
    }

    /// The median in seconds when as many spans of no time are there as well, uncounted so far.
    pub(crate) fn median_with_zeros(&mut self, zeros: u64) -> Option<f64> {
        self.quantile_with_zeros(zeros, 1, 2)
    }

    fn quantile_with_zeros(&mut self, zeros: u64, over: u64, under: u64) -> Option<f64> {
        let last = (self.len() + zeros).checked_sub(1)?;
        let place = u128::from(last) * u128::from(over);
        let (whole, part) = ((place / u128::from(under)) as u64, place % u128::from(under));
        let (low, next) = match whole.checked_sub(zeros) {
            None if whole + 1 < zeros => (0, Some(0)),
            None => (0, self.micros.iter().copied().min()),
            Some(whole) => {
                let (_, &mut low, above) = self.micros.select_nth_unstable(whole as usize);
                (low, if part == 0 { None } else { above.iter().copied().min() })
            }
        };
        let high = next.unwrap_or(low);
        let scaled = u128::from(low) * (u128::from(under) - part) + u128::from(high) * part;
        Some(scaled as f64 / (under as f64 * MICROS_PER_SECOND))
    }

    /// Standard deviation with `n - 1` below the line, from whole numbers: squares of the distances to the mean
    /// rounded down, corrected for the rounding.
    fn stdev(&self, sum: u128) -> Option<f64> {
        let n = self.micros.len() as u128;
        if n < 2 {
            return None;
        }
        let (centre, rest) = ((sum / n) as u64, sum % n);
        // A square of 64 bits needs 128; summed in two halves it cannot overflow.
        let (mut high, mut low) = (0_u128, 0_u128);
        for &micros in &self.micros {
            let distance = u128::from(micros.abs_diff(centre));
            let square = distance * distance;
            high += square >> 64;
            low += square & u128::from(u64::MAX);
        }
        let squares = high as f64 * 2_f64.powi(64) + low as f64;
        let correction = rest as f64 * rest as f64 / n as f64;
        Some(((squares - correction).max(0.0) / (n - 1) as f64).sqrt() / MICROS_PER_SECOND)
    }
}

/// What is told about a kind of span; standard deviation only of two or more.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Summary {
    pub(crate) mean_seconds: f64,
    pub(crate) median_seconds: f64,
    pub(crate) min_seconds: f64,
    pub(crate) max_seconds: f64,
    pub(crate) sum_seconds: f64,
    pub(crate) stdev_seconds: Option<f64>,
}

const MICROS_PER_SECOND: f64 = 1e6;

pub(crate) fn seconds(micros: u128) -> f64 {
    micros as f64 / MICROS_PER_SECOND
}

pub(crate) fn mean_seconds(sum: u128, count: u64) -> f64 {
    sum as f64 / (count as f64 * MICROS_PER_SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(seconds: &[u64]) -> Sample {
        Sample { micros: seconds.iter().map(|s| s * 1_000_000).collect() }
    }

    #[test]
    fn quantiles_are_interpolated() {
        assert_eq!(sample(&[]).quantile(1, 2), None);
        assert_eq!(sample(&[7]).quantile(9, 10), Some(7.0));
        assert_eq!(sample(&[4, 1, 2, 3]).quantile(1, 2), Some(2.5));
        assert_eq!(sample(&[10, 0, 20, 30, 40]).quantile(9, 10), Some(36.0));
    }

    #[test]
    fn zeros_count_without_being_kept() {
        assert_eq!(sample(&[]).median_with_zeros(0), None);
        assert_eq!(sample(&[]).median_with_zeros(4), Some(0.0));
        assert_eq!(sample(&[8, 6]).median_with_zeros(2), Some(3.0));
        assert_eq!(sample(&[8, 6]).median_with_zeros(1), Some(6.0));
        assert_eq!(sample(&[8, 6]).median_with_zeros(3), Some(0.0));
    }

    #[test]
    fn the_deviation_is_that_of_a_sample() {
        let summary = sample(&[2, 4, 4, 4, 5, 5, 7, 9]).summary().unwrap();
        assert!((summary.stdev_seconds.unwrap() - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
        assert_eq!(summary.mean_seconds, 5.0);
        assert_eq!(sample(&[3]).summary().unwrap().stdev_seconds, None);
    }

    #[test]
    fn spans_of_ten_thousand_years_do_not_overflow() {
        let mut wide = Sample { micros: vec![0, u64::MAX / 2].repeat(10_000) };
        let summary = wide.summary().unwrap();
        let half = (u64::MAX / 4) as f64 / 1e6;
        assert!((summary.stdev_seconds.unwrap() / half - 1.0).abs() < 1e-4);
    }
}
