//! A folder of map files, followed both ways.

mod trouble;

use std::fs;
use std::path::Path;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use kelias_map::{Format, Map, Text, read_map, write_yaml};
use kelias_metastore::Store;
use kelias_server::{Config, Limits};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{SHOP, Who, World, wait_until};

/// A server over a folder that holds the small map in canonical form.
struct Desk {
    world: World,
    program: Who,
    folder: TempDir,
}

impl Desk {
    async fn new() -> Self {
        Self::over(folder()).await
    }

    async fn over(folder: TempDir) -> Self {
        Self::with(folder, |_| {}).await
    }

    async fn with(folder: TempDir, set: impl FnOnce(&mut Limits)) -> Self {
        let path = folder.path().to_owned();
        let set_up = |config: &mut Config| {
            config.maps = Some(path);
            set(&mut config.limits);
        };
        let world = World::with(None, set_up).await;
        let program = world.program().await;
        Self { world, program, folder }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self) -> Map {
        parse(&fs::read_to_string(self.path("shop.journey.yaml")).unwrap())
    }

    async fn live(&self, id: &str) -> Map {
        let asking = self.world.get(&format!("/api/v1/maps/{id}"), &self.program).header("accept", "application/json");
        let answer = asking.send().await;
        serde_json::from_slice(&answer.expect(StatusCode::OK).body).unwrap()
    }

    /// Edits the map on the server's side.
    async fn edit(&self, id: &str, edit: impl FnOnce(&mut Map)) {
        let mut map = self.live(id).await;
        edit(&mut map);
        let asking = self.world.ask(Method::PUT, &format!("/api/v1/maps/{id}"), &self.program);
        asking.header("if-match", "*").yaml(&write_yaml(&map)).send().await.expect(StatusCode::OK);
    }

    /// Changes the file as an editor or a checkout does.
    fn change(&self, edit: impl FnOnce(&mut Map)) {
        let mut map = self.file();
        edit(&mut map);
        fs::write(self.path("shop.journey.yaml"), write_yaml(&map)).unwrap();
    }

    async fn portfolio(&self) -> Vec<Value> {
        let answer = self.world.get("/api/v1/maps", &self.program).send().await.expect(StatusCode::OK);
        answer.json().as_array().unwrap().clone()
    }

    async fn summary(&self, id: &str) -> Option<Value> {
        self.portfolio().await.into_iter().find(|map| map["id"] == id)
    }

    /// The codes of what is wrong with the map's file.
    async fn problems(&self, id: &str) -> Vec<String> {
        let summary = self.summary(id).await.unwrap_or_default();
        let problems = summary["problems"].as_array().cloned().unwrap_or_default();
        problems.iter().map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
    }

    /// Stops the server and starts another over the same folders; `meanwhile` changes what it finds.
    async fn restart(self, meanwhile: impl AsyncFnOnce(&Store)) -> Self {
        let Self { world, program, folder } = self;
        let path = folder.path().to_owned();
        let world = world.restart(|config| config.maps = Some(path), meanwhile).await;
        Self { world, program, folder }
    }
}

/// A folder with the small map in canonical form.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("shop.journey.yaml"), write_yaml(&parse(SHOP))).unwrap();
    folder
}

fn parse(text: &str) -> Map {
    read_map(text, Format::Yaml).into_result().unwrap()
}

fn half_written(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with('.')).count()
}

#[tokio::test]
async fn files_are_in_the_portfolio_from_the_first_answer() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("shops")).unwrap();
    fs::write(folder.path().join("shops/shop.journey.yaml"), SHOP).unwrap();
    let desk = Desk::over(folder).await;
    let shop = desk.summary("shop").await.unwrap();
    assert_eq!((shop["source"].as_str(), shop["folder"].as_str()), (Some("folder"), Some("shops")));
    assert_eq!(desk.live("shop").await, parse(SHOP));
    // Nothing was edited, so the file is as its maker wrote it.
    assert_eq!(fs::read_to_string(desk.path("shops/shop.journey.yaml")).unwrap(), SHOP);
}

