//! Moments: microseconds since 1970 inside, RFC 3339 in UTC in the API. The clock comes from outside.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, SecondsFormat, Utc};

/// A minute in microseconds.
pub(crate) const MINUTE: i64 = 60_000_000;
/// An hour in microseconds.
pub(crate) const HOUR: i64 = 60 * MINUTE;
/// A day in microseconds.
pub(crate) const DAY: i64 = 24 * HOUR;

/// Tells the time, in microseconds since 1970 in UTC.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Clock {
    /// A clock that asks this function.
    pub fn new(now: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// The moment as RFC 3339 in UTC, to the second.
pub(crate) fn written(at: i64) -> String {
    moment(at).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The moment as the calendar has it; what is out of its range is its beginning.
pub(crate) fn moment(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at).unwrap_or_default()
}

/// Reads RFC 3339 with any offset.
pub(crate) fn read(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.timestamp_micros())
}
