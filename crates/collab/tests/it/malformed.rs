//! What is no update, or a bad one, never gets in and never does harm.

use kelias_collab::{Document, MAX_UPDATE_BYTES, UpdateError};
use kelias_map::{Format, MapId, read_map, write_yaml};

use crate::chance::Chance;
use crate::peer::Peer;
use crate::support::sample;

/// Bad updates that are tried.
const TRIES: u64 = 20_000;

fn id() -> MapId {
    MapId::new("off").unwrap()
}

/// The document takes the update or refuses it without a trace; both leave it whole.
fn check(document: &mut Document, state: &mut Vec<u8>, update: &[u8]) {
    match document.apply(update) {
        Ok(applied) if applied.news.is_some() => {
            *state = document.encode();
            let again = Document::load([state.as_slice()]).unwrap();
            assert_eq!(again.map(&id()), document.map(&id()));
        }
        Err(UpdateError::Broken) => panic!("an update broke the document: {update:?}"),
        _ => assert_eq!(document.encode(), *state, "not taken, but not without a trace: {update:?}"),
    }
}

#[test]
fn cut_and_flipped_updates_do_no_harm() {
    let mut chance = Chance::new(7);
    let peer = Peer::new(5);
    let updates: Vec<Vec<u8>> = (0..60).map(|_| peer.edit(&mut chance)).collect();
    let mut document = Document::load(updates[..40].iter().map(Vec::as_slice)).unwrap();
    let mut state = document.encode();
    for _ in 0..TRIES {
        let mut bytes = updates[30 + chance.below(30)].clone();
        for _ in 0..=chance.below(3) {
            let at = chance.below(bytes.len());
            match chance.below(3) {
                0 => bytes[at] ^= 1 << chance.below(8),
                1 => bytes[at] = chance.word() as u8,
                _ => bytes.truncate(at.max(1)),
            }
        }
        check(&mut document, &mut state, &bytes);
    }
    let map = document.map(&id());
    let parsed = read_map(&write_yaml(&map), Format::Yaml);
    assert_eq!(parsed.map, Some(map), "{:?}", parsed.diagnostics);
}

#[test]
fn noise_is_refused() {
    let mut chance = Chance::new(8);
    let mut document = Document::from_map(&sample(), &mut chance).unwrap();
    let map = document.map(&id());
    let mut state = document.encode();
    for _ in 0..TRIES {
        let noise: Vec<u8> = (0..chance.below(80)).map(|_| chance.word() as u8).collect();
        check(&mut document, &mut state, &noise);
    }
    assert_eq!(document.map(&id()), map);
}

#[test]
fn lengths_are_not_trusted() {
    let mut document = Document::new();
    let refused = |document: &mut Document, bytes: &[u8]| {
        assert!(matches!(document.apply(bytes), Err(UpdateError::Malformed(_))), "{bytes:?}");
    };
    // Clients, blocks, values of a list, and ranges, by the billion.
    refused(&mut document, &[0xff, 0xff, 0xff, 0xff, 0x0f]);
    refused(&mut document, &[1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 0]);
    refused(&mut document, &[1, 1, 1, 0, 0x08, 1, 1, b'a', 0xff, 0xff, 0xff, 0xff, 0x0f]);
    refused(&mut document, &[0, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f]);
    // A clock that leaves no room for others.
    refused(&mut document, &[1, 1, 1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x07, 0]);
    // A whole number that no browser can hold, and the greatest that it can.
    let with_number = |last: u8| {
        let mut bytes = vec![1, 1, 1, 0, 0x28, 1, 4];
        bytes.extend(b"head");
        bytes.extend([1, b'x', 1, 125, 0xbf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, last, 0]);
        bytes
    };
    refused(&mut document, &with_number(0x20));
    assert!(Document::new().apply(&with_number(0x1f)).is_ok());
    // A list in a list in a list, a hundred thousand deep.
    let mut deep = vec![1, 1, 1, 0, 0x08, 1, 1, b'a', 1];
    deep.extend([117, 1].repeat(100_000));
    deep.push(126);
    deep.push(0);
    refused(&mut document, &deep);
    assert_eq!(document.apply(&vec![0; MAX_UPDATE_BYTES + 1]), Err(UpdateError::TooLarge));
    assert_eq!(document.encode(), Document::new().encode());
}

