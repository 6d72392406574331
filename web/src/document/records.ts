/** From a record as written to a record of the map, table by table. References are kept as keys; what they lead to is
 * for the assembly of the whole map to find out. */

import type { Raw } from "./raw";
import {
  EVIDENCE_KINDS,
  EVIDENCE_WHO,
  IDEA_STATUSES,
  LANE_KINDS,
  LAYERS,
  MAP_STATUSES,
  METRICS,
  MOMENTS,
  metricRange,
  PORTRAIT_LISTS,
  SIDES,
  STATES,
  TRANSITION_KINDS,
} from "./schema";
import type {
  Barrier,
  Emotion,
  Evidence,
  Head,
  Idea,
  Item,
  Key,
  Lane,
  Persona,
  Stage,
  Step,
  Tag,
  Target,
  Touchpoint,
  Transition,
} from "./types";
import { clamp, clean, colour, date, duration, isSlug, languageTag } from "./values";

/** An object without the values that are undefined. */
export type Defined<T> = {
  [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name];
} & { [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined> };

export function defined<T extends object>(values: T): Defined<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}

/** A record with the record it belongs to; what it holds itself is found by the assembly. */
export type StageRecord = Omit<Stage, "emotion" | "cells" | "barriers" | "steps">;
export type StepRecord = Omit<Step, "emotion" | "cells" | "barriers" | "touchpoints">;
export type PersonaRecord = Omit<Persona, "portrait">;
export interface TouchpointRecord {
  readonly step: Key;
  readonly touchpoint: Touchpoint;
}
export interface ItemRecord {
  /** A place, or a persona. */
  readonly owner: Key;
  /** Key of a lane, or name of a list of the portrait. */
  readonly row: string;
  readonly isInCell: boolean;
  readonly item: Item;
}
export interface BarrierRecord {
  readonly place: Key;
  readonly barrier: Omit<Barrier, "ideas">;
}
export interface IdeaRecord {
  readonly barrier: Key;
  readonly idea: Idea;
}

/** Whole numbers from 1 to 5. */
function score(raw: Raw, name: string): number | undefined {
  const value = raw.number(name);
  return value === undefined ? undefined : Math.floor(clamp(value, 1, 5) + 0.5);
}

const slug = (text: string) => (isSlug(text) ? text : undefined);
const named = (raw: Raw, key: Key) => ({ key, at: raw.at(), id: raw.formed("id", slug) ?? "" });

export function readLanguage(raw: Raw): string {
  return raw.formed("language", languageTag) ?? "en";
}

export function readHead(raw: Raw): Head {
  const from = raw.formed("from", date);
  const until = raw.formed("until", date);
  return defined({
    title: raw.text("title"),
    purpose: raw.optionalText("purpose"),
    product: raw.optionalText("product"),
    language: readLanguage(raw),
    subject: raw.string("subject") ?? "customer",
    status: raw.word("status", MAP_STATUSES) ?? "draft",
    owner: raw.string("owner"),
    state: raw.word("state", STATES),
    from,
    // A period that ends before it begins is open.
    until: from !== undefined && until !== undefined && until <= from ? undefined : until,
    accent: raw.formed("accent", colour),
    ribbon: raw.formed("ribbon", colour),
  });
}

export function readTag(raw: Raw, key: Key): Tag | undefined {
  const tag = raw.string("tag");
  return tag === undefined ? undefined : { key, at: raw.at(), tag };
}

export function readEvidence(raw: Raw, key: Key): Evidence {
  return defined({
    ...named(raw, key),
    kind: raw.word("kind", EVIDENCE_KINDS) ?? "observation",
    who: raw.word("who", EVIDENCE_WHO),
    date: raw.formed("date", date),
    link: raw.string("link"),
    title: raw.text("title"),
    note: raw.optionalText("note"),
  });
}

export function readPersona(raw: Raw, key: Key): PersonaRecord {
  return defined({
    ...named(raw, key),
    name: raw.text("name"),
    role: raw.optionalText("role"),
    quote: raw.optionalText("quote"),
    picture: raw.string("picture"),
    segment: raw.string("segment"),
  });
}

export function readLane(raw: Raw, key: Key): Lane {
  const kind = raw.word("kind", LANE_KINDS) ?? "text";
  const layer = raw.word("layer", LAYERS);
  return defined({
    ...named(raw, key),
    kind,
    title: raw.text("title"),
    icon: raw.string("icon"),
    colour: raw.formed("colour", colour),
    hidden: raw.flag("hidden"),
    // A lane of a blueprint is always one of its layers.
    layer: kind === "blueprint" ? (layer ?? "customer-actions") : layer,
    metric: raw.word("metric", METRICS),
  });
}

