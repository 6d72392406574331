//! Several that hear what happens in rooms, as one.

use std::sync::Arc;

use kelias_collab::room::{Listener, RoomEvent};

/// Tells each of them.
pub(crate) struct Listeners(pub(crate) Vec<Arc<dyn Listener>>);

impl Listener for Listeners {
    fn notice(&self, event: RoomEvent) {
        for listener in &self.0 {
            listener.notice(event.clone());
        }
    }
}
