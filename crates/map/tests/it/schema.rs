//! The published schema.

use std::fs;
use std::path::PathBuf;

use kelias_map::json_schema;

fn published() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schema/journey.schema.json")
}

/// Run with `UPDATE_SCHEMA=1` to write the file anew.
#[test]
fn the_published_schema_is_current() {
    let current = format!("{:#}\n", json_schema());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::create_dir_all(published().parent().expect("the file is in a folder")).unwrap();
        fs::write(published(), &current).unwrap();
    }
    let stored = fs::read_to_string(published()).unwrap();
    assert_eq!(stored, current, "run the tests with UPDATE_SCHEMA=1");
}
