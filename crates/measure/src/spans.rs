//! Exact percentiles of spans of time.

/// Spans of time in microseconds, kept whole until the end so that percentiles are exact.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spans(Vec<u64>);

impl Spans {
    pub(crate) fn push(&mut self, micros: u64) {
        self.0.push(micros);
    }

    pub(crate) fn merge(&mut self, mut other: Self) {
        if self.0.len() < other.0.len() {
            std::mem::swap(self, &mut other);
        }
        self.0.extend_from_slice(&other.0);
    }

    pub(crate) const fn len(&self) -> u64 {
        self.0.len() as u64
    }

    /// The percentile in seconds, interpolated between the two spans nearest to the place `(n - 1) * percent / 100`
    /// (numpy's `linear`). It does not depend on the order in which the spans came.
    pub(crate) fn percentile(&mut self, percent: u64) -> Option<f64> {
        let last = self.0.len().checked_sub(1)? as u64;
        let (place, part) = (last * percent / 100, u128::from(last * percent % 100));
        let (_, &mut low, above) = self.0.select_nth_unstable(place as usize);
        let high = above.iter().copied().min().unwrap_or(low);
        let hundredfold = u128::from(low) * (100 - part) + u128::from(high) * part;
        Some(hundredfold as f64 / 1e8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_interpolated() {
        let of = |percent, seconds: &[u64]| Spans(seconds.iter().map(|s| s * 1_000_000).collect()).percentile(percent);
        assert_eq!(of(50, &[]), None);
        assert_eq!(of(90, &[7]), Some(7.0));
        assert_eq!(of(50, &[4, 1, 2, 3]), Some(2.5));
        assert_eq!(of(90, &[10, 0, 20, 30, 40]), Some(36.0));
    }
}
