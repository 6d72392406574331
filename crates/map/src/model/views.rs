//! Ways to look at a map that several readers of it share.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{
    Barrier, BarrierId, Cells, Emotions, Evidence, Idea, IdeaId, Item, Lane, LaneId, LaneKind, Language, Map,
    MomentOfTruth, Persona, PlaceId, Stage, Step, Text, Touchpoint, TouchpointId,
};

/// A column of the map: a step, or a stage without steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column<'a> {
    /// Place of the stage among the stages, from 0.
    pub stage_index: usize,
    /// The stage.
    pub stage: &'a Stage,
    /// The step; none where the stage itself is the column.
    pub step: Option<&'a Step>,
}

impl<'a> Column<'a> {
    /// Whether the column is left out when the map is shown.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.stage.hidden || self.step.is_some_and(|step| step.hidden)
    }

    /// Id of the step or stage.
    #[must_use]
    pub fn id(&self) -> &'a PlaceId {
        self.step.map_or(&self.stage.id, |step| &step.id)
    }

    /// Title of the step or stage.
    #[must_use]
    pub fn title(&self) -> &'a Text {
        self.step.map_or(&self.stage.title, |step| &step.title)
    }

    /// Moment of truth of the step or stage.
    #[must_use]
    pub fn moment_of_truth(&self) -> Option<MomentOfTruth> {
        self.step.map_or(self.stage.moment_of_truth, |step| step.moment_of_truth)
    }

    /// Emotions of the step or stage.
    #[must_use]
    pub fn emotion(&self) -> &'a Emotions {
        self.step.map_or(&self.stage.emotion, |step| &step.emotion)
    }

    /// Cells of the step or stage.
    #[must_use]
    pub fn cells(&self) -> &'a Cells {
        self.step.map_or(&self.stage.cells, |step| &step.cells)
    }

    /// Items in one lane; none where the cell is empty.
    #[must_use]
    pub fn items(&self, lane: &LaneId) -> &'a [Item] {
        self.cells().get(lane).map_or(&[], Vec::as_slice)
    }

    /// Barriers of the step or stage.
    #[must_use]
    pub fn barriers(&self) -> &'a [Barrier] {
        self.step.map_or(&self.stage.barriers, |step| &step.barriers)
    }

    /// Touchpoints of the step; a stage has none.
    #[must_use]
    pub fn touchpoints(&self) -> &'a [Touchpoint] {
        self.step.map_or(&[], |step| &step.touchpoints)
    }

    /// Whether a lane shows something in this column, from the column's own content or, in a
    /// stage with steps, from the stage's.
    #[must_use]
    pub fn is_filled(&self, lane: &Lane) -> bool {
        let stage = Self { step: None, ..*self };
        self.fills(lane) || (self.step.is_some() && stage.fills(lane))
    }

    fn fills(&self, lane: &Lane) -> bool {
        match lane.kind {
            LaneKind::Emotion => !self.emotion().is_empty(),
            LaneKind::Touchpoints => !self.touchpoints().is_empty(),
            LaneKind::Barriers => !self.barriers().is_empty(),
            LaneKind::Ideas => self.barriers().iter().any(|barrier| !barrier.ideas.is_empty()),
            LaneKind::Metric if lane.metric.is_some() => true,
            _ => self.items(&lane.id).iter().any(|item| !item.text.is_blank()),
        }
    }
}

/// A touchpoint with the step it stands in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedTouchpoint<'a> {
    /// The stage.
    pub stage: &'a Stage,
    /// The step.
    pub step: &'a Step,
    /// The touchpoint.
    pub touchpoint: &'a Touchpoint,
}

/// How many claims of a map are backed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceCoverage {
    /// Items of portraits and cells, claimed emotions, barriers. Ideas are proposals, not claims.
    pub claims: usize,
    /// Those among them that cite evidence.
    pub backed: usize,
}

impl EvidenceCoverage {
    /// Share of claims that are backed, 0 to 1; unknown for a map without claims.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        share(self.backed, self.claims)
    }
}

