//! Edits as a person makes them, one at a time, each with the change that tells it.

use std::fmt::Write as _;

use kelias_exchange::{ChangeKind, What};
use kelias_map::{IdeaStatus, Item, Lane, LaneKind, Map, MapStatus, MomentOfTruth, Side, Stage, Step, Text};
use proptest::prelude::*;

/// An edit: `at` chooses among what there is, `word` is what is written.
pub(super) struct Kind {
    pub name: &'static str,
    pub apply: fn(&mut Map, usize, &str) -> Option<()>,
    pub told: (ChangeKind, What, Option<&'static str>),
    /// Whether all records stay where they are.
    pub keeps_places: bool,
}

/// A chosen edit.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub kind: usize,
    pub at: usize,
    pub word: String,
}

impl Edit {
    /// The map after the edit; none if it changes nothing.
    pub(super) fn of(&self, map: &Map) -> Option<Map> {
        let mut edited = map.clone();
        (KINDS[self.kind].apply)(&mut edited, self.at, &self.word)?;
        (edited != *map).then_some(edited)
    }
}

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    (0..KINDS.len(), any::<u16>(), "[a-z]{3,8} [a-z]{3,8} [0-9]{3}").prop_map(|(kind, at, word)| Edit {
        kind,
        at: usize::from(at),
        word,
    })
}

/// The map after all the edits that change something.
pub(super) fn edited(map: &Map, edits: &[Edit]) -> Map {
    edits.iter().fold(map.clone(), |map, edit| edit.of(&map).unwrap_or(map))
}

/// The map with all cards of cells different, so that nobody can take one for another.
pub(super) fn with_distinct_cards(mut map: Map) -> Map {
    for (at, item) in cells(&mut map).into_iter().flatten().enumerate() {
        let number = |text: &mut String| write!(text, " card {at}").expect("strings can be written to");
        match &mut item.text {
            Text::Plain(text) => number(text),
            Text::ByLanguage(texts) => texts.values_mut().for_each(number),
        }
    }
    map
}

macro_rules! kinds {
    ($($name:literal $kind:ident $what:ident $field:expr, $keeps:literal => $apply:expr;)+) => {
        pub(super) const KINDS: &[Kind] = &[$(Kind {
            name: $name,
            apply: $apply,
            told: (ChangeKind::$kind, What::$what, $field),
            keeps_places: $keeps,
        }),+];
    };
}