#[tokio::test]
async fn edits_are_written_when_editing_rests() {
    let desk = Desk::new().await;
    desk.edit("shop", |map| map.stages[0].title = Text::from("Orders")).await;
    wait_until!(desk.file().stages[0].title == Text::from("Orders"));
    assert_eq!(fs::read_to_string(desk.path("shop.journey.yaml")).unwrap(), write_yaml(&desk.live("shop").await));
    assert_eq!(half_written(desk.folder.path()), 0);
}

#[tokio::test]
async fn changes_of_both_sides_survive() {
    let desk = Desk::new().await;
    for round in 0..5 {
        let (ours, theirs) = (format!("Buys {round}"), format!("Pays {round}"));
        desk.edit("shop", |map| map.stages[0].title = Text::from(ours.as_str())).await;
        desk.change(|map| map.stages[0].steps[1].title = Text::from(theirs.as_str()));
        let both = |map: &Map| {
            map.stages[0].title.clone() == Text::from(ours.as_str())
                && map.stages[0].steps[1].title == Text::from(theirs.as_str())
        };
        wait_until!(both(&desk.file()) && both(&desk.live("shop").await));
    }
}

#[tokio::test]
async fn a_file_with_errors_is_shown_and_left_alone() {
    let desk = Desk::new().await;
    let broken = "kelias: 1\nid: shop\ntitle: [\n";
    fs::write(desk.path("shop.journey.yaml"), broken).unwrap();
    wait_until!(!desk.problems("shop").await.is_empty());
    desk.edit("shop", |map| map.title = Text::from("Edited meanwhile")).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(fs::read_to_string(desk.path("shop.journey.yaml")).unwrap(), broken);
    // Mended, it takes in what was edited meanwhile.
    let mut mended = parse(SHOP);
    mended.owner = Some("Rasa".to_owned());
    fs::write(desk.path("shop.journey.yaml"), write_yaml(&mended)).unwrap();
    wait_until!(desk.file().title == Text::from("Edited meanwhile"));
    assert_eq!(desk.file().owner.as_deref(), Some("Rasa"));
    assert!(desk.problems("shop").await.is_empty());
}

#[tokio::test]
async fn a_file_that_goes_back_to_good_has_no_problems() {
    let desk = Desk::new().await;
    let good = fs::read_to_string(desk.path("shop.journey.yaml")).unwrap();
    fs::write(desk.path("shop.journey.yaml"), "id: shop\n").unwrap();
    wait_until!(!desk.problems("shop").await.is_empty());
    fs::write(desk.path("shop.journey.yaml"), good).unwrap();
    wait_until!(desk.problems("shop").await.is_empty());
}

#[tokio::test]
async fn a_new_file_with_errors_becomes_a_map_when_it_is_mended() {
    let desk = Desk::new().await;
    fs::write(desk.path("New one.journey.yaml"), b"\xff\xfe").unwrap();
    wait_until!(desk.problems("new-one").await == ["unreadable-file"]);
    fs::write(desk.path("New one.journey.yaml"), SHOP.replace("id: shop", "id: bakery")).unwrap();
    wait_until!(desk.summary("bakery").await.is_some());
    assert!(desk.summary("new-one").await.is_none());
}

#[tokio::test]
async fn what_is_edited_before_a_new_file_is_mended_is_merged_then() {
    let desk = Desk::new().await;
    let path = desk.path("food.journey.yaml");
    fs::write(&path, "kelias: 1\nid: bakery\ntitle: [\n").unwrap();
    wait_until!(!desk.problems("bakery").await.is_empty());
    desk.edit("bakery", |map| map.owner = Some("Rasa".to_owned())).await;
    // Nothing is written over a file with errors.
    tokio::time::sleep(Duration::from_secs(2)).await;
    fs::write(&path, SHOP.replace("id: shop", "id: bakery").replace("title: Shop", "title: Bakery")).unwrap();
    wait_until!(fs::read_to_string(&path).is_ok_and(|text| parse(&text).owner.as_deref() == Some("Rasa")));
    let map = parse(&fs::read_to_string(&path).unwrap());
    assert_eq!((&map.title, map.stages.len()), (&Text::from("Bakery"), 1));
    assert_eq!(desk.live("bakery").await, map);
    assert!(desk.problems("bakery").await.is_empty());
}

