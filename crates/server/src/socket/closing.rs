//! How a socket says why it ends.

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use kelias_collab::room::{Ended, RoomError};

/// The end of a socket.
///
/// Stock providers stay away after a code from 4400 to 4499 and come back after any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closing {
    code: u16,
    reason: &'static str,
}

impl Closing {
    pub(super) const LEFT: Self = Self::new(1000, "");
    pub(super) const SILENT: Self = Self::new(1001, "nothing was heard of the client for a while");
    pub(super) const FAILED: Self = Self::new(1011, "edits cannot be kept at the moment; connect again");
    pub(super) const STOPPING: Self = Self::new(1012, "the server stops; connect again when it is back");
    pub(super) const BUSY: Self = Self::new(1013, "too much at once; connect again later");
    pub(super) const MALFORMED: Self = Self::new(4400, "this is no message of a Yjs client");
    pub(super) const SIGNED_OUT: Self = Self::new(4401, "the session is over, or the token is not known");
    pub(super) const FORBIDDEN: Self = Self::new(4403, "there is no right to do this");
    pub(super) const GONE: Self = Self::new(4404, "there is no such map");
    pub(super) const TOO_LARGE: Self = Self::new(4413, "a message has at most 16 MiB, a document 64 MiB");

    const fn new(code: u16, reason: &'static str) -> Self {
        Self { code, reason }
    }

    /// Says it, and waits until the client has heard: what closes while something is under way to it may not be heard.
    pub(super) async fn say(self, socket: &mut WebSocket) {
        let frame = CloseFrame { code: self.code, reason: self.reason.into() };
        if socket.send(Message::Close(Some(frame))).await.is_ok() {
            while let Some(Ok(_)) = socket.recv().await {}
        }
    }
}

impl From<Ended> for Closing {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Malformed => Self::MALFORMED,
            Ended::ReadOnly => Self::FORBIDDEN,
            Ended::TooLarge => Self::TOO_LARGE,
            Ended::Gone => Self::GONE,
            Ended::TooSlow => Self::BUSY,
            Ended::Failed => Self::FAILED,
            Ended::Closed => Self::STOPPING,
        }
    }
}

impl From<RoomError> for Closing {
    fn from(error: RoomError) -> Self {
        match error {
            RoomError::Gone => Self::GONE,
            RoomError::Stopped => Self::STOPPING,
            RoomError::Full => Self::BUSY,
            RoomError::TooLarge => Self::TOO_LARGE,
            RoomError::Failed(_) => Self::FAILED,
        }
    }
}
