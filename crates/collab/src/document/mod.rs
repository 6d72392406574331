//! A map under edit, as `docs/document.md` describes it.

mod edit;
mod ids;
mod keys;
mod matching;
mod order;
mod pull;
mod random;
mod read;
mod shape;
mod texts;
mod write;

use std::fmt;

use kelias_map::{Map, MapId};
use yrs::{ClientID, Doc, OffsetKind, Options, ReadTxn, StateVector, Transact};

use crate::update::{self, Guard, UpdateError};
use keys::Keys;
use pull::Records;
pub use random::Random;

/// Size of a document, in bytes as one update.
const MAX_DOCUMENT_BYTES: usize = 64 * 1024 * 1024;

/// A Yjs document that stands for exactly one valid map, whatever has been done to it.
///
/// It is always complete: what builds on something that is not here stays outside, see [`Applied`].
pub struct Document {
    doc: Doc,
    guard: Guard,
    /// At least as many bytes as the document has.
    bytes: usize,
    most_bytes: usize,
}

/// What became of an update.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// What the document did not know, as an update to keep and to pass on; none where it knew everything.
    pub news: Option<Vec<u8>>,
    /// Whether something was left out because what it builds on is not here. Who sent it has that too: it sends
    /// everything when it is asked with the state vector.
    pub is_incomplete: bool,
}

impl Document {
    /// A document in which nothing has been written.
    #[must_use]
    pub fn new() -> Self {
        Self { doc: replica(Self::READER), guard: Guard::default(), bytes: 0, most_bytes: MAX_DOCUMENT_BYTES }
    }

    /// The document itself writes nothing; each [`Self::set`] writes as a client of its own.
    const READER: u64 = 0;

    /// A document that stands for `map`.
    ///
    /// # Errors
    /// [`UpdateError::Full`]: it would have more bytes than a document may have.
    pub fn from_map(map: &Map, random: &mut dyn Random) -> Result<Self, UpdateError> {
        let mut document = Self::new();
        document.set(map, random)?;
        Ok(document)
    }