kinds! {
    "title of the map" Reworded Map Some("title"), true => |map, _, word| reword(&mut map.title, word);
    "status of the map" Set Map Some("status"), true => |map, at, _| set(&mut map.status, pick_one(MapStatus::ALL, at));
    "owner" Set Map Some("owner"), true => |map, _, word| set(&mut map.owner, Some(word.to_owned()));
    "end of the period" Set Map Some("until"), true => |map, at, _| {
        set(&mut map.scope.until, format!("2027-01-{:02}", at % 28 + 1).parse().ok())
    };
    "colour of the theme" Set Map Some("accent"), true => |map, at, _| set(&mut map.theme.accent, colour(at));
    "title of evidence" Reworded Evidence Some("title"), true => |map, at, word| reword(&mut pick(&mut map.evidence, at)?.title, word);
    "name of a persona" Reworded Persona Some("name"), true => |map, at, word| reword(&mut pick(&mut map.personas, at)?.name, word);
    "segment" Set Persona Some("segment"), true => |map, at, _| {
        set(&mut pick(&mut map.personas, at)?.segment, Some(format!("traits.age > {at}")))
    };
    "line of a portrait" Reworded Item Some("text"), true => |map, at, word| {
        reword(&mut pick(&mut pick(&mut map.personas, at)?.facts, at / 3)?.text, word)
    };
    "title of a lane" Reworded Lane Some("title"), true => |map, at, word| reword(&mut pick(&mut map.lanes, at)?.title, word);
    "lane shown or hidden" Set Lane Some("hidden"), true => |map, at, _| {
        let hidden = &mut pick(&mut map.lanes, at)?.hidden;
        *hidden = !*hidden;
        Some(())
    };
    "kind of a lane" Set Lane Some("kind"), true => |map, at, _| set(&mut pick(&mut map.lanes, at)?.kind, LaneKind::List);
    "title of a stage" Reworded Stage Some("title"), true => |map, at, word| reword(&mut pick(&mut map.stages, at)?.title, word);
    "colour of a stage" Set Stage Some("colour"), true => |map, at, _| set(&mut pick(&mut map.stages, at / 7)?.colour, colour(at));
    "title of a step" Reworded Step Some("title"), true => |map, at, word| reword(&mut a_step(map, at)?.title, word);
    "step shown or hidden" Set Step Some("hidden"), true => |map, at, _| {
        let hidden = &mut a_step(map, at)?.hidden;
        *hidden = !*hidden;
        Some(())
    };
    "colour of a step" Set Step Some("colour"), true => |map, at, _| set(&mut a_step(map, at)?.colour, colour(at));
    "moment of truth" Set Step Some("moment-of-truth"), true => |map, at, _| {
        set(&mut a_step(map, at)?.moment_of_truth, Some(pick_one(MomentOfTruth::ALL, at)))
    };
    "channel" Set Touchpoint Some("channel"), true => |map, at, word| set(&mut a_step(map, at)?.touchpoints.first_mut()?.channel, Some(word.to_owned()));
    "side" Set Touchpoint Some("side"), true => |map, at, _| {
        set(&mut a_step(map, at)?.touchpoints.first_mut()?.side, pick_one(Side::ALL, at))
    };
    "condition of a binding" Set Binding Some("where"), true => |map, at, _| {
        let binding = a_step(map, at)?.touchpoints.first_mut()?.binding.as_mut()?;
        set(&mut binding.predicate, Some(format!("rating >= {at}")))
    };
    "events of a binding" Set Binding Some("events"), true => |map, at, word| {
        a_step(map, at)?.touchpoints.first_mut()?.binding.as_mut()?.events.push(word.to_owned());
        Some(())
    };
    "felt better" FeltBetter Emotion Some("claimed"), true => |map, at, _| {
        let claimed = a_step(map, at)?.emotion.values_mut().next()?.claimed.as_mut()?;
        set(claimed, f64::midpoint(*claimed, 2.0))
    };
    "felt worse" FeltWorse Emotion Some("wished"), true => |map, at, _| {
        let wished = a_step(map, at)?.emotion.values_mut().last()?.wished.as_mut()?;
        set(wished, f64::midpoint(*wished, -2.0))
    };
    "text of a barrier" Reworded Barrier Some("text"), true => |map, at, word| reword(&mut a_step(map, at)?.barriers.first_mut()?.text, word);
    "criticality" Set Barrier Some("criticality"), true => |map, at, _| {
        set(&mut a_step(map, at)?.barriers.first_mut()?.criticality, u8::try_from(at % 5 + 1).ok())
    };
    "status of an idea" Set Idea Some("status"), true => |map, at, _| {
        set(&mut a_step(map, at)?.barriers.first_mut()?.ideas.first_mut()?.status, pick_one(IdeaStatus::ALL, at))
    };
    "way" Reworded Transition Some("title"), true => |map, _, word| {
        reword(map.transitions.first_mut()?.title.get_or_insert_default(), word)
    };
    "end of a way" Set Transition Some("to"), true => |map, _, _| set(&mut map.transitions.first_mut()?.to, "s0-0".parse().ok()?);
    "target" Set Target Some("at-least"), true => |map, at, _| set(&mut map.targets.first_mut()?.at_least, Some(at as f64));
    "card reworded" Reworded Item Some("text"), true => |map, at, word| reword(&mut a_card(map, at)?.text, word);
    "card cites" Set Item Some("evidence"), true => |map, at, _| {
        let card = a_card(map, at).filter(|card| !card.evidence.iter().any(|id| id.as_str() == "talks"))?;
        card.evidence.push("talks".parse().ok()?);
        Some(())
    };

    "tag added" Added Tag None, false => |map, _, word| { map.tags.push(word.to_owned()); Some(()) };
    "card added" Added Item None, false => |map, at, word| { a_cell(map, at)?.push(Item::from(Text::from(word))); Some(()) };
    "card removed" Removed Item None, false => |map, at, _| {
        let cell = a_cell(map, at).filter(|cell| cell.len() > 1)?;
        cell.remove(at / 7 % cell.len());
        Some(())
    };
    "card to another cell" Moved Item None, false => |map, at, _| {
        let cell = a_cell(map, at).filter(|cell| cell.len() > 1)?;
        let card = cell.remove(at / 7 % cell.len());
        a_cell(map, at + 1)?.insert(0, card);
        Some(())
    };
    "card to the front" Moved Item None, false => |map, at, _| to_front(a_cell(map, at)?, at / 5);
    "step to the front" Moved Step None, false => |map, at, _| to_front(&mut pick(&mut map.stages, at)?.steps, at / 5);
    "step to another stage" Moved Step None, false => |map, at, _| {
        let last = map.stages.last_mut().filter(|stage| stage.id.as_str() != "s0")?;
        let step = last.steps.pop()?;
        let steps = &mut map.stages.first_mut()?.steps;
        steps.insert(at % (steps.len() + 1), step);
        Some(())
    };
    "stage to the front" Moved Stage None, false => |map, at, _| to_front(&mut map.stages, at);
    "lane to the front" Moved Lane None, false => |map, at, _| to_front(&mut map.lanes, at);
    "stage added" Added Stage None, false => |map, at, word| {
        let place = at % (map.stages.len() + 1);
        map.stages.insert(place, new_stage(word));
        Some(())
    };
    "lane added" Added Lane None, false => |map, at, word| {
        let place = at % (map.lanes.len() + 1);
        map.lanes.insert(place, new_lane(word));
        Some(())
    };
    "stage removed" Removed Stage None, false => |map, _, _| {
        let last = map.stages.iter().rposition(|stage| stage.id.as_str() != "s0")?;
        map.stages.remove(last);
        Some(())
    };
    "step removed" Removed Step None, false => |map, _, _| {
        map.stages.iter_mut().find(|stage| stage.id.as_str() != "s0")?.steps.pop().map(drop)
    };
    "lane removed" Removed Lane None, false => |map, _, _| {
        let lane = map.lanes.pop()?.id;
        for stage in &mut map.stages {
            stage.cells.remove(&lane);
            stage.steps.iter_mut().for_each(|step| drop(step.cells.remove(&lane)));
        }
        Some(())
    };
    "barrier removed" Removed Barrier None, false => |map, at, _| a_step(map, at)?.barriers.pop().map(drop);
    "touchpoint removed" Removed Touchpoint None, false => |map, at, _| a_step(map, at)?.touchpoints.pop().map(drop);
    "target removed" Removed Target None, false => |map, _, _| map.targets.pop().map(drop);
}

