//! Randomness for keys of records that the server makes.

use crate::Random;

/// Draws from the operating system.
pub(super) struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes once it has started");
    }
}
