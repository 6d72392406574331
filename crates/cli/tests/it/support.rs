//! Runs the program and reads what it says.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The program under test.
pub(crate) fn kelias() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kelias"));
    command.stdin(Stdio::null()).env_remove("KELIAS_LOG").env("NO_COLOR", "1");
    command
}

/// What a run came to.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn run(arguments: &[&str]) -> Run {
    told(kelias().args(arguments).output().expect("the program starts"))
}

pub(crate) fn told(output: Output) -> Run {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
    Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs a command that must succeed and print one JSON document.
pub(crate) fn json(arguments: &[&str]) -> Value {
    let run = run(arguments);
    assert_eq!(run.code, 0, "{arguments:?}\n{}{}", run.out, run.err);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{}", run.out))
}

/// A folder to work in, and paths in it as text.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("there is room for a folder"))
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().expect("temporary paths are text").to_owned()
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, content).expect("the folder can be written");
        path
    }
}

/// Where the checkout is.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the checkout, as text.
pub(crate) fn of_root(name: &str) -> String {
    root().join(name).to_str().expect("the checkout's path is text").to_owned()
}

/// A log of so many rows, each different.
pub(crate) fn csv_of(rows: usize) -> String {
    let mut text = "user_id,event,timestamp\n".to_owned();
    for row in 0..rows {
        let (user, event) = (row % 997, row % 7);
        writeln!(text, "u{user},e{event},{}", 1_700_000_000 + row).expect("a string can be written");
    }
    text
}

/// Events in a lake.
pub(crate) fn count(lake: &str) -> u64 {
    json(&["lake", "stats", "--lake", lake, "--json"])["events"].as_u64().expect("a count")
}

/// That the lake is whole.
pub(crate) fn verify(lake: &str) {
    let found = json(&["lake", "verify", "--lake", lake, "--json"]);
    assert_eq!(found["problems"], serde_json::json!([]), "{found}");
}
