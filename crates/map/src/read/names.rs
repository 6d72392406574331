//! Names given and names used: duplicates and unknown references.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::decode::Decoder;
use crate::model::LaneKind;
use crate::near::nearest;

/// A space of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    Place,
    Touchpoint,
    Barrier,
    Idea,
    Persona,
    Lane,
    Evidence,
}

impl Space {
    /// What a name of the space is called, and its code.
    const fn noun(self) -> (&'static str, &'static str) {
        match self {
            Self::Place => ("stage or step", "unknown-step"),
            Self::Touchpoint => ("touchpoint", "unknown-touchpoint"),
            Self::Barrier => ("barrier", "unknown-barrier"),
            Self::Idea => ("idea", "unknown-idea"),
            Self::Persona => ("persona", "unknown-persona"),
            Self::Lane => ("lane", "unknown-lane"),
            Self::Evidence => ("piece of evidence", "unknown-evidence"),
        }
    }
}

/// A name with the bytes it stands in.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub text: String,
    pub span: Range<usize>,
}

/// What the decoder notes while it goes over the file, and checks when it has seen all of it.
#[derive(Default)]
pub(super) struct Names {
    given: BTreeMap<Space, Vec<Name>>,
    used: Vec<(Space, Name)>,
    /// Names that must be columns of the map: steps, or stages without steps.
    columns_used: Vec<Name>,
    stages_with_steps: Vec<String>,
    cells: Vec<Name>,
    images: Vec<Name>,
    lane_kinds: HashMap<String, LaneKind>,
}

impl Names {
    pub(super) fn give(&mut self, space: Space, name: Name) {
        self.given.entry(space).or_default().push(name);
    }

    pub(super) fn use_(&mut self, space: Space, name: Name) {
        self.used.push((space, name));
    }

    pub(super) fn use_column(&mut self, name: Name) {
        self.columns_used.push(name.clone());
        self.use_(Space::Place, name);
    }

    pub(super) fn note_stage_with_steps(&mut self, id: String) {
        self.stages_with_steps.push(id);
    }

    pub(super) fn use_cells(&mut self, lane: Name) {
        self.cells.push(lane.clone());
        self.use_(Space::Lane, lane);
    }

    /// Notes an image that stands in the cells of a lane.
    pub(super) fn note_image(&mut self, lane: &str, span: Range<usize>) {
        self.images.push(Name { text: lane.to_owned(), span });
    }

    pub(super) fn note_lane_kind(&mut self, lane: &str, kind: LaneKind) {
        self.lane_kinds.entry(lane.to_owned()).or_insert(kind);
    }
}

/// Reports everything that names are wrong with.
pub(super) fn check(decoder: &mut Decoder<'_>, names: &Names) {
    duplicates(decoder, names);
    unknown(decoder, names);
    columns(decoder, names);
    lanes(decoder, names);
}

fn duplicates(decoder: &mut Decoder<'_>, names: &Names) {
    for (space, given) in &names.given {
        let mut first: HashMap<&str, &Name> = HashMap::new();
        for name in given {
            if let Some(earlier) = first.get(name.text.as_str()) {
                let line = decoder.line(&earlier.span);
                let (noun, _) = space.noun();
                decoder.error("duplicate-id", &name.span).value(&name.text).report(format!(
                    "`{}` is already the id of a {noun} in line {line}; give this one another id",
                    name.text
                ));
            } else {
                first.insert(&name.text, name);
            }
        }
    }
}

fn unknown(decoder: &mut Decoder<'_>, names: &Names) {
    let none = Vec::new();
    let known: BTreeMap<Space, std::collections::HashSet<&str>> = names
        .given
        .iter()
        .map(|(space, given)| (*space, given.iter().map(|name| name.text.as_str()).collect()))
        .collect();
    for (space, name) in &names.used {
        if known.get(space).is_some_and(|known| known.contains(name.text.as_str())) {
            continue;
        }
        let given = names.given.get(space).unwrap_or(&none);
        let (noun, code) = space.noun();
        let near = nearest(&name.text, given.iter().map(|name| name.text.as_str()));
        decoder
            .error(code, &name.span)
            .value(&name.text)
            .suggestion(near)
            .report(format!("there is no {noun} with the id `{}` in this map", name.text));
    }
}

fn columns(decoder: &mut Decoder<'_>, names: &Names) {
    for name in &names.columns_used {
        if names.stages_with_steps.contains(&name.text) {
            decoder
                .error("not-a-step", &name.span)
                .value(&name.text)
                .report(format!("`{}` is a stage that has steps; name one of its steps", name.text));
        }
    }
}

fn lanes(decoder: &mut Decoder<'_>, names: &Names) {
    for lane in &names.cells {
        let Some(kind) = names.lane_kinds.get(&lane.text) else { continue };
        if !kind.has_cells() {
            decoder.error("cells-in-drawn-lane", &lane.span).value(&lane.text).report(format!(
                "lane `{}` is of kind `{kind}`: it draws what stands under `{}` and has no \
                     cells of its own",
                lane.text,
                drawn_key(*kind)
            ));
        }
    }
    for image in &names.images {
        let Some(kind) = names.lane_kinds.get(&image.text) else { continue };
        if *kind != LaneKind::Image {
            decoder.warning("image-not-shown", &image.span).report(format!(
                "lane `{}` is of kind `{kind}`, which does not show images; make it `image`",
                image.text
            ));
        }
    }
}

const fn drawn_key(kind: LaneKind) -> &'static str {
    match kind {
        LaneKind::Emotion => "emotion",
        LaneKind::Touchpoints => "touchpoints",
        LaneKind::Ideas => "ideas",
        _ => "barriers",
    }
}
