//! How long a document of many edits takes to open: `cargo run -p kelias-collab --example load [EDITS]`.
//!
//! A team draws a map of the size given by the first argument in edits, mostly letters typed into cards. The document is
//! then opened from its log as it was written, from a log that is compacted every 500 edits, and from a snapshot alone.

use std::error::Error;
use std::time::{Duration, Instant};

use kelias_collab::{Document, Random};
use kelias_map::{Item, Lane, LaneKind, Language, Map, MapId, Stage, Text};
use yrs::updates::decoder::Decode;
use yrs::{ClientID, Doc, Options, ReadTxn, Text as _, Transact, Update, WriteTxn};

/// Edits after which a log is compacted.
const COMPACTED_EVERY: usize = 500;

/// Times that each way of opening is measured.
const ROUNDS: usize = 9;

/// `SplitMix64`, so that every run opens the same document.
struct Seeded(u64);

impl Seeded {
    fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb) >> 16
    }
}

impl Random for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill_with(|| self.word() as u8);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let edits = std::env::args().nth(1).map_or(Ok(50_000), |edits| edits.parse())?;
    let id = MapId::new("opened")?;
    let mut random = Seeded(1);
    let log = typed(&drawn(&id)?, edits, &mut random)?;
    let bytes: usize = log.iter().map(Vec::len).sum();
    println!("{edits} edits, {} updates, {bytes} bytes", log.len());
    let tail = log.len().saturating_sub(COMPACTED_EVERY);
    let compacted = Document::load(log[..tail].iter().map(Vec::as_slice))?.encode();
    let snapshot = Document::load(log.iter().map(Vec::as_slice))?.encode();
    measure("the whole log", &log, &id)?;
    let mut with_tail = vec![compacted];
    with_tail.extend_from_slice(&log[tail..]);
    measure("a snapshot and the last 500 edits", &with_tail, &id)?;
    measure("a snapshot", &[snapshot], &id)
}

/// A map of 20 stages and 20 lanes with a card in each cell.
fn drawn(id: &MapId) -> Result<Map, Box<dyn Error>> {
    let mut map = Map::new(id.clone(), "Opened".into(), Language::english());
    for lane in 0..20 {
        map.lanes.push(serde_json::from_value(serde_json::json!({
            "id": format!("lane-{lane}"), "kind": LaneKind::Text, "title": format!("Lane {lane}"),
        }))?);
    }
    for stage in 0..20 {
        let mut stage: Stage = serde_json::from_value(serde_json::json!({
            "id": format!("stage-{stage}"), "title": format!("Stage {stage}"),
        }))?;
        let card = |lane: &Lane| (lane.id.clone(), vec![Item::from(Text::from("A card"))]);
        stage.cells = map.lanes.iter().map(card).collect();
        map.stages.push(stage);
    }
    Ok(map)
}

/// The updates of a document that is drawn at once and then typed into by five people.
fn typed(map: &Map, edits: usize, random: &mut Seeded) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let mut log = vec![Document::from_map(map, random)?.encode()];
    let people: Vec<Doc> = (1..=5)
        .map(|client| Doc::with_options(Options::with_guid_and_client_id("map".into(), ClientID::new(client))))
        .collect();
    for person in &people {
        person.transact_mut().apply_update(Update::decode_v1(&log[0])?)?;
    }
    let mut names: Vec<String> = people[0].transact().root_refs().map(|(name, _)| name.to_owned()).collect();
    names.retain(|name| name.contains(".text@"));
    names.sort_unstable();
    let mut cards: Vec<usize> = vec![0; people.len()];
    for edit in 0..edits {
        let who = random.word() as usize % people.len();
        if edit % 40 < people.len() {
            cards[edit % 40] = random.word() as usize % names.len();
        }
        let update = {
            let mut transaction = people[who].transact_mut();
            let text = transaction.get_or_insert_text(names[cards[who]].as_str());
            let length = text.len(&transaction);
            let at = if random.word().is_multiple_of(10) { random.word() as u32 % (length + 1) } else { length };
            if random.word().is_multiple_of(8) && at > 0 {
                text.remove_range(&mut transaction, at - 1, 1);
            } else {
                text.insert(&mut transaction, at, "e");
            }
            transaction.commit();
            transaction.encode_update_v1()
        };
        for (other, person) in people.iter().enumerate() {
            if other != who {
                person.transact_mut().apply_update(Update::decode_v1(&update)?)?;
            }
        }
        log.push(update);
    }
    Ok(log)
}

fn measure(what: &str, updates: &[Vec<u8>], id: &MapId) -> Result<(), Box<dyn Error>> {
    let mut opened = Vec::with_capacity(ROUNDS);
    let mut read = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let document = Document::load(updates.iter().map(Vec::as_slice))?;
        opened.push(start.elapsed());
        let start = Instant::now();
        std::hint::black_box(document.map(id));
        read.push(start.elapsed());
    }
    println!("{what}: {:?} to open, {:?} to read the map (medians of {ROUNDS})", median(opened), median(read));
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
