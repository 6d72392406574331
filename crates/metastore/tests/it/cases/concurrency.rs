use std::collections::BTreeSet;

use kelias_metastore::{LoggedUpdate, NewMap, NewVersion, Store, VersionKind};
use tokio::task::JoinSet;

use crate::place::{Place, a_map, new_map};

fn update(bytes: impl Into<String>) -> LoggedUpdate {
    LoggedUpdate { bytes: bytes.into().into_bytes(), actor: "ada".to_owned() }
}

async fn log(store: &Store, map: &str) -> String {
    String::from_utf8(store.load_updates(map).await.unwrap().0.concat()).unwrap()
}

async fn empty_map(store: &Store, id: &str) {
    store.create_map(NewMap { state: Vec::new(), ..a_map(id) }).await.unwrap();
}

pub(super) async fn stores_opened_at_once_make_the_tables_once(place: Place) {
    let mut opening = JoinSet::new();
    for number in 0..6 {
        let place = place.clone();
        opening.spawn(async move { new_map(&place.open().await, &format!("map-{number}")).await });
    }
    opening.join_all().await;
    assert_eq!(place.open().await.maps(false).await.unwrap().len(), 6);
}

pub(super) async fn two_stores_append_to_one_map_at_once(place: Place) {
    let stores = [place.open().await, place.open().await];
    empty_map(&stores[0], "shop").await;
    let mut appending = JoinSet::new();
    for (name, store) in (0..8).zip(stores.iter().cycle()) {
        let store = store.clone();
        appending.spawn(async move {
            let mut told = Vec::new();
            for number in 0..15 {
                let updates = [update(format!("{name}:{number}a ")), update(format!("{name}:{number}b "))];
                told.push(store.append_updates("shop", &updates, 2).await.unwrap());
            }
            told
        });
    }
    let told = appending.join_all().await;
    assert!(told.iter().all(|told| told.is_sorted()));
    let told: BTreeSet<i64> = told.into_iter().flatten().collect();
    assert_eq!(told, (1..=120).map(|number| number * 2).collect());

    let log = log(&stores[1], "shop").await;
    let words: Vec<&str> = log.split_whitespace().collect();
    assert_eq!(words.len(), 240);
    assert!(words.chunks(2).all(|pair| pair[0].strip_suffix('a') == pair[1].strip_suffix('b')), "{log}");
    for name in 0..8 {
        let own: Vec<&str> = words.iter().filter_map(|word| word.strip_prefix(&format!("{name}:"))).collect();
        let expected: Vec<String> = (0..15).flat_map(|number| [format!("{number}a"), format!("{number}b")]).collect();
        assert_eq!(own, expected);
    }
}

pub(super) async fn compacting_loses_nothing_that_is_appended_meanwhile(place: Place) {
    let stores = [place.open().await, place.open().await];
    empty_map(&stores[0], "shop").await;
    let mut working = JoinSet::new();
    for store in stores.clone() {
        working.spawn(async move {
            for number in 0..60 {
                store.append_updates("shop", &[update(format!("{number} "))], 2).await.unwrap();
            }
        });
    }
    for store in stores.clone() {
        working.spawn(async move {
            for _ in 0..30 {
                let (updates, revision) = store.load_updates("shop").await.unwrap();
                store.compact("shop", revision, &updates.concat()).await.unwrap();
            }
        });
    }
    working.join_all().await;
    let mut numbers: Vec<u32> = log(&stores[0], "shop").await.split_whitespace().map(|n| n.parse().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (0..60).flat_map(|number| [number, number]).collect::<Vec<_>>());
}

pub(super) async fn a_sign_in_is_taken_once_by_many_at_once(place: Place) {
    let stores = [place.open().await, place.open().await];
    for _ in 0..10 {
        let secret = stores[0].new_sign_in(1, 9).await.unwrap();
        let mut taking = JoinSet::new();
        for store in stores.iter().cycle().take(12) {
            let (store, secret) = (store.clone(), secret.clone());
            taking.spawn(async move { store.take_sign_in(secret.as_str(), 2).await.unwrap() });
        }
        assert_eq!(taking.join_all().await.into_iter().filter(|taken| *taken).count(), 1);
    }
}

pub(super) async fn versions_kept_at_once_have_numbers_of_their_own(place: Place) {
    let stores = [place.open().await, place.open().await];
    new_map(&stores[0], "shop").await;
    let mut keeping = JoinSet::new();
    for (number, store) in (0..20).zip(stores.iter().cycle().cloned()) {
        let new = NewVersion {
            kind: VersionKind::Automatic,
            author: "ada".to_owned(),
            reason: None,
            title: None,
            at: number,
            map_json: "{}".to_owned(),
        };
        keeping.spawn(async move { store.add_version("shop", new).await.unwrap() });
    }
    let numbers: BTreeSet<i64> = keeping.join_all().await.into_iter().collect();
    assert_eq!(numbers, (1..=20).collect());
}
