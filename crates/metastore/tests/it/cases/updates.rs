use kelias_metastore::{LoggedUpdate, Store, StoreError};

use crate::place::{Place, new_map};

fn updates<const N: usize>(bytes: [&str; N]) -> [LoggedUpdate; N] {
    bytes.map(|bytes| LoggedUpdate { bytes: bytes.as_bytes().to_vec(), actor: format!("author of {bytes}") })
}

async fn log(store: &Store, map: &str) -> (Vec<String>, i64) {
    let (updates, revision) = store.load_updates(map).await.unwrap();
    (updates.into_iter().map(|update| String::from_utf8(update).unwrap()).collect(), revision)
}

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

pub(super) async fn updates_are_numbered_and_read_in_order(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    new_map(&store, "clinic").await;
    assert_eq!(store.append_updates("shop", &updates(["a"]), 2).await.unwrap(), 1);
    assert_eq!(store.append_updates("clinic", &updates(["x"]), 2).await.unwrap(), 1);
    assert_eq!(store.append_updates("shop", &updates(["b", "c", "d"]), 3).await.unwrap(), 4);
    assert_eq!(log(&store, "shop").await, (texts(["start", "a", "b", "c", "d"]), 4));
    assert_eq!(log(&store, "clinic").await, (texts(["start", "x"]), 1));
    let map = store.map("shop").await.unwrap().unwrap();
    assert_eq!((map.revision, map.updated_at, map.updated_by.as_str()), (4, 3, "author of d"));

    // Bytes are bytes: empty, long, and none that a text could hold.
    let odd = [Vec::new(), (0..=255).cycle().take(100_000).collect(), vec![0, 0xff]];
    let odd = odd.map(|bytes| LoggedUpdate { bytes, actor: String::new() });
    assert_eq!(store.append_updates("clinic", &odd, 4).await.unwrap(), 4);
    assert_eq!(store.load_updates("clinic").await.unwrap().0[2..], odd.map(|update| update.bytes));
}

pub(super) async fn appending_nothing_tells_the_revision(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    store.append_updates("shop", &updates(["a", "b"]), 2).await.unwrap();
    assert_eq!(store.append_updates("shop", &[], 9).await.unwrap(), 2);
    assert_eq!(store.map("shop").await.unwrap().unwrap().updated_at, 2);
}

pub(super) async fn appending_needs_a_map(place: Place) {
    let store = place.open().await;
    let results = [
        store.append_updates("shop", &updates(["a"]), 2).await.map(drop),
        store.append_updates("shop", &[], 2).await.map(drop),
        store.load_updates("shop").await.map(drop),
        store.compact("shop", 0, b"").await,
    ];
    for result in results {
        assert!(matches!(result, Err(StoreError::MapNotFound(id)) if id == "shop"));
    }
}

pub(super) async fn a_snapshot_takes_the_place_of_the_log_up_to_it(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    store.append_updates("shop", &updates(["a", "b", "c"]), 2).await.unwrap();
    store.compact("shop", 2, b"start+a+b").await.unwrap();
    assert_eq!(log(&store, "shop").await, (texts(["start+a+b", "c"]), 3));
    store.compact("shop", 3, b"start+a+b+c").await.unwrap();
    assert_eq!(log(&store, "shop").await, (texts(["start+a+b+c"]), 3));
    assert_eq!(store.append_updates("shop", &updates(["d"]), 4).await.unwrap(), 4);
    assert_eq!(log(&store, "shop").await, (texts(["start+a+b+c", "d"]), 4));
    assert_eq!(store.map("shop").await.unwrap().unwrap().updated_at, 4);
}

pub(super) async fn compacting_late_or_ahead_loses_nothing(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    store.append_updates("shop", &updates(["a", "b", "c"]), 2).await.unwrap();
    store.compact("shop", 2, b"start+a+b").await.unwrap();
    for stale in 0..=2 {
        store.compact("shop", stale, b"stale").await.unwrap();
    }
    let error = store.compact("shop", 4, b"ahead").await.unwrap_err();
    assert!(matches!(error, StoreError::RevisionAhead { asked: 4, last: 3, .. }), "{error}");
    assert_eq!(log(&store, "shop").await, (texts(["start+a+b", "c"]), 3));
}
