//! A peer that edits a document with nothing but Yjs, well or badly.

use std::sync::Arc;

use yrs::updates::decoder::Decode;
use yrs::{
    Any, ArrayPrelim, ClientID, Doc, Map as _, MapPrelim, MapRef, OffsetKind, Options, Out, ReadTxn, StateVector, Text,
    TextPrelim, Transact, TransactionMut, Update, WriteTxn,
};

use crate::chance::Chance;

const TABLES: [&str; 12] = [
    "tags",
    "evidence",
    "personas",
    "lanes",
    "stages",
    "steps",
    "touchpoints",
    "items",
    "barriers",
    "ideas",
    "transitions",
    "targets",
];

/// Values of records that name others, and of sets, by what they name.
const REFERENCES: [&str; 16] = [
    "stage",
    "step",
    "place",
    "lane",
    "persona",
    "barrier",
    "touchpoint",
    "from",
    "to",
    "lifts-from",
    "lifts-to",
    "evidence/",
    "personas/",
    "touchpoints/",
    "list",
    "id",
];

const VALUES: [&str; 34] = [
    "at",
    "kind",
    "hidden",
    "layer",
    "metric",
    "colour",
    "moment",
    "map",
    "expected",
    "channel",
    "side",
    "icon",
    "events",
    "where",
    "criticality",
    "design",
    "development",
    "status",
    "owner",
    "at-least",
    "at-most",
    "alert-after",
    "who",
    "date",
    "link",
    "picture",
    "segment",
    "tag",
    "language",
    "until",
    "state",
    "image",
    "title@",
    "subject",
];

const WORDS: [&str; 40] = [
    "facts",
    "worries",
    "text",
    "emotion",
    "ideas",
    "barriers",
    "image",
    "blueprint",
    "metric",
    "support",
    "share",
    "audience",
    "#0072b2",
    "red",
    "zero",
    "aha",
    "7d",
    "-7d",
    "2026-07-01",
    "2026-02-31",
    "web",
    "backstage",
    "planned",
    "done",
    "interview",
    "customers",
    "rating >= 4",
    "rating >= ",
    "1; drop table events",
    "en",
    "pt-BR",
    "PT-br",
    "as-is",
    "loop",
    "branch",
    "a",
    "A-b_C",
    "",
    "\u{0}\u{feff}\u{2028}",
    "no",
];

const FIELDS: [&str; 12] =
    ["title", "name", "text", "goal", "success", "role", "quote", "note", "actor", "purpose", "product", "word"];

const TAGS: [&str; 6] = ["", "ru", "lt", "en", "EN", "not a tag"];

/// A replica.
pub(crate) struct Peer {
    pub(crate) doc: Doc,
}

impl Peer {
    pub(crate) fn new(client: u64) -> Self {
        let mut options = Options::with_guid_and_client_id("map".into(), ClientID::new(client));
        options.offset_kind = OffsetKind::Utf16;
        Self { doc: Doc::with_options(options) }
    }

    pub(crate) fn receive(&self, update: &[u8]) {
        self.doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
    }

    pub(crate) fn state(&self) -> Vec<u8> {
        self.doc.transact().encode_diff_v1(&StateVector::default())
    }

    /// Makes a few random edits; the update that tells others of them.
    pub(crate) fn edit(&self, chance: &mut Chance) -> Vec<u8> {
        let mut transaction = self.doc.transact_mut();
        for _ in 0..=chance.below(4) {
            edit(&mut transaction, chance);
        }
        transaction.commit();
        transaction.encode_update_v1()
    }
}

fn edit(transaction: &mut TransactionMut<'_>, chance: &mut Chance) {
    let table = chance.pick(&TABLES);
    let rows = transaction.get_or_insert_map(table);
    match chance.below(12) {
        0..=3 => {
            let key = new_key(chance);
            let record: MapPrelim = (0..2 + chance.below(6)).map(|_| value_of(transaction, table, chance)).collect();
            rows.insert(transaction, key, record);
        }
        4 => {
            if let Some(key) = some_key(transaction, &rows, chance) {
                rows.remove(transaction, &key);
            }
        }
        5..=7 => {
            let record = some_key(transaction, &rows, chance).and_then(|key| rows.get(transaction, &key));
            if let Some(Out::YMap(record)) = record {
                let (name, value) = value_of(transaction, table, chance);
                if chance.below(8) == 0 {
                    record.remove(transaction, &name);
                } else {
                    record.insert(transaction, name, value);
                }
            }
        }
        8..=9 => edit_text(transaction, chance),
        10 => {
            let head = transaction.get_or_insert_map(chance.pick(&["head", "emotions"]));
            let place = any_key(transaction, chance);
            let persona = any_key(transaction, chance);
            let name = chance.pick(&["claimed", "wished", "icon", "felt", "word@ru", "evidence/a"]);
            let (own, value) = value_of(transaction, table, chance);
            head.insert(transaction, format!("{place}/{persona}/{name}"), value.clone());
            head.insert(transaction, own, value);
        }
        _ => hostile(transaction, &rows, chance),
    }
}

