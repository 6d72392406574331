//! Times of a whole column at once.

use arrow::array::{Array, ArrayRef, AsArray};
use arrow::compute::cast;
use arrow::datatypes::{
    DataType, Date32Type, Date64Type, Int64Type, TimeUnit, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow::error::ArrowError;

use super::columns::Faults;
use crate::time::TimeParser;

const DAY_MICROS: i64 = 86_400_000_000;

/// Turns a column of any type that can hold times into microseconds.
pub(super) struct Times {
    parser: TimeParser,
}

impl Times {
    pub(super) fn new(parser: TimeParser) -> Self {
        Self { parser }
    }

    /// Microseconds in UTC, anything where the row is at fault.
    pub(super) fn convert(&self, array: &ArrayRef, faults: &mut Faults) -> Result<Vec<i64>, ArrowError> {
        let is_utc = matches!(array.data_type(), DataType::Timestamp(_, Some(_)));
        let micros = match array.data_type() {
            DataType::Timestamp(TimeUnit::Second, _) => {
                scaled(array.as_primitive::<TimestampSecondType>().values(), 1_000_000)
            }
            DataType::Timestamp(TimeUnit::Millisecond, _) => {
                scaled(array.as_primitive::<TimestampMillisecondType>().values(), 1_000)
            }
            DataType::Timestamp(TimeUnit::Microsecond, _) => {
                array.as_primitive::<TimestampMicrosecondType>().values().to_vec()
            }
            DataType::Timestamp(TimeUnit::Nanosecond, _) => {
                array.as_primitive::<TimestampNanosecondType>().values().iter().map(|ns| ns.div_euclid(1000)).collect()
            }
            DataType::Date32 => {
                array.as_primitive::<Date32Type>().values().iter().map(|day| i64::from(*day) * DAY_MICROS).collect()
            }
            DataType::Date64 => scaled(array.as_primitive::<Date64Type>().values(), 1_000),
            data_type if data_type.is_integer() && self.parser.unit().is_some() => {
                return self.numbers(array, faults);
            }
            _ => return self.texts(array, faults),
        };
        Ok(self.typed(array, micros, is_utc, faults))
    }

    /// Typed times need their zone and their range only.
    fn typed(&self, array: &ArrayRef, mut micros: Vec<i64>, is_utc: bool, faults: &mut Faults) -> Vec<i64> {
        if !is_utc && !self.parser.is_utc() {
            for (row, time) in micros.iter_mut().enumerate().filter(|(row, _)| array.is_valid(*row)) {
                match self.parser.to_utc(*time) {
                    Some(utc) => *time = utc,
                    None => faults.add(row, self.parser.gap(&shown(*time))),
                }
            }
        }
        let range = self.parser.range();
        // Almost always all of them are good, and finding that out must not branch for each.
        let (low, high) =
            micros.iter().fold((i64::MAX, i64::MIN), |(low, high), time| (low.min(*time), high.max(*time)));
        let are_good = low >= range.start && high < range.end;
        if are_good && array.null_count() == 0 {
            return micros;
        }
        for (row, time) in micros.iter().enumerate() {
            if array.is_null(row) {
                faults.add(row, "the time is empty".to_owned());
            } else if !range.contains(time) {
                faults.add(row, self.parser.out_of_range(&shown(*time)));
            }
        }
        micros
    }

    fn numbers(&self, array: &ArrayRef, faults: &mut Faults) -> Result<Vec<i64>, ArrowError> {
        let numbers = cast(array, &DataType::Int64)?;
        let numbers = numbers.as_primitive::<Int64Type>();
        Ok(numbers
            .iter()
            .enumerate()
            .map(|(row, number)| {
                let micros =
                    number.ok_or_else(|| "the time is empty".to_owned()).and_then(|n| self.parser.number_to_micros(n));
                micros.unwrap_or_else(|reason| faults.zero(row, reason))
            })
            .collect())
    }

    fn texts(&self, array: &ArrayRef, faults: &mut Faults) -> Result<Vec<i64>, ArrowError> {
        let texts = cast(array, &DataType::Utf8)?;
        let texts = texts.as_string::<i32>();
        Ok(texts
            .iter()
            .enumerate()
            .map(|(row, text)| {
                let said = text.filter(|text| !text.is_empty()).ok_or_else(|| "the time is empty".to_owned());
                said.and_then(|text| self.parser.parse(text)).unwrap_or_else(|reason| faults.zero(row, reason))
            })
            .collect())
    }
}

/// What overflows ends at the end of the range, which no source is allowed to reach.
fn scaled(values: &[i64], factor: i64) -> Vec<i64> {
    values.iter().map(|value| value.saturating_mul(factor)).collect()
}

fn shown(micros: i64) -> String {
    chrono::DateTime::from_timestamp_micros(micros)
        .map_or_else(|| format!("{micros} us"), |time| time.format("%Y-%m-%d %H:%M:%S%.f").to_string())
}
