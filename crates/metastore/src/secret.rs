//! Secrets that are handed out once and stored only as their hash.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::{Result, StoreError};

/// What a token, link, session or one-time sign-in is proved by: 32 random bytes as 43 characters of base64url. Show
/// it to the one it is for and forget it; the store keeps only its SHA-256.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The secret itself, to be handed over.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn new() -> Result<Self> {
        Ok(Self(BASE64_URL_SAFE_NO_PAD.encode(random::<32>()?)))
    }

    pub(crate) fn hash(&self) -> Vec<u8> {
        hash(&self.0)
    }
}

/// Keeps the secret out of logs and messages.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// What the store knows of a secret. The secrets are 256 random bits, so a fast hash without salt gives nothing away.
#[must_use]
pub fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// A name for a token or link that may be shown and guessed: 16 hexadecimal digits.
pub(crate) fn public_id() -> Result<String> {
    Ok(format!("{:016x}", u64::from_be_bytes(random()?)))
}

fn random<const LENGTH: usize>() -> Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(StoreError::Random)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn secrets_are_long_and_differ_and_stay_out_of_debug_output() {
        let (one, other) = (Secret::new().unwrap(), Secret::new().unwrap());
        assert_eq!(one.as_str().len(), 43);
        assert_ne!(one, other);
        assert_eq!(format!("{one:?}"), "Secret(..)");
    }

    #[test]
    fn the_hash_is_the_sha_256_of_the_characters() {
        // The example that FIPS 180-2 gives.
        let expected = [
            0xba78_16bf_u32,
            0x8f01_cfea,
            0x4141_40de,
            0x5dae_2223,
            0xb003_61a3,
            0x9617_7a9c,
            0xb410_ff61,
            0xf200_15ad,
        ];
        assert_eq!(super::hash("abc"), expected.map(u32::to_be_bytes).concat());
    }
}
