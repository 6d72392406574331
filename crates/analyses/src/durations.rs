//! Exact statistics of spans of time.

/// Spans of time in microseconds, kept whole until the end so that every statistic is exact.
///
/// Nearly all spans are short, so those under 2^32 microseconds (71 minutes) are kept in half the space.
#[derive(Debug, Clone, Default)]
pub(crate) struct Durations {
    short: Vec<u32>,
    long: Vec<u64>,
    merged: Vec<(Vec<u32>, Vec<u64>)>,
}

impl Durations {
    #[inline]
    pub(crate) fn push(&mut self, micros: u64) {
        match u32::try_from(micros) {
            Ok(short) => self.short.push(short),
            Err(_) => self.long.push(micros),
        }
    }

    /// Takes in the other's spans without copying them.
    pub(crate) fn merge(&mut self, other: Self) {
        self.merged.extend(other.merged);
        if !other.short.is_empty() || !other.long.is_empty() {
            self.merged.push((other.short, other.long));
        }
    }

    pub(crate) fn into_sample(mut self) -> Sample<Vec<u32>> {
        self.long.reserve_exact(self.merged.iter().map(|(_, long)| long.len()).sum());
        let mut short = vec![self.short];
        for (more_short, more_long) in self.merged {
            short.push(more_short);
            self.long.extend_from_slice(&more_long);
        }
        let shorts = short.iter().map(|part| part.len() as u64).sum();
        Sample { short, shorts, long: self.long }
    }
}

/// All spans of one kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sample<P> {
    /// Spans under 2^32 microseconds, in parts as they were observed.
    short: Vec<P>,
    /// How many they are.
    shorts: u64,
    /// All others, of which none is shorter.
    long: Vec<u64>,
}

impl<'a> Sample<&'a [u32]> {
    /// Adds a part of the short and of the long spans; the same spans must be long ones in every part.
    pub(crate) fn add(&mut self, short: &'a [u32], long: &[u64]) {
        if !short.is_empty() {
            self.short.push(short);
            self.shorts += short.len() as u64;
        }
        self.long.extend_from_slice(long);
    }
}

impl<P: AsRef<[u32]>> Sample<P> {
    pub(crate) const fn len(&self) -> u64 {
        self.shorts + self.long.len() as u64
    }

    /// The short spans, part by part.
    fn short(&self) -> impl Iterator<Item = &[u32]> {
        self.short.iter().map(AsRef::as_ref)
    }

    pub(crate) fn sum(&self) -> u128 {
        // Four billion short spans fit into the sum of 64 bits.
        let short = self.short().map(|part| u128::from(part.iter().map(|&micros| u64::from(micros)).sum::<u64>()));
        let long = self.long.iter().map(|&micros| u128::from(micros));
        short.sum::<u128>() + long.sum::<u128>()
    }

