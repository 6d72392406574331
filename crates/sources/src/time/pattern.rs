//! Times in a strftime pattern the user gave.

use chrono::format::{Fixed, Item, Parsed, StrftimeItems};

use super::civil::Moment;
use crate::error::SourceError;

/// A strftime pattern, taken apart once.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    text: String,
    items: Vec<Item<'static>>,
}

impl Pattern {
    pub(crate) fn new(text: &str) -> Result<Self, SourceError> {
        let wrong = |reason: &str| SourceError::TimeFormat { format: text.to_owned(), reason: reason.to_owned() };
        let items = StrftimeItems::new(text)
            .parse_to_owned()
            .map_err(|_| wrong("it is neither s, ms, us, ns nor a strftime pattern such as %Y-%m-%d %H:%M:%S"))?;
        if !items.iter().any(|item| matches!(item, Item::Numeric(..) | Item::Fixed(..))) {
            return Err(wrong("it has no field such as %Y"));
        }
        Ok(Self { text: text.to_owned(), items })
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether times in this pattern say their offset.
    pub(crate) fn has_offset(&self) -> bool {
        self.items.iter().any(|item| match item {
            Item::Fixed(fixed) => is_offset(fixed),
            Item::Numeric(numeric, _) => *numeric == chrono::format::Numeric::Timestamp,
            _ => false,
        })
    }

    pub(crate) fn parse(&self, text: &str) -> Option<Moment> {
        let mut parsed = Parsed::new();
        chrono::format::parse(&mut parsed, text, self.items.iter()).ok()?;
        if let Ok(time) = parsed.to_datetime() {
            let offset_seconds = Some(time.offset().local_minus_utc());
            return Some(Moment { local: time.naive_local().and_utc().timestamp_micros(), offset_seconds });
        }
        if parsed.offset().is_some() {
            return None;
        }
        if parsed.timestamp().is_some() {
            let local = parsed.to_naive_datetime_with_offset(0).ok()?.and_utc().timestamp_micros();
            return Some(Moment { local, offset_seconds: Some(0) });
        }
        let date = parsed.to_naive_date().ok()?;
        let time = if parsed.hour_mod_12().is_some() || parsed.hour_div_12().is_some() {
            parsed.to_naive_time().ok()?
        } else {
            chrono::NaiveTime::MIN
        };
        Some(Moment { local: date.and_time(time).and_utc().timestamp_micros(), offset_seconds: None })
    }
}

fn is_offset(fixed: &Fixed) -> bool {
    matches!(
        fixed,
        Fixed::TimezoneOffset
            | Fixed::TimezoneOffsetColon
            | Fixed::TimezoneOffsetDoubleColon
            | Fixed::TimezoneOffsetTripleColon
            | Fixed::TimezoneOffsetColonZ
            | Fixed::TimezoneOffsetZ
            | Fixed::RFC2822
            | Fixed::RFC3339
    )
}
