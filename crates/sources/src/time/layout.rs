//! The layouts of written times that are recognised without being told.

use chrono::DateTime;

use super::civil::{DAY_MICROS, Moment, checked_days};

/// A family of layouts that one parser reads without ambiguity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `2024-03-13`, `2024/03/13 10:21`, `2024-03-13T10:21:14.123+02:00`.
    YearFirst,
    /// `20240313`, `20240313102114`, `20240313T102114Z`.
    Compact,
    /// `13.03.2024 10:21`, `13/03/2024`.
    DayFirst,
    /// `03/13/2024 10:21 PM`.
    MonthFirst,
    /// `Wed, 13 Mar 2024 10:21:14 +0200`.
    Mail,
}

/// Takes down the strftime pattern of what is parsed; `()` takes down nothing and costs nothing.
pub(crate) trait Shape {
    fn add(&mut self, part: &str);
    fn add_byte(&mut self, byte: u8);
}

impl Shape for () {
    fn add(&mut self, _: &str) {}
    fn add_byte(&mut self, _: u8) {}
}

impl Shape for String {
    fn add(&mut self, part: &str) {
        self.push_str(part);
    }
    fn add_byte(&mut self, byte: u8) {
        self.push(char::from(byte));
    }
}

impl Layout {
    /// The time, if the whole of `text` is of this layout and the date exists.
    pub(crate) fn parse<S: Shape>(self, text: &[u8], shape: &mut S) -> Option<Moment> {
        let mut cursor = Cursor { text };
        match self {
            Self::Mail => mail(text, shape),
            Self::Compact => compact(&mut cursor, shape),
            Self::YearFirst => {
                let day = year_first(&mut cursor, shape)?;
                clock(&mut cursor, day, shape)
            }
            Self::DayFirst | Self::MonthFirst => {
                let day = year_last(&mut cursor, self == Self::DayFirst, shape)?;
                clock(&mut cursor, day, shape)
            }
        }
    }
}

struct Cursor<'a> {
    text: &'a [u8],
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.first().copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.text = &self.text[1..])
    }

    fn any(&mut self, of: &[u8]) -> Option<u8> {
        let byte = self.peek()?;
        of.contains(&byte).then(|| {
            self.text = &self.text[1..];
            byte
        })
    }

    /// Exactly `n` digits.
    fn digits(&mut self, n: usize) -> Option<u32> {
        let digits = self.text.get(..n)?;
        let mut value = 0;
        for &byte in digits {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            value = value * 10 + u32::from(digit);
        }
        self.text = &self.text[n..];
        Some(value)
    }

    /// One or two digits.
    fn short(&mut self) -> Option<u32> {
        self.digits(2).or_else(|| self.digits(1))
    }

    /// Digits behind a decimal point, as microseconds; what is finer is cut off.
    fn fraction(&mut self) -> Option<i64> {
        let (mut value, mut seen) = (0, 0);
        while let Some(byte) = self.peek().filter(u8::is_ascii_digit) {
            if seen < 6 {
                value = value * 10 + i64::from(byte - b'0');
            }
            seen += 1;
            self.text = &self.text[1..];
        }
        if seen == 0 {
            return None;
        }
        for _ in seen..6 {
            value *= 10;
        }
        Some(value)
    }
}

fn year_first<S: Shape>(cursor: &mut Cursor<'_>, shape: &mut S) -> Option<i64> {
    let year = cursor.digits(4)?;
    let separator = cursor.any(b"-/.")?;
    let month = cursor.short()?;
    cursor.take(separator)?;
    let day = cursor.short()?;
    shape.add("%Y");
    shape.add_byte(separator);
    shape.add("%m");
    shape.add_byte(separator);
    shape.add("%d");
    checked_days(i64::from(year), month, day)
}

fn year_last<S: Shape>(cursor: &mut Cursor<'_>, is_day_first: bool, shape: &mut S) -> Option<i64> {
    let first = cursor.short()?;
    let separator = cursor.any(b"/.-")?;
    let second = cursor.short()?;
    cursor.take(separator)?;
    let year = cursor.digits(4)?;
    let (day, month) = if is_day_first { (first, second) } else { (second, first) };
    shape.add(if is_day_first { "%d" } else { "%m" });
    shape.add_byte(separator);
    shape.add(if is_day_first { "%m" } else { "%d" });
    shape.add_byte(separator);
    shape.add("%Y");
    checked_days(i64::from(year), month, day)
}

