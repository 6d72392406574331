//! What only a PostgreSQL server that dies can show.

use kelias_metastore::{LoggedUpdate, NewMap};

use crate::cluster::Cluster;
use crate::place::{Place, a_map};

#[test]
fn what_was_acknowledged_outlives_a_crash_of_the_server_and_the_store_finds_it_again() {
    let mut cluster = Cluster::start();
    let place = Place::postgres(&cluster, &cluster.new_database("crash"));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let store = runtime.block_on(async {
        let store = place.open().await;
        store.create_map(NewMap { state: Vec::new(), ..a_map("shop") }).await.unwrap();
        store
    });
    let mut kept = 0;
    for _ in 0..3 {
        for number in kept + 1..=kept + 20 {
            let update = LoggedUpdate { bytes: format!("{number};").into_bytes(), actor: "ada".to_owned() };
            kept = runtime.block_on(store.append_updates("shop", &[update], 2)).unwrap();
        }
        cluster.crash();
        let (updates, revision) = runtime.block_on(store.load_updates("shop")).unwrap();
        let expected: String = (1..=kept).map(|number| number.to_string() + ";").collect();
        assert_eq!((String::from_utf8(updates.concat()).unwrap(), revision), (expected, kept));
    }
    runtime.block_on(store.close());
}
