//! What a room tells the rest of the program.

use std::sync::Arc;

use kelias_map::{Map, MapId};

/// Hears what happens in rooms.
pub trait Listener: Send + Sync + 'static {
    /// Takes notice of `event` and returns at once: the room waits.
    fn notice(&self, event: RoomEvent);
}

/// Something that happened in a room.
#[derive(Debug, Clone)]
pub enum RoomEvent {
    /// Edits have been kept.
    Edited {
        /// The map edited.
        map: MapId,
        /// Who edited it.
        actor: Arc<str>,
    },
    /// Editing has paused, has gone on for long, or the room closes: a good moment to write down what follows from the map.
    Quiet {
        /// The map edited.
        map: MapId,
        /// How the map is now.
        state: Arc<Map>,
        /// The revision that is.
        revision: i64,
        /// Who has edited since the last quiet, each once, in alphabetical order.
        authors: Vec<Arc<str>>,
    },
}
