/** What follows from a map: columns, how complete and how well backed it is, its findings. The counts are those of
 * `crates/map/src/model/views.rs`. */

import { lookup } from "./lookup";
import { isBlank } from "./text";
import type { Barrier, Column, Item, Key, Lane, MapSnapshot, Place, Stage, Touchpoint } from "./types";

/** What a reader has chosen not to see. */
export interface Filter {
  /** Keys of lanes, stages and personas that are left out. */
  readonly lanes?: ReadonlySet<Key>;
  readonly stages?: ReadonlySet<Key>;
  readonly personas?: ReadonlySet<Key>;
  /** Whether hidden lanes, stages and steps are shown all the same. */
  readonly showsHidden?: boolean;
}

/** All columns from left to right, hidden ones too. */
export function allColumns(snapshot: MapSnapshot): readonly Column[] {
  return lookup(snapshot).columns;
}

/** The columns that are shown. A stage whose steps are all hidden is hidden with them. */
export function visibleColumns(snapshot: MapSnapshot, filter: Filter = {}): readonly Column[] {
  const isShown = (place: Place) => filter.showsHidden === true || !place.hidden;
  return allColumns(snapshot).filter(
    ({ stage, place }) => isShown(stage) && isShown(place) && !filter.stages?.has(stage.key),
  );
}

export function visibleLanes(snapshot: MapSnapshot, filter: Filter = {}): readonly Lane[] {
  return snapshot.lanes.filter(
    (lane) => (filter.showsHidden === true || !lane.hidden) && !filter.lanes?.has(lane.key),
  );
}

/** A part of some whole; its share is unknown where there is no whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly share: number | undefined;
}

function shareOf(part: number, whole: number): Share {
  return { part, whole, share: whole > 0 ? part / whole : undefined };
}

/** How many cells of the lanes and columns that are shown hold something. */
export function completeness(snapshot: MapSnapshot): Share {
  const columns = visibleColumns(snapshot);
  const lanes = snapshot.lanes.filter((lane) => !lane.hidden);
  const filled = lanes.flatMap((lane) => columns.filter((column) => isFilled(column, lane)));
  return shareOf(filled.length, lanes.length * columns.length);
}

/** Whether a lane shows something in a column, from the column's own content or from that of its stage. */
export function isFilled({ stage, step, place }: Column, lane: Lane): boolean {
  return fills(place, step?.touchpoints ?? [], lane) || (step !== undefined && fills(stage, [], lane));
}

function fills(place: Place, touchpoints: readonly Touchpoint[], lane: Lane): boolean {
  switch (lane.kind) {
    case "emotion":
      return Object.keys(place.emotion).length > 0;
    case "touchpoints":
      return touchpoints.length > 0;
    case "barriers":
      return place.barriers.length > 0;
    case "ideas":
      return place.barriers.some((barrier) => barrier.ideas.length > 0);
    default:
      if (lane.kind === "metric" && lane.metric !== undefined) return true;
      return (place.cells[lane.key] ?? []).some((item) => !isBlank(item.text));
  }
}

/** Something a map says that evidence could back. */
export type Claim =
  | {
      readonly kind: "item";
      readonly item: Item;
      readonly place?: Key;
      readonly lane?: Key;
      readonly persona?: Key;
    }
  | {
      readonly kind: "emotion";
      readonly place: Key;
      readonly persona: Key;
      readonly evidence: readonly Key[];
    }
  | { readonly kind: "barrier"; readonly barrier: Barrier; readonly place: Key };

/** The claims of a map: items of portraits and cells, claimed emotions, barriers. Ideas are proposals. */
export function claimsOf(snapshot: MapSnapshot): readonly Claim[] {
  const portraits = snapshot.personas.flatMap((persona) =>
    Object.values(persona.portrait).flatMap((items) =>
      items.map((item): Claim => ({ kind: "item", item, persona: persona.key })),
    ),
  );
  return [...portraits, ...[...lookup(snapshot).places.values()].flatMap(claimsIn)];
}

