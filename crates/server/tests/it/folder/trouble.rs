//! A disk that is in the way: folders that cannot be, files on their way, what cannot be read.

use kelias_metastore::NewMap;

use super::*;
use crate::support::START;

/// How many bytes a path may have.
const MOST_PATH_BYTES: usize = 4095;

#[tokio::test]
async fn a_folder_that_cannot_be_on_disk_holds_up_nobody() {
    let desk = Desk::new().await;
    // More bytes than a name may have, and a folder below a file.
    let too_long = percent_encoded(&"\u{444}".repeat(128));
    for (id, folder) in [("alpha", too_long.as_str()), ("beta", "shop.journey.yaml/deep"), ("gamma", "food")] {
        let posting = desk.world.post(&format!("/api/v1/maps?folder={folder}"), &desk.program);
        posting.yaml(&SHOP.replace("id: shop", &format!("id: {id}"))).send().await.expect(StatusCode::CREATED);
    }
    for file in ["alpha.journey.yaml", "beta.journey.yaml", "food/gamma.journey.yaml"] {
        wait_until!(desk.path(file).exists());
    }
    let desk = desk.restart(async |_| {}).await;
    assert_eq!(desk.portfolio().await.len(), 4);
}

#[tokio::test]
async fn a_folder_of_which_nothing_can_be_told_holds_up_nobody() {
    let temporary = tempfile::tempdir().unwrap();
    // No path has so many bytes that a file in the map's folder could be asked for, whoever asks: the folder itself just has its place.
    let mut root = temporary.path().to_owned();
    while root.as_os_str().len() < MOST_PATH_BYTES - 110 {
        let left = MOST_PATH_BYTES - 110 - root.as_os_str().len();
        root.push("x".repeat(if left > 200 { 100 } else { (left - 1).clamp(1, 100) }));
    }
    fs::create_dir_all(&root).unwrap();
    let maps = root.clone();
    let world = World::with(None, |config| config.maps = Some(maps)).await;
    let desk = Desk { program: world.program().await, world, folder: temporary };
    for (id, folder) in [("alpha", "f".repeat(100)), ("beta", "food".to_owned())] {
        let posting = desk.world.post(&format!("/api/v1/maps?folder={folder}"), &desk.program);
        posting.yaml(&SHOP.replace("id: shop", &format!("id: {id}"))).send().await.expect(StatusCode::CREATED);
    }
    wait_until!(root.join("alpha.journey.yaml").exists() && root.join("food/beta.journey.yaml").exists());
}

fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| format!("{encoded}%{byte:02X}"))
}

#[tokio::test]
async fn a_file_on_its_way_keeps_its_map_while_somebody_edits() {
    // Longer than a busy machine holds up this test between two of its writes.
    let desk = Desk::with(folder(), |limits| limits.folder_settled = Duration::from_secs(5)).await;
    let text = fs::read_to_string(desk.path("shop.journey.yaml")).unwrap();
    // As a checkout moves a file: the old one goes, others change, the new one comes.
    fs::remove_file(desk.path("shop.journey.yaml")).unwrap();
    desk.edit("shop", |map| map.title = Text::from("Typed meanwhile")).await;
    for number in 0..15 {
        fs::write(desk.path("notes.txt"), number.to_string()).unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(desk.summary("shop").await.is_some(), "archived while the disk was not quiet");
    }
    fs::create_dir(desk.path("moved")).unwrap();
    fs::write(desk.path("moved/shop.journey.yaml"), text).unwrap();
    wait_until!(
        fs::read_to_string(desk.path("moved/shop.journey.yaml"))
            .is_ok_and(|text| parse(&text).title == Text::from("Typed meanwhile"))
    );
    assert_eq!(desk.portfolio().await.len(), 1);
    assert!(!desk.path("shop.journey.yaml").exists());
}

