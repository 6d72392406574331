//! Chance, which comes from outside: the same draws make the same document.

/// Draws keys of records and the jitter of positions. The edge passes real randomness, tests a seeded one.
pub trait Random {
    /// Fills all of `bytes`.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// Characters of the keys of records.
const KEY_CHARACTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Characters that the key of a new record has.
const KEY_LENGTH: usize = 16;

/// A key for a new record.
pub(super) fn key(random: &mut dyn Random) -> String {
    let mut bytes = [0; KEY_LENGTH];
    random.fill(&mut bytes);
    bytes.iter().map(|byte| char::from(KEY_CHARACTERS[usize::from(byte & 63)])).collect()
}

/// An id for a new client, of the 53 bits that JavaScript can hold.
pub(super) fn client(random: &mut dyn Random) -> u64 {
    word(random) >> 11
}

/// A number below `bound`. The bias is far below what jitter needs.
pub(super) fn below(bound: u64, random: &mut dyn Random) -> u64 {
    word(random) % bound.max(1)
}

fn word(random: &mut dyn Random) -> u64 {
    let mut bytes = [0; 8];
    random.fill(&mut bytes);
    u64::from_le_bytes(bytes)
}
