//! Threads for work that takes long: typesetting, reading pictures.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, oneshot};
use tokio::time::timeout;

use crate::problem::{Kind, Problem};

/// Nested maps and pictures are walked by recursion; this much stack bears what their readers let through.
const STACK_BYTES: usize = 32 * 1024 * 1024;

/// Runs so many pieces of work at once, each on a thread of its own.
#[derive(Debug)]
pub(crate) struct Pool {
    permits: Arc<Semaphore>,
    limit: Duration,
}

impl Pool {
    pub(crate) fn new(at_once: usize, limit: Duration) -> Self {
        Self { permits: Arc::new(Semaphore::new(at_once)), limit }
    }

    /// Runs the work and waits for it. Work that takes too long cannot be stopped: it keeps its place until it ends,
    /// so that no more than so many ever run.
    pub(crate) async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
        let free = timeout(self.limit, Arc::clone(&self.permits).acquire_owned()).await;
        let permit = free
            .map_err(|_| Problem::new(Kind::Busy, "others are being served; try again in a moment"))?
            .expect("the pool is never closed");
        let (done, answer) = oneshot::channel();
        let span = tracing::Span::current();
        let thread = std::thread::Builder::new().name("kelias-pool".to_owned()).stack_size(STACK_BYTES);
        let started = thread.spawn(move || {
            let _entered = span.entered();
            let outcome = catch_unwind(AssertUnwindSafe(work));
            drop(permit);
            // Nobody may be waiting any more; then the answer is of no use.
            let _ = done.send(outcome);
        });
        started.map_err(|error| Problem::fault(&error))?;
        match timeout(self.limit, answer).await {
            Ok(Ok(Ok(value))) => Ok(value),
            Ok(_) => Err(Problem::fault(&"the work panicked")),
            Err(_) => Err(Problem::new(Kind::TimedOut, "it is too much work for this server; ask for less at once")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_has_its_limits() {
        let patient = Duration::from_mins(1);
        let mut pool = Pool::new(1, patient);
        assert_eq!(pool.run(|| 7).await.unwrap(), 7);
        assert_eq!(pool.run(|| panic!("on purpose")).await.map(|()| 0).unwrap_err().kind(), Kind::Fault);
        let (release, held) = std::sync::mpsc::channel::<()>();
        pool.limit = Duration::from_millis(100);
        let slow = pool.run(move || held.recv()).await;
        assert_eq!(slow.unwrap_err().kind(), Kind::TimedOut);
        // The slow work still has the only place.
        assert_eq!(pool.run(|| 7).await.unwrap_err().kind(), Kind::Busy);
        pool.limit = patient;
        release.send(()).unwrap();
        assert_eq!(pool.run(|| 7).await.unwrap(), 7);
    }
}
