//! How rooms open, tell, rest and close.

use std::collections::BTreeSet;
use std::time::Duration;

use kelias_collab::room::{Ended, Limits, RoomError, RoomEvent};

use super::client::named;
use super::{house, house_over, shop, until};

/// Rooms that close as soon as they can.
fn hasty() -> Limits {
    Limits { idle: Duration::from_millis(1), quiet: Duration::from_millis(50), ..Limits::default() }
}

#[tokio::test]
async fn a_room_closes_when_nobody_needs_it_and_opens_again() {
    let house = house(hasty());
    let mut ada = house.editor("ada").await;
    ada.write("still here").await;
    ada.sync().await.unwrap();
    assert_eq!(house.rooms.open(), 1);
    drop(ada);
    until("the room has closed", || house.rooms.open() == 0).await;
    let mut ben = house.editor("ben").await;
    ben.sync().await.unwrap();
    assert_eq!(ben.text(), "still here");
}

#[tokio::test]
async fn what_was_sent_before_leaving_counts() {
    let house = house(hasty());
    let ada = house.editor("ada").await;
    let gate = house.log.gate.write().await;
    ada.write("first ").await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    ada.write("last words").await;
    drop(ada);
    drop(gate);
    let mut ben = house.editor("ben").await;
    ben.sync().await.unwrap();
    assert_eq!(ben.text(), "first last words");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rooms_that_close_all_the_time_lose_nothing() {
    let house = house(hasty());
    let mut tasks = Vec::new();
    for number in 0..4 {
        let room = house.rooms.room(&shop());
        tasks.push(tokio::spawn(async move {
            for turn in 0..25 {
                let mut client = super::Client::join(&room, &format!("client {number}"), true).await;
                client.write(&format!("[{number}.{turn}]")).await;
                client.sync().await.unwrap();
                drop(client);
                tokio::time::sleep(Duration::from_millis(turn % 4)).await;
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let mut late = house.editor("late").await;
    late.sync().await.unwrap();
    let text = late.text();
    for number in 0..4 {
        for turn in 0..25 {
            assert!(text.contains(&format!("[{number}.{turn}]")), "{number}.{turn} is lost");
        }
    }
}

#[tokio::test]
async fn a_pause_is_told_with_the_map_and_its_authors() {
    let house = house(Limits { quiet: Duration::from_millis(300), ..Limits::default() });
    let (mut ben, mut ada) = (house.editor("ben").await, house.editor("ada").await);
    ben.write("A path ").await;
    ben.sync().await.unwrap();
    ada.write("to buy").await;
    ada.sync().await.unwrap();
    ada.write("!").await;
    ada.sync().await.unwrap();
    let mut heard = Vec::new();
    until("the last pause is told", || {
        heard.extend(house.told.take());
        matches!(heard.last(), Some(RoomEvent::Quiet { .. })) && edits(&heard).len() == 3
    })
    .await;
    assert_eq!(edits(&heard), ["ben", "ada", "ada"]);
    // A machine that is slow enough makes a pause between two edits as well: each tells of those who edited since the one before.
    for pause in heard.split_inclusive(|event| matches!(event, RoomEvent::Quiet { .. })) {
        let Some(RoomEvent::Quiet { authors, .. }) = pause.last() else { panic!("an edit comes after the last pause") };
        let (told, edited) = (authors.iter().map(ToString::to_string).collect(), BTreeSet::from_iter(edits(pause)));
        assert_eq!(edited, told);
    }
    let Some(RoomEvent::Quiet { revision: 3, state, .. }) = heard.last() else {
        panic!("quiet after three edits: {heard:?}")
    };
    assert_eq!(**state, house.rooms.room(&shop()).map().await.unwrap().map);
}

/// Who made the edits that were told.
fn edits(told: &[RoomEvent]) -> Vec<String> {
    let edits = told.iter().filter_map(|event| match event {
        RoomEvent::Edited { actor, .. } => Some(actor.to_string()),
        RoomEvent::Quiet { .. } => None,
    });
    edits.collect()
}

fn told(event: RoomEvent) -> String {
    match event {
        RoomEvent::Edited { actor, .. } => format!("edited by {actor}"),
        RoomEvent::Quiet { revision, authors, .. } => format!("quiet at {revision} after {}", authors.join(", ")),
    }
}

#[tokio::test]
async fn unbroken_editing_is_told_now_and_then() {
    let limits = Limits { quiet: Duration::from_millis(200), unquiet: Duration::from_millis(300), ..Limits::default() };
    let house = house(limits);
    let mut ada = house.editor("ada").await;
    for _ in 0..10 {
        ada.write(".").await;
        ada.sync().await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let quiet = house.told.take().into_iter().filter(|event| matches!(event, RoomEvent::Quiet { .. })).count();
    assert!(quiet >= 1, "told {quiet} times");
}

#[tokio::test]
async fn a_stop_keeps_everything_and_opens_nothing() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    ada.write("kept").await;
    ada.sync().await.unwrap();
    house.rooms.stop().await;
    assert_eq!(ada.ended().await, Ended::Closed);
    let last = house.told.take().pop().map(told);
    assert_eq!(last.as_deref(), Some("quiet at 1 after ada"));
    assert_eq!(house.rooms.room(&shop()).map().await.unwrap_err(), RoomError::Stopped);
    assert_eq!(house.rooms.open(), 0);
    let mut late = house_over(&house.log, Limits::default()).editor("late").await;
    late.sync().await.unwrap();
    assert_eq!(late.text(), "kept");
}

#[tokio::test]
async fn a_deleted_map_ends_its_connections() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    house.log.forget(&shop());
    house.rooms.close(&shop()).await;
    assert_eq!(ada.ended().await, Ended::Gone);
    assert_eq!(house.rooms.open(), 0);
    assert_eq!(house.rooms.room(&shop()).map().await.unwrap_err(), RoomError::Gone);
}

#[tokio::test]
async fn a_room_that_is_full_says_so() {
    let house = house(Limits { connections: 1, ..Limits::default() });
    let ada = house.editor("ada").await;
    let refused = house.rooms.room(&shop()).join(named("ben"), true).await;
    assert_eq!(refused.err(), Some(RoomError::Full));
    drop(ada);
    let joined = async || house.rooms.room(&shop()).join(named("ben"), true).await.is_ok();
    for _ in 0..100 {
        if joined().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("a place that is free again is given");
}