function place(raw: Raw, key: Key) {
  return {
    ...named(raw, key),
    title: raw.text("title"),
    moment: raw.word("moment", MOMENTS),
    colour: raw.formed("colour", colour),
    hidden: raw.flag("hidden"),
  };
}

export function readStage(raw: Raw, key: Key): StageRecord {
  return defined({ ...place(raw, key), goal: raw.optionalText("goal"), map: raw.formed("map", slug) });
}

export function readStep(raw: Raw, key: Key): StepRecord | undefined {
  const stage = raw.string("stage");
  if (stage === undefined) return undefined;
  const success = raw.optionalText("success");
  return defined({ ...place(raw, key), stage, success, expected: raw.formed("expected", duration) });
}

export function readTouchpoint(raw: Raw, key: Key): TouchpointRecord | undefined {
  const step = raw.string("step");
  if (step === undefined) return undefined;
  const written = raw.value("events");
  const events = Array.isArray(written) ? written.filter((name) => typeof name === "string").map(clean) : [];
  const touchpoint = defined({
    ...named(raw, key),
    title: raw.text("title"),
    actor: raw.optionalText("actor"),
    channel: raw.string("channel"),
    side: raw.word("side", SIDES) ?? "frontstage",
    icon: raw.string("icon"),
    events,
    // A condition on no events binds nothing.
    where: events.length > 0 ? raw.string("where") : undefined,
  });
  return { step, touchpoint };
}

export function readItem(raw: Raw, key: Key): ItemRecord | undefined {
  const item = defined({
    key,
    at: raw.at(),
    text: raw.text("text"),
    image: raw.string("image"),
    evidence: raw.set("evidence"),
  });
  const [place, lane] = [raw.string("place"), raw.string("lane")];
  if (place !== undefined && lane !== undefined) return { owner: place, row: lane, isInCell: true, item };
  const [persona, list] = [raw.string("persona"), raw.word("list", PORTRAIT_LISTS)];
  if (persona !== undefined && list !== undefined)
    return { owner: persona, row: list, isInCell: false, item };
  return undefined;
}

export function readBarrier(raw: Raw, key: Key): BarrierRecord | undefined {
  const where = raw.string("place");
  if (where === undefined) return undefined;
  const barrier = defined({
    ...named(raw, key),
    text: raw.text("text"),
    criticality: score(raw, "criticality"),
    personas: raw.set("personas"),
    touchpoints: raw.set("touchpoints"),
    evidence: raw.set("evidence"),
  });
  return { place: where, barrier };
}

export function readIdea(raw: Raw, key: Key): IdeaRecord | undefined {
  const barrier = raw.string("barrier");
  if (barrier === undefined) return undefined;
  const idea = defined({
    ...named(raw, key),
    text: raw.text("text"),
    touchpoint: raw.string("touchpoint"),
    design: score(raw, "design"),
    development: score(raw, "development"),
    status: raw.word("status", IDEA_STATUSES) ?? "proposed",
    owner: raw.string("owner"),
    liftsFrom: raw.string("lifts-from"),
    liftsTo: raw.string("lifts-to"),
    evidence: raw.set("evidence"),
  });
  return { barrier, idea };
}

export function readTransition(raw: Raw, key: Key): Transition | undefined {
  const [from, to] = [raw.string("from"), raw.string("to")];
  if (from === undefined || to === undefined) return undefined;
  const kind = raw.word("kind", TRANSITION_KINDS) ?? "branch";
  return defined({ key, at: raw.at(), from, to, kind, title: raw.optionalText("title") });
}

export function readTarget(raw: Raw, key: Key): Target | undefined {
  const [step, metric] = [raw.string("step"), raw.word("metric", METRICS)];
  if (step === undefined || metric === undefined) return undefined;
  const [low, high] = metricRange(metric);
  const bound = (name: string) => {
    const value = raw.number(name);
    return value === undefined ? undefined : clamp(value, low, high);
  };
  const atLeast = bound("at-least");
  const atMost = atLeast === undefined ? bound("at-most") : undefined;
  if (atLeast === undefined && atMost === undefined) return undefined;
  const alertAfter = raw.formed("alert-after", duration);
  return defined({ key, at: raw.at(), step, metric, atLeast, atMost, alertAfter });
}

/** How a persona feels somewhere; `isFelt` keeps an emotion of which nothing else is known. */
export function readEmotion(raw: Raw): { readonly emotion: Emotion; readonly isFelt: boolean } {
  const scale = (name: string) => {
    const value = raw.number(name);
    return value === undefined ? undefined : clamp(value, -2, 2);
  };
  const emotion = defined({
    claimed: scale("claimed"),
    wished: scale("wished"),
    word: raw.optionalText("word"),
    icon: raw.string("icon"),
    evidence: raw.set("evidence"),
  });
  return { emotion, isFelt: raw.flag("felt") };
}