/// What may follow a date: nothing, or a time of day with or without an offset.
fn clock<S: Shape>(cursor: &mut Cursor<'_>, day: i64, shape: &mut S) -> Option<Moment> {
    if cursor.text.is_empty() {
        return Some(Moment { local: day * DAY_MICROS, offset_seconds: None });
    }
    let separator = cursor.any(b"T t")?;
    let mut hour = cursor.short()?;
    cursor.take(b':')?;
    let minute = cursor.digits(2)?;
    let (mut second, mut micros) = (0, 0);
    let (mut has_seconds, mut has_fraction) = (false, false);
    if cursor.take(b':').is_some() {
        second = cursor.digits(2)?;
        has_seconds = true;
        if cursor.any(b".,").is_some() {
            micros = cursor.fraction()?;
            has_fraction = true;
        }
    }
    let half = half_of_day(cursor);
    if let Some(is_afternoon) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if is_afternoon { 12 } else { 0 };
    }
    shape.add_byte(separator);
    shape.add(if half.is_some() { "%I:%M" } else { "%H:%M" });
    shape.add(if has_seconds { ":%S" } else { "" });
    shape.add(if has_fraction { "%.f" } else { "" });
    shape.add(if half.is_some() { " %p" } else { "" });
    let offset_seconds = offset(cursor, shape)?;
    let local = day * DAY_MICROS + time_of_day(hour, minute, second)? + micros;
    Some(Moment { local, offset_seconds })
}

/// Second 60, a leap second, counts as the second after.
fn time_of_day(hour: u32, minute: u32, second: u32) -> Option<i64> {
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    Some(i64::from(hour * 3600 + minute * 60 + second) * 1_000_000)
}

/// `AM` or `PM`: whether it is the afternoon.
fn half_of_day(cursor: &mut Cursor<'_>) -> Option<bool> {
    let rest = cursor.text.trim_ascii_start();
    let is_afternoon = match rest {
        [b'A' | b'a', b'M' | b'm', ..] => false,
        [b'P' | b'p', b'M' | b'm', ..] => true,
        _ => return None,
    };
    cursor.text = &rest[2..];
    Some(is_afternoon)
}

/// An offset up to the end of the text: `Some(None)` when there is none, `None` when what follows is something else.
#[expect(clippy::option_option, reason = "the outer option is that of all parsers here, the inner one is the value")]
fn offset<S: Shape>(cursor: &mut Cursor<'_>, shape: &mut S) -> Option<Option<i32>> {
    if cursor.text.is_empty() {
        return Some(None);
    }
    if cursor.take(b' ').is_some() {
        shape.add_byte(b' ');
    }
    if matches!(cursor.text, b"Z" | b"z" | b"UTC" | b"GMT") {
        shape.add(if cursor.text.len() == 1 { "Z" } else { "%Z" });
        return Some(Some(0));
    }
    let sign = if cursor.any(b"+-")? == b'-' { -1 } else { 1 };
    let hours = cursor.digits(2)?;
    let has_colon = cursor.take(b':').is_some();
    let minutes = if cursor.text.is_empty() && !has_colon { 0 } else { cursor.digits(2)? };
    shape.add(if has_colon { "%:z" } else { "%z" });
    if !cursor.text.is_empty() || hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60)
        .expect("two digits of hours and of minutes make less than 2^31 seconds");
    Some(Some(sign * seconds))
}

fn compact<S: Shape>(cursor: &mut Cursor<'_>, shape: &mut S) -> Option<Moment> {
    let (year, month, day) = (cursor.digits(4)?, cursor.digits(2)?, cursor.digits(2)?);
    let days = checked_days(i64::from(year), month, day)?;
    shape.add("%Y%m%d");
    if cursor.text.is_empty() {
        return Some(Moment { local: days * DAY_MICROS, offset_seconds: None });
    }
    if let Some(separator) = cursor.any(b"T ") {
        shape.add_byte(separator);
    }
    let (hour, minute, second) = (cursor.digits(2)?, cursor.digits(2)?, cursor.digits(2)?);
    shape.add("%H%M%S");
    let offset_seconds = offset(cursor, shape)?;
    Some(Moment { local: days * DAY_MICROS + time_of_day(hour, minute, second)?, offset_seconds })
}

fn mail<S: Shape>(text: &[u8], shape: &mut S) -> Option<Moment> {
    let time = DateTime::parse_from_rfc2822(std::str::from_utf8(text).ok()?).ok()?;
    shape.add(if text.contains(&b',') { "%a, %d %b %Y %H:%M:%S %z" } else { "%d %b %Y %H:%M:%S %z" });
    let local = time.naive_local().and_utc().timestamp_micros();
    Some(Moment { local, offset_seconds: Some(time.offset().local_minus_utc()) })
}
