//! Good files with random damage: no reader panics, and what it hands over keeps its promises.

use kelias_sources::{Format, ReadOptions, Wanted, open_bytes};
use proptest::prelude::*;

use crate::support::drain;
use crate::xes::LOG;

const CSV: &str =
    "case_id;event;time;rating;note\r\n1;a;13.01.2024 10:00;4;\"x \"\"y\"\"\"\r\n2;b;14.01.2024 11:30;;ą\r\n";
const LINES: &str = "{\"event\":\"a\",\"properties\":{\"time\":1704164645,\"distinct_id\":\"d\",\"n\":[1,{\"b\":null}]}}\n\
    {\"event\":\"b\\n\",\"properties\":{\"time\":1704164646.5,\"distinct_id\":7}}\n";

/// Bytes to put at a place, given as a share of the file's length, and how many bytes they displace.
type Edit = (f64, Vec<u8>, usize);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let marks = b"\"'<>&;,\n\r\t{}[]:\\/=\0\xff\xc3-0.9eTZ ".to_vec();
    let bytes = prop::collection::vec(prop_oneof![prop::sample::select(marks), any::<u8>()], 0..4);
    prop::collection::vec((0.0..1.0f64, bytes, 0usize..20), 1..6)
}

fn damaged(text: &str, edits: &[Edit]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (place, new, displaced) in edits {
        let start = (place * bytes.len() as f64) as usize;
        let end = (start + displaced).min(bytes.len());
        bytes.splice(start..end, new.iter().copied());
    }
    bytes
}

proptest! {
    #[test]
    fn damage_costs_rows_but_no_panic(edits in edits(), is_core in any::<bool>(), is_short in any::<bool>()) {
        for (text, format) in [(CSV, Format::Csv), (LINES, Format::JsonLines), (LOG, Format::Xes)] {
            let options = ReadOptions {
                format,
                wanted: if is_core { Wanted::Core } else { Wanted::Everything },
                max_row_bytes: if is_short { 60 } else { 1 << 20 },
                ..ReadOptions::default()
            };
            // A file that is not even opened has said why; what is opened is held against the promises by `drain`.
            match open_bytes("damaged", damaged(text, &edits), &options) {
                Ok(reader) => {
                    let whole = drain(reader);
                    prop_assert_eq!(whole.read, (whole.kept() + whole.rejects.len()) as u64);
                }
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}
