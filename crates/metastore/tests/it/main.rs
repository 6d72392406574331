//! One suite, run over SQLite and over PostgreSQL.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod cases;
mod claim;
mod cluster;
mod kill;
mod place;
mod postgres_crash;
mod sqlite_files;

use cases::CASES;
use cluster::Cluster;
use place::Place;
use tempfile::TempDir;

#[test]
fn sqlite() {
    if kill::is_child() {
        return kill::append_until_killed();
    }
    let folder = TempDir::new().unwrap();
    run_all(|case| Place::folder(&folder.path().join(case)));
}

/// Fails, rather than passing without having tried anything, where PostgreSQL is not installed.
#[test]
fn postgres() {
    if kill::is_child() {
        return kill::append_until_killed();
    }
    let cluster = Cluster::start();
    run_all(|case| Place::postgres(&cluster, &cluster.new_database(case)));
}

/// Runs every case in a place of its own, and names those that failed.
fn run_all(place: impl Fn(&str) -> Place) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap();
    let mut failed = Vec::new();
    for (name, case) in CASES {
        let place = place(name);
        // The panic's own message is printed where it happens.
        if runtime.block_on(runtime.spawn(case(place))).is_err() {
            failed.push(*name);
        }
    }
    assert!(failed.is_empty(), "these cases failed, see above: {failed:?}");
}
