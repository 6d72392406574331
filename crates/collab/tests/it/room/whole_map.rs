//! Edits of the whole map: by the API, by restoring a version, by a file.

use kelias_collab::room::{Limits, RoomError};
use kelias_map::{Map, Text, templates};

use super::{house, shop};

fn template(number: usize) -> Map {
    let mut map = templates()[number].map();
    map.id = shop();
    map
}

#[tokio::test]
async fn the_map_becomes_what_it_is_set_to() {
    let house = house(Limits::default());
    let room = house.rooms.room(&shop());
    for (number, wanted) in [template(0), template(1), template(0)].into_iter().enumerate() {
        let set = room.set(wanted.clone(), "ada".into()).await.unwrap();
        assert_eq!(set.map, wanted);
        assert_eq!(set.revision, number as i64 + 1);
        assert_eq!(room.map().await.unwrap().map, wanted);
    }
    let same = room.set(template(0), "ada".into()).await.unwrap();
    assert_eq!(same.revision, 3, "nothing to do is no edit");
    assert_eq!(house.log.batches(&shop()), [1, 1, 1]);
}

#[tokio::test]
async fn nobody_edits_between_a_look_at_the_map_and_its_replacing() {
    let house = house(Limits::default());
    let room = house.rooms.room(&shop());
    let mut ada = house.editor("ada").await;
    ada.write("A path").await;
    ada.sync().await.unwrap();
    let replacing = room.replace(template(0), "ben".into()).await.unwrap();
    ada.write(" to buy").await;
    assert_eq!((&replacing.before.map.title, replacing.before.revision), (&Text::Plain("A path".to_owned()), 1));
    let after = replacing.finish().await.unwrap();
    assert_eq!((after.map, after.revision), (template(0), 2));
    ada.sync().await.unwrap();
    assert_eq!(house.log.actors(&shop()), ["ada", "ben", "ada"]);
}

#[tokio::test]
async fn a_replacing_that_is_given_up_leaves_the_map_as_it_is() {
    let house = house(Limits::default());
    let room = house.rooms.room(&shop());
    let first = room.set(template(0), "ada".into()).await.unwrap();
    drop(room.replace(template(1), "ben".into()).await.unwrap());
    let now = room.map().await.unwrap();
    assert_eq!((now.map, now.revision), (first.map, first.revision));
    house.log.fail(true);
    let failed = room.replace(template(1), "ben".into()).await.unwrap().finish().await.unwrap_err();
    assert_eq!(failed, RoomError::Failed("the edits cannot be kept: the disk is full".to_owned()));
}

#[tokio::test]
async fn those_who_edit_see_the_map_change_under_them() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    ada.sync().await.unwrap();
    let wanted = Map { title: Text::Plain("A path".to_owned()), ..template(0) };
    house.rooms.room(&shop()).set(wanted.clone(), "api".into()).await.unwrap();
    ada.hear_text("A path").await;
    ada.write(" to buy").await;
    ada.sync().await.unwrap();
    let map = house.rooms.room(&shop()).map().await.unwrap().map;
    assert_eq!(map.title, Text::Plain("A path to buy".to_owned()));
    assert_eq!(map.stages, wanted.stages);
}

#[tokio::test]
async fn both_sides_of_a_merge_stay() {
    let house = house(Limits::default());
    let room = house.rooms.room(&shop());
    let base = template(0);
    room.set(base.clone(), "ada".into()).await.unwrap();
    let (mut here, mut there) = (base.clone(), base.clone());
    here.tags.push("from-here".to_owned());
    there.owner = Some("There".to_owned());
    room.set(here, "ada".into()).await.unwrap();
    let merged = room.merge(base, there, "file".into()).await.unwrap().map;
    assert!(merged.tags.contains(&"from-here".to_owned()));
    assert_eq!(merged.owner.as_deref(), Some("There"));
}
