//! What two sides may do to a map together that neither could do alone.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use kelias_map::{Barrier, Emotions, EvidenceId, Item, LaneId, LaneKind, Lift, Map, PersonaId, PlaceId, TouchpointId};

use super::apart::free_id;

/// The map, valid again. A valid map is left as it is; `sides` are asked where a value must be chosen.
pub(super) fn repair(mut map: Map, sides: [&Map; 3]) -> Map {
    distinct_places(&mut map);
    lanes_with_cells(&mut map, sides);
    period(&mut map, sides);
    references(&mut map);
    columns(&mut map);
    map
}

/// A stage of one side may have the id of a step of the other.
fn distinct_places(map: &mut Map) {
    let mut seen: BTreeSet<PlaceId> = map.stages.iter().map(|stage| stage.id.clone()).collect();
    let all: HashSet<PlaceId> = map.places().map(|place| place.id().clone()).collect();
    for step in map.stages.iter_mut().flat_map(|stage| &mut stage.steps) {
        if seen.contains(&step.id) {
            let id = free_id(step.id.as_str(), |id| all.contains(id) || seen.contains(id));
            step.id = PlaceId::new(id).expect("an id with a number behind it is an id");
        }
        seen.insert(step.id.clone());
    }
}

/// A lane that one side made draw what stands elsewhere while the other wrote in it remains as it was.
fn lanes_with_cells(map: &mut Map, sides: [&Map; 3]) {
    let filled: BTreeSet<LaneId> = map.places().flat_map(|place| place.cells().keys().cloned()).collect();
    for lane in map.lanes.iter_mut().filter(|lane| !lane.kind.has_cells() && filled.contains(&lane.id)) {
        let mut before = sides.into_iter().filter_map(|side| side.lane(&lane.id));
        match before.find(|lane| lane.kind.has_cells()) {
            Some(before) => (lane.kind, lane.layer) = (before.kind, before.layer),
            None => lane.kind = LaneKind::Text,
        }
    }
}

/// One side may begin the period later than the other ends it.
fn period(map: &mut Map, sides: [&Map; 3]) {
    let scope = &mut map.scope;
    if let (Some(from), Some(until)) = (scope.from, scope.until)
        && until <= from
    {
        (scope.from, scope.until) = (sides[0].scope.from, sides[0].scope.until);
    }
}

/// What is there to be referred to.
struct Known {
    evidence: HashSet<EvidenceId>,
    personas: HashSet<PersonaId>,
    lanes: HashSet<LaneId>,
    places: HashSet<PlaceId>,
    touchpoints: HashSet<TouchpointId>,
}

/// References to what is gone are passed over.
fn references(map: &mut Map) {
    let known = Known {
        evidence: map.evidence.iter().map(|evidence| evidence.id.clone()).collect(),
        personas: map.personas.iter().map(|persona| persona.id.clone()).collect(),
        lanes: map.lanes.iter().map(|lane| lane.id.clone()).collect(),
        places: map.places().map(|place| place.id().clone()).collect(),
        touchpoints: map.touchpoints().map(|placed| placed.touchpoint.id.clone()).collect(),
    };
    for persona in &mut map.personas {
        let lists = [
            &mut persona.facts,
            &mut persona.needs,
            &mut persona.motives,
            &mut persona.worries,
            &mut persona.behaviour,
        ];
        lists.into_iter().flatten().for_each(|item| known.in_item(item));
    }
    for stage in &mut map.stages {
        known.in_place(&mut stage.emotion, &mut stage.cells, &mut stage.barriers);
        for step in &mut stage.steps {
            known.in_place(&mut step.emotion, &mut step.cells, &mut step.barriers);
            for touchpoint in &mut step.touchpoints {
                touchpoint.binding.take_if(|binding| binding.events.is_empty());
            }
        }
    }
    map.transitions.retain(|way| known.places.contains(&way.from) && known.places.contains(&way.to));
    map.targets.retain(|target| known.places.contains(&target.step));
}

impl Known {
    fn in_item(&self, item: &mut Item) {
        item.evidence.retain(|id| self.evidence.contains(id));
    }

    fn in_place(&self, emotion: &mut Emotions, cells: &mut BTreeMap<LaneId, Vec<Item>>, barriers: &mut [Barrier]) {
        emotion.retain(|persona, _| self.personas.contains(persona));
        emotion.values_mut().for_each(|emotion| emotion.evidence.retain(|id| self.evidence.contains(id)));
        cells.retain(|lane, _| self.lanes.contains(lane));
        cells.values_mut().flatten().for_each(|item| self.in_item(item));
        for barrier in barriers {
            barrier.personas.retain(|id| self.personas.contains(id));
            barrier.touchpoints.retain(|id| self.touchpoints.contains(id));
            barrier.evidence.retain(|id| self.evidence.contains(id));
            for idea in &mut barrier.ideas {
                idea.evidence.retain(|id| self.evidence.contains(id));
                idea.touchpoint.take_if(|id| !self.touchpoints.contains(id));
                idea.lifts.take_if(|lift| !self.places.contains(&lift.from) || !self.places.contains(&lift.to));
            }
        }
    }
}

/// What names a stage as a column names its first step once the stage has steps.
fn columns(map: &mut Map) {
    let first_steps: BTreeMap<PlaceId, PlaceId> =
        map.stages.iter().filter_map(|stage| Some((stage.id.clone(), stage.steps.first()?.id.clone()))).collect();
    let column = |id: &mut PlaceId| {
        if let Some(step) = first_steps.get(id) {
            id.clone_from(step);
        }
    };
    map.targets.iter_mut().for_each(|target| column(&mut target.step));
    for stage in &mut map.stages {
        let steps = stage.steps.iter_mut().flat_map(|step| &mut step.barriers);
        for idea in stage.barriers.iter_mut().chain(steps).flat_map(|barrier| &mut barrier.ideas) {
            if let Some(Lift { from, to }) = &mut idea.lifts {
                column(from);
                column(to);
            }
        }
    }
}
