//! One server for one PostgreSQL database.

use kelias_metastore::{Claim, Result, Store, StoreError};

use crate::cluster::Cluster;
use crate::place::Place;

#[test]
fn a_database_is_claimed_once_for_as_long_as_the_connection_lives() {
    let cluster = Cluster::start();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let (shop, other) = (opened(&cluster, "shop").await, opened(&cluster, "other").await);
        let mut held = Claim::take(&shop).await.unwrap();
        assert_claimed(&Claim::take(&shop).await);
        let beside = Claim::take(&other).await.unwrap();
        held.check().await.unwrap();
        beside.release().await;
        held.release().await;
        let mut held = Claim::take(&shop).await.unwrap();
        cluster.psql("shop", "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
        held.check().await.unwrap_err();
        Claim::take(&shop).await.unwrap().release().await;
    });
}

#[test]
fn two_schemas_of_one_database_are_two_places() {
    let cluster = Cluster::start();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let first = opened(&cluster, "shop").await;
        cluster.psql("shop", "CREATE SCHEMA second");
        let second = format!("{first}&options=-csearch_path%3Dsecond");
        Store::open(&kelias_metastore::Location::Postgres(second.clone())).await.unwrap().close().await;
        let held = Claim::take(&first).await.unwrap();
        let beside = Claim::take(&second).await.unwrap();
        assert_claimed(&Claim::take(&second).await);
        held.release().await;
        beside.release().await;
    });
}

#[test]
fn tables_are_made_where_there_are_none_and_otherwise_left_until_they_are_claimed() {
    let cluster = Cluster::start();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let url = cluster.url(&cluster.new_database("fresh"));
        Claim::take(&url).await.unwrap().release().await;
        // As an older program leaves them.
        cluster.psql("fresh", "DELETE FROM kelias_migrations WHERE version > 1");
        Claim::take(&url).await.unwrap().release().await;
        assert_eq!(cluster.psql("fresh", "SELECT count(*) FROM kelias_migrations"), "1");
        let error = Claim::take("mysql://localhost/shop").await.unwrap_err();
        assert!(matches!(error, StoreError::NotPostgres), "{error}");
    });
}

/// The URL of a new database with our tables.
async fn opened(cluster: &Cluster, name: &str) -> String {
    let place = Place::postgres(cluster, &cluster.new_database(name));
    place.open().await.close().await;
    cluster.url(name)
}

#[track_caller]
fn assert_claimed(taken: &Result<Claim>) {
    assert!(matches!(taken, Err(StoreError::Claimed)), "{taken:?}");
}
