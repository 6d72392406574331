//! The check of conditions never panics, and points into the condition.

#![no_main]

use kelias_predicate::{check_predicate, check_segment};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for checked in [check_predicate(text), check_segment(text)] {
        match checked {
            Ok(predicate) => assert_eq!(predicate.text(), text),
            Err(error) => {
                assert!(text.get(error.span()).is_some(), "{error}");
                assert!(!error.to_string().is_empty());
            }
        }
    }
});
