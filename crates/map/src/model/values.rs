//! Small values with a written form: dates, durations, colours, the version of the format.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// Makes serde and the schema use the written form of a value.
macro_rules! written {
    ($name:ident, $error:ty, $schema:tt) => {
        impl TryFrom<String> for $name {
            type Error = $error;
            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

/// Version of the map format: always 1 so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct FormatVersion;

/// The file asks for a version of the format that this program does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("version {0} of the map format is not known here; this program reads version 1")]
pub struct VersionError(pub u64);

impl TryFrom<u64> for FormatVersion {
    type Error = VersionError;
    fn try_from(number: u64) -> Result<Self, VersionError> {
        match number {
            1 => Ok(Self),
            other => Err(VersionError(other)),
        }
    }
}

impl From<FormatVersion> for u64 {
    fn from(_: FormatVersion) -> Self {
        1
    }
}

impl JsonSchema for FormatVersion {
    fn schema_name() -> Cow<'static, str> {
        "FormatVersion".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": 1, "description": "Version of the map format." })
    }
}

/// A day of the calendar, written `2026-07-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(NaiveDate);

/// Why a string is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a date is a day of the calendar, written as year-month-day: 2026-07-01")]
pub struct DateError;

impl Date {
    /// The day, if it is in the years 0 to 9999.
    ///
    /// # Errors
    /// Other years have no written form.
    pub fn new(day: NaiveDate) -> Result<Self, DateError> {
        use chrono::Datelike;
        match day.year() {
            0..=9999 => Ok(Self(day)),
            _ => Err(DateError),
        }
    }

    /// The day.
    #[must_use]
    pub const fn day(self) -> NaiveDate {
        self.0
    }
}

impl FromStr for Date {
    type Err = DateError;
    fn from_str(text: &str) -> Result<Self, DateError> {
        let formed = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !formed {
            return Err(DateError);
        }
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| DateError)?;
        Self::new(day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

written!(Date, DateError, {
    "type": "string",
    "format": "date",
    "description": "A day, written `2026-07-01`."
});

/// A length of time as people write it: a number and a unit, `90s`, `15m`, `2h`, `7d`, `2w`.
///
/// It remembers the unit, so that `7d` is not rewritten as `1w`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Duration {
    count: u32,
    unit: DurationUnit,
}

/// Unit of a [`Duration`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DurationUnit {
    /// `s`
    Seconds,
    /// `m`
    Minutes,
    /// `h`
    Hours,
    /// `d`
    Days,
    /// `w`
    Weeks,
}

impl DurationUnit {
    /// Every unit, the shortest first.
    pub const ALL: [Self; 5] = [Self::Seconds, Self::Minutes, Self::Hours, Self::Days, Self::Weeks];

    /// The letter of the unit.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Seconds => 's',
            Self::Minutes => 'm',
            Self::Hours => 'h',
            Self::Days => 'd',
            Self::Weeks => 'w',
        }
    }

    /// How many seconds the unit has.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        match self {
            Self::Seconds => 1,
            Self::Minutes => 60,
            Self::Hours => 3_600,
            Self::Days => 86_400,
            Self::Weeks => 604_800,
        }
    }
}

/// Why a string is not a duration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a duration is a whole number and a unit: 90s, 15m, 2h, 7d or 2w")]
pub struct DurationError;

impl Duration {
    /// So many of a unit.
    #[must_use]
    pub const fn new(count: u32, unit: DurationUnit) -> Self {
        Self { count, unit }
    }

    /// Length in seconds.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.count as u64 * self.unit.seconds()
    }
}

impl FromStr for Duration {
    type Err = DurationError;
    fn from_str(text: &str) -> Result<Self, DurationError> {
        let mut units = DurationUnit::ALL.into_iter();
        let (digits, unit) =
            units.find_map(|unit| Some((text.strip_suffix(unit.letter())?, unit))).ok_or(DurationError)?;
        // `parse` alone would let a plus sign through.
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DurationError);
        }
        let count = digits.parse().map_err(|_| DurationError)?;
        Ok(Self { count, unit })
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.count, self.unit.letter())
    }
}

written!(Duration, DurationError, {
    "type": "string",
    "pattern": "^[0-9]{1,10}[smhdw]$",
    "description": "A number and a unit: `90s`, `15m`, `2h`, `7d`, `2w`."
});

/// A colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
}

/// Why a string is not a colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a colour is written `#rrggbb`, in quotes, with hexadecimal digits: \"#0072b2\"")]
pub struct ColourError;

impl FromStr for Colour {
    type Err = ColourError;
    fn from_str(text: &str) -> Result<Self, ColourError> {
        let digits = text.strip_prefix('#').ok_or(ColourError)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ColourError);
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_| ColourError)?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Self { rgb: [red, green, blue] })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.rgb;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

written!(Colour, ColourError, {
    "type": "string",
    "pattern": "^#[0-9A-Fa-f]{6}$",
    "description": "A colour, written `#rrggbb`."
});

/// Numbers are written as people write them: `1`, not `1.0`.
pub(super) mod number {
    use serde::Serializer;

    pub(super) fn serialize<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
        // Beyond 2^53 a whole float has neighbours further than one apart.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.fract() == 0.0 && value.abs() < EXACT {
            #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
            serializer.serialize_i64(value as i64)
        } else {
            serializer.serialize_f64(value)
        }
    }

    pub(in super::super) mod option {
        use serde::{Deserialize, Deserializer, Serializer};

        #[expect(clippy::ref_option, reason = "the signature serde asks for")]
        pub(in crate::model) fn serialize<S: Serializer>(
            value: &Option<f64>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            match value {
                Some(number) => super::serialize(*number, serializer),
                None => serializer.serialize_none(),
            }
        }

        pub(in crate::model) fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<Option<f64>, D::Error> {
            Option::deserialize(source)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_keep_their_unit() {
        let week: Duration = "7d".parse().unwrap();
        assert_eq!(week.seconds(), 604_800);
        assert_eq!(week.to_string(), "7d");
        for bad in ["", "d", "7", "+7d", "-7d", "7 d", "1.5h", "99999999999s", "7days"] {
            assert_eq!(bad.parse::<Duration>(), Err(DurationError), "{bad}");
        }
    }

    #[test]
    fn dates_are_days_of_the_calendar() {
        assert_eq!("2024-02-29".parse::<Date>().unwrap().to_string(), "2024-02-29");
        assert_eq!("0001-01-01".parse::<Date>().unwrap().to_string(), "0001-01-01");
        for bad in ["2023-02-29", "2026-7-1", "2026-07-01T00:00", "01.07.2026", "２０26-07-1"] {
            assert_eq!(bad.parse::<Date>(), Err(DateError), "{bad}");
        }
    }

    #[test]
    fn colours_have_six_digits() {
        assert_eq!("#0072B2".parse::<Colour>().unwrap().to_string(), "#0072b2");
        for bad in ["0072b2", "#07b", "#0072bg", "red", "#+072b2"] {
            assert_eq!(bad.parse::<Colour>(), Err(ColourError), "{bad}");
        }
    }
}
