//! Documents and the maps they stand for, which the page's own reader is held against as well.
//!
//! They are frozen: a document written today must stand for the same map in every later version. Run with
//! `UPDATE_FIXTURES=1` to write those that are not there yet; delete one to have it written anew. Those named `server-`
//! hold conditions that do not parse, which the page cannot tell.

use std::fs;
use std::path::PathBuf;

use kelias_collab::Document;
use kelias_map::{Format, MapId, read_map, write_json};

use crate::chance::Chance;
use crate::peer::Peer;
use crate::support::sample;

/// Documents of peers that keep to nothing, of which so many can be read by the page and so many only by the server.
const HOSTILE: [(&str, usize); 2] = [("hostile", 10), ("server-hostile", 3)];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn id() -> MapId {
    MapId::new("fixture").unwrap()
}

/// A document made by two peers that edit at once.
fn hostile(seed: u64) -> Vec<u8> {
    let mut chance = Chance::new(seed);
    let (one, other) = (Peer::new(1), Peer::new(2));
    for _ in 0..3 {
        for _ in 0..6 {
            one.edit(&mut chance);
            other.edit(&mut chance);
        }
        one.receive(&other.state());
        other.receive(&one.state());
    }
    one.state()
}

fn update() {
    fs::create_dir_all(folder()).unwrap();
    let mut documents =
        vec![("sample".to_owned(), Document::from_map(&sample(), &mut Chance::new(1)).unwrap().encode())];
    for (name, count) in HOSTILE {
        let is_wanted = |state: &Vec<u8>| {
            let is_readable = !["where", "segment"].iter().any(|condition| contains(state, condition));
            is_readable == (name == "hostile")
        };
        let states = (0..).map(hostile).filter(is_wanted).take(count).enumerate();
        documents.extend(states.map(|(number, state)| (format!("{name}-{number}"), state)));
    }
    for (name, state) in documents {
        let path = folder().join(&name);
        if !path.with_extension("bin").exists() {
            let map = Document::load([state.as_slice()]).unwrap().map(&id());
            fs::write(path.with_extension("bin"), state).unwrap();
            fs::write(path.with_extension("json"), write_json(&map)).unwrap();
        }
    }
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[test]
fn documents_of_all_versions_stand_for_the_same_maps() {
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        update();
    }
    let mut checked = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "bin") {
            continue;
        }
        let state = fs::read(&path).unwrap();
        let map = Document::load([state.as_slice()]).unwrap().map(&id());
        let expected = fs::read_to_string(path.with_extension("json")).unwrap();
        assert_eq!(write_json(&map), expected, "{}", path.display());
        assert_eq!(read_map(&expected, Format::Json).map, Some(map), "{}", path.display());
        checked += 1;
    }
    assert!(checked >= 14, "{checked} documents in {}", folder().display());
}
