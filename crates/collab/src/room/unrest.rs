//! Edits since a room was last quiet.

use std::collections::BTreeSet;
use std::sync::Arc;

use tokio::time::Instant;

use super::limits::Limits;

/// Who has edited, and since when.
pub(super) struct Unrest {
    authors: BTreeSet<Arc<str>>,
    first: Instant,
    last: Instant,
}

impl Unrest {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self { authors: BTreeSet::new(), first: now, last: now }
    }

    /// Somebody has edited now.
    pub(super) fn edited(&mut self, actor: Arc<str>) {
        self.last = Instant::now();
        self.authors.insert(actor);
    }

    /// When it counts as quiet if nobody edits any more.
    pub(super) fn ends(&self, limits: &Limits) -> Instant {
        (self.last + limits.quiet).min(self.first + limits.unquiet)
    }

    /// Who has edited, each once, in alphabetical order.
    pub(super) fn authors(self) -> Vec<Arc<str>> {
        self.authors.into_iter().collect()
    }
}
