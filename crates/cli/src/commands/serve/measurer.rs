//! Measures maps by the lake that the server was started with.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kelias_journeys::{JourneyBatch, JourneyError, Journeys, Selection, View, run};
use kelias_lake::Lake;
use kelias_map::Map;
use kelias_measure::{MINIMUM_RATINGS, Measure, MeasureSpec, Measured};
use kelias_server::Measurer;

use crate::load::Loaded;

/// Within what time the next step counts as a conversion: the command's own default.
const WINDOW_SECONDS: u64 = 30 * 24 * 3600;

/// A lake that is opened anew for each measurement, so that events imported meanwhile count.
pub(super) struct ByLake {
    folder: PathBuf,
}

impl ByLake {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }
}

impl Measurer for ByLake {
    fn measure(
        &self,
        map: &Map,
        progress: &(dyn Fn(f64) + Sync),
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Result<Measured, String> {
        let lake = Lake::open(&self.folder).map_err(|error| format!("{error}; import events into it first"))?;
        let index = lake.journeys().map_err(|error| error.to_string())?;
        let (observed_until, lake_version) = (index.time_range().map_or(0, |(_, last)| last + 1), index.lake_version());
        let ratings = Arc::new(lake.ratings(&index).map_err(|error| error.to_string())?);
        let loaded = Loaded::Lake { lake, index: Box::new(index), _temporary: None };
        let spec = MeasureSpec {
            window_seconds: WINDOW_SECONDS,
            since: None,
            until: None,
            observed_until,
            ratings,
            minimum_ratings: MINIMUM_RATINGS,
            lake_version: Some(lake_version),
        };
        let measurement = loaded.measurement(map).map_err(|error| error.to_string())?;
        let measure = Measure::new(measurement, spec).map_err(|error| error.to_string())?;
        let watched = Watched { inner: loaded.journeys(), read: AtomicUsize::new(0), progress, cancelled };
        let view = View::select(&watched, Selection::default());
        run(&view, &measure).map_err(|error| error.to_string())
    }
}

/// Journeys that tell how many batches of them were read, and end when nobody wants the answer any more.
struct Watched<'a> {
    inner: &'a dyn Journeys,
    read: AtomicUsize,
    progress: &'a (dyn Fn(f64) + Sync),
    cancelled: &'a (dyn Fn() -> bool + Sync),
}

impl Journeys for Watched<'_> {
    fn names(&self) -> &Arc<[String]> {
        self.inner.names()
    }

    fn batches(&self) -> usize {
        self.inner.batches()
    }

    fn batch(&self, place: usize) -> Result<JourneyBatch, JourneyError> {
        if (self.cancelled)() {
            return Err(JourneyError::Index { path: String::new(), reason: "the measurement was stopped".to_owned() });
        }
        let batch = self.inner.batch(place)?;
        let read = self.read.fetch_add(1, Ordering::Relaxed) + 1;
        (self.progress)(read as f64 / self.batches().max(1) as f64);
        Ok(batch)
    }
}