/// How many cells of a map are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completeness {
    /// Shown lanes times shown columns.
    pub cells: usize,
    /// Those among them that show something.
    pub filled: usize,
}

impl Completeness {
    /// Share of cells that are filled, 0 to 1; unknown for a map without cells.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        share(self.filled, self.cells)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a map are far below 2^53")]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl Map {
    /// Columns from left to right.
    pub fn columns(&self) -> impl Iterator<Item = Column<'_>> {
        self.stages.iter().enumerate().flat_map(|(stage_index, stage)| {
            let whole = stage.steps.is_empty().then_some(Column { stage_index, stage, step: None });
            let steps = stage.steps.iter().map(move |step| Column { stage_index, stage, step: Some(step) });
            whole.into_iter().chain(steps)
        })
    }

    /// Columns that are shown, from left to right.
    pub fn shown_columns(&self) -> impl Iterator<Item = Column<'_>> {
        self.columns().filter(|column| !column.is_hidden())
    }

    /// The map without the stages and steps that are hidden, and without what names them. A stage of which every step is
    /// hidden is left out as a whole: it would become a column of its own.
    #[must_use]
    pub fn without_hidden(&self) -> Cow<'_, Self> {
        if !self.columns().any(|column| column.is_hidden()) {
            return Cow::Borrowed(self);
        }
        let mut map = self.clone();
        map.stages.retain_mut(|stage| {
            let had_steps = !stage.steps.is_empty();
            stage.steps.retain(|step| !step.hidden);
            !stage.hidden && (!had_steps || !stage.steps.is_empty())
        });
        let places: BTreeSet<PlaceId> = map.places().map(|place| place.id().clone()).collect();
        let touchpoints: BTreeSet<TouchpointId> =
            map.touchpoints().map(|placed| placed.touchpoint.id.clone()).collect();
        map.transitions.retain(|one| places.contains(&one.from) && places.contains(&one.to));
        map.targets.retain(|one| places.contains(&one.step));
        for stage in &mut map.stages {
            let in_steps = stage.steps.iter_mut().flat_map(|step| &mut step.barriers);
            for barrier in stage.barriers.iter_mut().chain(in_steps) {
                barrier.touchpoints.retain(|id| touchpoints.contains(id));
                for idea in &mut barrier.ideas {
                    idea.touchpoint.take_if(|id| !touchpoints.contains(id));
                    idea.lifts.take_if(|lift| !places.contains(&lift.from) || !places.contains(&lift.to));
                }
            }
        }
        Cow::Owned(map)
    }

    /// Stages and their steps as places that can hold emotions, cells and barriers, each stage
    /// before its steps.
    pub fn places(&self) -> impl Iterator<Item = Column<'_>> {
        self.stages.iter().enumerate().flat_map(|(stage_index, stage)| {
            let steps = stage.steps.iter().map(Some);
            std::iter::once(None).chain(steps).map(move |step| Column { stage_index, stage, step })
        })
    }

    /// Steps in order, each with its stage.
    pub fn steps(&self) -> impl Iterator<Item = (&Stage, &Step)> {
        let stages = self.stages.iter();
        stages.flat_map(|stage| stage.steps.iter().map(move |step| (stage, step)))
    }

    /// Touchpoints in the map's order.
    pub fn touchpoints(&self) -> impl Iterator<Item = PlacedTouchpoint<'_>> {
        self.steps().flat_map(|(stage, step)| {
            step.touchpoints.iter().map(move |touchpoint| PlacedTouchpoint { stage, step, touchpoint })
        })
    }

    /// The pictures that the map names, as often as it does: portraits, pictures in cells, icons of one's own.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        let portraits = self.personas.iter().filter_map(|persona| persona.picture.as_deref());
        let items = self.places().flat_map(|place| place.cells().values().flatten());
        let icons = self.touchpoints().filter_map(|placed| placed.touchpoint.own_icon());
        portraits.chain(items.filter_map(|item| item.image.as_deref())).chain(icons)
    }

    /// Barriers in the map's order, each with its stage or step.
    pub fn barriers(&self) -> impl Iterator<Item = (Column<'_>, &Barrier)> {
        self.places().flat_map(|place| place.barriers().iter().map(move |barrier| (place, barrier)))
    }

    /// Ideas in the map's order, each with its barrier.
    pub fn ideas(&self) -> impl Iterator<Item = (&Barrier, &Idea)> {
        self.barriers().flat_map(|(_, barrier)| barrier.ideas.iter().map(move |idea| (barrier, idea)))
    }

    /// The stage or step of this id.
    #[must_use]
    pub fn place(&self, id: &PlaceId) -> Option<Column<'_>> {
        self.places().find(|place| place.id() == id)
    }

    /// The lane of this id.
    #[must_use]
    pub fn lane(&self, id: &LaneId) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.id == *id)
    }

    /// The persona of this id.
    #[must_use]
    pub fn persona(&self, id: &super::PersonaId) -> Option<&Persona> {
        self.personas.iter().find(|persona| persona.id == *id)
    }

    /// The evidence of this id.
    #[must_use]
    pub fn evidence(&self, id: &super::EvidenceId) -> Option<&Evidence> {
        self.evidence.iter().find(|evidence| evidence.id == *id)
    }

    /// The touchpoint of this id.
    #[must_use]
    pub fn touchpoint(&self, id: &TouchpointId) -> Option<PlacedTouchpoint<'_>> {
        self.touchpoints().find(|placed| placed.touchpoint.id == *id)
    }

    /// The barrier of this id.
    #[must_use]
    pub fn barrier(&self, id: &BarrierId) -> Option<&Barrier> {
        self.barriers().map(|(_, barrier)| barrier).find(|barrier| barrier.id == *id)
    }

    /// The idea of this id.
    #[must_use]
    pub fn idea(&self, id: &IdeaId) -> Option<&Idea> {
        self.ideas().map(|(_, idea)| idea).find(|idea| idea.id == *id)
    }

    /// How many claims cite evidence.
    #[must_use]
    pub fn evidence_coverage(&self) -> EvidenceCoverage {
        let portraits = self.personas.iter().flat_map(Persona::items);
        let cells = self.places().flat_map(|place| place.cells().values().flatten());
        let items = portraits.chain(cells).map(|item| &item.evidence);
        let emotions = self
            .places()
            .flat_map(|place| place.emotion().values())
            .filter(|emotion| emotion.claimed.is_some())
            .map(|emotion| &emotion.evidence);
        let barriers = self.barriers().map(|(_, barrier)| &barrier.evidence);
        let mut coverage = EvidenceCoverage { claims: 0, backed: 0 };
        for evidence in items.chain(emotions).chain(barriers) {
            coverage.claims += 1;
            coverage.backed += usize::from(!evidence.is_empty());
        }
        coverage
    }

    /// How many cells of the lanes and columns that are shown hold something.
    #[must_use]
    pub fn completeness(&self) -> Completeness {
        let mut completeness = Completeness { cells: 0, filled: 0 };
        for lane in self.lanes.iter().filter(|lane| !lane.hidden) {
            for column in self.shown_columns() {
                completeness.cells += 1;
                completeness.filled += usize::from(column.is_filled(lane));
            }
        }
        completeness
    }

    /// The reader's language, or the map's own where the reader names none.
    #[must_use]
    pub fn language_or<'a>(&'a self, reader: Option<&'a Language>) -> &'a Language {
        reader.unwrap_or(&self.language)
    }

    /// The languages of the map's texts, the map's own among them.
    #[must_use]
    pub fn languages(&self) -> BTreeSet<Language> {
        let mut languages = BTreeSet::from([self.language.clone()]);
        self.for_each_text(&mut |text| languages.extend(text.languages().cloned()));
        languages
    }
}
