//! The calendar: days, weeks and months in UTC or a time zone.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// Length of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// A calendar day.
    Day,
    /// Monday to Sunday.
    #[default]
    Week,
    /// A calendar month.
    Month,
}

impl Unit {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// The number of the interval a date is in; the one with 1 January 1970 is number 0.
    fn number(self, date: NaiveDate) -> i64 {
        let days = date.signed_duration_since(EPOCH).num_days();
        match self {
            Self::Day => days,
            Self::Week => (days + DAYS_FROM_MONDAY).div_euclid(7),
            Self::Month => (i64::from(date.year()) - 1970) * 12 + i64::from(date.month0()),
        }
    }

    /// The first date of an interval.
    fn first_date(self, number: i64) -> NaiveDate {
        let after_epoch = |days| EPOCH + TimeDelta::days(days);
        match self {
            Self::Day => after_epoch(number),
            Self::Week => after_epoch(number * 7 - DAYS_FROM_MONDAY),
            Self::Month => {
                let (year, month) = (1970 + number.div_euclid(12), number.rem_euclid(12));
                NaiveDate::from_ymd_opt(year as i32, month as u32 + 1, 1).expect("intervals are made from dates")
            }
        }
    }
}

const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a date of the calendar");

/// 1 January 1970 was a Thursday.
const DAYS_FROM_MONDAY: i64 = 3;

const DAY_MICROS: i64 = 86_400_000_000;

/// Times further from 1970 than this are taken for this: dates end somewhere, and no journey is there.
const FARTHEST_MICROS: i64 = DAY_MICROS * 366 * 200_000;

/// One interval of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    /// Its number.
    pub(super) index: i64,
    /// Its first microsecond.
    pub(super) from: i64,
    /// The first microsecond after it.
    pub(super) until: i64,
}

impl Interval {
    /// An interval that holds no time.
    pub(super) const NOWHERE: Self = Self { index: 0, from: 0, until: 0 };
}

/// Finds the interval of a time.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    unit: Unit,
    zone: Option<Tz>,
    /// Intervals that needed the calendar's arithmetic, by their begin.
    known: BTreeMap<i64, Interval>,
}

impl Calendar {
    pub(super) const fn new(unit: Unit, zone: Option<Tz>) -> Self {
        Self { unit, zone, known: BTreeMap::new() }
    }

    /// Moves to the interval of a time.
    #[inline]
    pub(super) fn move_to(&mut self, at: &mut Interval, time: i64) {
        if time < at.from || time >= at.until {
            *at = self.interval(time.clamp(-FARTHEST_MICROS, FARTHEST_MICROS));
        }
    }

    /// The first day of an interval: YYYY-MM-DD.
    pub(super) fn date(&self, index: i64) -> String {
        self.unit.first_date(index).format("%Y-%m-%d").to_string()
    }

    fn interval(&mut self, time: i64) -> Interval {
        let (length, shift) = match (self.zone, self.unit) {
            (None, Unit::Day) => (DAY_MICROS, 0),
            (None, Unit::Week) => (7 * DAY_MICROS, DAYS_FROM_MONDAY * DAY_MICROS),
            _ => return self.looked_up(time),
        };
        let index = (time + shift).div_euclid(length);
        let from = index * length - shift;
        Interval { index, from, until: from + length }
    }

    fn looked_up(&mut self, time: i64) -> Interval {
        if let Some((_, known)) = self.known.range(..=time).next_back()
            && time < known.until
        {
            return *known;
        }
        let zone = self.zone.unwrap_or(Tz::UTC);
        let local = DateTime::from_timestamp_micros(time).expect("times are clamped to dates").with_timezone(&zone);
        let mut index = self.unit.number(local.date_naive());
        // Where a clock is put back over midnight a date is shown again after the next has begun.
        while begin(zone, self.unit.first_date(index + 1)) <= time {
            index += 1;
        }
        let (from, until) = (begin(zone, self.unit.first_date(index)), begin(zone, self.unit.first_date(index + 1)));
        let interval = Interval { index, from, until };
        self.known.insert(from, interval);
        interval
    }
}

/// The microsecond at which a date begins: when the zone's clock first shows it, or a later date where it never
/// does.
fn begin(zone: Tz, date: NaiveDate) -> i64 {
    let midnight = date.and_time(NaiveTime::MIN);
    let shown = |seconds: i64| match zone.from_local_datetime(&(midnight + TimeDelta::seconds(seconds))) {
        LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => Some(time.timestamp_micros()),
        LocalResult::None => None,
    };
    if let Some(time) = shown(0) {
        return time;
    }
    // The clock jumps over midnight: look for the first minute it shows, then back for the second.
    let (mut second, mut time) = (1..=3 * 24 * 60)
        .find_map(|minute| shown(minute * 60).map(|time| (minute * 60, time)))
        .expect("no clock jumps over three days");
    while let Some(earlier) = shown(second - 1) {
        (second, time) = (second - 1, earlier);
    }
    time
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(unit: Unit, zone: Option<Tz>, time: &str, day: &str, hours: i64) {
        let micros = DateTime::parse_from_rfc3339(time).unwrap().timestamp_micros();
        let mut calendar = Calendar::new(unit, zone);
        let mut at = Interval::NOWHERE;
        calendar.move_to(&mut at, micros);
        assert_eq!(calendar.date(at.index), day, "{time}");
        assert_eq!((at.until - at.from) / 3_600_000_000, hours, "{time}");
        assert!((at.from..at.until).contains(&micros));
    }

    #[test]
    fn intervals_of_utc() {
        check(Unit::Day, None, "2026-03-01T23:59:59Z", "2026-03-01", 24);
        check(Unit::Day, None, "1969-12-31T23:59:59Z", "1969-12-31", 24);
        check(Unit::Week, None, "2026-03-01T23:59:59Z", "2026-02-23", 168);
        check(Unit::Week, None, "2026-03-02T00:00:00Z", "2026-03-02", 168);
        check(Unit::Month, None, "2024-02-29T12:00:00Z", "2024-02-01", 29 * 24);
        check(Unit::Month, None, "1969-12-31T12:00:00Z", "1969-12-01", 31 * 24);
    }

    #[test]
    fn days_of_a_zone_follow_its_clock() {
        check(Unit::Day, Some(Tz::Europe__Vilnius), "2026-03-28T23:00:00Z", "2026-03-29", 23);
        check(Unit::Day, Some(Tz::Europe__Vilnius), "2026-10-25T21:59:59Z", "2026-10-25", 25);
        check(Unit::Week, Some(Tz::America__New_York), "2026-03-09T03:59:59Z", "2026-03-02", 167);
        check(Unit::Month, Some(Tz::Asia__Tokyo), "2026-01-31T15:00:00Z", "2026-02-01", 28 * 24);
    }

    #[test]
    fn clocks_that_jump_at_midnight() {
        // Brazil began summer time at midnight; Samoa left out 30 December 2011; Newfoundland ended it at 00:01.
        check(Unit::Day, Some(Tz::America__Sao_Paulo), "2018-11-04T03:30:00Z", "2018-11-04", 23);
        check(Unit::Day, Some(Tz::Pacific__Apia), "2011-12-30T11:00:00Z", "2011-12-31", 24);
        check(Unit::Day, Some(Tz::America__St_Johns), "2010-11-07T03:00:00Z", "2010-11-07", 25);
    }
}
