//! What a reader hands over: a run of events in columns, as loosely typed as the source allows.

use arrow::array::{Array, ArrayRef, Float64Array, StringArray, TimestampMicrosecondArray};
use arrow::datatypes::DataType;
use thiserror::Error;

/// A row the reader could not make an event of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// Line of the file the row begins on, from 1; for formats without lines the row's number, from 1.
    pub line: u64,
    /// Why, for the person who mends the file.
    pub reason: String,
    /// The row as it stood in the file, shortened to a few hundred characters.
    pub raw: String,
}

/// Events of one source in order of arrival, all columns of equal length.
///
/// The columns keep the type the source has where that is cheaper: ids may be integers and
/// repeated strings dictionaries. Only the lake spells them out.
#[derive(Debug, Clone)]
pub struct EventBatch {
    /// Who: `Utf8`, `Dictionary(Int32, Utf8)` or any integer type; never null.
    pub customer: ArrayRef,
    /// What: `Utf8` or `Dictionary(Int32, Utf8)`; never null.
    pub event: ArrayRef,
    /// When: microseconds, UTC; never null.
    pub time: TimestampMicrosecondArray,
    /// `Utf8` or `Dictionary(Int32, Utf8)`.
    pub channel: Option<ArrayRef>,
    /// `Utf8`, `Dictionary(Int32, Utf8)` or any integer type.
    pub session: Option<ArrayRef>,
    /// Scores; null where the event has none.
    pub rating: Option<Float64Array>,
    /// Scale of the score: `Utf8` or `Dictionary(Int32, Utf8)`.
    pub rating_scale: Option<ArrayRef>,
    /// What the customer wrote.
    pub text: Option<StringArray>,
    /// The rest of the row, one JSON object a row; null where nothing is left.
    pub properties: Option<StringArray>,
    /// The source's own id of the event, where it has one. Events with equal ids are one event.
    pub own_id: Option<StringArray>,
    /// Other ids of the same traveller (a user id beside an anonymous one); null or empty where there is none.
    pub links: Vec<StringArray>,
}

/// A batch whose columns do not fit each other.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum BatchError {
    /// A column is longer or shorter than the time column.
    #[error("column {column} holds {found} rows where the batch has {expected}")]
    Length {
        /// The column.
        column: &'static str,
        /// Its rows.
        found: usize,
        /// The rows of the time column.
        expected: usize,
    },
    /// A column of a type that no reader may hand over.
    #[error("column {column} is of type {found}, which an event batch cannot hold")]
    Type {
        /// The column.
        column: &'static str,
        /// Its Arrow type.
        found: String,
    },
    /// A null where a value is required.
    #[error("column {column} has a null")]
    Null {
        /// The column.
        column: &'static str,
    },
}

impl EventBatch {
    /// A batch of the three columns every event has.
    #[must_use]
    pub fn core(customer: ArrayRef, event: ArrayRef, time: TimestampMicrosecondArray) -> Self {
        Self {
            customer,
            event,
            time,
            channel: None,
            session: None,
            rating: None,
            rating_scale: None,
            text: None,
            properties: None,
            own_id: None,
            links: Vec::new(),
        }
    }

    /// Number of events.
    #[must_use]
    pub fn len(&self) -> usize {
        self.time.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of the text columns, by which the size of a batch in memory is judged.
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.columns().map(|(_, array, _)| array.get_array_memory_size()).sum()
    }

    /// Holds the batch against its own promises.
    ///
    /// # Errors
    /// The first column of another length, of a type not allowed, or with a null where none may be.
    pub fn validate(&self) -> Result<(), BatchError> {
        for (column, array) in [("customer", &self.customer), ("event", &self.event)] {
            if array.logical_null_count() > 0 {
                return Err(BatchError::Null { column });
            }
        }
        if self.time.null_count() > 0 {
            return Err(BatchError::Null { column: "time" });
        }
        self.columns().try_for_each(|(column, array, integers)| {
            if array.len() != self.len() {
                return Err(BatchError::Length { column, found: array.len(), expected: self.len() });
            }
            if is_text(array.data_type()) || (integers && array.data_type().is_integer()) {
                return Ok(());
            }
            Err(BatchError::Type { column, found: array.data_type().to_string() })
        })
    }

    /// The columns that hold text, each with its name and whether it may hold integers instead.
    fn columns(&self) -> impl Iterator<Item = (&'static str, &dyn Array, bool)> {
        fn loose(column: Option<&ArrayRef>) -> Option<&dyn Array> {
            column.map(AsRef::as_ref)
        }
        fn text(column: Option<&StringArray>) -> Option<&dyn Array> {
            column.map(|c| c as &dyn Array)
        }
        let fixed = [
            ("customer", loose(Some(&self.customer)), true),
            ("event", loose(Some(&self.event)), false),
            ("channel", loose(self.channel.as_ref()), false),
            ("session", loose(self.session.as_ref()), true),
            ("rating_scale", loose(self.rating_scale.as_ref()), false),
            ("text", text(self.text.as_ref()), false),
            ("properties", text(self.properties.as_ref()), false),
            ("own_id", text(self.own_id.as_ref()), false),
        ];
        let links = self.links.iter().map(|link| ("links", link as &dyn Array, false));
        fixed.into_iter().filter_map(|(name, array, integers)| Some((name, array?, integers))).chain(links)
    }
}

fn is_text(data_type: &DataType) -> bool {
    match data_type {
        DataType::Utf8 => true,
        DataType::Dictionary(key, value) => **key == DataType::Int32 && **value == DataType::Utf8,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow::array::{Int64Array, UInt32Array};

    use super::*;

    fn batch() -> EventBatch {
        EventBatch::core(
            Arc::new(UInt32Array::from(vec![1, 2])),
            Arc::new(StringArray::from(vec!["a", "b"])),
            TimestampMicrosecondArray::from(vec![1, 2]).with_timezone("UTC"),
        )
    }

    #[test]
    fn a_batch_of_equal_columns_is_valid() {
        assert_eq!(batch().validate(), Ok(()));
        assert_eq!(batch().len(), 2);
    }

    #[test]
    fn a_short_column_is_named() {
        let mut short = batch();
        short.text = Some(StringArray::from(vec!["one"]));
        assert_eq!(short.validate(), Err(BatchError::Length { column: "text", found: 1, expected: 2 }));
    }

    #[test]
    fn integers_are_ids_but_not_names() {
        let mut wrong = batch();
        wrong.event = Arc::new(Int64Array::from(vec![1, 2]));
        assert!(matches!(wrong.validate(), Err(BatchError::Type { column: "event", .. })));
    }

    #[test]
    fn a_null_customer_is_refused() {
        let mut null = batch();
        null.customer = Arc::new(StringArray::from(vec![Some("a"), None]));
        assert_eq!(null.validate(), Err(BatchError::Null { column: "customer" }));
    }
}
