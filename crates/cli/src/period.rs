//! A period as users write it.

use chrono::{DateTime, NaiveDate};
use clap::Args;

/// Which time counts.
#[derive(Debug, Clone, Args)]
pub(crate) struct PeriodArgs {
    /// Only events at or after this time: 2026-07-01 or 2026-07-01T08:00:00+03:00
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    pub(crate) since: Option<i64>,
    /// Only events before this time
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    pub(crate) until: Option<i64>,
}

/// Microseconds since 1970 of a date (its midnight in UTC) or of a time with its offset.
fn parse_time(text: &str) -> Result<i64, String> {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Ok(date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros());
    }
    let time = DateTime::parse_from_rfc3339(text);
    time.map(|time| time.timestamp_micros())
        .map_err(|_| "write a date like 2026-07-01 or a time with its offset like 2026-07-01T08:00:00Z".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_are_read() {
        assert_eq!(parse_time("1970-01-02"), Ok(86_400_000_000));
        assert_eq!(parse_time("1970-01-01T02:00:00+02:00"), Ok(0));
        assert!(parse_time("yesterday").is_err());
    }
}
