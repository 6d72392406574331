//! A process that is killed while it appends: what it was told is kept must be there.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use kelias_metastore::{Location, LoggedUpdate, Store};

use crate::place::Place;

const MAPS: [&str; 3] = ["one", "two", "three"];

/// Names the store of a child, in the environment.
const FOLDER: &str = "KELIAS_TEST_APPEND_FOLDER";
const POSTGRES: &str = "KELIAS_TEST_APPEND_POSTGRES";

pub(crate) fn is_child() -> bool {
    env::var_os(FOLDER).is_some() || env::var_os(POSTGRES).is_some()
}

/// The child: appends to all maps at once, compacting as it goes, and tells each number once it is told it.
pub(crate) fn append_until_killed() {
    let location = match env::var(POSTGRES) {
        Ok(url) => Location::Postgres(url),
        Err(_) => Location::Folder(PathBuf::from(env::var_os(FOLDER).unwrap())),
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(&location).await.unwrap();
        let tasks = MAPS.map(|map| tokio::spawn(append(store.clone(), map)));
        for task in tasks {
            task.await.unwrap();
        }
    });
}

async fn append(store: Store, map: &'static str) {
    let (_, mut revision) = store.load_updates(map).await.unwrap();
    loop {
        let updates = [revision + 1, revision + 2].map(|number| update(map, number));
        revision = store.append_updates(map, &updates, revision).await.unwrap();
        // One write for each line, so that a line is either whole or, at the very end, cut off.
        std::io::stdout().write_all(format!("kept {map} {revision}\n").as_bytes()).unwrap();
        if revision % 20 == 0 {
            let (updates, upto) = store.load_updates(map).await.unwrap();
            store.compact(map, upto, &updates.concat()).await.unwrap();
        }
    }
}

/// The bytes of an update name its number; a snapshot is nothing but all of them.
fn update(map: &str, number: i64) -> LoggedUpdate {
    LoggedUpdate { bytes: format!("{map} {number};").into_bytes(), actor: "ada".to_owned() }
}

pub(crate) async fn nothing_acknowledged_is_lost_when_the_process_is_killed(place: Place) {
    let store = place.open().await;
    for map in MAPS {
        store.create_map(kelias_metastore::NewMap { state: Vec::new(), ..crate::place::a_map(map) }).await.unwrap();
    }
    store.close().await;
    for round in 0..8 {
        let kept = kill_after(&place, 10 + 7 * round);
        let store = place.open().await;
        for map in MAPS {
            let (updates, revision) = store.load_updates(map).await.unwrap();
            let expected: Vec<u8> = (1..=revision).flat_map(|number| update(map, number).bytes).collect();
            assert_eq!(updates.concat(), expected, "{map} in round {round}");
            let told = kept.get(map).copied().unwrap_or(0);
            assert!(told <= revision, "{map} in round {round}: {told} was acknowledged, {revision} is there");
        }
        store.close().await;
    }
}

/// Starts the child, kills it once it has told so many numbers, and says the last it told for each map.
fn kill_after(place: &Place, lines: usize) -> BTreeMap<String, i64> {
    let mut child = start(place);
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let (mut kept, mut seen) = (BTreeMap::new(), 0);
    let mut line = String::new();
    while reader.read_line(&mut line).unwrap() > 0 {
        if let Some((map, number)) = line.strip_suffix('\n').and_then(told) {
            kept.insert(map, number);
            seen += 1;
        }
        if seen == lines {
            // On Unix this is SIGKILL. What the child has said by then is read to its end.
            child.kill().unwrap();
        }
        line.clear();
    }
    assert!(!child.wait().unwrap().success() && seen >= lines, "the child ended by itself after {seen} lines");
    kept
}

fn told(line: &str) -> Option<(String, i64)> {
    let (map, number) = line.strip_prefix("kept ")?.split_once(' ')?;
    Some((map.to_owned(), number.parse().unwrap()))
}

fn start(place: &Place) -> Child {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", place.test, "--nocapture", "--test-threads=1"]);
    match &place.location {
        Location::Folder(folder) => command.env(FOLDER, folder),
        Location::Postgres(url) => command.env(POSTGRES, url),
    };
    command.stdout(Stdio::piped()).spawn().unwrap()
}
