//! Finding cards, transitions and targets again, which have no ids, in another state of the map.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use serde_json::Value;
use similar::TextDiff;

use crate::change::What;
use crate::records::{Container, Key, Record, Records};

/// One way to recognise a record: by these values, and by where it stands or wherever it stands.
struct Pass {
    in_place: bool,
    fields: &'static [&'static str],
}

const fn in_place(fields: &'static [&'static str]) -> Pass {
    Pass { in_place: true, fields }
}

const fn anywhere(fields: &'static [&'static str]) -> Pass {
    Pass { in_place: false, fields }
}

/// The surest way first.
const fn passes(what: What) -> &'static [Pass] {
    match what {
        What::Item => {
            const {
                &[
                    in_place(&["text", "image", "evidence"]),
                    in_place(&["text", "image"]),
                    in_place(&["text"]),
                    anywhere(&["text", "image", "evidence"]),
                    anywhere(&["text"]),
                ]
            }
        }
        What::Transition => {
            const {
                &[
                    in_place(&["from", "to", "kind", "title"]),
                    in_place(&["from", "to", "kind"]),
                    in_place(&["from", "to"]),
                    in_place(&["to", "kind", "title"]),
                    in_place(&["from", "kind", "title"]),
                ]
            }
        }
        What::Target => {
            const {
                &[
                    in_place(&["step", "metric", "at-least", "at-most", "alert-after"]),
                    in_place(&["step", "metric"]),
                    in_place(&["step", "at-least", "at-most", "alert-after"]),
                    in_place(&["metric", "at-least", "at-most", "alert-after"]),
                ]
            }
        }
        _ => &[],
    }
}

/// How much of two texts must agree for one to be a rewording of the other.
const SIMILAR: f32 = 0.5;

/// How long the texts on both sides may be together, multiplied, for each to be held against each;
/// beyond that only order counts.
const MOST_WORK: usize = 4_000_000;

/// `side` with every record without an id under the key that the same record has in `base`. What is
/// not in `base` gets a key made of what it holds, so that it does not matter which side made it.
pub(crate) fn align(base: &Records, side: Records) -> Records {
    let mut keys = HashMap::new();
    for what in [What::Item, What::Transition, What::Target] {
        let mut matching = Matching::new(what, base, &side);
        matching.within_lists(Matching::by_ends);
        for pass in passes(what) {
            matching.by_values(pass);
        }
        if what == What::Item {
            matching.within_lists(Matching::by_similarity);
            matching.within_lists(Matching::by_order);
        }
        keys.extend(matching.keys());
    }
    side.rekeyed(|mut record| {
        if let Some(key) = keys.remove(&record.key) {
            record.key = key;
        }
        record
    })
}

struct Matching<'r> {
    base: Vec<&'r Record>,
    side: Vec<&'r Record>,
    /// For each record of the base, its match.
    matches: Vec<Option<usize>>,
    /// Which records of the side are somebody's match.
    taken: HashSet<usize>,
}

impl<'r> Matching<'r> {
    fn new(what: What, base: &'r Records, side: &'r Records) -> Self {
        let base: Vec<_> = base.iter().filter(|record| record.key.what == what).collect();
        let side: Vec<_> = side.iter().filter(|record| record.key.what == what).collect();
        let matches = vec![None; base.len()];
        Self { base, side, matches, taken: HashSet::new() }
    }

    fn pair(&mut self, base: usize, side: usize) {
        self.matches[base] = Some(side);
        self.taken.insert(side);
    }

