//! What is asked of a measurement.

use std::sync::Arc;

use kelias_journeys::RowValues;

/// Thirty days.
pub const DEFAULT_WINDOW_SECONDS: u64 = 2_592_000;

/// Five ratings.
pub const MINIMUM_RATINGS: u64 = 5;

/// What is asked of a measurement.
#[derive(Debug, Clone)]
pub struct MeasureSpec {
    /// Within how many seconds of an event of a step the next step counts as a conversion, the end included.
    pub window_seconds: u64,
    /// Only events at or after this time count (microseconds since 1970, UTC).
    pub since: Option<i64>,
    /// Only events before this time count (microseconds since 1970, UTC).
    pub until: Option<i64>,
    /// Up to when travellers were observed, the end excluded (microseconds since 1970, UTC): the end of the data.
    /// Events after `until` do not count, so a later time than `until` is taken as `until`.
    pub observed_until: i64,
    /// Ratings by row of the lake, on the map's scale from -2 to +2.
    pub ratings: Arc<RowValues>,
    /// With fewer ratings a step has no measured emotion; at least one is needed in any case.
    pub minimum_ratings: u64,
    /// Version of the lake the journeys come from, to be repeated in the answer; none for a plain file.
    pub lake_version: Option<u64>,
}

impl MeasureSpec {
    /// All events up to the end of the data (microseconds since 1970, UTC), with the usual window and no ratings.
    #[must_use]
    pub fn new(observed_until: i64) -> Self {
        Self {
            window_seconds: DEFAULT_WINDOW_SECONDS,
            since: None,
            until: None,
            observed_until,
            ratings: Arc::default(),
            minimum_ratings: MINIMUM_RATINGS,
            lake_version: None,
        }
    }

    /// Up to when events that count were observed.
    pub(crate) fn end_of_observation(&self) -> i64 {
        self.until.map_or(self.observed_until, |until| until.min(self.observed_until))
    }
}