    pub(crate) fn summary(&mut self) -> Option<Summary> {
        let short = Totals::of(self.short());
        let sum = short.sum + self.long.iter().map(|&micros| u128::from(micros)).sum::<u128>();
        let (min, max) = self.extremes(&short)?;
        Some(Summary {
            mean_seconds: mean_seconds(sum, self.len()),
            median_seconds: self.quantile(1, 2)?,
            min_seconds: seconds(min.into()),
            max_seconds: seconds(max.into()),
            sum_seconds: seconds(sum),
            stdev_seconds: self.stdev(sum, &short),
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
        let at = |place: u64, sample: &mut Self| match place.checked_sub(zeros) {
            None => (0, (place + 1 < zeros).then_some(0)),
            Some(place) => sample.nth(place),
        };
        let (low, next) = at(whole, self);
        let high = match next {
            _ if part == 0 => low,
            Some(next) => next,
            None => at(whole + 1, self).0,
        };
        let scaled = u128::from(low) * (u128::from(under) - part) + u128::from(high) * part;
        Some(scaled as f64 / (under as f64 * MICROS_PER_SECOND))
    }

    /// The span at a place in rising order, and the next where it comes at little cost.
    fn nth(&mut self, place: u64) -> (u64, Option<u64>) {
        if let Some(place) = place.checked_sub(self.shorts) {
            return nth_of(&mut self.long, place as usize);
        }
        let (mut near, before) = self.near(place);
        let (low, next) = nth_of(&mut near, (place - before) as usize);
        (low.into(), next.map(u64::from))
    }

    /// Some neighbouring short spans among which is the one at this place, and how many are shorter than these.
    ///
    /// Counting the spans by their leading bits and picking one count's spans reads them twice in the order they
    /// lie in, which is much faster than sorting or partitioning them.
    fn near(&self, place: u64) -> (Vec<u32>, u64) {
        if self.shorts <= FEW {
            return (self.short().flatten().copied().collect(), 0);
        }
        let mut counts = vec![0_u32; 1 << (32 - CLASS_BITS)];
        for &micros in self.short().flatten() {
            counts[(micros >> CLASS_BITS) as usize] += 1;
        }
        let (mut class, mut before) = (0, 0);
        while before + u64::from(counts[class]) <= place {
            before += u64::from(counts[class]);
            class += 1;
        }
        let mut near = Vec::with_capacity(counts[class] as usize);
        for part in self.short() {
            near.extend(part.iter().copied().filter(|&micros| (micros >> CLASS_BITS) as usize == class));
        }
        (near, before)
    }

    fn extremes(&self, short: &Totals) -> Option<(u64, u64)> {
        let (short_min, short_max) = (self.shorts > 0).then_some((short.min.into(), short.max.into())).unzip();
        let min = short_min.or_else(|| self.long.iter().min().copied())?;
        let max = self.long.iter().max().copied().or(short_max)?;
        Some((min, max))
    }

    /// Standard deviation with `n - 1` below the line, from whole numbers: squares of the distances to the mean
    /// rounded down, corrected for the rounding.
    fn stdev(&self, sum: u128, short: &Totals) -> Option<f64> {
        let n = u128::from(self.len());
        if n < 2 {
            return None;
        }
        let (centre, rest) = ((sum / n) as u64, sum % n);
        let mut squares = Squares::default();
        if centre < 1 << 40 {
            // With a centre under two weeks nothing here comes near to 128 bits.
            let c = u128::from(centre);
            squares.add(short.squares + c * c * u128::from(self.shorts) - 2 * c * short.sum);
        } else {
            self.short().flatten().for_each(|&micros| squares.add_distance(micros.into(), centre));
        }
        self.long.iter().for_each(|&micros| squares.add_distance(micros, centre));
        let correction = rest as f64 * rest as f64 / n as f64;
        Some(((squares.total() - correction).max(0.0) / (n - 1) as f64).sqrt() / MICROS_PER_SECOND)
    }
}

/// What is summed of short spans in one go.
struct Totals {
    min: u32,
    max: u32,
    sum: u128,
    squares: u128,
}

impl Totals {
    fn of<'a>(parts: impl Iterator<Item = &'a [u32]>) -> Self {
        let mut totals = Self { min: u32::MAX, max: 0, sum: 0, squares: 0 };
        for part in parts {
            let mut sum = 0_u64;
            for &micros in part {
                totals.min = totals.min.min(micros);
                totals.max = totals.max.max(micros);
                // Four billion short spans fit into the sum of 64 bits.
                sum += u64::from(micros);
                totals.squares += u128::from(u64::from(micros) * u64::from(micros));
            }
            totals.sum += u128::from(sum);
        }
        totals
    }
}

/// A sum of squares that 128 bits may not hold.
#[derive(Default)]
struct Squares {
    /// In units of 2^64.
    high: u128,
    low: u128,
}

impl Squares {
    fn add_distance(&mut self, micros: u64, centre: u64) {
        let distance = u128::from(micros.abs_diff(centre));
        self.add(distance * distance);
    }

    fn add(&mut self, square: u128) {
        self.high += square >> 64;
        self.low += square & u128::from(u64::MAX);
    }

