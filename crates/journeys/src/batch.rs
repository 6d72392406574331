//! A run of whole journeys in columns.

use std::ops::Range;

use arrow::array::{Array, StringArray};
use arrow::buffer::{BooleanBuffer, OffsetBuffer, ScalarBuffer};

/// Whole journeys of some travellers. Cheap to clone: the columns are shared, and may lie in a mapped file.
#[derive(Debug, Clone)]
pub struct JourneyBatch {
    /// The travellers' ids, in the order of their hashes.
    pub travellers: StringArray,
    /// 64-bit hashes of the ids; the order in which journeys are stored.
    pub hashes: ScalarBuffer<u64>,
    /// Where each traveller's events begin; one more than there are travellers.
    pub offsets: OffsetBuffer<i32>,
    /// The events' names, as places in [`crate::Journeys::names`].
    pub codes: ScalarBuffer<u32>,
    /// The events' times: microseconds since 1970, UTC.
    pub times: ScalarBuffer<i64>,
    /// The events' rows in the lake (or in the file they were read from); grows with the order of arrival.
    pub rows: ScalarBuffer<u32>,
    /// Journeys that a newer segment of the index holds in full, to be passed over here.
    pub superseded: Option<BooleanBuffer>,
}

/// One traveller's events in order.
#[derive(Debug, Clone, Copy)]
pub struct Journey<'a> {
    /// The place of the traveller in the batch.
    pub place: usize,
    /// The events' names, as places in [`crate::Journeys::names`].
    pub codes: &'a [u32],
    /// The events' times: microseconds since 1970, UTC; never falling.
    pub times: &'a [i64],
    /// The events' rows in the lake; rising where times are equal.
    pub rows: &'a [u32],
}

impl Journey<'_> {
    /// Number of events.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether the traveller has no events.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }
}

impl JourneyBatch {
    /// The journeys that count, one after the other.
    #[inline]
    pub fn journeys(&self) -> impl Iterator<Item = Journey<'_>> {
        (0..self.travellers.len()).filter(|&place| !self.is_superseded(place)).map(|place| self.journey(place))
    }

    /// The journey at a place, superseded or not.
    #[must_use]
    #[inline]
    pub fn journey(&self, place: usize) -> Journey<'_> {
        let range = self.events_of(place);
        Journey { place, codes: &self.codes[range.clone()], times: &self.times[range.clone()], rows: &self.rows[range] }
    }

    /// The id of the traveller at a place.
    #[must_use]
    pub fn traveller(&self, place: usize) -> &str {
        self.travellers.value(place)
    }

    /// Number of travellers, superseded ones included.
    #[must_use]
    pub fn places(&self) -> usize {
        self.travellers.len()
    }

    /// Whether a newer segment holds this traveller in full.
    #[must_use]
    #[inline]
    pub fn is_superseded(&self, place: usize) -> bool {
        self.superseded.as_ref().is_some_and(|marks| marks.value(place))
    }

    /// Number of events, those of superseded journeys included.
    #[must_use]
    pub fn events(&self) -> usize {
        self.codes.len()
    }

    #[inline]
    fn events_of(&self, place: usize) -> Range<usize> {
        self.offsets[place] as usize..self.offsets[place + 1] as usize
    }
}
