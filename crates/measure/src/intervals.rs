//! Confidence intervals, all of 95 %.

/// Two-sided 95 % quantile of the standard normal distribution.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// A share with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Share {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Share {
    /// `part` of `whole` with Wilson's score interval; none of nothing.
    pub(crate) fn of(part: u64, whole: u64) -> Option<Self> {
        (whole > 0).then(|| Self::wilson(part as f64 / whole as f64, whole as f64))
    }

    /// A share known from `n` observations, with Wilson's score interval. An effective `n` need not be whole.
    pub(crate) fn wilson(value: f64, n: f64) -> Self {
        let weight = Z * Z / n;
        let centre = value + weight / 2.0;
        let spread = Z * (value * (1.0 - value) / n + weight / (4.0 * n)).sqrt();
        // At the ends the formula gives exactly 0 and 1, but for rounding.
        let low = if value <= 0.0 { 0.0 } else { ((centre - spread) / (1.0 + weight)).max(0.0) };
        let high = if value >= 1.0 { 1.0 } else { ((centre + spread) / (1.0 + weight)).min(1.0) };
        Self { value, low, high }
    }

    /// How much greater this share is than another of other travellers, with Newcombe's hybrid score interval
    /// (method 10 of his comparison of 1998).
    pub(crate) fn less(self, other: Self) -> Self {
        let value = self.value - other.value;
        let down = (self.value - self.low).hypot(other.high - other.value);
        let up = (self.high - self.value).hypot(other.value - other.low);
        Self { value, low: value - down, high: value + up }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(share: Share, value: f64, low: f64, high: f64) {
        for (is, expected) in [(share.value, value), (share.low, low), (share.high, high)] {
            assert!((is - expected).abs() < 5e-5, "{share:?} is not {value} ({low} to {high})");
        }
    }

    /// Examples of Newcombe's two papers in Statistics in Medicine 17 (1998).
    #[test]
    fn published_examples() {
        close(Share::of(81, 263).unwrap(), 0.307_98, 0.2553, 0.3662);
        close(Share::of(15, 148).unwrap(), 0.101_35, 0.0624, 0.1605);
        close(Share::of(0, 20).unwrap(), 0.0, 0.0, 0.1611);
        close(Share::of(1, 29).unwrap(), 0.034_48, 0.0061, 0.1718);
        let difference = |a, m, b, n| Share::of(a, m).unwrap().less(Share::of(b, n).unwrap());
        close(difference(56, 70, 48, 80), 0.2, 0.0524, 0.3339);
        close(difference(10, 10, 0, 10), 1.0, 0.6075, 1.0);
    }

    #[test]
    fn nothing_and_everything() {
        assert_eq!(Share::of(0, 0), None);
        assert_eq!(Share::of(0, 7).map(|share| share.low), Some(0.0));
        assert_eq!(Share::of(7, 7).map(|share| share.high), Some(1.0));
    }
}