#[expect(clippy::unnecessary_wraps, reason = "so that an edit is one expression")]
fn set<T>(value: &mut T, to: T) -> Option<()> {
    *value = to;
    Some(())
}

/// Writes another text; of a text in several languages, in the first of them.
fn reword(text: &mut Text, word: &str) -> Option<()> {
    match text {
        Text::Plain(text) => word.clone_into(text),
        Text::ByLanguage(texts) => word.clone_into(texts.values_mut().next()?),
    }
    Some(())
}

fn pick<T>(list: &mut [T], at: usize) -> Option<&mut T> {
    let place = at.checked_rem(list.len())?;
    list.get_mut(place)
}

fn pick_one<T: Copy>(list: &[T], at: usize) -> T {
    list[at % list.len()]
}

fn to_front<T>(list: &mut [T], at: usize) -> Option<()> {
    let place = at.checked_rem(list.len()).filter(|place| *place > 0)?;
    list[..=place].rotate_right(1);
    Some(())
}

fn colour(at: usize) -> Option<kelias_map::Colour> {
    format!("#{at:06x}").parse().ok()
}

fn a_step(map: &mut Map, at: usize) -> Option<&mut Step> {
    let count = map.steps().count();
    map.stages.iter_mut().flat_map(|stage| &mut stage.steps).nth(at.checked_rem(count)?)
}

fn cells(map: &mut Map) -> Vec<&mut Vec<Item>> {
    let mut all = Vec::new();
    for stage in &mut map.stages {
        all.extend(stage.cells.values_mut());
        all.extend(stage.steps.iter_mut().flat_map(|step| step.cells.values_mut()));
    }
    all
}

fn a_cell(map: &mut Map, at: usize) -> Option<&mut Vec<Item>> {
    let mut cells = cells(map);
    let place = at.checked_rem(cells.len())?;
    Some(cells.swap_remove(place))
}

fn a_card(map: &mut Map, at: usize) -> Option<&mut Item> {
    pick(a_cell(map, at)?, at / 7)
}

fn slug(word: &str) -> String {
    word.replace(' ', "-")
}

/// A stage with nothing in it but its title.
pub(super) fn new_stage(word: &str) -> Stage {
    serde_json::from_value(serde_json::json!({ "id": slug(word), "title": word })).expect("a stage")
}

fn new_lane(word: &str) -> Lane {
    serde_json::from_value(serde_json::json!({ "id": slug(word), "title": word, "kind": "text" })).expect("a lane")
}