#[test]
fn types_stand_in_tables_only() {
    use yrs::{Map as _, MapPrelim, Transact, WriteTxn};
    let peer = Peer::new(9);
    let update = {
        let mut transaction = peer.doc.transact_mut();
        let mut map = transaction.get_or_insert_map("steps");
        for _ in 0..1_000 {
            map = map.insert(&mut transaction, "deeper", MapPrelim::default());
        }
        transaction.encode_update_v1()
    };
    let mut document = Document::new();
    assert!(matches!(document.apply(&update), Err(UpdateError::Malformed(_))));
    assert_eq!(document.encode(), Document::new().encode());
}

#[test]
fn values_are_not_taken_apart() {
    let mut document = Document::new();
    // Two values at once under `head.x`, of which the first is deleted and the second replaced.
    let mut two = vec![1, 1, 1, 0, 0x28, 1, 4];
    two.extend(b"head");
    two.extend([1, b'x', 2, 125, 1, 125, 2, 0]);
    assert!(document.apply(&two).unwrap().news.is_some());
    document.apply(&[0, 1, 1, 1, 0, 1]).unwrap();
    document.apply(&[1, 1, 2, 0, 0x88, 1, 1, 1, 125, 3, 0]).unwrap();
    // Characters are no value, and what stands between two neighbours is of one kind with both.
    let mut text = vec![1, 1, 3, 0, 0x24, 1, 4];
    text.extend(b"head");
    text.extend([1, b'y', 2, b'a', b'b', 0]);
    assert!(matches!(document.apply(&text), Err(UpdateError::Malformed(_))));
    let mut other = vec![1, 1, 4, 0, 0x28, 1, 4];
    other.extend(b"head");
    other.extend([1, b'z', 1, 120, 0]);
    document.apply(&other).unwrap();
    assert!(matches!(document.apply(&[1, 1, 5, 0, 0xc8, 2, 0, 4, 0, 1, 120, 0]), Err(UpdateError::Malformed(_))));
    let again = Document::load([document.encode().as_slice()]).unwrap();
    assert_eq!(again.encode().len(), document.encode().len());
}

#[test]
fn what_builds_on_nothing_stays_outside_and_is_not_kept() {
    let mut chance = Chance::new(10);
    let peer = Peer::new(11);
    let updates: Vec<Vec<u8>> = (0..30).map(|_| peer.edit(&mut chance)).collect();
    let mut document = Document::new();
    for update in &updates[1..] {
        let applied = document.apply(update).unwrap();
        assert_eq!(applied.news, None);
    }
    assert_eq!(document.encode(), Document::new().encode());
    // The sender has everything, and sends it when it is asked.
    let applied = document.apply(&peer.state()).unwrap();
    assert!(!applied.is_incomplete && applied.news.is_some());
    let whole = Document::load(updates.iter().map(Vec::as_slice)).unwrap();
    assert_eq!(document.map(&id()), whole.map(&id()));
}

#[test]
fn what_is_taken_of_an_update_is_complete() {
    let mut chance = Chance::new(12);
    let (one, other) = (Peer::new(13), Peer::new(14));
    let mut document = Document::new();
    for round in 0..200 {
        let unknown = one.edit(&mut chance);
        other.receive(&unknown);
        let update = other.edit(&mut chance);
        let applied = document.apply(&update).unwrap();
        if round % 3 == 0 {
            document.apply(&one.state()).unwrap();
        }
        if let Some(news) = applied.news {
            assert!(Document::load([document.encode().as_slice(), &news]).is_ok());
        }
        let state = document.encode();
        let again = Document::load([state.as_slice()]).unwrap();
        assert_eq!(again.map(&id()), document.map(&id()));
        // Nothing in it waits for anything.
        assert!(!Document::new().apply(&state).unwrap().is_incomplete);
    }
}
