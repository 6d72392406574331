//! The names of the ways to count a funnel.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::Strictness;

/// How steps are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Each event for one step at most, best of all first steps, ties by arrival.
    #[default]
    Canonical,
    /// As `windowFunnel` of ClickHouse 26.9 does with these options.
    ClickHouse(Strictness),
}

/// A mode that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ModeError {
    /// The name means nothing.
    #[error(
        "there is no funnel mode {0:?}; there are canonical, clickhouse, and clickhouse_ followed by strict_order, \
         strict_deduplication, strict_increase, strict_once or several of them joined by +"
    )]
    Unknown(String),
    /// Re-entry makes sense only where order is strict.
    #[error("in the funnel mode {0:?} allow_reentry needs strict_order beside it")]
    ReentryWithoutOrder(String),
}

const PREFIX: &str = "clickhouse";

impl FromStr for Mode {
    type Err = ModeError;

    fn from_str(name: &str) -> Result<Self, ModeError> {
        let unknown = || ModeError::Unknown(name.to_owned());
        if name == "canonical" {
            return Ok(Self::Canonical);
        }
        let mut strictness = Strictness::default();
        let options = name.strip_prefix(PREFIX).ok_or_else(unknown)?;
        if options.is_empty() {
            return Ok(Self::ClickHouse(strictness));
        }
        for option in options.strip_prefix('_').ok_or_else(unknown)?.split('+') {
            *strictness.option_mut(option).ok_or_else(unknown)? = true;
        }
        if strictness.allow_reentry && !strictness.order {
            return Err(ModeError::ReentryWithoutOrder(name.to_owned()));
        }
        Ok(Self::ClickHouse(strictness))
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Canonical => f.write_str("canonical"),
            Self::ClickHouse(strictness) => {
                let options: Vec<_> = strictness.options().filter(|(_, on)| *on).map(|(name, _)| name).collect();
                let joint = if options.is_empty() { "" } else { "_" };
                write!(f, "{PREFIX}{joint}{}", options.join("+"))
            }
        }
    }
}

impl Strictness {
    fn options(self) -> impl Iterator<Item = (&'static str, bool)> {
        [
            ("strict_order", self.order),
            ("strict_deduplication", self.deduplication),
            ("strict_increase", self.increase),
            ("strict_once", self.once),
            ("allow_reentry", self.allow_reentry),
        ]
        .into_iter()
    }

    fn option_mut(&mut self, name: &str) -> Option<&mut bool> {
        match name {
            "strict_order" => Some(&mut self.order),
            "strict_deduplication" => Some(&mut self.deduplication),
            "strict_increase" => Some(&mut self.increase),
            "strict_once" => Some(&mut self.once),
            "allow_reentry" => Some(&mut self.allow_reentry),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written() {
        for name in ["canonical", "clickhouse", "clickhouse_strict_increase", "clickhouse_strict_order+allow_reentry"] {
            assert_eq!(name.parse::<Mode>().unwrap().to_string(), name);
        }
        for name in ["", "clickhouse_", "clickhousestrict_order", "clickhouse_strict", "posthog"] {
            assert_eq!(name.parse::<Mode>(), Err(ModeError::Unknown(name.to_owned())));
        }
        let alone = "clickhouse_allow_reentry";
        assert_eq!(alone.parse::<Mode>(), Err(ModeError::ReentryWithoutOrder(alone.to_owned())));
    }
}
