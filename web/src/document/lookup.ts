/** Finding records of a snapshot by key. */

import { TITLE_FIELD } from "./schema";
import type { RecordRef } from "./selection";
import type {
  Barrier,
  Column,
  Evidence,
  Idea,
  Item,
  Key,
  Lane,
  MapSnapshot,
  Persona,
  Place,
  PortraitList,
  Stage,
  Step,
  Target,
  Touchpoint,
  Transition,
} from "./types";

/** Where an item stands. */
export type ItemHome =
  | { readonly place: Key; readonly lane: Key }
  | { readonly persona: Key; readonly list: PortraitList };

export interface Lookup {
  readonly stages: ReadonlyMap<Key, Stage>;
  readonly steps: ReadonlyMap<Key, Step>;
  readonly places: ReadonlyMap<Key, Stage | Step>;
  readonly lanes: ReadonlyMap<Key, Lane>;
  readonly personas: ReadonlyMap<Key, Persona>;
  readonly evidence: ReadonlyMap<Key, Evidence>;
  readonly transitions: ReadonlyMap<Key, Transition>;
  readonly targets: ReadonlyMap<Key, Target>;
  readonly items: ReadonlyMap<Key, { readonly item: Item; readonly home: ItemHome }>;
  readonly touchpoints: ReadonlyMap<Key, { readonly touchpoint: Touchpoint; readonly step: Step }>;
  readonly barriers: ReadonlyMap<Key, { readonly barrier: Barrier; readonly place: Stage | Step }>;
  readonly ideas: ReadonlyMap<Key, { readonly idea: Idea; readonly barrier: Barrier; readonly place: Place }>;
  /** Steps, and stages without steps, from left to right; hidden ones too. */
  readonly columns: readonly Column[];
}

const known = new WeakMap<MapSnapshot, Lookup>();

/** The records of a snapshot by key; made once for each snapshot. */
export function lookup(snapshot: MapSnapshot): Lookup {
  const found = known.get(snapshot);
  if (found) return found;
  const made = make(snapshot);
  known.set(snapshot, made);
  return made;
}

const TITLED = Object.keys(TITLE_FIELD) as (keyof typeof TITLE_FIELD)[];

/** The record of a key, in whichever table; none if it is gone. */
export function findRecord(snapshot: MapSnapshot, key: Key): RecordRef | undefined {
  const records = lookup(snapshot);
  const table = TITLED.find((one) => records[one].has(key));
  return table && { table, key };
}

/** Whether a place is a step. */
export function isStep(place: Stage | Step): place is Step {
  return "stage" in place;
}

function make(snapshot: MapSnapshot): Lookup {
  const places = snapshot.stages.flatMap((stage): (Stage | Step)[] => [stage, ...stage.steps]);
  const steps = places.filter(isStep);
  const items = new Map<Key, { item: Item; home: ItemHome }>();
  for (const place of places) {
    for (const [lane, cell] of Object.entries(place.cells)) {
      for (const item of cell) items.set(item.key, { item, home: { place: place.key, lane } });
    }
  }
  for (const persona of snapshot.personas) {
    for (const [list, portrait] of Object.entries(persona.portrait)) {
      const home = { persona: persona.key, list: list as PortraitList };
      for (const item of portrait) items.set(item.key, { item, home });
    }
  }
  const barriers = places.flatMap((place) => place.barriers.map((barrier) => ({ barrier, place })));
  const ideas = barriers.flatMap(({ barrier, place }) =>
    barrier.ideas.map((idea) => ({ idea, barrier, place })),
  );
  const touchpoints = steps.flatMap((step) => step.touchpoints.map((touchpoint) => ({ touchpoint, step })));
  return {
    stages: byKey(snapshot.stages),
    steps: byKey(steps),
    places: byKey(places),
    lanes: byKey(snapshot.lanes),
    personas: byKey(snapshot.personas),
    evidence: byKey(snapshot.evidence),
    transitions: byKey(snapshot.transitions),
    targets: byKey(snapshot.targets),
    items,
    touchpoints: new Map(touchpoints.map((one) => [one.touchpoint.key, one])),
    barriers: new Map(barriers.map((one) => [one.barrier.key, one])),
    ideas: new Map(ideas.map((one) => [one.idea.key, one])),
    columns: snapshot.stages.flatMap(columnsOf),
  };
}

function columnsOf(stage: Stage): Column[] {
  if (stage.steps.length === 0) return [{ stage, place: stage }];
  return stage.steps.map((step) => ({ stage, step, place: step }));
}

function byKey<T extends { readonly key: Key }>(records: readonly T[]): ReadonlyMap<Key, T> {
  return new Map(records.map((record) => [record.key, record]));
}
