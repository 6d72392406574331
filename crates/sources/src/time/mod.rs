//! Times as sources write them, to microseconds in UTC.

mod civil;
mod guess;
mod layout;
mod pattern;
mod unit;

use chrono::{DateTime, LocalResult, TimeZone};
use chrono_tz::Tz;

pub(crate) use guess::Guessed;
pub(crate) use unit::Unit;

use crate::error::SourceError;
use layout::Layout;
use pattern::Pattern;

/// Plausible times written as text or stored as timestamps: 1900 up to, not including, 2201.
const TEXT_RANGE: std::ops::Range<i64> = civil::year_start(1900)..civil::year_start(2201);
/// What explicit formats may name: the years 1 to 9999.
const WIDEST_RANGE: std::ops::Range<i64> = civil::year_start(1)..civil::year_start(10_000);

/// Reads the times of one source, all in one format.
#[derive(Debug, Clone)]
pub(crate) struct TimeParser {
    kind: Kind,
    zone: Tz,
    /// Whether the user named the format; then plausibility is the user's business.
    explicit: bool,
}

#[derive(Debug, Clone)]
enum Kind {
    Text { layout: Layout, shown: String },
    Number(Unit),
    Pattern(Pattern),
}

impl TimeParser {
    /// The parser for a format the user named: a unit or a strftime pattern.
    pub(crate) fn explicit(format: &str, zone: Tz) -> Result<Self, SourceError> {
        let kind = match Unit::by_name(format) {
            Some(unit) => Kind::Number(unit),
            None => Kind::Pattern(Pattern::new(format)?),
        };
        Ok(Self { kind, zone, explicit: true })
    }

    /// For typed timestamps, which need no format, only the zone and the check of their range.
    pub(crate) fn typed(zone: Tz, explicit: bool) -> Self {
        Self {
            kind: Kind::Text { layout: Layout::YearFirst, shown: "%Y-%m-%dT%H:%M:%S%.f%:z".to_owned() },
            zone,
            explicit,
        }
    }

    fn text(layout: Layout, shown: String, zone: Tz) -> Self {
        Self { kind: Kind::Text { layout, shown }, zone, explicit: false }
    }

    fn number(unit: Unit) -> Self {
        Self { kind: Kind::Number(unit), zone: chrono_tz::UTC, explicit: false }
    }

    /// The format for people: `%Y-%m-%d %H:%M:%S, taken as UTC`.
    pub(crate) fn describe(&self) -> String {
        let (shown, has_offset) = match &self.kind {
            Kind::Number(unit) => return format!("{unit} since 1970 (Unix time)"),
            Kind::Text { shown, .. } => (shown.as_str(), shown.ends_with('z') || shown.ends_with('Z')),
            Kind::Pattern(pattern) => (pattern.text(), pattern.has_offset()),
        };
        if has_offset { format!("format {shown}") } else { format!("format {shown}, taken as {}", self.zone) }
    }

    /// The unit of times that are numbers.
    pub(crate) fn unit(&self) -> Option<Unit> {
        match self.kind {
            Kind::Number(unit) => Some(unit),
            _ => None,
        }
    }

    /// Whether times without an offset are UTC already.
    pub(crate) fn is_utc(&self) -> bool {
        self.zone == chrono_tz::UTC
    }

    /// Microseconds of a number in the unit of the source.
    pub(crate) fn number_to_micros(&self, number: i64) -> Result<i64, String> {
        let unit = self.unit().expect("numbers are converted only where the unit is known");
        unit.to_micros(number, self.explicit)
    }

    /// Microseconds in UTC, or why the row has to be rejected.
    pub(crate) fn parse(&self, text: &str) -> Result<i64, String> {
        let text = text.trim_ascii();
        let moment = match &self.kind {
            Kind::Number(unit) => return unit.parse(text, self.explicit),
            Kind::Text { layout, .. } => layout.parse(text.as_bytes(), &mut ()),
            Kind::Pattern(pattern) => pattern.parse(text),
        };
        let moment = moment.ok_or_else(|| self.mismatch(text))?;
        let utc = match moment.offset_seconds {
            Some(offset) => moment.local - i64::from(offset) * 1_000_000,
            None => self.to_utc(moment.local).ok_or_else(|| self.gap(text))?,
        };
        self.check_range(utc).ok_or_else(|| self.out_of_range(text))
    }

