//! The columns of the event table, in order, with their Arrow types.

use std::sync::Arc;

use arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};

/// 128-bit id of the event, see [`crate::EventId`].
pub const EVENT_ID: &str = "event_id";
/// Order of arrival; breaks ties in time.
pub const SEQUENCE: &str = "sequence";
/// When it happened, microseconds, UTC.
pub const TIME: &str = "time";
/// When the lake got it, microseconds, UTC.
pub const RECEIVED_AT: &str = "received_at";
/// The traveller's id as the source knows it.
pub const CUSTOMER: &str = "customer";
/// The event's name, as sent.
pub const EVENT: &str = "event";
/// Where it happened: web, mobile, email, store ...
pub const CHANNEL: &str = "channel";
/// Which import or write key brought it.
pub const SOURCE: &str = "source";
/// The source's session id, where it has one.
pub const SESSION: &str = "session";
/// An explicit score, on the scale of [`RATING_SCALE`].
pub const RATING: &str = "rating";
/// The scale of the score, e.g. `0-10` or `1-5`.
pub const RATING_SCALE: &str = "rating_scale";
/// What the customer wrote.
pub const TEXT: &str = "text";
/// Everything else the source said, as one JSON object; nothing is dropped.
pub const PROPERTIES: &str = "properties";

/// The columns a predicate of a binding may name, in the order of the table.
pub const COLUMNS: [&str; 13] = [
    EVENT_ID,
    SEQUENCE,
    TIME,
    RECEIVED_AT,
    CUSTOMER,
    EVENT,
    CHANNEL,
    SOURCE,
    SESSION,
    RATING,
    RATING_SCALE,
    TEXT,
    PROPERTIES,
];

/// The type of every time in the product: microseconds, UTC.
#[must_use]
pub fn time_type() -> DataType {
    DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))
}

/// The schema of the event table.
#[must_use]
pub fn canonical() -> SchemaRef {
    let utf8 = DataType::Utf8;
    Arc::new(Schema::new(vec![
        Field::new(EVENT_ID, DataType::Binary, false),
        Field::new(SEQUENCE, DataType::Int64, false),
        Field::new(TIME, time_type(), false),
        Field::new(RECEIVED_AT, time_type(), false),
        Field::new(CUSTOMER, utf8.clone(), false),
        Field::new(EVENT, utf8.clone(), false),
        Field::new(CHANNEL, utf8.clone(), true),
        Field::new(SOURCE, utf8.clone(), false),
        Field::new(SESSION, utf8.clone(), true),
        Field::new(RATING, DataType::Float64, true),
        Field::new(RATING_SCALE, utf8.clone(), true),
        Field::new(TEXT, utf8.clone(), true),
        Field::new(PROPERTIES, utf8, true),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_has_the_columns_in_order() {
        let schema = canonical();
        let names: Vec<&str> = schema.fields().iter().map(|f| f.name().as_str()).collect();
        assert_eq!(names, COLUMNS);
    }
}
