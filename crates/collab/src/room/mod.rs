//! Rooms: the documents that are under edit now, who is at them, and what keeps their edits.
//!
//! A room holds one map's document while anybody needs it. It speaks the messages of y-protocols and knows nothing of what
//! carries them. Everything that reaches the document is on disk before anybody else sees it or is answered: a `SyncStep2` that a
//! client receives therefore says that whatever the client sent before is kept.

mod connection;
mod desk;
mod event;
mod keeping;
mod limits;
mod log;
mod presence;
mod random;
mod registry;
mod seats;
mod task;
mod unrest;
mod wire;

pub use connection::{Ended, Mail, Sender, Visitor};
pub use event::{Listener, RoomEvent};
pub use limits::Limits;
pub use log::{LogError, LogFuture, LoggedUpdate, Stored, UpdateLog};
pub use registry::{Current, Replacing, Room, RoomError, Rooms};
pub use wire::HEARTBEAT;
