//! What the program that runs the server brings with it, so that the server links neither the page nor the engine.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use kelias_map::Map;
use kelias_measure::Measured;

use crate::time::Clock;

/// What the server is given.
#[derive(Clone)]
pub struct Parts {
    /// The files of the page.
    pub page: Arc<dyn Page>,
    /// Measures maps; none where there is nothing to measure by.
    pub measurer: Option<Arc<dyn Measurer>>,
    /// Tells the time.
    pub clock: Clock,
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts").field("measurer", &self.measurer.is_some()).finish_non_exhaustive()
    }
}

/// The files of the page, as they were built.
pub trait Page: Send + Sync {
    /// The file at a path such as `assets/index-4f2a.js`; `index.html` is the page itself. Compressed forms are files
    /// of their own, with `.br` or `.gz` behind the name.
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>>;
}

/// Measures maps by the events of a lake.
pub trait Measurer: Send + Sync {
    /// Measures the map. `progress` is told the share that is done, 0 to 1; when `cancelled` says so, it stops soon
    /// and its answer does not matter.
    ///
    /// # Errors
    /// Says why the map cannot be measured, for the maker of the map.
    fn measure(
        &self,
        map: &Map,
        progress: &(dyn Fn(f64) + Sync),
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Result<Measured, String>;
}
