//! The server over PostgreSQL.

use std::fs;
use std::path::Path;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use kelias_metastore::StoreError;
use kelias_server::{Config, Location, ServerError};
use serde_json::{Value, json};

use crate::cluster::Cluster;
use crate::socket::Port;
use crate::support::{MINUTE, SHOP, Who, World, until_killed, wait_until};

fn location(cluster: &Cluster, database: &str) -> Location {
    Location::Postgres(cluster.url(&cluster.new_database(database)))
}

/// What the map's file says.
fn file(maps: &Path) -> String {
    fs::read_to_string(maps.join("shop.journey.yaml")).unwrap_or_default()
}

#[test]
fn a_team_works_over_it_and_a_kill_loses_nothing() {
    let cluster = Cluster::start();
    let location = location(&cluster, "team");
    let maps = tempfile::tempdir().unwrap();
    let serve = |config: &mut Config| config.maps = Some(maps.path().to_owned());
    let (owner, guest) = until_killed(first_day(World::at(&location, serve), maps.path()));
    until_killed(second_day(World::at(&location, serve), maps.path(), &owner, &guest));
    until_killed(async {
        let world = World::at(&location, serve).await;
        let map = world.get("/api/v1/maps/shop", &owner).send().await.expect(StatusCode::OK).json();
        assert_eq!(map["title"], "Shop by the river");
        world.server.close().await;
    });
}

/// Signs in, makes a map, shares it, and is killed when the guest's edit has been acknowledged.
async fn first_day(world: impl Future<Output = World>, maps: &Path) -> (Who, Who) {
    let world = world.await;
    let owner = world.owner().await;
    world.post("/api/v1/maps", &owner).yaml(SHOP).send().await.expect(StatusCode::CREATED);
    wait_until!(file(maps).contains("title: Shop\n"));
    let versions = world.post("/api/v1/maps/shop/versions", &owner).json(&json!({ "title": "First" }));
    assert_eq!(versions.send().await.expect(StatusCode::CREATED).json()["n"], 2);
    let made = world.post("/api/v1/maps/shop/links", &owner).json(&json!({ "can_edit": true })).send().await;
    let url = made.expect(StatusCode::CREATED).json()["url"].as_str().unwrap().to_owned();
    let entering = json!({ "link": url.rsplit('/').next(), "name": "Ona" });
    let entered = world.post("/api/v1/guests", &Who::Stranger).json(&entering).send().await;
    let guest = Who::Browser(entered.expect(StatusCode::CREATED).session());
    let program = world.program().await;
    let port = Port::of(world, program).await;
    let (mut ona, mut other) = (port.connect("shop", &guest).await, port.connect("shop", &owner).await);
    ona.sync().await.unwrap();
    other.sync().await.unwrap();
    for word in [" of", " books"] {
        ona.write(word).await;
    }
    other.hear_title("Shop of books").await;
    ona.sync().await.unwrap();
    (owner, guest)
}

/// Everybody is still signed in and nothing is missing; then the map goes on.
async fn second_day(world: impl Future<Output = World>, maps: &Path, owner: &Who, guest: &Who) {
    let world = world.await;
    let get = async |path: &str| world.get(path, owner).send().await.expect(StatusCode::OK).json();
    assert_eq!(get("/api/v1/maps/shop").await["title"], "Shop of books");
    wait_until!(get("/api/v1/maps").await[0]["title"]["en"] == "Shop of books");
    assert_eq!(get("/api/v1/maps").await[0]["updated_by"], "Ona");
    wait_until!(file(maps).contains("title: Shop of books\n"));

    let restored = world.post("/api/v1/maps/shop/versions/2/restore", owner).send().await;
    assert_eq!(restored.expect(StatusCode::CREATED).json()["kind"], "restored");
    let kinds = |list: &Value| list.as_array().unwrap().iter().map(|one| one["kind"].clone()).collect::<Vec<_>>();
    assert_eq!(kinds(&get("/api/v1/maps/shop/versions").await), ["restored", "automatic", "named", "imported"]);
    let compared = get("/api/v1/maps/shop/compare?from=3&to=live").await;
    assert_eq!(compared["changes"].as_array().unwrap().len(), 1, "{compared}");
    wait_until!(file(maps).contains("title: Shop\n"));
    fs::write(maps.join("shop.journey.yaml"), file(maps).replace("title: Shop\n", "title: Shop by the river\n"))
        .unwrap();
    wait_until!(get("/api/v1/maps/shop").await["title"] == "Shop by the river");

    world.get("/api/v1/maps/shop", guest).send().await.expect(StatusCode::OK);
    let link = get("/api/v1/maps/shop/links").await[0]["id"].as_str().unwrap().to_owned();
    let revoking = world.ask(Method::DELETE, &format!("/api/v1/maps/shop/links/{link}"), owner);
    revoking.send().await.expect(StatusCode::NO_CONTENT);
    world.get("/api/v1/maps/shop", guest).send().await.problem(StatusCode::UNAUTHORIZED, "signed-out");
    world.server.close().await;
}