    /// The document that these updates make, a snapshot first where there is one, then the log.
    ///
    /// # Errors
    /// One of them is not an update that a document takes.
    pub fn load<'u>(updates: impl IntoIterator<Item = &'u [u8]>) -> Result<Self, UpdateError> {
        let mut document = Self::new();
        let Self { doc, guard, bytes, .. } = &mut document;
        update::change(doc, |transaction| {
            for stored in updates {
                let mut admitted = update::admit_stored(guard, stored)?;
                if let Some(new) = admitted.bytes.take() {
                    update::integrate(transaction, &new)?;
                    *bytes += new.len();
                }
                guard.enter(admitted);
            }
            Ok(())
        })?;
        Ok(document)
    }

    /// Takes what is new and complete of a peer's update.
    ///
    /// # Errors
    /// It is not an update that a document takes; then the document is as before, unless it is [`UpdateError::Broken`].
    pub fn apply(&mut self, update: &[u8]) -> Result<Applied, UpdateError> {
        let mut admitted = update::admit(&self.guard, update)?;
        let is_incomplete = admitted.is_incomplete;
        let Some(new) = admitted.bytes.take() else { return Ok(Applied { news: None, is_incomplete }) };
        self.make_room(new.len())?;
        let news = update::change(&self.doc, |transaction| update::integrate(transaction, &new))?;
        self.guard.enter(admitted);
        self.bytes += new.len();
        Ok(Applied { news, is_incomplete })
    }

    /// The map that the document stands for.
    #[must_use]
    pub fn map(&self, id: &MapId) -> Map {
        self.read(id).0
    }

    /// Makes the document stand for `map` with as few edits as its records allow, and returns them as an update, which is
    /// empty where there is nothing to do.
    ///
    /// What a set holds twice, such as evidence cited twice by one item, it holds once afterwards. Of a map with an error in
    /// it, such as an item that cites what is not there, the document stands for what is good.
    ///
    /// # Errors
    /// [`UpdateError::Full`]: it would have more bytes than a document may have, and more than it has; it is as before then.
    ///
    /// # Panics
    /// The document does not take its own state, which is a fault of its implementation.
    pub fn set(&mut self, map: &Map, random: &mut dyn Random) -> Result<Vec<u8>, UpdateError> {
        let map = write::settled(map);
        let (current, _) = self.read(&map.id);
        if current == map {
            return Ok(Vec::new());
        }
        let writer = self.fork(random);
        let update = update::change(&writer, |transaction| {
            edit::rewrite(transaction, &map, random);
            Ok(())
        });
        let Some(update) = update.expect("a document takes edits of its own") else { return Ok(Vec::new()) };
        self.may_become(&writer, update.len())?;
        let applied = self.apply_own(&update);
        applied.expect("an edit of the document's own state is complete");
        Ok(update)
    }

    /// The whole state as one update.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        state(&self.doc)
    }

    /// How many elements of each client the document has, for a peer to compute what it lacks.
    #[must_use]
    pub fn state_vector(&self) -> Vec<u8> {
        use yrs::updates::encoder::Encode;
        self.doc.transact().state_vector().encode_v1()
    }

    /// What a peer with this state vector lacks, as an update.
    ///
    /// # Errors
    /// It is not a state vector.
    pub fn missing(&self, state_vector: &[u8]) -> Result<Vec<u8>, UpdateError> {
        let state_vector = update::state_vector(state_vector)?;
        Ok(self.doc.transact().encode_diff_v1(&state_vector))
    }

    fn read(&self, id: &MapId) -> (Map, Keys) {
        read::read(&Records::pull(&self.doc.transact()), id)
    }

    /// The same document in the hands of a client that has not written yet.
    fn fork(&self, random: &mut dyn Random) -> Doc {
        let taken = self.doc.transact().state_vector();
        let client = loop {
            let client = random::client(random);
            if client != Self::READER && !taken.contains_client(&ClientID::new(client)) {
                break client;
            }
        };
        let writer = replica(client);
        let state = self.encode();
        let copied = update::change(&writer, |transaction| update::integrate(transaction, &state));
        copied.expect("a document can be copied");
        writer
    }

    /// A map file may be larger than what a peer may send at once, so an edit of our own may have as many bytes as it needs.
    fn apply_own(&mut self, update: &[u8]) -> Result<(), UpdateError> {
        let mut admitted = update::admit_stored(&self.guard, update)?;
        if let Some(new) = admitted.bytes.take() {
            update::change(&self.doc, |transaction| update::integrate(transaction, &new))?;
            self.bytes += new.len();
        }
        self.guard.enter(admitted);
        Ok(())
    }

    /// Whether there is room for the document as it is in the hands of `writer`, whose edit has so many bytes. An edit of our own
    /// often takes as much out as it brings in, so what counts is what is left in the end; who has too much may have less.
    fn may_become(&self, writer: &Doc, bytes: usize) -> Result<(), UpdateError> {
        if self.bytes + bytes <= self.most_bytes {
            return Ok(());
        }
        let most = self.most_bytes.max(self.encode().len());
        if state(writer).len() > most { Err(UpdateError::Full) } else { Ok(()) }
    }

    fn make_room(&mut self, bytes: usize) -> Result<(), UpdateError> {
        if self.bytes + bytes > self.most_bytes {
            // Much of what came in is deleted by now, or has been merged.
            self.bytes = self.encode().len();
        }
        if self.bytes + bytes > self.most_bytes { Err(UpdateError::Full) } else { Ok(()) }
    }
}

impl Default for Document {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

/// The whole state of a replica as one update.
fn state(doc: &Doc) -> Vec<u8> {
    doc.transact().encode_diff_v1(&StateVector::default())
}

/// An empty replica.
fn replica(client: u64) -> Doc {
    let mut options = Options::with_guid_and_client_id("map".into(), ClientID::new(client));
    // Positions in texts count as JavaScript counts.
    options.offset_kind = OffsetKind::Utf16;
    Doc::with_options(options)
}

#[cfg(test)]
mod tests {
    use kelias_map::Language;

    use super::*;

    struct Counting(u8);

    impl Random for Counting {
        fn fill(&mut self, bytes: &mut [u8]) {
            self.0 += 1;
            bytes.fill(self.0);
        }
    }

    fn titled(title: String) -> Map {
        Map::new(MapId::new("shop").unwrap(), title.into(), Language::english())
    }

    #[test]
    fn edits_of_the_whole_map_keep_to_the_limit_too() {
        let mut document = Document::new();
        document.most_bytes = 10_000;
        let random = &mut Counting(0);
        document.set(&titled("a".repeat(8_000)), random).unwrap();
        let before = document.encode();
        assert_eq!(document.set(&titled("a".repeat(20_000)), random), Err(UpdateError::Full));
        assert_eq!(document.encode(), before);
        document.set(&titled("b".repeat(8_000)), random).expect("as much goes as comes");
        let mut peer = Document::load([document.encode().as_slice()]).unwrap();
        let edit = peer.set(&titled("b".repeat(8_100)), random).unwrap();
        assert!(document.apply(&edit).unwrap().news.is_some(), "peers are not refused");
        // It was written when there was no limit.
        document.most_bytes = 1_000;
        assert_eq!(document.set(&titled("b".repeat(9_000)), random), Err(UpdateError::Full));
        document.set(&titled("b".repeat(5_000)), random).expect("it only becomes smaller");
    }
}
