//! How many sockets there are at a time.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Places for sockets. Those who are served have places of their own: nobody takes them who has no right to be there.
#[derive(Debug)]
pub(crate) struct Places {
    served: Arc<Semaphore>,
    refused: Arc<Semaphore>,
}

/// Held for as long as a socket lives.
pub(super) type Place = OwnedSemaphorePermit;

impl Places {
    /// So many for who is served, and so many for who is told why it is not.
    pub(crate) fn new(served: usize, refused: usize) -> Self {
        Self { served: Arc::new(Semaphore::new(served)), refused: Arc::new(Semaphore::new(refused)) }
    }

    /// A place, if one is free.
    pub(super) fn take(&self, is_served: bool) -> Option<Place> {
        let places = if is_served { &self.served } else { &self.refused };
        Arc::clone(places).try_acquire_owned().ok()
    }
}
