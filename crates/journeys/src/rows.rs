//! Facts about single events, kept beside the index by the events' rows.

use arrow::buffer::BooleanBuffer;

/// A set of rows of the lake: what a predicate selected.
#[derive(Debug, Clone)]
pub struct RowSet {
    bits: BooleanBuffer,
}

impl RowSet {
    /// The rows whose bits are set; rows past the end are not in the set.
    #[must_use]
    pub const fn new(bits: BooleanBuffer) -> Self {
        Self { bits }
    }

    /// Whether the row is in the set.
    #[must_use]
    pub fn contains(&self, row: u32) -> bool {
        let row = row as usize;
        row < self.bits.len() && self.bits.value(row)
    }

    /// Number of rows in the set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bits.count_set_bits()
    }

    /// Whether no row is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows in both sets.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let len = self.bits.len().min(other.bits.len());
        Self { bits: &self.bits.slice(0, len) & &other.bits.slice(0, len) }
    }
}

/// A number for some rows of the lake: ratings, on the map's scale from -2 to +2.
#[derive(Debug, Clone, Default)]
pub struct RowValues {
    rows: Vec<u32>,
    values: Vec<f64>,
}

impl RowValues {
    /// Values by row; of several values for one row the first counts.
    #[must_use]
    pub fn new(mut pairs: Vec<(u32, f64)>) -> Self {
        pairs.sort_by_key(|&(row, _)| row);
        pairs.dedup_by_key(|&mut (row, _)| row);
        let (rows, values) = pairs.into_iter().unzip();
        Self { rows, values }
    }

    /// The value of a row.
    #[must_use]
    pub fn get(&self, row: u32) -> Option<f64> {
        self.rows.binary_search(&row).ok().map(|place| self.values[place])
    }

    /// Number of rows with a value.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row has a value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