#[tokio::test]
async fn a_second_file_of_one_id_is_shown_as_that() {
    let desk = Desk::new().await;
    fs::write(desk.path("copy.journey.yaml"), SHOP).unwrap();
    wait_until!(desk.problems("shop-2").await == ["duplicate-map-id"]);
    assert_eq!(fs::read_to_string(desk.path("copy.journey.yaml")).unwrap(), SHOP);
    assert!(desk.problems("shop").await.is_empty());
}

#[tokio::test]
async fn a_file_does_not_take_over_a_map_that_has_none() {
    let world = World::new().await;
    let program = world.make_shop().await;
    let folder = tempfile::tempdir().unwrap();
    let text = SHOP.replace("title: Shop", "title: Another shop");
    fs::write(folder.path().join("shop.journey.yaml"), &text).unwrap();
    let path = folder.path().to_owned();
    let world = world.restart(|config| config.maps = Some(path), async |_| {}).await;
    let desk = Desk { world, program, folder };
    assert_eq!(desk.problems("shop-2").await, ["duplicate-map-id"]);
    let message = async |desk: &Desk| desk.summary("shop-2").await.unwrap()["problems"][0]["message"].to_string();
    assert_eq!(desk.live("shop").await, parse(SHOP));
    assert_eq!(desk.summary("shop").await.unwrap()["source"], "database");
    // Neither is written over.
    desk.edit("shop", |map| map.title = Text::from("Edited")).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(fs::read_to_string(desk.path("shop.journey.yaml")).unwrap(), text);
    assert!(message(&desk).await.contains("kept in the data folder"));
    let deleting = desk.world.ask(Method::DELETE, "/api/v1/maps/shop", &desk.program).header("if-match", "*");
    deleting.send().await.expect(StatusCode::NO_CONTENT);
    fs::write(desk.path("shop.journey.yaml"), format!("{text}\n")).unwrap();
    wait_until!(message(&desk).await.contains("deleted"));
    desk.world.post("/api/v1/maps/shop/undelete", &desk.program).send().await.expect(StatusCode::OK);
    // With an id of its own the file is a map.
    fs::write(desk.path("shop.journey.yaml"), text.replace("id: shop", "id: store")).unwrap();
    wait_until!(desk.summary("store").await.is_some());
    wait_until!(desk.summary("shop-2").await.is_none());
    assert_eq!(desk.live("shop").await.title, Text::from("Edited"));
}

#[tokio::test]
async fn a_file_with_comments_keeps_them() {
    let folder = tempfile::tempdir().unwrap();
    let commented = format!("# Asked in March\n{SHOP}");
    fs::write(folder.path().join("shop.journey.yaml"), &commented).unwrap();
    let desk = Desk::over(folder).await;
    assert_eq!(desk.problems("shop").await, ["comments-kept"]);
    desk.edit("shop", |map| map.title = Text::from("Edited")).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(fs::read_to_string(desk.path("shop.journey.yaml")).unwrap(), commented);
    // As `kelias fmt --drop-comments` does.
    fs::write(desk.path("shop.journey.yaml"), write_yaml(&parse(SHOP))).unwrap();
    wait_until!(desk.file().title == Text::from("Edited"));
    assert!(desk.problems("shop").await.is_empty());
}

#[tokio::test]
async fn a_map_goes_and_comes_with_its_file() {
    let desk = Desk::new().await;
    let text = fs::read_to_string(desk.path("shop.journey.yaml")).unwrap();
    fs::remove_file(desk.path("shop.journey.yaml")).unwrap();
    wait_until!(desk.summary("shop").await.is_none());
    fs::create_dir(desk.path("moved")).unwrap();
    fs::write(desk.path("moved/shop.journey.yaml"), text.replace("title: Shop", "title: Shop again")).unwrap();
    wait_until!(desk.summary("shop").await.is_some());
    wait_until!(desk.live("shop").await.title == Text::from("Shop again"));
}

