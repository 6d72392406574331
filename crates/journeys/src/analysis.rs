//! What an analysis is: a monoid over journeys.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::{JourneyBatch, JourneyError, Journeys};

/// A value that observes batches of whole journeys and merges with others of its kind.
///
/// The value as constructed is the empty one. Merging in any order and any partition of the journeys must give
/// the same answer to the last bit, so states hold counts and integer sums, not floating-point ones. So the same
/// code runs on one thread, on all cores, and on several machines.
pub trait Analysis: Clone + Send + Sync {
    /// What comes out in the end.
    type Output;

    /// Takes in the journeys of a batch.
    fn observe(&mut self, batch: &JourneyBatch);

    /// Takes in what another value of the same analysis has observed of other journeys.
    fn merge(&mut self, other: Self);

    /// The answer for all that was observed, in a fixed order.
    fn finish(self) -> Self::Output;
}

/// Runs an analysis over all journeys on all cores.
///
/// # Errors
/// When a batch cannot be read.
pub fn run<A: Analysis>(journeys: &dyn Journeys, empty: &A) -> Result<A::Output, JourneyError> {
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Ok(observe_all(journeys, empty, threads)?.finish())
}

/// Hands out batches one by one to `threads` observers and merges what they saw.
fn observe_all<A: Analysis>(journeys: &dyn Journeys, empty: &A, threads: usize) -> Result<A, JourneyError> {
    let next = AtomicUsize::new(0);
    let observer = || -> Result<A, JourneyError> {
        let mut seen = empty.clone();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            if place >= journeys.batches() {
                return Ok(seen);
            }
            seen.observe(&journeys.batch(place)?);
        }
    };
    let threads = threads.min(journeys.batches()).max(1);
    if threads == 1 {
        return observer();
    }
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(observer)).collect();
        handles
            .into_iter()
            .map(|handle| handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .reduce(|all, one| {
                let (mut all, one) = (all?, one?);
                all.merge(one);
                Ok(all)
            })
            .unwrap_or_else(|| Ok(empty.clone()))
    })
}
