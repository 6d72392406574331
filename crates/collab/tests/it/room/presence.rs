//! Who is here.

use kelias_collab::room::{Ended, Limits, Visitor};
use yrs::sync::Message;
use yrs::sync::awareness::{AwarenessUpdate, AwarenessUpdateEntry};

use super::client::Client;
use super::{House, house, shop};

fn presence(client: u64, clock: u32, state: &str) -> Message {
    let entry = AwarenessUpdateEntry { clock, json: state.into() };
    Message::Awareness(AwarenessUpdate { clients: [(yrs::block::ClientID::new(client), entry)].into() })
}

/// The next presence that a client hears of: whose, how new, what.
async fn heard(client: &mut Client) -> (u64, u32, String) {
    loop {
        if let Message::Awareness(update) = client.next().await.unwrap() {
            let (id, entry) = update.clients.into_iter().next().unwrap();
            return (id.get(), entry.clock, entry.json.to_string());
        }
    }
}

/// An editor who has heard all there was on joining.
async fn settled(house: &House, name: &str) -> Client {
    let mut client = house.editor(name).await;
    client.sync().await.unwrap();
    client
}

#[tokio::test]
async fn others_hear_who_comes_moves_and_goes() {
    let house = house(Limits::default());
    let (ada, mut ben) = (settled(&house, "ada").await, settled(&house, "ben").await);
    ada.send(&presence(1, 1, r#"{"cell":"a"}"#)).await;
    assert_eq!(heard(&mut ben).await, (1, 1, r#"{"cell":"a"}"#.to_owned()));
    ada.send(&presence(1, 2, r#"{"cell":"b"}"#)).await;
    assert_eq!(heard(&mut ben).await, (1, 2, r#"{"cell":"b"}"#.to_owned()));
    drop(ada);
    assert_eq!(heard(&mut ben).await, (1, 2, "null".to_owned()));
}

#[tokio::test]
async fn who_comes_later_hears_who_is_here() {
    let house = house(Limits::default());
    let mut ada = settled(&house, "ada").await;
    ada.send(&presence(1, 5, r#"{"cell":"a"}"#)).await;
    ada.sync().await.unwrap();
    let mut guest = house.viewer("guest").await;
    assert_eq!(heard(&mut guest).await, (1, 5, r#"{"cell":"a"}"#.to_owned()));
    guest.send(&presence(2, 1, "{}")).await;
    assert_eq!(heard(&mut ada).await, (2, 1, "{}".to_owned()), "a viewer is seen too");
    guest.send(&Message::AwarenessQuery).await;
    let Message::Awareness(everybody) = guest.next().await.unwrap() else { panic!("not the presence of everybody") };
    let mut clients: Vec<u64> = everybody.clients.keys().map(yrs::block::ClientID::get).collect();
    clients.sort_unstable();
    assert_eq!(clients, [1, 2]);
}

#[tokio::test]
async fn nobody_speaks_for_another() {
    let house = house(Limits::default());
    let (mut ada, mut ben) = (settled(&house, "ada").await, settled(&house, "ben").await);
    ada.send(&presence(1, 5, r#"{"name":"ada"}"#)).await;
    heard(&mut ben).await;
    ben.send(&presence(1, 5, r#"{"name":"ada"}"#)).await;
    ben.send(&presence(1, 6, r#"{"name":"not ada"}"#)).await;
    ben.send(&presence(1, 7, "null")).await;
    ben.sync().await.unwrap();
    assert!(ada.hears_nothing().await);
    drop(ada);
    assert_eq!(heard(&mut ben).await, (1, 5, "null".to_owned()));
    ben.send(&presence(1, 5, r#"{"name":"ada"}"#)).await;
    ben.sync().await.unwrap();
    let mut late = house.editor("late").await;
    late.sync().await.unwrap();
    assert!(late.hears_nothing().await, "what is sent back late brings nobody to life");
}

#[tokio::test]
async fn a_name_is_no_identity() {
    let house = house(Limits::default());
    let (mut ada, mut ben) = (settled(&house, "ada").await, settled(&house, "ben").await);
    ada.send(&presence(1, 5, r#"{"name":"ada"}"#)).await;
    heard(&mut ben).await;
    let namesake = Visitor { name: "ada".into(), identity: "somebody else".into() };
    let mut namesake = Client::join_as(&house.rooms.room(&shop()), namesake, false).await;
    namesake.send(&presence(1, 6, r#"{"name":"taken over"}"#)).await;
    namesake.sync().await.unwrap();
    assert!(ada.hears_nothing().await);
    drop(ada);
    assert_eq!(heard(&mut ben).await, (1, 5, "null".to_owned()));
    namesake.send(&presence(1, 5, r#"{"name":"brought back"}"#)).await;
    namesake.sync().await.unwrap();
    assert!(ben.hears_nothing().await);
}

#[tokio::test]
async fn who_comes_back_takes_over() {
    let house = house(Limits::default());
    let (ada, mut ben) = (settled(&house, "ada").await, settled(&house, "ben").await);
    ada.send(&presence(1, 5, r#"{"at":1}"#)).await;
    heard(&mut ben).await;
    let again = settled(&house, "ada").await;
    again.send(&presence(1, 6, r#"{"at":2}"#)).await;
    assert_eq!(heard(&mut ben).await, (1, 6, r#"{"at":2}"#.to_owned()));
    drop(ada);
    assert!(ben.hears_nothing().await, "she is still here by her new connection");
    drop(again);
    assert_eq!(heard(&mut ben).await, (1, 6, "null".to_owned()));
    let back = settled(&house, "ada").await;
    back.send(&presence(1, 6, r#"{"at":3}"#)).await;
    assert_eq!(heard(&mut ben).await, (1, 6, r#"{"at":3}"#.to_owned()));
}

#[tokio::test]
async fn presence_has_bounds() {
    let house = house(Limits { presences: 2, presence_bytes: 100, ..Limits::default() });
    let mut ada = settled(&house, "ada").await;
    ada.send(&presence(1, 1, &format!("\"{}\"", "x".repeat(200)))).await;
    assert_eq!(ada.ended().await, Ended::Malformed);
    let mut ben = settled(&house, "ben").await;
    for client in 1..=2 {
        ben.send(&presence(client, 1, "{}")).await;
    }
    ben.sync().await.unwrap();
    ben.send(&presence(3, 1, "{}")).await;
    assert_eq!(ben.ended().await, Ended::Malformed);
}