    /// Pairs records whose values are equal, first with first.
    fn by_values(&mut self, pass: &Pass) {
        type Signature<'r> = (Option<&'r Container>, Vec<Option<&'r Value>>);
        fn signature<'r>(record: &'r Record, pass: &Pass) -> Signature<'r> {
            let container = record.container.as_ref().filter(|_| pass.in_place);
            (container, pass.fields.iter().map(|key| record.fields.get(*key)).collect())
        }
        let mut waiting: HashMap<_, VecDeque<usize>> = HashMap::new();
        for at in (0..self.side.len()).filter(|at| !self.taken.contains(at)) {
            waiting.entry(signature(self.side[at], pass)).or_default().push_back(at);
        }
        let mut pairs = Vec::new();
        for at in (0..self.base.len()).filter(|at| self.matches[*at].is_none()) {
            let found = waiting.get_mut(&signature(self.base[at], pass)).and_then(VecDeque::pop_front);
            pairs.extend(found.map(|found| (at, found)));
        }
        pairs.into_iter().for_each(|(base, side)| self.pair(base, side));
    }

    /// Hands every list of both maps, with what stands in it, to `pair`.
    fn within_lists(&mut self, pair: fn(&mut Self, &[usize], &[usize])) {
        let mut lists: BTreeMap<&Container, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (at, record) in self.base.iter().enumerate() {
            lists.entry(record.container.as_ref().expect("items stand in lists")).or_default().0.push(at);
        }
        for (at, record) in self.side.iter().enumerate() {
            lists.entry(record.container.as_ref().expect("items stand in lists")).or_default().1.push(at);
        }
        lists.into_values().for_each(|(base, side)| pair(self, &base, &side));
    }

    /// Pairs what is equal from the beginning and from the end of a list, so that of several equal
    /// cards the right ones are found again.
    fn by_ends(&mut self, base: &[usize], side: &[usize]) {
        let is_equal = |(before, after): &(&usize, &usize)| self.base[**before].fields == self.side[**after].fields;
        let ahead: Vec<_> =
            base.iter().zip(side).take_while(is_equal).map(|(before, after)| (*before, *after)).collect();
        let (base, side) = (&base[ahead.len()..], &side[ahead.len()..]);
        let behind = base.iter().rev().zip(side.iter().rev()).take_while(is_equal);
        let pairs: Vec<_> = behind.map(|(before, after)| (*before, *after)).chain(ahead).collect();
        pairs.into_iter().for_each(|(before, after)| self.pair(before, after));
    }

    /// Pairs what is left of a list by how much of the texts agrees, the most alike first.
    fn by_similarity(&mut self, base: &[usize], side: &[usize]) {
        let base: Vec<_> = base.iter().copied().filter(|at| self.matches[*at].is_none()).collect();
        let side: Vec<_> = side.iter().copied().filter(|at| !self.taken.contains(at)).collect();
        let before_texts: Vec<_> = base.iter().map(|at| all_languages(self.base[*at])).collect();
        let after_texts: Vec<_> = side.iter().map(|at| all_languages(self.side[*at])).collect();
        let length = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
        if length(&before_texts).saturating_mul(length(&after_texts)) > MOST_WORK {
            return;
        }
        let mut pairs = Vec::new();
        for (before, before_text) in base.iter().zip(&before_texts) {
            for (after, after_text) in side.iter().zip(&after_texts) {
                let ratio = TextDiff::from_chars(before_text, after_text).ratio();
                if ratio >= SIMILAR {
                    pairs.push((ratio, *before, *after));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, before, after) in pairs {
            if self.matches[before].is_none() && !self.taken.contains(&after) {
                self.pair(before, after);
            }
        }
    }

    /// Pairs what is left between the same neighbours, where it is equally many.
    fn by_order(&mut self, base: &[usize], side: &[usize]) {
        let mut gaps: BTreeMap<Option<usize>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        let mut neighbour = None;
        for before in base {
            match self.matches[*before] {
                Some(after) => neighbour = Some(after),
                None => gaps.entry(neighbour).or_default().0.push(*before),
            }
        }
        let mut neighbour = None;
        for after in side {
            if self.taken.contains(after) {
                neighbour = Some(*after);
            } else {
                gaps.entry(neighbour).or_default().1.push(*after);
            }
        }
        for (before, after) in gaps.into_values().filter(|(before, after)| before.len() == after.len()) {
            before.into_iter().zip(after).for_each(|(before, after)| self.pair(before, after));
        }
    }

    /// The key of every record of the side, by the key it had.
    fn keys(&self) -> Vec<(Key, Key)> {
        let mut keys = Vec::new();
        for (before, after) in self.matches.iter().enumerate().filter_map(|(at, found)| Some((at, (*found)?))) {
            keys.push((self.side[after].key.clone(), self.base[before].key.clone()));
        }
        for at in (0..self.side.len()).filter(|at| !self.taken.contains(at)) {
            let record = self.side[at];
            let held = serde_json::to_string(&record.fields).expect("the keys are strings");
            // Numbers are the keys of the base: what is new cannot be mistaken for one of them.
            let id = format!("{held} in {:?}", record.container);
            keys.push((record.key.clone(), Key::new(record.key.what, id)));
        }
        keys
    }
}

fn all_languages(record: &Record) -> String {
    match record.fields.get("text") {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Object(texts)) => texts.values().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    }
}
