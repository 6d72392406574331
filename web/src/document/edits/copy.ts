/** Writing copies of what a snapshot holds: for duplicating, and for pasting from another map. */

import type { Edit } from "../edit";
import type {
  Barrier,
  Emotion,
  Idea,
  Item,
  Key,
  Lane,
  Place,
  PortraitList,
  Stage,
  Step,
  Touchpoint,
} from "../types";

/** Which keys of this map stand for the keys of what is copied; a key that stands for nothing is left out. */
export interface Renaming {
  readonly lane: (key: Key) => Key | undefined;
  readonly persona: (key: Key) => Key | undefined;
  readonly evidence: (key: Key) => Key | undefined;
  /** Touchpoints and places that are copied too come in here as they are made. */
  readonly made: Map<Key, Key>;
  /** Whether a touchpoint or place that was not copied is one of this map. */
  readonly isHere: (key: Key) => boolean;
}

/** Copies within one map: everything keeps its key but what is copied itself. */
export function sameMap(): Renaming {
  const same = (key: Key) => key;
  return { lane: same, persona: same, evidence: same, made: new Map(), isHere: () => true };
}

export type ItemHomeValues =
  | { readonly place: Key; readonly lane: Key }
  | { readonly persona: Key; readonly list: PortraitList };

export function copyItem(edit: Edit, item: Item, home: ItemHomeValues, at: string, names: Renaming): Key {
  const key = edit.add("items", { at, ...home, image: item.image }, { text: item.text });
  edit.addToSet("items", key, "evidence", renamed(item.evidence, names.evidence));
  return key;
}

export function copyTouchpoint(edit: Edit, from: Touchpoint, step: Key, at: string, names: Renaming): Key {
  const { channel, side, icon, events, where } = from;
  const values = { at, step, channel, icon, where, side: side === "backstage" ? side : undefined };
  const texts = { title: from.title, actor: from.actor };
  const bound = { ...values, events: events.length > 0 ? [...events] : undefined };
  const key = edit.add("touchpoints", bound, texts);
  names.made.set(from.key, key);
  return key;
}

export function copyBarrier(edit: Edit, from: Barrier, place: Key, at: string, names: Renaming): Key {
  const key = edit.add("barriers", { at, place, criticality: from.criticality }, { text: from.text });
  edit.addToSet("barriers", key, "evidence", renamed(from.evidence, names.evidence));
  edit.addToSet("barriers", key, "personas", renamed(from.personas, names.persona));
  edit.addToSet(
    "barriers",
    key,
    "touchpoints",
    renamed(from.touchpoints, (one) => nearest(one, names)),
  );
  for (const idea of from.ideas) copyIdea(edit, idea, key, idea.at, names);
  return key;
}

export function copyIdea(edit: Edit, from: Idea, barrier: Key, at: string, names: Renaming): Key {
  const { design, development, status, owner } = from;
  const [liftsFrom, liftsTo] = [from.liftsFrom, from.liftsTo].map((place) => place && nearest(place, names));
  const lifts = liftsFrom && liftsTo ? { "lifts-from": liftsFrom, "lifts-to": liftsTo } : {};
  const touchpoint = from.touchpoint && nearest(from.touchpoint, names);
  const values = { at, barrier, design, development, owner, touchpoint, ...lifts };
  const key = edit.add(
    "ideas",
    { ...values, status: status === "proposed" ? undefined : status },
    { text: from.text },
  );
  edit.addToSet("ideas", key, "evidence", renamed(from.evidence, names.evidence));
  return key;
}

export function copyEmotion(edit: Edit, from: Emotion, place: Key, persona: Key, names: Renaming): void {
  const { claimed, wished, icon } = from;
  const isBare = claimed === undefined && wished === undefined && icon === undefined;
  edit.setEmotion(place, persona, { claimed, wished, icon, felt: isBare ? true : undefined });
  edit.writeText(`${place}/${persona}`, "word", from.word);
  edit.citeEmotion(place, persona, renamed(from.evidence, names.evidence));
}

/** Copies a lane without its cells. */
export function copyLane(edit: Edit, lane: Lane, at: string): Key {
  const { kind, icon, colour, layer, metric } = lane;
  const hidden = lane.hidden || undefined;
  return edit.add("lanes", { at, kind, icon, colour, layer, metric, hidden }, { title: lane.title });
}

/** Copies a step with everything in it. */
export function copyStep(edit: Edit, step: Step, stage: Key, at: string, names: Renaming): Key {
  const values = { at, stage, moment: step.moment, colour: step.colour, expected: step.expected };
  const texts = { title: step.title, success: step.success };
  const key = edit.add("steps", { ...values, hidden: step.hidden || undefined }, texts);
  names.made.set(step.key, key);
  for (const touchpoint of step.touchpoints) copyTouchpoint(edit, touchpoint, key, touchpoint.at, names);
  copyContents(edit, step, key, names);
  return key;
}

/** Copies a stage with its steps and everything in them. */
export function copyStage(edit: Edit, stage: Stage, at: string, names: Renaming): Key {
  const values = { at, moment: stage.moment, colour: stage.colour, map: stage.map };
  const texts = { title: stage.title, goal: stage.goal };
  const key = edit.add("stages", { ...values, hidden: stage.hidden || undefined }, texts);
  names.made.set(stage.key, key);
  for (const step of stage.steps) copyStep(edit, step, key, step.at, names);
  copyContents(edit, stage, key, names);
  return key;
}

/** Copies cells, emotions and barriers of one place to another. */
export function copyContents(edit: Edit, from: Place, place: Key, names: Renaming): void {
  for (const [oldLane, items] of Object.entries(from.cells)) {
    const lane = names.lane(oldLane);
    if (lane !== undefined) for (const item of items) copyItem(edit, item, { place, lane }, item.at, names);
  }
  for (const [oldPersona, emotion] of Object.entries(from.emotion)) {
    const persona = names.persona(oldPersona);
    if (persona !== undefined) copyEmotion(edit, emotion, place, persona, names);
  }
  for (const barrier of from.barriers) copyBarrier(edit, barrier, place, barrier.at, names);
}

function renamed(keys: readonly Key[], name: (key: Key) => Key | undefined): Key[] {
  return keys.map(name).filter((key) => key !== undefined);
}

/** What a touchpoint or place is now: its copy, or itself. */
function nearest(key: Key, names: Renaming): Key | undefined {
  return names.made.get(key) ?? (names.isHere(key) ? key : undefined);
}
