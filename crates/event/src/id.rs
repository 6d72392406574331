//! The id of an event: a hash that is equal when, and only when, the event is the same.

use xxhash_rust::xxh3::Xxh3;

/// 128-bit id of an event.
///
/// Where the source has an id of its own it is the hash of that id and the source; elsewhere of the row
/// and of how many identical rows came before it in the same file. So identical rows of one file are events of
/// their own, and the same rows arriving again are duplicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u128);

/// Separates the two kinds of id, so that no row can pass for another source's own id.
const OWN: &[u8] = b"kelias own id 1\0";
const ROW: &[u8] = b"kelias row 1\0";

impl EventId {
    /// The id of an event that its source names `own_id`.
    #[must_use]
    pub fn of_own(source: &str, own_id: &str) -> Self {
        let mut hash = Xxh3::new();
        hash.update(OWN);
        field(&mut hash, source.as_bytes());
        field(&mut hash, own_id.as_bytes());
        Self(hash.digest128())
    }

    /// The id of the identical row that comes after `before` others in the same file.
    #[must_use]
    pub fn occurrence(self, before: u64) -> Self {
        if before == 0 {
            return self;
        }
        let mut bytes = [0; 24];
        bytes[..16].copy_from_slice(&self.to_bytes());
        bytes[16..].copy_from_slice(&before.to_le_bytes());
        Self(xxhash_rust::xxh3::xxh3_128(&bytes))
    }

    /// The id as it is stored: sixteen bytes, big-endian, so that bytes sort as numbers do.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}

/// Length first, so that the borders of fields cannot move.
fn field(hash: &mut Xxh3, bytes: &[u8]) {
    hash.update(&(bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// Spells out rows one after the other to give them ids; its memory is used again for each.
#[derive(Debug, Default)]
pub struct RowKey {
    bytes: Vec<u8>,
}

impl RowKey {
    /// Begins the next row.
    pub fn start(&mut self) {
        self.bytes.clear();
        self.bytes.extend_from_slice(ROW);
    }

    /// Adds the next column of the row, `None` for a null. Columns come in a fixed order.
    pub fn field(&mut self, value: Option<&[u8]>) {
        // The length goes first, so that the borders of fields cannot move; no field is as long as the mark of a null.
        let length = value.map_or(u64::MAX, |bytes| bytes.len() as u64);
        self.bytes.extend_from_slice(&length.to_le_bytes());
        self.bytes.extend_from_slice(value.unwrap_or_default());
    }

    /// The id of the first row of this content.
    #[must_use]
    pub fn id(&self) -> EventId {
        EventId(xxhash_rust::xxh3::xxh3_128(&self.bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(fields: &[Option<&[u8]>]) -> EventId {
        let mut key = RowKey::default();
        key.start();
        fields.iter().for_each(|value| key.field(*value));
        key.id()
    }

    #[test]
    fn borders_of_fields_matter() {
        let one = row(&[Some(b"ab"), Some(b"c")]);
        let two = row(&[Some(b"a"), Some(b"bc")]);
        let three = row(&[Some(b"abc"), None]);
        let four = row(&[Some(b"abc"), Some(b"")]);
        assert!(one != two && two != three && three != four);
    }

    #[test]
    fn the_first_occurrence_is_the_row_itself() {
        let first = row(&[Some(b"x")]);
        assert_eq!(first.occurrence(0), first);
        assert_ne!(first.occurrence(1), first);
        assert_ne!(first.occurrence(1), first.occurrence(2));
    }

    #[test]
    fn a_source_names_its_own_events() {
        assert_ne!(EventId::of_own("shop", "1"), EventId::of_own("crm", "1"));
        assert_eq!(EventId::of_own("shop", "1"), EventId::of_own("shop", "1"));
    }
}