    /// From microseconds on the clock of the source's zone to UTC: the earlier of two, `None` in a gap.
    pub(crate) fn to_utc(&self, local: i64) -> Option<i64> {
        if self.zone == chrono_tz::UTC {
            return Some(local);
        }
        let naive = DateTime::from_timestamp_micros(local)?.naive_utc();
        match self.zone.from_local_datetime(&naive) {
            LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => Some(time.timestamp_micros()),
            LocalResult::None => None,
        }
    }

    /// The time itself when it lies where times of this source may lie.
    pub(crate) fn check_range(&self, utc: i64) -> Option<i64> {
        self.range().contains(&utc).then_some(utc)
    }

    /// Where times of this source may lie, in microseconds.
    pub(crate) fn range(&self) -> std::ops::Range<i64> {
        if self.explicit { WIDEST_RANGE } else { TEXT_RANGE }
    }

    pub(crate) fn out_of_range(&self, text: &str) -> String {
        if self.explicit {
            return format!("time `{text}` is outside the years 1 to 9999");
        }
        format!("time `{text}` is outside the years 1900 to 2200; if it is meant, give --time-format")
    }

    pub(crate) fn gap(&self, text: &str) -> String {
        format!("time `{text}` does not exist in {}: the clock was put forward over it", self.zone)
    }

