//! How much a file may ask of the reader.

/// Size of a file, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Levels of nesting; the deepest value of a map stands on about a dozen.
pub(super) const MAX_DEPTH: usize = 64;

/// Values that anchors and aliases may stand for, all together.
pub(super) const MAX_ALIASED_NODES: usize = 100_000;

/// Bytes of text that anchors and aliases may stand for, all together.
pub(super) const MAX_ALIASED_BYTES: usize = MAX_BYTES;

/// Problems that are reported one by one.
pub(super) const MAX_DIAGNOSTICS: usize = 500;