#[tokio::test]
async fn a_file_goes_and_comes_with_its_map() {
    let desk = Desk::new().await;
    let text = fs::read_to_string(desk.path("shop.journey.yaml")).unwrap();
    let deleting = desk.world.ask(Method::DELETE, "/api/v1/maps/shop", &desk.program).header("if-match", "*");
    deleting.send().await.expect(StatusCode::NO_CONTENT);
    wait_until!(!desk.path("shop.journey.yaml").exists());
    desk.world.post("/api/v1/maps/shop/undelete", &desk.program).send().await.expect(StatusCode::OK);
    wait_until!(fs::read_to_string(desk.path("shop.journey.yaml")).is_ok_and(|now| now == text));
}

#[tokio::test]
async fn a_new_map_becomes_a_file() {
    let desk = Desk::new().await;
    let bakery = SHOP.replace("id: shop", "id: bakery");
    let posting = desk.world.post("/api/v1/maps?folder=food", &desk.program).yaml(&bakery);
    posting.send().await.expect(StatusCode::CREATED);
    wait_until!(
        fs::read_to_string(desk.path("food/bakery.journey.yaml")).is_ok_and(|text| parse(&text) == parse(&bakery))
    );
}

#[tokio::test]
async fn a_renamed_file_keeps_its_map() {
    let desk = Desk::new().await;
    fs::rename(desk.path("shop.journey.yaml"), desk.path("store.journey.yaml")).unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    desk.edit("shop", |map| map.title = Text::from("Store")).await;
    wait_until!(
        fs::read_to_string(desk.path("store.journey.yaml")).is_ok_and(|text| parse(&text).title == Text::from("Store"))
    );
    assert!(!desk.path("shop.journey.yaml").exists());
}

#[tokio::test]
async fn links_out_of_the_folder_are_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    let secret = SHOP.replace("id: shop", "id: secret");
    fs::write(outside.path().join("secret.journey.yaml"), &secret).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("shop.journey.yaml"), SHOP).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("away")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.journey.yaml"), folder.path().join("l.journey.yaml"))
        .unwrap();
    let desk = Desk::over(folder).await;
    assert_eq!(desk.portfolio().await.len(), 1);
    // A file that becomes a link is a file that is gone; what it leads to stays untouched.
    fs::remove_file(desk.path("shop.journey.yaml")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.journey.yaml"), desk.path("shop.journey.yaml")).unwrap();
    wait_until!(desk.summary("shop").await.is_none());
    assert_eq!(fs::read_to_string(outside.path().join("secret.journey.yaml")).unwrap(), secret);
}

#[tokio::test]
async fn a_stop_writes_what_was_edited_last() {
    let desk = Desk::new().await;
    desk.edit("shop", |map| map.title = Text::from("At the last moment")).await;
    let desk = desk.restart(async |_| {}).await;
    assert_eq!(desk.file().title, Text::from("At the last moment"));
}

#[tokio::test]
async fn a_kill_while_writing_loses_nothing() {
    let desk = Desk::new().await;
    desk.edit("shop", |map| map.title = Text::from("One")).await;
    wait_until!(desk.file().title == Text::from("One"));
    // What a kill between the half-written file and its renaming leaves behind.
    fs::write(desk.path(".shop.journey.yaml.kelias-half"), "kelias: 1\nid: sh").unwrap();
    let desk = desk.restart(async |_| {}).await;
    assert_eq!(half_written(desk.folder.path()), 0);
    assert_eq!(desk.live("shop").await.title, Text::from("One"));
    desk.edit("shop", |map| map.title = Text::from("Two")).await;
    wait_until!(desk.file().title == Text::from("Two"));
}

#[tokio::test]
async fn a_kill_after_writing_brings_nothing_in_twice() {
    let desk = Desk::new().await;
    desk.edit("shop", |map| map.title = Text::from("Shop by")).await;
    wait_until!(desk.file().title == Text::from("Shop by"));
    let (path, written) = (desk.path("shop.journey.yaml"), write_yaml(&desk.file()));
    desk.edit("shop", |map| map.title = Text::from("Shop by the river")).await;
    // What a kill leaves behind that comes when the first text has been renamed and that is not noted yet.
    let desk = desk
        .restart(async |store| {
            fs::write(&path, &written).unwrap();
            let mut noted = store.setting("folder/shop").await.unwrap().unwrap();
            noted["text"] = Value::from(write_yaml(&parse(SHOP)));
            noted["writing"] = Value::from(written);
            noted["revision"] = Value::from(0);
            store.set_setting("folder/shop", &noted).await.unwrap();
        })
        .await;
    wait_until!(desk.file().title == Text::from("Shop by the river"));
    assert_eq!(desk.live("shop").await.title, Text::from("Shop by the river"));
}

