//! What follows from edits that a kill came after.

use kelias_server::Location;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::socket::Port;
use crate::support::{MINUTE, START, Who, World, until_killed, wait_until};

async fn row(world: &World, who: &Who) -> Value {
    world.get("/api/v1/maps", who).send().await.json()[0].clone()
}

/// A map whose title was edited at a socket a minute after it was made, its server killed before anything followed from it.
fn killed_after_an_edit() -> (TempDir, Location, Who) {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    let program = until_killed(async {
        let world = World::at(&location, |_| {}).await;
        let program = world.make_shop().await;
        let guest = world.guest("shop", true).await;
        let port = Port::of(world, program).await;
        port.world.pass(MINUTE);
        let mut client = port.connect("shop", &guest).await;
        client.sync().await.unwrap();
        client.write(" of books").await;
        client.sync().await.unwrap();
        assert_eq!(row(&port.world, &port.program).await["title"]["en"], "Shop");
        port.program
    });
    (folder, location, program)
}

#[test]
fn the_portfolio_catches_up() {
    let (_folder, location, program) = killed_after_an_edit();
    until_killed(async {
        let world = World::at(&location, |_| {}).await;
        world.pass(60 * MINUTE);
        wait_until!(row(&world, &program).await["title"]["en"] == "Shop of books");
        let row = row(&world, &program).await;
        // When it was changed and by whom has nothing to do with the server's start.
        assert_eq!(
            (row["updated_by"].as_str(), row["updated_at"].as_str()),
            (Some("Gintarė"), Some("2026-07-01T12:01:00Z"))
        );
        assert!(!world.store.map("shop").await.unwrap().unwrap().is_behind());
    });
}

#[test]
fn the_version_that_was_due_is_kept() {
    let (_folder, location, program) = killed_after_an_edit();
    until_killed(async {
        let world =
            World::at(&location, |config| config.limits.version_look = std::time::Duration::from_millis(20)).await;
        wait_until!(row(&world, &program).await["title"]["en"] == "Shop of books");
        wait_until!({
            // The keeper may take note of the edit only after the portfolio has it.
            world.pass(3 * MINUTE);
            world.store.versions("shop").await.unwrap().len() == 2
        });
        let kept = world.store.version("shop", 2).await.unwrap().unwrap();
        assert_eq!((kept.row.kind.as_str(), kept.row.author.as_str()), ("automatic", "Gintarė"));
        assert!(kept.map_json.contains("Shop of books"));
    });
}

#[test]
fn the_version_is_kept_too_where_the_portfolio_was_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    let hasty = |config: &mut kelias_server::Config| {
        config.limits.quiet = std::time::Duration::from_millis(20);
        config.limits.version_look = std::time::Duration::from_millis(20);
    };
    until_killed(async {
        let world = World::at(&location, hasty).await;
        let program = world.make_shop().await;
        let guest = world.guest("shop", true).await;
        let port = Port::of(world, program).await;
        port.world.pass(MINUTE);
        let mut client = port.connect("shop", &guest).await;
        client.sync().await.unwrap();
        client.write(" of books").await;
        client.sync().await.unwrap();
        wait_until!(row(&port.world, &port.program).await["title"]["en"] == "Shop of books");
        assert_eq!(port.world.store.versions("shop").await.unwrap().len(), 1);
    });
    until_killed(async {
        let world = World::at(&location, hasty).await;
        wait_until!({
            world.pass(3 * MINUTE);
            world.store.versions("shop").await.unwrap().len() == 2
        });
        let kept = world.store.version("shop", 2).await.unwrap().unwrap();
        assert_eq!((kept.row.kind.as_str(), kept.row.author.as_str()), ("automatic", "Gintarė"));
        assert!(kept.map_json.contains("Shop of books"));
    });
}

#[test]
fn a_map_that_is_deleted_before_it_rests_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    until_killed(async {
        let world = World::at(&Location::Folder(folder.path().to_owned()), |_| {}).await;
        let program = world.make_shop().await;
        let port = Port::of(world, program).await;
        let mut client = port.connect("shop", &port.program).await;
        client.sync().await.unwrap();
        client.write(" of books").await;
        client.sync().await.unwrap();
        let (world, program) = (&port.world, &port.program);
        world.ask(axum::http::Method::DELETE, "/api/v1/maps/shop", program).header("if-match", "*").send().await;
        assert_eq!(world.get("/api/v1/maps", program).send().await.json(), json!([]));
        let back = world.post("/api/v1/maps/shop/undelete", program).send().await.json();
        assert_eq!(
            (back["title"]["en"].as_str(), back["updated_at"].as_str()),
            (Some("Shop of books"), Some("2026-07-01T12:00:00Z"))
        );
        assert_eq!(world.now(), START);
    });
}
