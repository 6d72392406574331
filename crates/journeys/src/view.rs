//! Journeys narrowed to some events, or told in other names.

use std::sync::Arc;

use arrow::buffer::{OffsetBuffer, ScalarBuffer};

use crate::{Classifier, JourneyBatch, JourneyError, Journeys, RowSet};

/// Which events count.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Events at or after this time (microseconds, UTC).
    pub since: Option<i64>,
    /// Events before this time (microseconds, UTC).
    pub until: Option<i64>,
    /// Events in these rows.
    pub only: Option<Arc<RowSet>>,
}

impl Selection {
    fn is_everything(&self) -> bool {
        self.since.is_none() && self.until.is_none() && self.only.is_none()
    }

    fn keeps(&self, time: i64, row: u32) -> bool {
        self.since.is_none_or(|since| time >= since)
            && self.until.is_none_or(|until| time < until)
            && self.only.as_ref().is_none_or(|rows| rows.contains(row))
    }
}

/// Journeys seen through a selection and, where there is one, through the bindings of a map: events that are
/// not selected or belong to no touchpoint are left out, and so are travellers of whom nothing remains.
pub struct View<'a> {
    inner: &'a dyn Journeys,
    selection: Selection,
    labels: Option<(Classifier, Arc<[String]>)>,
}

impl<'a> View<'a> {
    /// The events that the selection keeps.
    #[must_use]
    pub fn select(inner: &'a dyn Journeys, selection: Selection) -> Self {
        Self { inner, selection, labels: None }
    }

    /// The same journeys with the map's targets in the place of event names.
    #[must_use]
    pub fn labelled(mut self, classifier: Classifier, names: Arc<[String]>) -> Self {
        self.labels = Some((classifier, names));
        self
    }

    fn code(&self, code: u32, time: i64, row: u32) -> Option<u32> {
        if !self.selection.keeps(time, row) {
            return None;
        }
        match &self.labels {
            Some((classifier, _)) => classifier.first(code, row),
            None => Some(code),
        }
    }

    fn narrow(&self, batch: &JourneyBatch) -> JourneyBatch {
        let (mut codes, mut times, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        let (mut places, mut offsets) = (Vec::new(), vec![0]);
        for journey in batch.journeys() {
            let before = codes.len();
            for ((&code, &time), &row) in journey.codes.iter().zip(journey.times).zip(journey.rows) {
                if let Some(code) = self.code(code, time, row) {
                    codes.push(code);
                    times.push(time);
                    rows.push(row);
                }
            }
            if codes.len() > before {
                places.push(journey.place);
                offsets.push(codes.len() as i32);
            }
        }
        JourneyBatch {
            travellers: places.iter().map(|&place| Some(batch.traveller(place))).collect(),
            hashes: places.iter().map(|&place| batch.hashes[place]).collect(),
            offsets: OffsetBuffer::new(offsets.into()),
            codes: ScalarBuffer::from(codes),
            times: ScalarBuffer::from(times),
            rows: ScalarBuffer::from(rows),
            superseded: None,
        }
    }
}

impl Journeys for View<'_> {
    fn names(&self) -> &Arc<[String]> {
        self.labels.as_ref().map_or_else(|| self.inner.names(), |(_, names)| names)
    }

    fn batches(&self) -> usize {
        self.inner.batches()
    }

    fn batch(&self, place: usize) -> Result<JourneyBatch, JourneyError> {
        let batch = self.inner.batch(place)?;
        if self.selection.is_everything() && self.labels.is_none() {
            return Ok(batch);
        }
        Ok(self.narrow(&batch))
    }
}
