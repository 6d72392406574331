//! How much a room takes on.

use std::time::Duration;

/// Bounds of every room: what one client sends or fails to read must not weigh on the others.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections that a room has at a time.
    pub connections: usize,
    /// Messages that wait for a room before those who send have to wait.
    pub inbox_messages: usize,
    /// Bytes that wait for a room before those who send have to wait.
    pub inbox_bytes: u32,
    /// Messages that wait for a connection before it is let go; its client will ask again for what it missed.
    pub outbox_messages: usize,
    /// Bytes that wait for a connection before it is let go.
    pub outbox_bytes: usize,
    /// Messages that are made durable together.
    pub batch_messages: usize,
    /// Clients whose presence one connection may tell: several tabs of one browser can share one.
    pub presences: usize,
    /// Bytes that one client's presence may have.
    pub presence_bytes: usize,
    /// Updates after which the log is replaced by a snapshot.
    pub compact_updates: usize,
    /// Bytes of updates after which the log is replaced by a snapshot, if they are more than the last snapshot had.
    pub compact_bytes: usize,
    /// How long nobody edits before the room calls it quiet.
    pub quiet: Duration,
    /// How long unbroken editing may go on before the room calls it quiet all the same.
    pub unquiet: Duration,
    /// How long a room stays open without being asked anything.
    pub idle: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 500,
            inbox_messages: 256,
            inbox_bytes: 32 << 20,
            outbox_messages: 4096,
            outbox_bytes: 64 << 20,
            batch_messages: 256,
            presences: 16,
            presence_bytes: 16 << 10,
            compact_updates: 2_000,
            compact_bytes: 256 << 10,
            quiet: Duration::from_secs(2),
            unquiet: Duration::from_secs(30),
            idle: Duration::from_mins(1),
        }
    }
}