    fn total(&self) -> f64 {
        self.high as f64 * 2_f64.powi(64) + self.low as f64
    }
}

/// Up to this many short spans are not worth counting by class.
const FEW: u64 = 4096;

/// Short spans are classed by their bits beyond these: by 2.1 seconds.
const CLASS_BITS: u32 = 21;

/// The value at a place in rising order, and the next one if there is one.
fn nth_of<T: Ord + Copy>(values: &mut [T], place: usize) -> (T, Option<T>) {
    let (_, &mut value, above) = values.select_nth_unstable(place);
    (value, above.iter().min().copied())
}

/// What is told about a kind of span; standard deviation only of two or more.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_field_names, reason = "the unit belongs to every name")]
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
    use proptest::prelude::*;

    use super::*;

    fn sample(micros: &[u64]) -> Sample<Vec<u32>> {
        let mut parts = [Durations::default(), Durations::default()];
        for (place, &span) in micros.iter().enumerate() {
            parts[place % 2].push(span);
        }
        let [mut all, more] = parts;
        all.merge(more);
        all.into_sample()
    }

    fn seconds_of(seconds: &[u64]) -> Sample<Vec<u32>> {
        sample(&seconds.iter().map(|s| s * 1_000_000).collect::<Vec<_>>())
    }

    #[test]
    fn quantiles_are_interpolated() {
        assert_eq!(seconds_of(&[]).quantile(1, 2), None);
        assert_eq!(seconds_of(&[7]).quantile(9, 10), Some(7.0));
        assert_eq!(seconds_of(&[4, 1, 2, 3]).quantile(1, 2), Some(2.5));
        assert_eq!(seconds_of(&[10, 0, 20, 30, 40]).quantile(9, 10), Some(36.0));
        assert_eq!(seconds_of(&[1, 9001]).quantile(1, 2), Some(4501.0));
    }

    #[test]
    fn zeros_count_without_being_kept() {
        assert_eq!(seconds_of(&[]).median_with_zeros(0), None);
        assert_eq!(seconds_of(&[]).median_with_zeros(4), Some(0.0));
        assert_eq!(seconds_of(&[8, 6]).median_with_zeros(2), Some(3.0));
        assert_eq!(seconds_of(&[8, 6]).median_with_zeros(1), Some(6.0));
        assert_eq!(seconds_of(&[8, 6]).median_with_zeros(3), Some(0.0));
    }

    #[test]
    fn the_deviation_is_that_of_a_sample() {
        let summary = seconds_of(&[2, 4, 4, 4, 5, 5, 7, 9]).summary().unwrap();
        assert!((summary.stdev_seconds.unwrap() - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
        assert!((summary.mean_seconds - 5.0).abs() < 1e-12);
        assert_eq!(seconds_of(&[3]).summary().unwrap().stdev_seconds, None);
    }

    #[test]
    fn spans_of_ten_thousand_years_do_not_overflow() {
        let summary = sample(&[0, u64::MAX / 2].repeat(10_000)).summary().unwrap();
        let half = (u64::MAX / 4) as f64 / 1e6;
        assert!((summary.stdev_seconds.unwrap() / half - 1.0).abs() < 1e-4);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn many_spans_are_as_sorted_ones(
            spans in prop::collection::vec(prop_oneof![4 => 0..60_000_000_u64, 1 => 0..u64::from(u32::MAX) * 2], 1..9000),
            zeros in 0..50_u64,
        ) {
            let mut sorted = vec![0; zeros as usize];
            sorted.extend(&spans);
            sorted.sort_unstable();
            let last = sorted.len() - 1;
            for (over, under) in [(1, 2), (9, 10), (0, 1), (1, 1)] {
                let (whole, part) = (last * over / under, last * over % under);
                let high = sorted[(whole + 1).min(last)];
                let scaled = sorted[whole] * (under - part) as u64 + high * part as u64;
                let found = sample(&spans).quantile_with_zeros(zeros, over as u64, under as u64);
                prop_assert_eq!(found, Some(scaled as f64 / (under as f64 * 1e6)));
            }
            let all = sample(&spans);
            let (min, max) = all.extremes(&Totals::of(all.short())).unwrap();
            prop_assert_eq!((Some(&min), Some(&max)), (spans.iter().min(), spans.iter().max()));
        }
    }
}
