//! Lanes: what stands in every cell.

use kelias_map::{Barrier, Column as Place, Idea, Item, Lane as MapLane, LaneKind, Layer, Metric, Side, Touchpoint};

use super::Reader;
use crate::data::{self, Cell, Entry, Lane, Note, WHOLE_SCALE};
use crate::icons;
use crate::pictures::Pictures;
use crate::text::{breakable, plain};
use crate::theme::{hex, mix, rgb};

/// Lines of a blueprint: each runs below the layer it is listed with.
const LINES: [(Layer, &str); 3] = [
    (Layer::CustomerActions, "line-interaction"),
    (Layer::Frontstage, "line-visibility"),
    (Layer::Backstage, "line-internal"),
];

impl<'a> Reader<'a> {
    pub(super) fn lanes(&self, pictures: &mut Pictures) -> Vec<Lane> {
        let mut lanes = Vec::new();
        let mut above: Option<Layer> = None;
        for lane in self.map.lanes.iter().filter(|lane| !lane.hidden) {
            if lane.kind == LaneKind::Blueprint
                && let Some(layer) = lane.layer
            {
                if let Some(above) = above {
                    let crossed = LINES.iter().filter(|(line, _)| above <= *line && *line < layer);
                    lanes.extend(crossed.map(|(_, id)| Self::heading("line", self.words.get(id))));
                }
                above = Some(layer);
            }
            lanes.push(self.lane(lane, pictures));
        }
        lanes
    }

    fn heading(kind: &'static str, title: String) -> Lane {
        Lane {
            kind,
            title,
            caption: String::new(),
            colour: None,
            tint: None,
            icon: None,
            parts: Vec::new(),
            series: Vec::new(),
            scale: WHOLE_SCALE,
            alt: String::new(),
        }
    }

    fn lane(&self, lane: &'a MapLane, pictures: &mut Pictures) -> Lane {
        let colour = lane.colour.filter(|_| self.options.theme == crate::Theme::Light).map(rgb);
        let mut out = Lane {
            colour: colour.map(hex),
            tint: colour.map(|colour| hex(mix(colour, [255; 3], 0.88))),
            icon: lane.icon.as_deref().and_then(icons::for_word),
            ..Self::heading(lane.kind.as_str(), self.text(&lane.title))
        };
        if lane.kind == LaneKind::Emotion {
            (out.series, out.scale) = self.emotion();
            out.alt = plain(&self.emotion_alt(&out.series));
        } else {
            out.parts = self.parts(lane, pictures);
        }
        out
    }

    /// The cells of a lane: one row for steps, and one above it for what is said of whole stages.
    fn parts(&self, lane: &'a MapLane, pictures: &mut Pictures) -> Vec<Vec<Cell>> {
        let mut stages = Vec::new();
        let mut steps = Vec::new();
        let mut first = 0;
        for (stage_index, stage) in self.map.stages.iter().enumerate() {
            let whole = Place { stage_index, stage, step: None };
            let own = self.entries(lane, &whole, pictures);
            let span = stage.steps.len().max(1);
            if stage.steps.is_empty() {
                stages.push(Cell { first, span, items: Vec::new() });
                steps.push(Cell { first, span, items: own });
            } else {
                stages.push(Cell { first, span, items: own });
                for (place, step) in stage.steps.iter().enumerate() {
                    let place_of_step = Place { stage_index, stage, step: Some(step) };
                    let items = self.entries(lane, &place_of_step, pictures);
                    steps.push(Cell { first: first + place, span: 1, items });
                }
            }
            first += span;
        }
        let filled = |cells: &[Cell]| cells.iter().any(|cell| !cell.items.is_empty());
        match (filled(&stages), filled(&steps)) {
            (true, true) => vec![stages, steps],
            (true, false) => vec![stages],
            (false, _) => vec![steps],
        }
    }

    fn entries(&self, lane: &MapLane, place: &Place<'a>, pictures: &mut Pictures) -> Vec<Entry> {
        match lane.kind {
            LaneKind::Emotion => Vec::new(),
            LaneKind::Touchpoints => place.touchpoints().iter().map(|one| self.touchpoint(one, pictures)).collect(),
            LaneKind::Barriers => self.barriers_of(place).map(|one| self.barrier(one)).collect(),
            LaneKind::Ideas => {
                let barriers: Vec<_> = self.barriers_of(place).collect();
                // Under a single barrier it is plain what an idea is against.
                let named = barriers.len() > 1;
                let ideas = barriers.iter().flat_map(|barrier| barrier.ideas.iter().map(move |idea| (*barrier, idea)));
                ideas.map(|(barrier, idea)| self.idea(barrier, idea, named)).collect()
            }
            LaneKind::Metric => {
                let measured = lane.metric.and_then(|metric| self.measured_entry(metric, place));
                let notes = place.items(&lane.id).iter().filter_map(|item| self.note(lane, item, pictures));
                measured.into_iter().chain(notes).collect()
            }
            _ => place.items(&lane.id).iter().filter_map(|item| self.note(lane, item, pictures)).collect(),
        }
    }

