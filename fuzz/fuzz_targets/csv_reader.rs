//! The reader of CSV never panics, and its counts add up.

#![no_main]

use kelias_sources::{Format, ReadOptions, Wanted, open_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut counts = Vec::new();
    for wanted in [Wanted::Everything, Wanted::Core] {
        let options = ReadOptions { format: Format::Csv, wanted, max_row_bytes: 4096, ..ReadOptions::default() };
        let Ok(mut reader) = open_bytes("fuzz", bytes.to_vec(), &options) else { continue };
        let mut read = 0;
        while let Ok(Some(batch)) = reader.next_batch() {
            assert!(batch.read > 0);
            assert_eq!(batch.read, (batch.events.len() + batch.rejects.len()) as u64);
            batch.events.validate().expect("a batch keeps its promises");
            read += batch.read;
        }
        counts.push(read);
    }
    // What is decoded changes nothing about how many rows there are.
    assert!(counts.windows(2).all(|pair| pair[0] == pair[1]), "{counts:?}");
});
