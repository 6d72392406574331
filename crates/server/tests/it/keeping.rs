//! Versions that are kept by themselves, by the keeper as it runs in a server.

use std::time::Duration;

use crate::socket::Port;
use crate::support::{MINUTE, SHOP, World, wait_until};

/// Edits the titles of maps at sockets, and waits until the keeper has taken note of it at this moment.
async fn edit(port: &Port, maps: &[&str], text: &str) {
    for map in maps {
        let mut client = port.connect(map, &port.program).await;
        client.sync().await.unwrap();
        client.write(text).await;
        client.sync().await.unwrap();
        let title = client.title();
        wait_until!(port.world.store.map(map).await.unwrap().unwrap().summary["title"]["en"] == title.as_str());
    }
}

async fn versions(port: &Port, map: &str) -> usize {
    port.world.store.versions(map).await.unwrap().len()
}

/// The maps `shop`, `witness-1` and so on. The keeper looks at all maps at once and in this order: when a
/// witness has its version, the shop's turn is over.
async fn maps() -> Port {
    let world = World::with(None, |config| {
        config.limits.quiet = Duration::from_millis(20);
        config.limits.version_look = Duration::from_millis(20);
    });
    port_of(world.await).await
}

async fn port_of(world: World) -> Port {
    let program = world.make_shop().await;
    for witness in ["witness-1", "witness-2", "witness-3"] {
        let map = SHOP.replace("id: shop", &format!("id: {witness}"));
        world.post("/api/v1/maps", &program).yaml(&map).send().await.expect(axum::http::StatusCode::CREATED);
    }
    Port::of(world, program).await
}

#[tokio::test]
async fn a_version_is_kept_after_a_pause_and_not_too_often() {
    let port = maps().await;
    let pass = |minutes: i64| port.world.pass(minutes * MINUTE);
    edit(&port, &["shop", "witness-1"], " A").await;
    pass(1);
    edit(&port, &["shop"], " B").await;
    pass(1);
    // Two minutes after the first edit, but one after the last.
    wait_until!(versions(&port, "witness-1").await == 2);
    assert_eq!(versions(&port, "shop").await, 1);
    pass(1);
    wait_until!(versions(&port, "shop").await == 2);
    let kept = port.world.store.version("shop", 2).await.unwrap().unwrap();
    assert_eq!(
        (kept.row.kind.as_str(), kept.row.author.as_str(), kept.row.at),
        ("automatic", "Tests", port.world.now())
    );
    assert!(kept.map_json.contains("Shop A B"));

    edit(&port, &["shop", "witness-2"], " C").await;
    pass(9);
    // Long rested, but nine minutes after the last version.
    wait_until!(versions(&port, "witness-2").await == 2);
    assert_eq!(versions(&port, "shop").await, 2);
    pass(1);
    wait_until!(versions(&port, "shop").await == 3);

    // Nothing was edited since, so there is nothing to keep.
    edit(&port, &["witness-3"], " D").await;
    pass(30);
    wait_until!(versions(&port, "witness-3").await == 2);
    assert_eq!(versions(&port, "shop").await, 3);
}

#[tokio::test]
async fn a_version_is_kept_while_another_map_is_edited_all_the_time() {
    let world = World::with(None, |config| {
        config.limits.quiet = Duration::from_millis(10);
        config.limits.version_look = Duration::from_secs(1);
    });
    let port = port_of(world.await).await;
    edit(&port, &["shop"], " A").await;
    port.world.pass(2 * MINUTE);
    let mut busy = port.connect("witness-1", &port.program).await;
    busy.sync().await.unwrap();
    wait_until!({
        busy.write(".").await;
        versions(&port, "shop").await == 2
    });
}