    /// Barriers that hinder somebody shown; nobody named means everybody.
    fn barriers_of(&self, place: &Place<'a>) -> impl Iterator<Item = &'a Barrier> {
        let shown =
            |barrier: &&Barrier| barrier.personas.is_empty() || barrier.personas.iter().any(|id| self.is_shown(id));
        place.barriers().iter().filter(shown)
    }

    fn note(&self, lane: &MapLane, item: &Item, pictures: &mut Pictures) -> Option<Entry> {
        let has_picture = lane.kind == LaneKind::Image && item.image.is_some();
        if item.text.is_blank() && !has_picture {
            return None;
        }
        let image =
            item.image.as_deref().filter(|_| has_picture).and_then(|name| pictures.add(name, &self.options.pictures));
        let text = match lane.kind {
            LaneKind::Questions | LaneKind::Quotes => self.quoted(&item.text),
            _ => self.text(&item.text),
        };
        let alt = if text.is_empty() { plain(&self.text(&lane.title)) } else { plain(&text) };
        Some(Entry::Note(Note {
            text,
            alt,
            backed: Some(Self::is_backed(item)),
            missing: has_picture && image.is_none(),
            image,
        }))
    }

    fn touchpoint(&self, touchpoint: &Touchpoint, pictures: &mut Pictures) -> Entry {
        let actor = self.optional(touchpoint.actor.as_ref());
        let backstage = (touchpoint.side == Side::Backstage).then(|| self.words.get("backstage"));
        let note: Vec<String> = Some(actor).filter(|actor| !actor.is_empty()).into_iter().chain(backstage).collect();
        Entry::Touchpoint(data::Touchpoint {
            text: self.text(&touchpoint.title),
            icon: icons::for_touchpoint(touchpoint.icon.as_deref(), touchpoint.channel.as_deref()),
            picture: touchpoint.own_icon().and_then(|name| pictures.add(name, &self.options.pictures)),
            bound: touchpoint.binding.is_some(),
            note: note.join(" · "),
        })
    }

    fn touchpoint_title(&self, id: &kelias_map::TouchpointId) -> String {
        self.map.touchpoint(id).map_or_else(|| breakable(id.as_str()), |placed| self.text(&placed.touchpoint.title))
    }

    fn barrier(&self, barrier: &Barrier) -> Entry {
        let words = &self.words;
        let mut notes = Vec::new();
        if !barrier.touchpoints.is_empty() {
            let titles: Vec<String> = barrier.touchpoints.iter().map(|id| self.touchpoint_title(id)).collect();
            notes.push(words.with("barrier-at", &[("touchpoints", &titles.join(", "))]));
        }
        // On a map of one persona it goes without saying.
        if !barrier.personas.is_empty() && self.map.personas.len() > 1 {
            let names: Vec<String> = self
                .personas
                .iter()
                .filter(|(_, persona)| barrier.personas.contains(&persona.id))
                .map(|(_, persona)| self.text(&persona.name))
                .collect();
            notes.push(words.with("barrier-whom", &[("personas", &names.join(", "))]));
        }
        let level = barrier.criticality.map(|value| words.with("criticality", &[("value", &value.to_string())]));
        Entry::Barrier(data::Barrier {
            text: self.text(&barrier.text),
            backed: Some(Self::is_evidence(&barrier.evidence)),
            criticality: barrier.criticality,
            level: level.unwrap_or_default(),
            notes,
        })
    }

    fn idea(&self, barrier: &Barrier, idea: &Idea, named: bool) -> Entry {
        let words = &self.words;
        let mut notes = Vec::new();
        if named {
            notes.push(words.with("idea-against", &[("barrier", &self.text(&barrier.text))]));
        }
        if let Some(id) = &idea.touchpoint {
            notes.push(words.with("idea-at", &[("touchpoint", &self.touchpoint_title(id))]));
        }
        let ease = |id: &str, value: Option<u8>| value.map(|value| words.with(id, &[("value", &value.to_string())]));
        let parts: Vec<String> = ease("idea-ease-design", idea.design_ease)
            .into_iter()
            .chain(ease("idea-ease-development", idea.development_ease))
            .collect();
        if !parts.is_empty() {
            notes.push(words.with("idea-ease", &[("parts", &parts.join(", "))]));
        }
        if let Some(lift) = &idea.lifts {
            let (from, to) = (self.place_title(&lift.from), self.place_title(&lift.to));
            notes.push(words.with("idea-lifts", &[("from", &from), ("to", &to)]));
        }
        notes.push(words.get(&format!("idea-status-{}", idea.status)));
        if let Some(owner) = idea.owner.as_deref().filter(|owner| !owner.is_empty()) {
            notes.push(words.with("idea-owner", &[("owner", &breakable(owner))]));
        }
        // An idea is a proposal, not a claim: only evidence that is there is marked.
        let backed = Self::is_evidence(&idea.evidence).then_some(true);
        Entry::Idea(data::Idea { text: self.text(&idea.text), backed, notes })
    }

    /// What was measured of a lane's metric.
    fn measured_entry(&self, metric: Metric, place: &Place<'a>) -> Option<Entry> {
        let step = self.options.measured.as_ref()?.step(place.id().as_str())?;
        let text = self.metric(metric, step)?;
        Some(Entry::Note(Note { alt: text.clone(), text, backed: None, image: None, missing: false }))
    }
}
