//! The calendar, as far as parsing needs it.

/// A time as written: on the clock of its own offset or, without one, of the source's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Microseconds since 1970-01-01 00:00 on that clock.
    pub(crate) local: i64,
    /// Seconds east of Greenwich, where written.
    pub(crate) offset_seconds: Option<i32>,
}

pub(crate) const DAY_MICROS: i64 = 86_400_000_000;

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
///
/// Counts from 1 March of year 0 of a 400-year era, so that the leap day is the last of its year.
pub(crate) const fn days(year: i64, month: u32, day: u32) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let month_from_march = (month as i64 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i64 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Microseconds at the start of a year in UTC.
pub(crate) const fn year_start(year: i64) -> i64 {
    days(year, 1, 1) * DAY_MICROS
}

/// The day number of a date that exists.
pub(crate) fn checked_days(year: i64, month: u32, day: u32) -> Option<i64> {
    let length = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => return None,
    };
    (1..=length).contains(&day).then(|| days(year, month, day))
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate};

    use super::*;

    #[test]
    fn agrees_with_chrono_over_all_four_digit_years() {
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
        let mut date = NaiveDate::from_ymd_opt(0, 1, 1).unwrap();
        while date.year() < 10_000 {
            let expected = date.signed_duration_since(epoch).num_days();
            assert_eq!(checked_days(i64::from(date.year()), date.month(), date.day()), Some(expected));
            date = date + chrono::Days::new(17);
        }
        assert_eq!(checked_days(1900, 2, 29), None);
        assert_eq!(checked_days(2000, 2, 29), Some(days(2000, 2, 29)));
    }
}
