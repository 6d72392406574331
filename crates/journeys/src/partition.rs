//! Events on their way into journeys, spread over partitions by the hash of their traveller.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};

/// How many ranges of hashes there are. More would make smaller files, fewer larger working sets.
pub(crate) const PARTITIONS: usize = 64;

/// The partition of a hash: partitions are consecutive ranges, so their journeys in order are in order of hash.
pub(crate) const fn partition_of(hash: u64) -> usize {
    (hash >> (64 - PARTITIONS.ilog2())) as usize
}

/// Hash of a traveller's id. Stored in index files, so it never changes.
pub(crate) fn hash_id(id: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(id.as_bytes())
}

/// Hash of an id that is an integer, for journeys that are not stored: no two integers share one.
pub(crate) const fn hash_integer(id: u64) -> u64 {
    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014) is a bijection.
    let mut x = id.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The integer whose hash this is.
pub(crate) const fn integer_of(hash: u64) -> u64 {
    let mut x = hash ^ (hash >> 31) ^ (hash >> 62);
    x = x.wrapping_mul(0x3196_42b2_d24d_8ec3);
    x = x ^ (x >> 27) ^ (x >> 54);
    x = x.wrapping_mul(0x96de_1b17_3f11_9089);
    x = x ^ (x >> 30) ^ (x >> 60);
    x.wrapping_sub(0x9e37_79b9_7f4a_7c15)
}

/// Ids beside the hashes. Integers need none: their hash gives them back.
#[derive(Debug, Default, Clone)]
pub(crate) struct Texts {
    pub(crate) ends: Vec<u32>,
    pub(crate) bytes: Vec<u8>,
}

impl Texts {
    pub(crate) fn get(&self, place: usize) -> &[u8] {
        let start = if place == 0 { 0 } else { self.ends[place - 1] as usize };
        &self.bytes[start..self.ends[place] as usize]
    }

    fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
        self.ends.push(u32::try_from(self.bytes.len()).expect("a partition holds less than 4 GiB of ids"));
    }
}

/// One event without its traveller's id.
#[derive(Debug, Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
pub(crate) struct Slim {
    pub(crate) hash: u64,
    pub(crate) time: i64,
    pub(crate) code: u32,
    pub(crate) row: u32,
}

/// Events of one partition.
#[derive(Debug, Default, Clone)]
pub(crate) struct Partition {
    pub(crate) events: Vec<Slim>,
    /// Ids in the order of events; empty when ids are integers.
    pub(crate) ids: Texts,
}

impl Partition {
    pub(crate) fn push_text(&mut self, id: &str, event: Slim) {
        self.events.push(event);
        self.ids.push(id);
    }

    /// Translates the codes of all events.
    pub(crate) fn recode(&mut self, codes: &[u32]) {
        self.events.iter_mut().for_each(|event| event.code = codes[event.code as usize]);
    }

    /// Takes in the events of another partition of the same range.
    pub(crate) fn append(&mut self, other: Self) {
        if self.events.is_empty() {
            *self = other;
            return;
        }
        let base = self.ids.bytes.len() as u32;
        self.events.extend_from_slice(&other.events);
        self.ids.ends.extend(other.ids.ends.iter().map(|end| end + base));
        self.ids.bytes.extend_from_slice(&other.ids.bytes);
    }

    /// Writes the partition to its spill file and empties it.
    fn spill(&mut self, file: &mut BufWriter<File>) -> io::Result<()> {
        let lengths = [self.events.len() as u64, self.ids.ends.len() as u64, self.ids.bytes.len() as u64];
        file.write_all(bytemuck::cast_slice(&lengths))?;
        file.write_all(bytemuck::cast_slice(&self.events))?;
        file.write_all(bytemuck::cast_slice(&self.ids.ends))?;
        file.write_all(&self.ids.bytes)?;
        *self = Self::default();
        Ok(())
    }

    /// Reads the next run of a spill file onto the end of this partition; false at the end of the file.
    fn unspill(&mut self, file: &mut impl Read) -> io::Result<bool> {
        let mut lengths = [0_u64; 3];
        if !read_or_end(file, bytemuck::cast_slice_mut(&mut lengths))? {
            return Ok(false);
        }
        let [events, ends, bytes] = lengths.map(|length| length as usize);
        let base = self.ids.bytes.len() as u32;
        let first_event = self.events.len();
        self.events.resize(first_event + events, bytemuck::Zeroable::zeroed());
        file.read_exact(bytemuck::cast_slice_mut(&mut self.events[first_event..]))?;
        let first_end = self.ids.ends.len();
        self.ids.ends.resize(first_end + ends, 0);
        file.read_exact(bytemuck::cast_slice_mut(&mut self.ids.ends[first_end..]))?;
        self.ids.ends[first_end..].iter_mut().for_each(|end| *end += base);
        let first_byte = self.ids.bytes.len();
        self.ids.bytes.resize(first_byte + bytes, 0);
        file.read_exact(&mut self.ids.bytes[first_byte..])?;
        Ok(true)
    }
}

/// Like `read_exact`, but a file that ends before the first byte is no error.
fn read_or_end(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    let first = file.read(buffer)?;
    if first == 0 {
        return Ok(false);
    }
    file.read_exact(&mut buffer[first..])?;
    Ok(true)
}

/// Files that hold what did not fit in memory, one for each partition; they vanish with this value.
#[derive(Debug)]
pub(crate) struct Spill {
    files: Vec<BufWriter<File>>,
}

impl Spill {
    pub(crate) fn create(folder: &std::path::Path) -> io::Result<Self> {
        let files = (0..PARTITIONS).map(|_| Ok(BufWriter::new(tempfile::tempfile_in(folder)?)));
        Ok(Self { files: files.collect::<io::Result<_>>()? })
    }

    pub(crate) fn take_in(&mut self, partitions: &mut [Partition]) -> io::Result<()> {
        partitions.iter_mut().zip(&mut self.files).try_for_each(|(partition, file)| partition.spill(file))
    }

    /// Everything spilled of one partition, before what is still in memory, so that arrival keeps its order.
    pub(crate) fn read_back(&mut self, place: usize, in_memory: Partition) -> io::Result<Partition> {
        let mut whole = Partition::default();
        let file = &mut self.files[place];
        file.flush()?;
        let mut reader = file.get_ref();
        io::Seek::rewind(&mut reader)?;
        let mut reader = BufReader::with_capacity(1 << 20, reader);
        while whole.unspill(&mut reader)? {}
        self.files[place].get_ref().set_len(0)?;
        whole.append(in_memory);
        Ok(whole)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_integer_comes_back_from_its_hash(id: u64) {
            prop_assert_eq!(integer_of(hash_integer(id)), id);
        }
    }
}
