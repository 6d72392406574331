//! Nothing is acknowledged that is not kept.

use std::time::Duration;

use kelias_collab::room::{Ended, Limits, LogError, RoomError};
use yrs::sync::{Message, SyncMessage};

use super::{house, house_over, shop, until};

#[tokio::test]
async fn nobody_hears_of_an_edit_before_it_is_kept() {
    let house = house(Limits::default());
    let (mut ada, mut ben) = (house.editor("ada").await, house.editor("ben").await);
    ada.sync().await.unwrap();
    ben.sync().await.unwrap();
    let gate = house.log.gate.write().await;
    ada.write("kept?").await;
    ada.send(&Message::Sync(SyncMessage::SyncStep1(yrs::StateVector::default()))).await;
    assert!(ada.hears_nothing().await, "an answer would acknowledge the edit");
    assert!(ben.hears_nothing().await);
    drop(gate);
    ada.hear_until(|message| matches!(message, Message::Sync(SyncMessage::SyncStep2(_)))).await.unwrap();
    ben.hear_text("kept?").await;
}

#[tokio::test]
async fn edits_that_wait_are_kept_together() {
    let house = house(Limits::default());
    let (mut ada, mut ben) = (house.editor("ada").await, house.editor("ben").await);
    ada.sync().await.unwrap();
    let gate = house.log.gate.write().await;
    ada.write("first").await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    for _ in 0..10 {
        ada.write(".").await;
        ben.write(".").await;
    }
    drop(gate);
    ada.sync().await.unwrap();
    ben.sync().await.unwrap();
    assert_eq!(house.log.batches(&shop()), [1, 20]);
}

#[tokio::test]
async fn a_log_that_fails_ends_the_room_and_the_next_reads_what_is_kept() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    ada.write("kept").await;
    ada.sync().await.unwrap();
    house.log.fail(true);
    let mut ben = house.editor("ben").await;
    ben.sync().await.unwrap();
    ada.write(" and lost").await;
    assert_eq!(ada.sync().await, Err(Ended::Failed));
    assert_eq!(ben.ended().await, Ended::Failed);
    assert_eq!(ben.text(), "kept", "nobody saw what was not kept");
    house.log.fail(false);
    let mut late = house.editor("late").await;
    late.sync().await.unwrap();
    assert_eq!(late.text(), "kept");
}

#[tokio::test]
async fn a_log_that_somebody_else_writes_is_read_anew() {
    let house = house(Limits::default());
    let (mut ada, mut ben) = (house.editor("ada").await, house.editor("ben").await);
    ada.write("ours").await;
    ada.sync().await.unwrap();
    ben.sync().await.unwrap();
    // As a second server over the same documents does.
    let elsewhere = house_over(&house.log, Limits::default());
    let mut eve = elsewhere.editor("eve").await;
    eve.sync().await.unwrap();
    eve.write(" and theirs").await;
    eve.sync().await.unwrap();
    ada.write("!").await;
    assert_eq!(ada.sync().await, Err(Ended::Failed));
    assert_eq!(ben.ended().await, Ended::Failed);
    let mut late = house.editor("late").await;
    late.sync().await.unwrap();
    assert!(late.text().contains("ours") && late.text().contains(" and theirs"), "{}", late.text());
}

#[tokio::test]
async fn an_edit_of_the_whole_map_that_cannot_be_kept_says_so() {
    let house = house(Limits::default());
    let room = house.rooms.room(&shop());
    let mut map = room.map().await.unwrap().map;
    map.tags.push("kept-or-not".to_owned());
    house.log.fail(true);
    let failed = room.set(map.clone(), "ada".into()).await.unwrap_err();
    assert_eq!(failed, RoomError::Failed("the edits cannot be kept: the disk is full".to_owned()));
    house.log.fail(false);
    assert!(room.map().await.unwrap().map.tags.is_empty());
    assert_eq!(room.set(map.clone(), "ada".into()).await.unwrap().map.tags, map.tags);
}

#[tokio::test]
async fn a_map_that_is_gone_has_no_room() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    house.log.forget(&shop());
    ada.write("too late").await;
    assert_eq!(ada.ended().await, Ended::Gone);
    assert_eq!(house.rooms.room(&shop()).map().await.unwrap_err(), RoomError::from(LogError::Gone));
}

#[tokio::test]
async fn the_log_is_replaced_by_a_snapshot_while_editing_goes_on() {
    let house = house(Limits { compact_updates: 10, ..Limits::default() });
    let mut ada = house.editor("ada").await;
    let mut expected = String::new();
    for number in 0..95 {
        let words = format!("{number} ");
        ada.write(&words).await;
        ada.sync().await.unwrap();
        expected.push_str(&words);
    }
    until("most updates stand in the snapshot", || house.log.shape(&shop()).1 < 20).await;
    assert!(house.log.shape(&shop()).0, "there is a snapshot");
    assert_eq!(house.rooms.room(&shop()).map().await.unwrap().revision, 95);
    let again = house_over(&house.log, Limits::default());
    let mut ben = again.editor("ben").await;
    ben.sync().await.unwrap();
    assert_eq!(ben.text(), expected);
}
