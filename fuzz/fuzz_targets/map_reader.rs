//! The map reader never panics, and what it reads can be written and read again.

#![no_main]

use kelias_map::{Format, read_map, write_json, write_yaml};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for format in [Format::Yaml, Format::Json] {
        let parsed = read_map(text, format);
        let has_error = parsed.diagnostics.iter().any(kelias_map::Diagnostic::is_error);
        assert_eq!(parsed.map.is_none(), has_error);
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        for diagnostic in &parsed.diagnostics {
            assert!(body.get(diagnostic.place.span.clone()).is_some(), "{diagnostic}");
        }
        let Some(map) = parsed.map else { continue };
        let yaml = write_yaml(&map);
        let again = read_map(&yaml, Format::Yaml).into_result().expect("what is written can be read");
        assert_eq!(again, map);
        assert_eq!(write_yaml(&again), yaml);
        let json = write_json(&map);
        assert_eq!(read_map(&json, Format::Json).into_result().as_ref(), Ok(&map));
    }
});