    fn mismatch(&self, text: &str) -> String {
        let shown = match &self.kind {
            Kind::Text { shown, .. } => shown,
            Kind::Pattern(pattern) => pattern.text(),
            Kind::Number(_) => "a number",
        };
        let origin = if self.explicit { "given with --time-format" } else { "guessed from the first rows" };
        format!("time `{text}` is not of the format {shown}, {origin}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> i64 {
        DateTime::parse_from_rfc3339(text).unwrap().timestamp_micros()
    }

    fn guessed(samples: &[&str], zone: Tz) -> TimeParser {
        guess::guess(samples.iter().copied(), zone).unwrap().unwrap().parser
    }

    #[test]
    fn formats_are_told_from_samples() {
        for (sample, expected, shown) in [
            ("2024-03-13 10:21:14", "2024-03-13T10:21:14Z", "format %Y-%m-%d %H:%M:%S, taken as UTC"),
            ("2024-03-13T10:21:14.5Z", "2024-03-13T10:21:14.5Z", "format %Y-%m-%dT%H:%M:%S%.fZ"),
            ("2011-10-11 13:45:40.276000+02:00", "2011-10-11T11:45:40.276Z", "format %Y-%m-%d %H:%M:%S%.f%:z"),
            ("2011-10-11T13:45:40-0330", "2011-10-11T17:15:40Z", "format %Y-%m-%dT%H:%M:%S%z"),
            ("2014/10/22 11:15:41.000", "2014-10-22T11:15:41Z", "format %Y/%m/%d %H:%M:%S%.f, taken as UTC"),
            (
                "2014-10-22T11:15:41.123456789",
                "2014-10-22T11:15:41.123456Z",
                "format %Y-%m-%dT%H:%M:%S%.f, taken as UTC",
            ),
            ("22.10.2014 11:15", "2014-10-22T11:15:00Z", "format %d.%m.%Y %H:%M, taken as UTC"),
            ("22/10/2014 11:15:09", "2014-10-22T11:15:09Z", "format %d/%m/%Y %H:%M:%S, taken as UTC"),
            ("10/22/2014 1:15:09 PM", "2014-10-22T13:15:09Z", "format %m/%d/%Y %I:%M:%S %p, taken as UTC"),
            ("2014-10-22", "2014-10-22T00:00:00Z", "format %Y-%m-%d, taken as UTC"),
            ("20141022", "2014-10-22T00:00:00Z", "format %Y%m%d, taken as UTC"),
            ("20141022111541", "2014-10-22T11:15:41Z", "format %Y%m%d%H%M%S, taken as UTC"),
            ("20141022T111541Z", "2014-10-22T11:15:41Z", "format %Y%m%dT%H%M%SZ"),
            ("Wed, 22 Oct 2014 11:15:41 +0200", "2014-10-22T09:15:41Z", "format %a, %d %b %Y %H:%M:%S %z"),
            ("1413976541", "2014-10-22T11:15:41Z", "seconds since 1970 (Unix time)"),
            ("1413976541.25", "2014-10-22T11:15:41.25Z", "seconds since 1970 (Unix time)"),
            ("1413976541123", "2014-10-22T11:15:41.123Z", "milliseconds since 1970 (Unix time)"),
            ("1413976541123456", "2014-10-22T11:15:41.123456Z", "microseconds since 1970 (Unix time)"),
            ("1413976541123456789", "2014-10-22T11:15:41.123456Z", "nanoseconds since 1970 (Unix time)"),
        ] {
            let parser = guessed(&[sample], chrono_tz::UTC);
            assert_eq!(parser.describe(), shown, "{sample}");
            assert_eq!(parser.parse(sample), Ok(utc(expected)), "{sample}");
        }
    }

    #[test]
    fn days_and_months_are_told_apart_by_values_over_twelve() {
        let day_first = guessed(&["03/04/2024", "05/06/2024", "13/04/2024"], chrono_tz::UTC);
        assert_eq!(day_first.parse("03/04/2024"), Ok(utc("2024-04-03T00:00:00Z")));
        let month_first = guessed(&["03/04/2024", "05/16/2024"], chrono_tz::UTC);
        assert_eq!(month_first.parse("03/04/2024"), Ok(utc("2024-03-04T00:00:00Z")));
        let unclear = guess::guess(["03/04/2024", "05/06/2024"].into_iter(), chrono_tz::UTC);
        assert!(unclear.unwrap_err().contains("%d/%m/%Y"));
    }

    #[test]
    fn a_gap_in_the_zone_is_rejected_and_an_overlap_takes_the_earlier() {
        let parser = guessed(&["2024-03-31 01:00:00"], chrono_tz::Europe::Vilnius);
        assert_eq!(parser.parse("2024-03-31 02:59:59"), Ok(utc("2024-03-31T00:59:59Z")));
        assert!(parser.parse("2024-03-31 03:30:00").unwrap_err().contains("Europe/Vilnius"));
        assert_eq!(parser.parse("2024-03-31 04:00:00"), Ok(utc("2024-03-31T01:00:00Z")));
        assert_eq!(parser.parse("2024-10-27 03:30:00"), Ok(utc("2024-10-27T00:30:00Z")));
    }

    #[test]
    fn units_do_not_mix() {
        let parser = guessed(&["1413976541", "1413976542", "1413976541123"], chrono_tz::UTC);
        let reason = parser.parse("1413976541123").unwrap_err();
        assert!(reason.contains("milliseconds") && reason.contains("seconds"), "{reason}");
        assert!(parser.parse("-5").unwrap_err().contains("negative"));
        assert!(parser.parse("1e30").is_err());
    }

    #[test]
    fn implausible_years_need_an_explicit_format() {
        let parser = guessed(&["2024-03-13"], chrono_tz::UTC);
        for wild in ["0000-01-01", "0001-01-01", "9999-12-31", "1899-12-31", "2201-01-01"] {
            assert!(parser.parse(wild).unwrap_err().contains("outside the years 1900 to 2200"), "{wild}");
        }
        assert!(parser.parse("2200-12-31").is_ok() && parser.parse("1900-01-01").is_ok());
        let explicit = TimeParser::explicit("%Y-%m-%d", chrono_tz::UTC).unwrap();
        assert_eq!(explicit.parse("9999-12-31"), Ok(utc("9999-12-31T00:00:00Z")));
        assert!(explicit.parse("0000-01-01").is_err());
        let seconds = TimeParser::explicit("s", chrono_tz::UTC).unwrap();
        assert_eq!(seconds.parse("-1"), Ok(-1_000_000));
    }

    #[test]
    fn no_such_day_is_no_time() {
        let parser = guessed(&["2024-02-29"], chrono_tz::UTC);
        for wrong in [
            "2023-02-29",
            "2024-13-01",
            "2024-00-01",
            "2024-01-00",
            "2024-01-32",
            "2024-01-01 24:00",
            "2024-01-01x",
            "",
        ] {
            assert!(parser.parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn explicit_patterns_know_zones() {
        let parser = TimeParser::explicit("%d-%b-%Y %H:%M %z", chrono_tz::UTC).unwrap();
        assert_eq!(parser.parse("22-Oct-2014 11:15 +0200"), Ok(utc("2014-10-22T09:15:00Z")));
        let local = TimeParser::explicit("%d %B %Y", chrono_tz::Asia::Tokyo).unwrap();
        assert_eq!(local.parse("22 October 2014"), Ok(utc("2014-10-21T15:00:00Z")));
        assert!(TimeParser::explicit("%Q", chrono_tz::UTC).is_err());
    }
}
