//! Reading the variable-length numbers and strings of the lib0 encoding, without trusting any length.

use super::UpdateError;

/// Values within values that an update may hold.
const MAX_DEPTH: usize = 32;

/// A place in the bytes of an update.
pub(super) struct Cursor<'u> {
    bytes: &'u [u8],
    at: usize,
}

const CUT: UpdateError = UpdateError::Malformed("it ends too early");

impl<'u> Cursor<'u> {
    pub(super) fn new(bytes: &'u [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn since(&self, start: usize) -> &'u [u8] {
        &self.bytes[start..self.at]
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    pub(super) fn byte(&mut self) -> Result<u8, UpdateError> {
        let byte = *self.bytes.get(self.at).ok_or(CUT)?;
        self.at += 1;
        Ok(byte)
    }

    fn take(&mut self, length: usize) -> Result<&'u [u8], UpdateError> {
        let end = self.at.checked_add(length).ok_or(CUT)?;
        let taken = self.bytes.get(self.at..end).ok_or(CUT)?;
        self.at = end;
        Ok(taken)
    }

    /// An unsigned number of at most so many groups of seven bits.
    fn unsigned(&mut self, groups: u32) -> Result<u64, UpdateError> {
        let mut value = 0;
        for group in 0..groups {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << (7 * group);
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(UpdateError::Malformed("a number in it is too long"))
    }

    /// Passes over a whole number with a sign. JavaScript cannot hold one beyond 53 bits: every browser would fail on it.
    fn integer(&mut self) -> Result<(), UpdateError> {
        let first = self.byte()?;
        let low = u64::from(first & 0x3f);
        let high = if first < 0x80 { 0 } else { self.unsigned(7)? };
        if (high << 6 | low) >> 53 == 0 { Ok(()) } else { Err(UpdateError::Malformed("a value in it is too large")) }
    }

    /// A number of 32 bits.
    pub(super) fn number(&mut self) -> Result<u32, UpdateError> {
        u32::try_from(self.unsigned(5)?).map_err(|_| UpdateError::Malformed("a number in it is too large"))
    }

    /// The id of a client: a whole number that JavaScript can hold.
    pub(super) fn client(&mut self) -> Result<u64, UpdateError> {
        let client = self.unsigned(8)?;
        if client >> 53 == 0 { Ok(client) } else { Err(UpdateError::Malformed("the id of a client is too large")) }
    }

    /// How many things follow; each takes at least one byte.
    pub(super) fn count(&mut self) -> Result<usize, UpdateError> {
        let count = self.number()? as usize;
        if count <= self.bytes.len() - self.at { Ok(count) } else { Err(CUT) }
    }

    pub(super) fn buffer(&mut self) -> Result<&'u [u8], UpdateError> {
        let length = self.number()? as usize;
        self.take(length)
    }

    pub(super) fn string(&mut self) -> Result<&'u str, UpdateError> {
        let bytes = self.buffer()?;
        std::str::from_utf8(bytes).map_err(|_| UpdateError::Malformed("a text in it is not UTF-8"))
    }

    /// Passes over a plain value.
    pub(super) fn value(&mut self) -> Result<(), UpdateError> {
        self.nested_value(0)
    }

    fn nested_value(&mut self, depth: usize) -> Result<(), UpdateError> {
        if depth > MAX_DEPTH {
            return Err(UpdateError::Malformed("values in it are nested too deep"));
        }
        match self.byte()? {
            // Undefined, null, false and true.
            126 | 127 | 120 | 121 => {}
            125 => self.integer()?,
            124 => drop(self.take(4)?),
            123 | 122 => drop(self.take(8)?),
            119 => drop(self.string()?),
            118 => {
                for _ in 0..self.count()? {
                    self.string()?;
                    self.nested_value(depth + 1)?;
                }
            }
            117 => {
                for _ in 0..self.count()? {
                    self.nested_value(depth + 1)?;
                }
            }
            116 => drop(self.buffer()?),
            _ => return Err(UpdateError::Malformed("a value in it is of no known kind")),
        }
        Ok(())
    }
}

/// Writes a number as [`Cursor`] reads it.
pub(super) fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(0x80 | (number & 0x7f) as u8);
        number >>= 7;
    }
    out.push(number as u8);
}