/// What no honest peer does.
fn hostile(transaction: &mut TransactionMut<'_>, rows: &MapRef, chance: &mut Chance) {
    let key = if chance.below(2) == 0 { any_key(transaction, chance) } else { new_key(chance) };
    match chance.below(6) {
        0 => drop(rows.insert(transaction, key, Any::Number(f64::NAN.into()))),
        1 => drop(rows.insert(transaction, key, TextPrelim::new("not a record"))),
        2 => drop(rows.insert(transaction, key, ArrayPrelim::from([1, 2, 3]))),
        3 => drop(rows.insert(transaction, "no key at all: ../..", MapPrelim::default())),
        4 => {
            let text = transaction.get_or_insert_text(format!("{key}.title@"));
            let at = chance.below(1 + text.len(transaction) as usize) as u32;
            text.insert_embed(transaction, at, Any::from(1.5));
        }
        _ => {
            let text = transaction.get_or_insert_text(TABLES[chance.below(TABLES.len())]);
            text.insert(transaction, 0, "a table is no text");
        }
    }
}

fn edit_text(transaction: &mut TransactionMut<'_>, chance: &mut Chance) {
    let owner = match chance.below(4) {
        0 => "head".to_owned(),
        1 => format!("{}/{}", any_key(transaction, chance), any_key(transaction, chance)),
        _ => any_key(transaction, chance),
    };
    let name = format!("{owner}.{}@{}", chance.pick(&FIELDS), chance.pick(&TAGS));
    let text = transaction.get_or_insert_text(name);
    let length = text.len(transaction) as usize;
    let at = chance.below(length + 1);
    match chance.below(5) {
        0 => text.remove_range(transaction, at as u32, chance.below(length - at + 1) as u32),
        1 => {
            let bold = [(Arc::from("bold"), Any::Bool(true))].into();
            text.format(transaction, at as u32, chance.below(length - at + 1) as u32, bold);
        }
        2 => text.insert(transaction, at as u32, &"long ".repeat(chance.below(300))),
        _ => text.insert(transaction, at as u32, chance.pick(&["a", "žodis ", "🦊", "\n", "\r\u{0}", "слово"])),
    }
}

/// A value for a record, often of a kind that makes sense.
fn value_of(transaction: &TransactionMut<'_>, table: &str, chance: &mut Chance) -> (String, Any) {
    if chance.below(2) == 0 {
        let name = chance.pick(&REFERENCES);
        let wanted = match table {
            "steps" => "stage",
            "touchpoints" | "targets" => "step",
            "barriers" => "place",
            "ideas" => "barrier",
            _ => name,
        };
        let key = any_key(transaction, chance);
        return match wanted.strip_suffix('/') {
            Some(set) => (format!("{set}/{key}"), Any::from(position(chance))),
            None => (wanted.to_owned(), Any::from(key)),
        };
    }
    let name = chance.pick(&VALUES);
    let value = match chance.below(10) {
        0 => Any::from([-0.0, 7.5, -3.0, 1e300, f64::INFINITY, f64::NAN, 2.0, 0.3][chance.below(8)]),
        1 => Any::Bool(chance.below(2) == 0),
        2 => Any::Null,
        3 => Any::from(vec![chance.pick(&WORDS).to_owned(), "clicked".to_owned()]),
        4 => Any::from(vec![1_u8, 2, 3].as_slice()),
        5 => Any::from("x".repeat(chance.below(3_000))),
        6 => Any::from(chance.below(7) as i64),
        7 => Any::from(position(chance)),
        _ => Any::from(chance.pick(&WORDS)),
    };
    (name.to_owned(), value)
}

fn position(chance: &mut Chance) -> String {
    ["V", "a", "b", "V0", "Z9", "é", "zz"][chance.below(7)].to_owned()
}

/// Few enough that two peers make the same one now and then.
fn new_key(chance: &mut Chance) -> String {
    format!("{}{}", chance.pick(&["a", "B", "_", "-", "key"]), chance.below(40))
}

fn some_key(transaction: &TransactionMut<'_>, rows: &MapRef, chance: &mut Chance) -> Option<String> {
    let mut keys: Vec<String> = rows.keys(transaction).map(str::to_owned).collect();
    keys.sort_unstable();
    (!keys.is_empty()).then(|| keys.swap_remove(chance.below(keys.len())))
}

/// The key of a record of any table, of one that is gone, or of none.
fn any_key(transaction: &TransactionMut<'_>, chance: &mut Chance) -> String {
    let rows = transaction.get_map(["stages", "steps", "lanes", "personas", "evidence", "barriers"][chance.below(6)]);
    let key = rows.filter(|_| chance.below(8) > 0).and_then(|rows| some_key(transaction, &rows, chance));
    key.unwrap_or_else(|| new_key(chance))
}
