//! A file that no longer fits in a reader's head is split.

use std::process::Command;

/// Lines a source file may have.
const MOST_LINES: usize = 500;

/// Source files that are too long.
pub(crate) fn problems() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "*.rs", "*.typ", "*.py"]).output();
    let Ok(listed) = listed else { return vec!["cannot list the files: git is missing".to_owned()] };
    let names = String::from_utf8_lossy(&listed.stdout).into_owned();
    names.lines().filter_map(too_long).collect()
}

fn too_long(name: &str) -> Option<String> {
    let lines = std::fs::read_to_string(name).ok()?.lines().count();
    (lines > MOST_LINES).then(|| format!("{name} has {lines} lines; split it by what it holds (at most {MOST_LINES})"))
}
