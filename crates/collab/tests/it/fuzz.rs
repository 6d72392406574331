//! Whatever peers do, and in whatever order others hear of it, everyone has the same valid map.

use std::collections::BTreeSet;

use kelias_collab::Document;
use kelias_map::{Format, Map, MapId, read_map, write_yaml};

use crate::chance::Chance;
use crate::peer::Peer;

/// Histories that are tried.
const HISTORIES: u64 = 3_000;

fn check(map: &Map, seed: u64) {
    let written = write_yaml(map);
    let parsed = read_map(&written, Format::Yaml);
    assert_eq!(parsed.map.as_ref(), Some(map), "seed {seed}: {:?}\n{written}", parsed.diagnostics);
}

fn history(seed: u64) {
    let mut chance = Chance::new(seed);
    let id = MapId::new("fuzzed").unwrap();
    let peers: Vec<Peer> = (1..=3).map(|client| Peer::new(client + 3 * (seed % 5))).collect();
    let mut updates: Vec<Vec<u8>> = Vec::new();
    let mut heard: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); peers.len()];
    for _ in 0..12 + chance.below(30) {
        let at = chance.below(peers.len());
        if chance.below(3) == 0 && !updates.is_empty() {
            // Hears of something, perhaps again, perhaps before what it builds on.
            let update = chance.below(updates.len());
            peers[at].receive(&updates[update]);
            heard[at].insert(update);
        } else {
            updates.push(peers[at].edit(&mut chance));
            heard[at].insert(updates.len() - 1);
        }
    }
    for (peer, heard) in peers.iter().zip(&heard) {
        let mut missing: Vec<usize> = (0..updates.len()).filter(|update| !heard.contains(update)).collect();
        while !missing.is_empty() {
            let next = missing.swap_remove(chance.below(missing.len()));
            peer.receive(&updates[next]);
        }
        // What these peers, unlike a document, keep until its predecessors come is sometimes looked at again only when the
        // next update comes. So they connect once more, and hear everything again.
        updates.iter().for_each(|update| peer.receive(update));
    }
    let documents: Vec<Document> =
        peers.iter().map(|peer| Document::load([peer.state().as_slice()]).unwrap()).collect();
    let map = documents[0].map(&id);
    check(&map, seed);
    for document in &documents[1..] {
        assert_eq!(document.map(&id), map, "seed {seed}");
    }
    // A server hears of every update one by one, in an order in which some cannot be taken at first.
    let mut server = Document::new();
    let mut log: Vec<Vec<u8>> = Vec::new();
    let mut waiting: Vec<usize> = (0..updates.len()).collect();
    while !waiting.is_empty() {
        let next = chance.below(waiting.len());
        let applied = server.apply(&updates[waiting[next]]).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        log.extend(applied.news);
        if !applied.is_incomplete {
            waiting.swap_remove(next);
        }
    }
    assert_eq!(server.map(&id), map, "seed {seed}");
    let again = Document::load(log.iter().map(Vec::as_slice)).unwrap();
    assert_eq!(again.map(&id), map, "seed {seed}: what the server passes on is all there is");
    let snapshot = Document::load([server.encode().as_slice()]).unwrap();
    assert_eq!(snapshot.map(&id), map, "seed {seed}");
    // And from any such state a document can be set to any other's map.
    if seed.is_multiple_of(8) {
        let other = Document::from_map(&crate::support::sample(), &mut chance).unwrap().map(&id);
        server.set(&other, &mut chance).unwrap();
        assert_eq!(server.map(&id), other, "seed {seed}");
        server.set(&map, &mut chance).unwrap();
        assert_eq!(server.map(&id), map, "seed {seed}");
    }
}

#[test]
fn every_history_is_one_valid_map_on_every_replica() {
    (0..HISTORIES).for_each(history);
}
