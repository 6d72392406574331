//! Several people at one document.

use std::time::Duration;

use kelias_collab::room::Limits;
use yrs::sync::{Message, SyncMessage};
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{ReadTxn, Transact};

use super::client::{Client, named};
use super::{house, shop};

#[tokio::test]
async fn two_see_each_other() {
    let house = house(Limits::default());
    let (mut ada, mut ben) = (house.editor("ada").await, house.editor("ben").await);
    ada.write("a path ").await;
    ben.hear_text("a path ").await;
    ben.write("to buy").await;
    ada.hear_text("a path to buy").await;
    assert_eq!(house.log.actors(&shop()), ["ada", "ben"]);
}

#[tokio::test]
async fn who_edited_offline_is_asked_for_it() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    ada.write_offline("written on a train");
    let asked = ada.next().await.unwrap();
    assert!(matches!(asked, Message::Sync(SyncMessage::SyncStep1(_))), "{asked:?}");
    let (sender, mail) = house.rooms.room(&shop()).join(named("ada"), true).await.unwrap();
    let mut ada = Client { doc: ada.doc, sender, mail, may_edit: true };
    ada.sync().await.unwrap();
    let mut ben = house.editor("ben").await;
    ben.sync().await.unwrap();
    assert_eq!(ben.text(), "written on a train");
}

#[tokio::test]
async fn every_question_of_a_frame_has_an_answer_of_its_own() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    ada.write("once").await;
    ada.sync().await.unwrap();
    let question = Message::Sync(SyncMessage::SyncStep1(ada.doc.transact().state_vector())).encode_v1();
    ada.send_bytes(question.repeat(64)).await.unwrap();
    for _ in 0..64 {
        let answer = ada.next().await.unwrap();
        assert!(matches!(answer, Message::Sync(SyncMessage::SyncStep2(_))), "{answer:?}");
    }
    assert!(ada.hears_nothing().await);
}

#[tokio::test]
async fn many_who_come_back_at_once_share_one_answer() {
    let house = house(Limits::default());
    let ada = house.editor("ada").await;
    let mut guests = [house.viewer("one").await, house.viewer("two").await];
    let gate = house.log.gate.write().await;
    ada.write("a long map").await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    for guest in &guests {
        guest.send(&Message::Sync(SyncMessage::SyncStep1(yrs::StateVector::default()))).await;
    }
    drop(gate);
    let mut answers = Vec::new();
    for guest in &mut guests {
        guest.mail.next().await.expect("ada's edit");
        answers.push(guest.mail.next().await.unwrap());
    }
    assert!(matches!(Message::decode_v1(&answers[0]), Ok(Message::Sync(SyncMessage::SyncStep2(_)))));
    assert_eq!(answers[0].as_ptr(), answers[1].as_ptr(), "the same bytes, not a copy for each");
}

#[tokio::test]
async fn what_is_known_is_not_kept_again() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    let update = ada.write_offline("once");
    for _ in 0..3 {
        ada.send(&Message::Sync(SyncMessage::Update(update.clone()))).await;
        ada.sync().await.unwrap();
    }
    assert_eq!(house.log.batches(&shop()), [1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_converge() {
    let house = house(Limits { compact_updates: 25, ..Limits::default() });
    let mut tasks = Vec::new();
    for number in 0..10 {
        let mut client = house.editor(&format!("client {number}")).await;
        tasks.push(tokio::spawn(async move {
            for letter in 0..20 {
                client.write(&format!("[{number}.{letter}]")).await;
                if letter % 5 == 4 {
                    client.sync().await.unwrap();
                }
            }
            client
        }));
    }
    let mut texts = Vec::new();
    let mut clients = Vec::new();
    for task in tasks {
        clients.push(task.await.unwrap());
    }
    for client in &mut clients {
        client.sync().await.unwrap();
        texts.push(client.text());
    }
    for number in 0..10 {
        for letter in 0..20 {
            assert!(texts[0].contains(&format!("[{number}.{letter}]")), "{number}.{letter} is lost");
        }
    }
    texts.dedup();
    assert_eq!(texts.len(), 1, "all read the same");
    house.rooms.stop().await;
    let kept = super::house_over(&house.log, Limits::default());
    let mut late = kept.editor("late").await;
    late.sync().await.unwrap();
    assert_eq!(late.text(), texts[0], "and so does who opens the log");
}

#[tokio::test]
async fn an_edit_without_what_it_builds_on_is_not_acknowledged_before_all_is_kept() {
    let house = house(Limits::default());
    let mut ada = house.editor("ada").await;
    ada.hear_until(|message| matches!(message, Message::Sync(SyncMessage::SyncStep1(_)))).await.unwrap();
    ada.write_offline("first ");
    ada.write("second").await;
    let state = ada.doc.transact().state_vector();
    ada.send(&Message::Sync(SyncMessage::SyncStep1(state))).await;
    let asked = ada.next().await.unwrap();
    let Message::Sync(SyncMessage::SyncStep1(lacks)) = asked else { panic!("not asked for the rest: {asked:?}") };
    assert!(ada.hears_nothing().await, "an answer would acknowledge both edits");
    let rest = ada.doc.transact().encode_state_as_update_v1(&lacks);
    ada.send(&Message::Sync(SyncMessage::SyncStep2(rest))).await;
    ada.hear_until(|message| matches!(message, Message::Sync(SyncMessage::SyncStep2(_)))).await.unwrap();
    let mut ben = house.editor("ben").await;
    ben.sync().await.unwrap();
    assert_eq!(ben.text(), "first second");
}