/// Tells PostgreSQL to refuse to write summaries, and nothing else. A sequence, which no rollback takes back, knows whether it did.
const REFUSE_SUMMARIES: &str = "CREATE SEQUENCE refused; \
     CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS \
     $$ BEGIN PERFORM nextval('refused'); RAISE EXCEPTION 'not now'; END $$; \
     CREATE TRIGGER refuse BEFORE UPDATE OF summary ON kelias_maps EXECUTE FUNCTION refuse()";

#[test]
fn what_follows_from_an_edit_is_written_when_the_database_can_again() {
    let cluster = Cluster::start();
    let location = location(&cluster, "ill");
    until_killed(async {
        let hasty = |config: &mut Config| {
            (config.limits.quiet, config.limits.version_look) = (Duration::from_millis(20), Duration::from_millis(20));
        };
        let world = World::at(&location, hasty).await;
        let program = world.make_shop().await;
        let port = Port::of(world, program).await;
        cluster.psql("ill", REFUSE_SUMMARIES);
        let mut client = port.connect("shop", &port.program).await;
        client.sync().await.unwrap();
        client.write(" of books").await;
        client.sync().await.unwrap();
        wait_until!(cluster.psql("ill", "SELECT is_called FROM refused") == "t");
        cluster.psql("ill", "DROP TRIGGER refuse ON kelias_maps");
        let row = async || port.world.store.map("shop").await.unwrap().unwrap();
        wait_until!(row().await.summary["title"]["en"] == "Shop of books");
        port.world.pass(3 * MINUTE);
        wait_until!(port.world.store.versions("shop").await.unwrap().len() == 2);
    });
}

#[test]
fn a_second_server_is_refused_until_the_first_has_ended() {
    let cluster = Cluster::start();
    let location = location(&cluster, "alone");
    until_killed(async {
        let world = World::at(&location, |_| {}).await;
        // As if the servers were of two versions: the one that is refused may not even look at the tables.
        let newest = "version = (SELECT max(version) FROM kelias_migrations)";
        cluster.psql("alone", &format!("UPDATE kelias_migrations SET version = version + 1000 WHERE {newest}"));
        let refused = world.beside().await.unwrap_err();
        cluster.psql("alone", &format!("UPDATE kelias_migrations SET version = version - 1000 WHERE {newest}"));
        assert!(matches!(refused, ServerError::Store(StoreError::Claimed)), "{refused}");
        assert_eq!(
            refused.to_string(),
            "another server serves the database; stop it, or name another database by --database"
        );
        let world = world.restart(|_| {}, async |_| {}).await;
        world.beside().await.unwrap_err();
    });
    until_killed(async {
        World::at(&location, |_| {}).await.server.close().await;
    });
}

#[test]
fn a_claim_that_is_lost_is_taken_anew() {
    let mut cluster = Cluster::start();
    let location = location(&cluster, "lost");
    until_killed(async {
        let world = World::at(&location, |config| config.limits.claim_check = Duration::from_millis(20)).await;
        let program = world.make_shop().await;
        cluster.crash();
        let held = || cluster.psql("lost", "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted");
        wait_until!(held() == "1");
        world.beside().await.unwrap_err();
        let put = world.ask(Method::PUT, "/api/v1/maps/shop", &program).header("if-match", "*");
        put.yaml(&SHOP.replace("title: Shop", "title: Kiosk")).send().await.expect(StatusCode::OK);
        world.server.close().await;
        wait_until!(held() == "0");
    });
}
