//! The messages of y-protocols, as stock clients frame them.

use bytes::Bytes;
use yrs::encoding::read::{Cursor, Read};
use yrs::encoding::write::Write;
use yrs::sync::protocol::{
    MSG_AWARENESS, MSG_QUERY_AWARENESS, MSG_SYNC, MSG_SYNC_STEP_1, MSG_SYNC_STEP_2, MSG_SYNC_UPDATE,
};

/// A message that changes nothing. Stock clients give up a connection on which they hear nothing for thirty seconds.
pub const HEARTBEAT: Bytes = Bytes::from_static(&[MSG_AWARENESS, 1, 0]);

/// Messages that a frame may hold. Stock clients send one; a question takes four bytes and its answer the whole document, so
/// a frame of the size that an update may have must not ask as often as it has room for.
pub(super) const MOST_MESSAGES: usize = 64;

/// The greatest whole number that every client can read.
const GREATEST_NUMBER: u64 = (1 << 53) - 1;

/// A message of a client.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Incoming<'a> {
    /// Asks for what a client with this state vector lacks.
    Ask(&'a [u8]),
    /// Brings everything that the document lacked when the client was asked.
    Answer(&'a [u8]),
    /// Brings an edit.
    Update(&'a [u8]),
    /// Tells the presence of clients.
    Presence(Vec<Presence<'a>>),
    /// Asks for everybody's presence.
    AskPresence,
}

/// What a client tells of its own presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Presence<'a> {
    pub(super) client: u64,
    /// Grows with each change.
    pub(super) clock: u32,
    /// A JSON value; `null` of who leaves.
    pub(super) state: &'a str,
}

/// The bytes are no message of y-protocols, or more messages than a frame may hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Malformed;

impl From<yrs::encoding::read::Error> for Malformed {
    fn from(_: yrs::encoding::read::Error) -> Self {
        Self
    }
}

/// Reads the messages of one frame; there is at least one.
///
/// yrs would read them too, but reserves room for as many entries as the first byte promises.
pub(super) fn read(frame: &[u8]) -> Result<Vec<Incoming<'_>>, Malformed> {
    let mut cursor = Cursor::new(frame);
    let mut messages = Vec::new();
    while cursor.has_content() || messages.is_empty() {
        if messages.len() == MOST_MESSAGES {
            return Err(Malformed);
        }
        messages.push(read_one(&mut cursor)?);
    }
    Ok(messages)
}

fn read_one<'a>(cursor: &mut Cursor<'a>) -> Result<Incoming<'a>, Malformed> {
    match tag(cursor)? {
        MSG_SYNC => match tag(cursor)? {
            MSG_SYNC_STEP_1 => Ok(Incoming::Ask(state_vector(chunk(cursor)?)?)),
            MSG_SYNC_STEP_2 => Ok(Incoming::Answer(chunk(cursor)?)),
            MSG_SYNC_UPDATE => Ok(Incoming::Update(chunk(cursor)?)),
            _ => Err(Malformed),
        },
        MSG_AWARENESS => Ok(Incoming::Presence(presences(chunk(cursor)?)?)),
        MSG_QUERY_AWARENESS => Ok(Incoming::AskPresence),
        _ => Err(Malformed),
    }
}

fn tag(cursor: &mut Cursor<'_>) -> Result<u8, Malformed> {
    u8::try_from(cursor.read_var::<u32>()?).map_err(|_| Malformed)
}

fn chunk<'a>(cursor: &mut Cursor<'a>) -> Result<&'a [u8], Malformed> {
    let length = cursor.read_var::<u32>()? as usize;
    let start = cursor.next;
    cursor.read_exact(length)?;
    Ok(&cursor.buf[start..cursor.next])
}

/// Holds the count of entries against the bytes there are: each entry has at least two.
fn state_vector(bytes: &[u8]) -> Result<&[u8], Malformed> {
    let entries = Cursor::new(bytes).read_var::<u32>()? as usize;
    if entries > bytes.len() / 2 { Err(Malformed) } else { Ok(bytes) }
}

fn presences(bytes: &[u8]) -> Result<Vec<Presence<'_>>, Malformed> {
    let mut cursor = Cursor::new(bytes);
    let count = cursor.read_var::<u32>()?;
    let mut presences = Vec::new();
    for _ in 0..count {
        let client = cursor.read_var::<u64>()?;
        let clock = u32::try_from(cursor.read_var::<u64>()?).map_err(|_| Malformed)?;
        let state = std::str::from_utf8(chunk(&mut cursor)?).map_err(|_| Malformed)?;
        // A state that is no JSON would stop the other clients, which parse it.
        serde_json::from_str::<serde::de::IgnoredAny>(state).map_err(|_| Malformed)?;
        if client > GREATEST_NUMBER {
            return Err(Malformed);
        }
        presences.push(Presence { client, clock, state });
    }
    if cursor.has_content() { Err(Malformed) } else { Ok(presences) }
}

/// Asks a client for what a document with this state vector lacks.
pub(super) fn ask(state_vector: &[u8]) -> Bytes {
    sync(MSG_SYNC_STEP_1, state_vector)
}

/// Answers what a client asked for.
pub(super) fn answer(update: &[u8]) -> Bytes {
    sync(MSG_SYNC_STEP_2, update)
}

/// Brings an update.
pub(super) fn update(update: &[u8]) -> Bytes {
    sync(MSG_SYNC_UPDATE, update)
}

fn sync(tag: u8, content: &[u8]) -> Bytes {
    let mut frame = Vec::with_capacity(content.len() + 8);
    frame.write_var(MSG_SYNC);
    frame.write_var(tag);
    frame.write_buf(content);
    frame.into()
}

/// Tells the presence of clients.
pub(super) fn presence<'a>(presences: impl ExactSizeIterator<Item = Presence<'a>>) -> Bytes {
    let mut content = Vec::new();
    content.write_var(presences.len());
    for presence in presences {
        content.write_var(presence.client);
        content.write_var(presence.clock);
        content.write_string(presence.state);
    }
    let mut frame = Vec::with_capacity(content.len() + 8);
    frame.write_var(MSG_AWARENESS);
    frame.write_buf(content);
    frame.into()
}