#[tokio::test]
async fn a_look_while_the_disk_is_not_quiet_archives_nothing() {
    let unquiet = |limits: &mut Limits| {
        limits.folder_settled = Duration::from_hours(1);
        limits.folder_anyway = Duration::from_millis(100);
    };
    let desk = Desk::with(folder(), unquiet).await;
    let text = fs::read_to_string(desk.path("shop.journey.yaml")).unwrap();
    fs::remove_file(desk.path("shop.journey.yaml")).unwrap();
    // Each of them is found by a look that misses the first file.
    for witness in ["alpha", "beta", "gamma"] {
        let path = desk.path(&format!("{witness}.journey.yaml"));
        fs::write(path, SHOP.replace("id: shop", &format!("id: {witness}"))).unwrap();
        wait_until!(desk.summary(witness).await.is_some());
        assert!(desk.summary("shop").await.is_some(), "archived before {witness} was found");
    }
    fs::write(desk.path("store.journey.yaml"), text.replace("title: Shop", "title: Moved")).unwrap();
    wait_until!(desk.live("shop").await.title == Text::from("Moved"));
    assert_eq!(desk.portfolio().await.len(), 4);
}

#[tokio::test]
async fn maps_stay_when_their_folder_cannot_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let shut = folder.path().join("shops");
    fs::create_dir(&shut).unwrap();
    fs::write(shut.join("shop.journey.yaml"), SHOP).unwrap();
    let desk = Desk::over(folder).await;
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&shut).is_ok() {
        return eprintln!("passed over: whoever runs this test may read everything");
    }
    wait_until!(desk.problems("shop").await == ["unreadable-file"]);
    // Time for a second look.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(desk.problems("shop").await, ["unreadable-file"]);
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o700)).unwrap();
    wait_until!(desk.problems("shop").await.is_empty());
    assert!(desk.summary("shop").await.is_some());
}

#[tokio::test]
async fn one_files_trouble_holds_up_neither_the_others_nor_the_start() {
    let desk = Desk::new().await;
    let (bakery, store) = (desk.path("bakery.journey.yaml"), desk.path("store.journey.yaml"));
    let desk = desk
        .restart(async |documents| {
            // Of this map nobody can tell where it is kept, so nobody knows what to do with a file of its id.
            let (id, actor) = ("bakery".to_owned(), "Tests".to_owned());
            let damaged = NewMap { id, folder: None, state: Vec::new(), summary: Value::Null, actor, at: START };
            documents.create_map(damaged).await.unwrap();
            fs::write(&bakery, SHOP.replace("id: shop", "id: bakery")).unwrap();
            fs::write(&store, SHOP.replace("id: shop", "id: store")).unwrap();
        })
        .await;
    assert_eq!(desk.live("store").await.title, Text::from("Shop"));
    desk.change(|map| map.title = Text::from("Later"));
    wait_until!(desk.live("shop").await.title == Text::from("Later"));
}

#[tokio::test]
async fn a_map_stays_deleted_while_its_file_cannot_be_read() {
    let desk = Desk::new().await;
    fs::write(desk.path("shop.journey.yaml"), b"\xff").unwrap();
    wait_until!(desk.problems("shop").await == ["unreadable-file"]);
    let deleting = desk.world.ask(Method::DELETE, "/api/v1/maps/shop", &desk.program).header("if-match", "*");
    deleting.send().await.expect(StatusCode::NO_CONTENT);
    // The portfolio and the folder have been looked through when these have come.
    for witness in ["alpha", "beta"] {
        let posting = desk.world.post("/api/v1/maps", &desk.program);
        posting.yaml(&SHOP.replace("id: shop", &format!("id: {witness}"))).send().await.expect(StatusCode::CREATED);
        wait_until!(desk.path(&format!("{witness}.journey.yaml")).exists());
    }
    assert!(desk.summary("shop").await.is_none());
    // What can be read again is a file that changed after its map was deleted.
    fs::write(desk.path("shop.journey.yaml"), SHOP.replace("title: Shop", "title: Mended")).unwrap();
    wait_until!(desk.summary("shop").await.is_some_and(|map| map["title"]["en"] == "Mended"));
}
