//! Times that are numbers since 1970.

use std::fmt;

use super::WIDEST_RANGE;

/// The unit of a number since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Seconds,
    Millis,
    Micros,
    Nanos,
}

/// Seconds from 1970 to 2100. A number below is taken for seconds, below a thousand times that for milliseconds and so
/// on, so every number that is not negative has one unit in which it lies between 1970 and 2100.
const YEAR_2100_SECONDS: i128 = 4_102_444_800;

impl Unit {
    pub(crate) const ALL: [Self; 4] = [Self::Seconds, Self::Millis, Self::Micros, Self::Nanos];

    pub(crate) fn by_name(name: &str) -> Option<Self> {
        match name {
            "s" => Some(Self::Seconds),
            "ms" => Some(Self::Millis),
            "us" => Some(Self::Micros),
            "ns" => Some(Self::Nanos),
            _ => None,
        }
    }

    fn per_second(self) -> i128 {
        match self {
            Self::Seconds => 1,
            Self::Millis => 1_000,
            Self::Micros => 1_000_000,
            Self::Nanos => 1_000_000_000,
        }
    }

    /// The unit that puts the number between 1970 and 2100.
    pub(crate) fn of(number: i64) -> Option<Self> {
        let number = i128::from(number);
        if number < 0 {
            return None;
        }
        Self::ALL.into_iter().find(|unit| number < YEAR_2100_SECONDS * unit.per_second())
    }

    /// Microseconds of a whole number in this unit, or why it cannot be one of this source's times.
    pub(crate) fn to_micros(self, number: i64, is_explicit: bool) -> Result<i64, String> {
        self.check(number, is_explicit)?;
        let micros = i128::from(number) * 1_000_000;
        // Rounds towards the past, before 1970 too.
        let micros = micros.div_euclid(self.per_second());
        i64::try_from(micros)
            .ok()
            .filter(|micros| WIDEST_RANGE.contains(micros))
            .ok_or_else(|| format!("time {number} in {self} is outside the years 1 to 9999"))
    }

    /// Holds a guessed unit against the number; with an explicit unit every number goes.
    fn check(self, number: i64, is_explicit: bool) -> Result<(), String> {
        if is_explicit {
            return Ok(());
        }
        match Self::of(number) {
            Some(unit) if unit == self => Ok(()),
            Some(unit) => Err(format!(
                "time {number} looks like {unit}, while the times of this source are {self}, guessed from its first rows; if they are mixed, mend the file"
            )),
            None if number < 0 => {
                Err(format!("time {number} is negative; if times before 1970 are meant, give --time-format"))
            }
            None => Err(format!("time {number} is after the year 2100 in any unit")),
        }
    }

    /// Whether text is a number, so that its unit can be told.
    pub(crate) fn number(text: &str) -> Option<i64> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let is_number = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| whole.parse().ok()).flatten()
    }

    /// Microseconds of a number as text, with or without a fraction.
    pub(crate) fn parse(self, text: &str, is_explicit: bool) -> Result<i64, String> {
        let number = Self::number(text).ok_or_else(|| {
            let origin = if is_explicit { "given with --time-format" } else { "guessed from the first rows" };
            format!("time `{text}` is not a number of {self}, {origin}")
        })?;
        let micros = self.to_micros(number, is_explicit)?;
        let Some((whole, fraction)) = text.split_once('.') else { return Ok(micros) };
        let below = self.fraction_micros(fraction);
        Ok(if whole.starts_with('-') { micros - below } else { micros + below })
    }

    /// Microseconds in the digits behind the point; what is finer is cut off.
    fn fraction_micros(self, digits: &str) -> i64 {
        let mut scale = 1_000_000 / self.per_second() as i64;
        let mut micros = 0;
        for digit in digits.bytes() {
            scale /= 10;
            micros += i64::from(digit - b'0') * scale;
        }
        micros
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Seconds => "seconds",
            Self::Millis => "milliseconds",
            Self::Micros => "microseconds",
            Self::Nanos => "nanoseconds",
        })
    }
}