#[tokio::test]
async fn pictures_stand_beside_the_file() {
    let desk = Desk::new().await;
    let dot = dot();
    fs::create_dir(desk.path("images")).unwrap();
    fs::write(desk.path("images/dot.png"), &dot).unwrap();
    desk.change(|map| {
        map.personas =
            vec![serde_json::from_str(r#"{"id": "ona", "name": "Ona", "picture": "images/dot.png"}"#).unwrap()];
    });
    wait_until!(!desk.live("shop").await.personas.is_empty());
    desk.world.get("/api/v1/maps/shop/images/dot.png", &desk.program).send().await.expect(StatusCode::OK);
    let sent = desk.world.post("/api/v1/maps/shop/images", &desk.program).body("image/png", dot).send().await;
    let path = sent.expect(StatusCode::CREATED).json()["path"].as_str().unwrap().to_owned();
    desk.edit("shop", |map| map.personas[0].picture = Some(path.clone())).await;
    wait_until!(desk.path(&path).exists());
}

#[tokio::test]
async fn no_picture_comes_from_outside_the_folder() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.png"), dot()).unwrap();
    let desk = Desk::new().await;
    fs::create_dir_all(desk.path("images")).unwrap();
    fs::create_dir_all(desk.path("deep/images")).unwrap();
    fs::write(desk.path("secret.png"), dot()).unwrap();
    fs::write(desk.path("images/good.png"), dot()).unwrap();
    let far = outside.path().join("secret.png");
    std::os::unix::fs::symlink(&far, desk.path("images/link.png")).unwrap();
    std::os::unix::fs::symlink("../secret.png", desk.path("images/near.png")).unwrap();
    std::os::unix::fs::symlink(outside.path(), desk.path("images/away")).unwrap();
    let out = far.strip_prefix("/").unwrap().display().to_string();
    let names = [
        "images/link.png".to_owned(),
        "images/near.png".to_owned(),
        "images/away/secret.png".to_owned(),
        "images/../secret.png".to_owned(),
        format!("images/../../../../../../{out}"),
        format!("/{out}"),
        "images/good.png".to_owned(),
    ];
    desk.change(|map| {
        let persona = |(number, picture)| {
            let persona = serde_json::json!({ "id": format!("p{number}"), "name": "P", "picture": picture });
            serde_json::from_value(persona).unwrap()
        };
        map.personas = names.iter().enumerate().map(persona).collect();
    });
    wait_until!(desk.live("shop").await.personas.len() == names.len());
    // The good one comes last, so the others were looked at before.
    let picture =
        async |name: &str| desk.world.get(&format!("/api/v1/maps/shop/images/{name}"), &desk.program).send().await;
    wait_until!(picture("good.png").await.status == StatusCode::OK);
    for name in ["link.png", "near.png", "secret.png", "away%2Fsecret.png", "..%2Fsecret.png"] {
        picture(name).await.problem(StatusCode::NOT_FOUND, "not-found");
    }
}

#[tokio::test]
async fn no_picture_is_written_outside_the_folder() {
    let outside = tempfile::tempdir().unwrap();
    let desk = Desk::new().await;
    std::os::unix::fs::symlink(outside.path(), desk.path("images")).unwrap();
    let sent = desk.world.post("/api/v1/maps/shop/images", &desk.program).body("image/png", dot()).send().await;
    let path = sent.expect(StatusCode::CREATED).json()["path"].as_str().unwrap().to_owned();
    desk.edit("shop", |map| {
        let persona = serde_json::json!({ "id": "ona", "name": "Ona", "picture": path });
        map.personas = vec![serde_json::from_value(persona).unwrap()];
    })
    .await;
    wait_until!(desk.file().personas.len() == 1);
    desk.edit("shop", |map| map.title = Text::from("Later")).await;
    wait_until!(desk.file().title == Text::from("Later"));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

/// A picture of one pixel.
fn dot() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(1, 1).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}
