//! What a room does not take.

use kelias_collab::room::{Ended, Limits};
use yrs::sync::{Message, SyncMessage};
use yrs::updates::encoder::Encode;
use yrs::{ReadTxn, Transact};

use super::{house, shop};
use crate::chance::Chance;

#[tokio::test]
async fn what_is_no_message_ends_its_connection_only() {
    let frames: [(&str, &[u8]); 17] = [
        ("nothing", &[]),
        ("an unknown kind", &[9, 1, 0]),
        ("an unknown kind of sync", &[0, 7, 0]),
        ("a kind that never ends", &[0xff; 16]),
        ("an answer that only servers give", &[2, 0, 2, b'n', b'o']),
        ("an update cut short", &[0, 2, 40, 1, 2]),
        ("an update that is none", &[0, 2, 3, 9, 9, 9]),
        ("a state vector cut short", &[0, 0, 2, 4, 1]),
        ("a state vector of a billion", &[0, 0, 5, 0x80, 0x94, 0xeb, 0xdc, 0x03]),
        ("an update of a billion", &[0, 2, 5, 0x80, 0x94, 0xeb, 0xdc, 0x03]),
        ("a presence of a billion", &[1, 5, 0x80, 0x94, 0xeb, 0xdc, 0x03]),
        ("a presence that is no JSON", &[1, 6, 1, 5, 1, 2, b'{', b'x']),
        ("a presence that is no text", &[1, 5, 1, 5, 1, 1, 0xff]),
        ("a presence with more behind it", &[1, 8, 1, 5, 1, 2, b'{', b'}', 0, 0]),
        (
            "a client whose number no browser reads",
            &[1, 12, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 1, 1, b'1'],
        ),
        ("a good message and a bad one", &[3, 9]),
        ("more questions than a frame may hold", &[3; 65]),
    ];
    let house = house(Limits::default());
    let mut ben = house.editor("ben").await;
    for (what, frame) in frames {
        let mut ada = house.editor("ada").await;
        ada.send_bytes(frame.to_vec()).await.unwrap();
        assert_eq!(ada.ended().await, Ended::Malformed, "{what}");
        ben.sync().await.unwrap();
    }
    assert!(house.log.batches(&shop()).is_empty());
}

#[tokio::test]
async fn what_follows_a_refused_message_is_not_taken() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    let gate = house.log.gate.write().await;
    ada.write("before").await;
    tokio::task::yield_now().await;
    ada.send_bytes(vec![9]).await.unwrap();
    let _ = ada.send_bytes(Message::Sync(SyncMessage::Update(ada.write_offline(" after"))).encode_v1()).await;
    drop(gate);
    assert_eq!(ada.ended().await, Ended::Malformed);
    let mut ben = house.editor("ben").await;
    ben.sync().await.unwrap();
    assert_eq!(ben.text(), "before");
}

#[tokio::test]
async fn who_cannot_take_the_answers_to_a_flood_of_questions_is_let_go() {
    let house = house(Limits { outbox_bytes: 10_000, ..Limits::default() });
    let mut ada = house.editor("ada").await;
    ada.write(&"x".repeat(4_000)).await;
    ada.sync().await.unwrap();
    let mut guest = house.viewer("guest").await;
    let everything = Message::Sync(SyncMessage::SyncStep1(yrs::StateVector::default())).encode_v1();
    guest.send_bytes(everything.repeat(64)).await.unwrap();
    assert_eq!(guest.ended().await, Ended::TooSlow);
    ada.sync().await.unwrap();
}

#[tokio::test]
async fn a_viewer_reads_and_does_not_write() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    ada.write("for all to read").await;
    ada.sync().await.unwrap();
    let mut guest = house.viewer("guest").await;
    guest.sync().await.unwrap();
    assert_eq!(guest.text(), "for all to read");
    guest.send(&Message::Sync(SyncMessage::SyncStep2(vec![0, 0]))).await;
    guest.sync().await.unwrap();
    guest.write("!").await;
    assert_eq!(guest.ended().await, Ended::ReadOnly);
    ada.sync().await.unwrap();
    assert_eq!(ada.text(), "for all to read");
}

#[tokio::test]
async fn a_viewer_is_not_asked_for_edits() {
    let house = house(Limits::default());
    let mut guest = house.viewer("guest").await;
    assert!(guest.hears_nothing().await);
}

#[tokio::test]
async fn the_right_comes_with_each_message() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    ada.write("mine").await;
    ada.sync().await.unwrap();
    ada.may_edit = false;
    ada.write(" no more").await;
    assert_eq!(ada.ended().await, Ended::ReadOnly);
}

#[tokio::test]
async fn who_does_not_read_is_let_go() {
    let house = house(Limits { outbox_messages: 8, ..Limits::default() });
    let (mut ada, mut sleeper) = (house.editor("ada").await, house.editor("sleeper").await);
    for _ in 0..20 {
        ada.write("x").await;
        ada.sync().await.unwrap();
    }
    assert_eq!(sleeper.mail.next().await.unwrap_err(), Ended::TooSlow);
    assert_eq!(ada.text().len(), 20);
}

#[tokio::test]
async fn who_has_too_much_waiting_is_let_go() {
    let house = house(Limits { outbox_bytes: 10_000, ..Limits::default() });
    let (mut ada, mut sleeper) = (house.editor("ada").await, house.editor("sleeper").await);
    for _ in 0..4 {
        ada.write(&"x".repeat(4_000)).await;
        ada.sync().await.unwrap();
    }
    assert_eq!(sleeper.mail.next().await.unwrap_err(), Ended::TooSlow);
    let mut late = house.editor("late").await;
    late.sync().await.unwrap();
    assert_eq!(late.text().len(), 16_000, "one message may be larger");
}

#[tokio::test]
async fn damaged_messages_harm_nobody_else() {
    let house = house(Limits::default());
    let mut ben = house.editor("ben").await;
    ben.sync().await.unwrap();
    let mut chance = Chance::new(7);
    let mut refused = 0;
    for turn in 0..1500 {
        let mut ada = house.editor("ada").await;
        let frame = damaged(good_message(&ada, turn), &mut chance);
        ada.send_bytes(frame).await.unwrap();
        match ada.sync().await {
            Ok(()) => {}
            Err(ended) => {
                assert!(matches!(ended, Ended::Malformed | Ended::TooLarge), "{ended:?} in turn {turn}");
                refused += 1;
            }
        }
    }
    assert!(refused > 500, "only {refused} were refused");
    ben.write("still here").await;
    ben.sync().await.unwrap();
    house.rooms.room(&shop()).map().await.unwrap();
}

fn good_message(client: &super::Client, turn: usize) -> Vec<u8> {
    match turn % 3 {
        0 => Message::Sync(SyncMessage::Update(client.write_offline("good"))).encode_v1(),
        1 => Message::Sync(SyncMessage::SyncStep1(client.doc.transact().state_vector())).encode_v1(),
        _ => vec![1, 6, 1, 5, 1, 2, b'{', b'}'],
    }
}

/// The message with a few bytes changed, cut off or put in.
fn damaged(mut frame: Vec<u8>, chance: &mut Chance) -> Vec<u8> {
    for _ in 0..=chance.below(3) {
        let at = chance.below(frame.len());
        match chance.below(4) {
            0 => frame.truncate(at),
            1 => frame.insert(at, chance.word() as u8),
            _ if frame.is_empty() => frame.push(chance.word() as u8),
            _ => frame[at] ^= 1 << chance.below(8),
        }
    }
    frame
}