function claimsIn(place: Place): Claim[] {
  const items = Object.entries(place.cells).flatMap(([lane, cell]) =>
    cell.map((item): Claim => ({ kind: "item", item, place: place.key, lane })),
  );
  const emotions = Object.entries(place.emotion)
    .filter(([, emotion]) => emotion.claimed !== undefined)
    .map(([persona, { evidence }]): Claim => ({ kind: "emotion", place: place.key, persona, evidence }));
  const barriers = place.barriers.map((barrier): Claim => ({ kind: "barrier", barrier, place: place.key }));
  return [...items, ...emotions, ...barriers];
}

/** What backs a claim. */
export function evidenceOf(claim: Claim): readonly Key[] {
  if (claim.kind === "item") return claim.item.evidence;
  return claim.kind === "barrier" ? claim.barrier.evidence : claim.evidence;
}

/** The claims that nothing backs. */
export function assumptionsOf(snapshot: MapSnapshot): readonly Claim[] {
  return claimsOf(snapshot).filter((claim) => evidenceOf(claim).length === 0);
}

/** How many claims cite evidence. */
export function evidenceCoverage(snapshot: MapSnapshot): Share {
  const claims = claimsOf(snapshot);
  return shareOf(claims.filter((claim) => evidenceOf(claim).length > 0).length, claims.length);
}

/** How often each piece of evidence is cited. */
export function citationsOf(snapshot: MapSnapshot): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>(snapshot.evidence.map((one) => [one.key, 0]));
  const ideas = [...lookup(snapshot).ideas.values()].map((one) => one.idea.evidence);
  for (const keys of [...claimsOf(snapshot).map(evidenceOf), ...ideas]) {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What a map says at a glance, worked out without events. */
export interface Findings {
  readonly stages: number;
  readonly steps: number;
  readonly touchpoints: { readonly all: number; readonly bound: number };
  readonly barriers: number;
  readonly ideas: number;
  /** The barrier that is most critical; the first of several. */
  readonly mostCritical: { readonly barrier: Barrier; readonly place: Key } | undefined;
  /** The place with the lowest claimed emotion, averaged over the personas. */
  readonly lowest: { readonly place: Key; readonly value: number } | undefined;
  readonly assumptions: number;
}

export function findingsOf(snapshot: MapSnapshot): Findings {
  const { steps, touchpoints, barriers, ideas, columns } = lookup(snapshot);
  const all = [...touchpoints.values()];
  const critical = [...barriers.values()].filter(({ barrier }) => barrier.criticality !== undefined);
  const most = Math.max(...critical.map(({ barrier }) => barrier.criticality ?? 0));
  const worst = critical.find(({ barrier }) => barrier.criticality === most);
  return {
    stages: snapshot.stages.length,
    steps: steps.size,
    touchpoints: { all: all.length, bound: all.filter((one) => one.touchpoint.events.length > 0).length },
    barriers: barriers.size,
    ideas: ideas.size,
    mostCritical: worst && { barrier: worst.barrier, place: worst.place.key },
    lowest: lowestOf(columns),
    assumptions: assumptionsOf(snapshot).length,
  };
}

function lowestOf(columns: readonly Column[]): Findings["lowest"] {
  const felt = columns.flatMap(({ place }) => {
    const value = meanEmotion(place);
    return value === undefined ? [] : [{ place: place.key, value }];
  });
  return felt.reduce<Findings["lowest"]>(
    (low, one) => (low && low.value <= one.value ? low : one),
    undefined,
  );
}

/** The claimed emotion of a place, averaged over the personas who feel something there. */
export function meanEmotion(place: Place): number | undefined {
  const values = Object.values(place.emotion).flatMap(({ claimed }) =>
    claimed === undefined ? [] : [claimed],
  );
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How much an idea is worth by what is known of it: criticality of its barrier and its eases; none if one is missing. */
export function ideaScore(barrier: Barrier, idea: Barrier["ideas"][number]): number | undefined {
  const parts = [barrier.criticality, idea.design, idea.development];
  return parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum + part, 0) : undefined;
}

/** The stages of some columns, each with how many of them it spans. */
export function stageSpans(
  columns: readonly Column[],
): readonly { readonly stage: Stage; readonly span: number }[] {
  const spans: { stage: Stage; span: number }[] = [];
  for (const { stage } of columns) {
    const last = spans.at(-1);
    if (last?.stage === stage) last.span += 1;
    else spans.push({ stage, span: 1 });
  }
  return spans;
}
