//! Randomness of the operating system.

use kelias_collab::Random;

/// Draws from the operating system.
pub(crate) struct Secure;

impl Random for Secure {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("a system without randomness cannot keep secrets and is not served");
    }
}

/// A name that nobody can guess, as 32 hexadecimal digits.
pub(crate) fn name() -> String {
    let mut bytes = [0; 16];
    Secure.fill(&mut bytes);
    crate::etag::hex(&bytes)
}
