/** Puts the map together from the records of the live document, by the rules of docs/document.md. Whatever the document
 * holds, there is exactly one map in it; parts that did not change keep their identity. */

import { assignIds } from "./ids";
import { bySiblings, type Sibling } from "./order";
import type { StageRecord, StepRecord } from "./records";
import type { RecordsCache } from "./records-cache";
import { hasCells, PORTRAIT_LISTS } from "./schema";
import { hasSameParts, Sharing } from "./sharing";
import type {
  Barrier,
  Emotion,
  Evidence,
  Idea,
  Item,
  Key,
  Lane,
  MapSnapshot,
  Persona,
  Place,
  Stage,
  Step,
  Target,
  Text,
  Touchpoint,
  Transition,
} from "./types";

const NONE: readonly never[] = [];

/** Reads one document again and again. */
export class Reader {
  private readonly sharing = new Sharing();

  constructor(private readonly cache: RecordsCache) {}

  read(): MapSnapshot {
    this.sharing.begin();
    const snapshot = new Assembly(this.cache, this.sharing).map();
    this.sharing.end();
    return snapshot;
  }
}

/** One reading of a map. What refers to what is gone is left out on the way. */
class Assembly {
  private readonly lanes: readonly Lane[];
  private readonly evidence: readonly Evidence[];
  private readonly personas: readonly Sibling[];
  private readonly stages: readonly StageRecord[];
  private readonly stepsByStage: ReadonlyMap<Key, readonly StepRecord[]>;
  private readonly steps: ReadonlySet<Key>;
  private readonly cellLanes: ReadonlySet<Key>;
  private readonly evidenceKeys: ReadonlySet<Key>;
  private readonly personaKeys: ReadonlySet<Key>;
  private readonly touchpointKeys: ReadonlySet<Key>;
  private readonly placeKeys: ReadonlySet<Key>;
  private readonly placeIds: ReadonlyMap<Key, string>;
  private readonly touchpoints: ReadonlyMap<Key, readonly Touchpoint[]>;
  private readonly barriers: ReadonlyMap<Key, readonly Barrier[]>;
  private readonly emotions: ReadonlyMap<Key, ReadonlyMap<Key, Emotion>>;

  constructor(
    private readonly cache: RecordsCache,
    private readonly sharing: Sharing,
  ) {
    const { records } = cache;
    this.evidence = this.withIds("evidence", sorted(records.evidence.values()));
    this.evidenceKeys = this.keys("evidence", this.evidence);
    this.lanes = this.withIds("lane", sorted(records.lanes.values()));
    this.cellLanes = this.keys(
      "lane",
      this.lanes.filter((lane) => hasCells(lane.kind)),
    );
    this.personas = sorted(records.personas.values());
    this.personaKeys = this.keys("persona", this.personas);
    this.stages = sorted(records.stages.values());
    this.stepsByStage = this.groupSteps();
    const steps = [...this.stepsByStage.values()].flat();
    this.steps = this.keys("step", steps);
    this.placeKeys = this.keys("place", [...this.stages, ...steps]);
    this.placeIds = assignIds([...this.stages, ...steps]);
    this.touchpoints = this.groupTouchpoints();
    this.touchpointKeys = this.keys("touchpoint", [...this.touchpoints.values()].flat());
    this.barriers = this.groupBarriers();
    this.emotions = this.groupEmotions();
  }

  map(): MapSnapshot {
    const { head, records } = this.cache;
    const share = this.sharing;
    const snapshot = {
      head: share.keep("head", head),
      tags: share.keep("tags", sorted(records.tags.values())),
      evidence: share.keep("evidence", this.evidence),
      personas: share.keep("personas", this.readPersonas()),
      lanes: share.keep("lanes", this.lanes),
      stages: share.keep(
        "stages",
        this.stages.map((stage) => this.stage(stage)),
      ),
      transitions: share.keep("transitions", this.transitions()),
      targets: share.keep("targets", this.targets()),
    };
    return share.keep("map", { ...snapshot, languages: share.keep("languages", languagesOf(snapshot)) });
  }

  private stage(record: StageRecord): Stage {
    const steps = (this.stepsByStage.get(record.key) ?? NONE).map((step) => this.step(step, record.key));
    const share = this.sharing;
    const place = this.place(record.key);
    return share.keep(`stage/${record.key}`, {
      ...record,
      ...place,
      steps: share.keep(`steps/${record.key}`, steps),
    });
  }

  private step(record: StepRecord, stage: Key): Step {
    const touchpoints = this.touchpoints.get(record.key) ?? NONE;
    return this.sharing.keep(`step/${record.key}`, {
      ...record,
      ...this.place(record.key),
      stage,
      touchpoints: this.sharing.keep(`touchpoints/${record.key}`, touchpoints),
    });
  }

  private place(key: Key): Pick<Place, "id" | "emotion" | "cells" | "barriers"> {
    const share = this.sharing;
    return {
      id: this.placeIds.get(key) ?? key,
      emotion: share.keep(`emotion/${key}`, byKey(this.emotions.get(key) ?? NONE)),
      cells: this.rows(`cells/${key}`, key, true),
      barriers: share.keep(`barriers/${key}`, this.barriers.get(key) ?? NONE),
    };
  }

  private readPersonas(): Persona[] {
    const ids = assignIds(
      this.personas.map((persona) => this.cache.records.personas.get(persona.key)).filter(isThere),
    );
    const share = this.sharing;
    return this.personas.map(({ key }) => {
      const record = this.cache.records.personas.get(key);
      const lists = this.rows(`traits/${key}`, key, false);
      const portrait = Object.fromEntries(PORTRAIT_LISTS.map((name) => [name, lists[name] ?? NONE]));
      return share.keep(`persona/${key}`, {
        ...record,
        id: ids.get(key) ?? key,
        portrait: share.keep(`portrait/${key}`, portrait),
      } as Persona);
    });
  }

  private groupSteps(): ReadonlyMap<Key, readonly StepRecord[]> {
    const { stages, steps } = this.cache.records;
    const groups = new Map<Key, StepRecord[]>(this.stages.map((stage) => [stage.key, []]));
    const last = this.stages.at(-1);
    if (!last) return groups;
    const orphans: StepRecord[] = [];
    for (const step of steps.values()) {
      // Stages and steps share one space of keys, in which the stage was first.
      if (!stages.has(step.key)) (groups.get(step.stage) ?? orphans).push(step);
    }
    for (const group of groups.values()) group.sort(bySiblings);
    groups.get(last.key)?.push(...orphans.sort(bySiblings));
    return groups;
  }

  private groupTouchpoints(): ReadonlyMap<Key, readonly Touchpoint[]> {
    const there = [...this.cache.records.touchpoints.values()].filter((one) => this.steps.has(one.step));
    const ids = assignIds(there.map((one) => one.touchpoint));
    return grouped(
      there,
      (one) => one.step,
      ({ touchpoint }) => this.withId("touchpoint", touchpoint, ids),
    );
  }

  /** The items of a place by lane, or of a persona by list. Most owners have not changed, so theirs are not looked at. */
  private rows(slot: string, owner: Key, isInCell: boolean): Readonly<Record<string, readonly Item[]>> {
    const records = this.cache.itemsByOwner.get(owner);
    const inputs = [records, this.evidenceKeys, this.cellLanes];
    return this.sharing.memo<Readonly<Record<string, readonly Item[]>>>(slot, inputs, (before) => {
      const rows = new Map<string, Item[]>();
      for (const record of records?.values() ?? NONE) {
        const isShown = record.isInCell === isInCell && (!isInCell || this.cellLanes.has(record.row));
        if (isShown) getOr(rows, record.row, () => []).push(this.cited("item", record.item));
      }
      const entries = [...rows].map(([row, items]): [string, readonly Item[]] => {
        const [old, sortedItems] = [before?.[row], items.sort(bySiblings)];
        return [row, old && hasSameParts(old, sortedItems) ? old : sortedItems];
      });
      return byKey(entries);
    });
  }

  private groupBarriers(): ReadonlyMap<Key, readonly Barrier[]> {
    const { barriers, ideas } = this.cache.records;
    const there = [...barriers.values()].filter((one) => this.placeKeys.has(one.place));
    const keys = new Set(there.map((one) => one.barrier.key));
    const ideasThere = [...ideas.values()].filter((one) => keys.has(one.barrier));
    const ideaIds = assignIds(ideasThere.map((one) => one.idea));
    const ideasOf = grouped(
      ideasThere,
      (one) => one.barrier,
      (one) => this.idea(this.withId("idea-id", one.idea, ideaIds)),
    );
    const ids = assignIds(there.map((one) => one.barrier));
    return grouped(
      there,
      (one) => one.place,
      ({ barrier }) => {
        const { key } = barrier;
        const named = this.cited("barrier-evidence", this.withId("barrier-id", barrier, ids));
        return this.sharing.keep(`barrier/${key}`, {
          ...named,
          personas: this.known(`personas/${key}`, barrier.personas, this.personaKeys),
          touchpoints: this.known(`at/${key}`, barrier.touchpoints, this.touchpointKeys),
          ideas: this.sharing.keep(`ideas/${key}`, ideasOf.get(key) ?? NONE),
        });
      },
    );
  }

  /** Passes over what an idea refers to that is gone; a transition to be raised needs two columns. */
  private idea(idea: Idea): Idea {
    const { touchpoint, liftsFrom, liftsTo, ...rest } = this.cited("idea", idea);
    const lifts =
      liftsFrom !== undefined && liftsTo !== undefined && this.isColumn(liftsFrom) && this.isColumn(liftsTo);
    return this.sharing.keep(`idea-read/${idea.key}`, {
      ...rest,
      ...(touchpoint !== undefined && this.touchpointKeys.has(touchpoint) ? { touchpoint } : {}),
      ...(lifts ? { liftsFrom, liftsTo } : {}),
    });
  }

  private groupEmotions(): ReadonlyMap<Key, ReadonlyMap<Key, Emotion>> {
    const places = new Map<Key, Map<Key, Emotion>>();
    for (const [pair, { emotion, isFelt }] of this.cache.emotions) {
      const slash = pair.indexOf("/");
      const [place, persona] = [pair.slice(0, slash), pair.slice(slash + 1)];
      if (!this.placeKeys.has(place) || !this.personaKeys.has(persona)) continue;
      const evidence = this.known(`felt/${pair}`, emotion.evidence, this.evidenceKeys);
      const read =
        evidence === emotion.evidence
          ? emotion
          : this.sharing.keep(`feeling/${pair}`, { ...emotion, evidence });
      const isKnown = isFelt || evidence.length > 0 || Object.keys(emotion).length > 1;
      if (isKnown) getOr(places, place, () => new Map<Key, Emotion>()).set(persona, read);
    }
    return places;
  }

  private transitions(): Transition[] {
    const all = sorted(this.cache.records.transitions.values());
    return all.filter((one) => this.placeKeys.has(one.from) && this.placeKeys.has(one.to));
  }

  private targets(): Target[] {
    return sorted(this.cache.records.targets.values()).filter((target) => this.isColumn(target.step));
  }

  /** Columns are steps, and stages without steps. */
  private isColumn(key: Key): boolean {
    return this.steps.has(key) || this.stepsByStage.get(key)?.length === 0;
  }

  private keys(slot: string, records: readonly Sibling[]): ReadonlySet<Key> {
    return this.sharing.keepSet(slot, new Set(records.map((record) => record.key)));
  }

  private withIds<T extends Sibling & { readonly id: string }>(
    slot: string,
    records: readonly T[],
  ): readonly T[] {
    const ids = assignIds(records);
    return records.map((record) => this.withId(slot, record, ids));
  }

  private withId<T extends Sibling & { readonly id: string }>(
    slot: string,
    record: T,
    ids: ReadonlyMap<Key, string>,
  ): T {
    const id = ids.get(record.key) ?? record.key;
    return id === record.id ? record : this.sharing.keep(`${slot}-id/${record.key}`, { ...record, id });
  }

  private cited<T extends { readonly key: Key; readonly evidence: readonly Key[] }>(
    slot: string,
    record: T,
  ): T {
    if (record.evidence.every((key) => this.evidenceKeys.has(key))) return record;
    const evidence = this.known(`${slot}-cites/${record.key}`, record.evidence, this.evidenceKeys);
    return this.sharing.keep(`${slot}-cited/${record.key}`, { ...record, evidence });
  }

  private known(slot: string, keys: readonly Key[], there: ReadonlySet<Key>): readonly Key[] {
    if (keys.every((key) => there.has(key))) return keys;
    return this.sharing.keep(
      slot,
      keys.filter((key) => there.has(key)),
    );
  }
}

/** Languages of the texts of a stage, which stays the same object while nothing in it changes. */
const languagesOfStages = new WeakMap<Stage, ReadonlySet<string>>();

/** Languages the texts are written in, the map's own first. */
function languagesOf(map: Omit<MapSnapshot, "languages">): readonly string[] {
  const languages = new Set<string>();
  const collect = (into: Set<string>) => (text: Text) => {
    for (const language in text) if (language !== "") into.add(language);
  };
  forEachText({ ...map, stages: [] }, collect(languages));
  for (const stage of map.stages) {
    let known = languagesOfStages.get(stage);
    if (!known) {
      const found = new Set<string>();
      forEachTextOfStage(stage, collect(found));
      languagesOfStages.set(stage, found);
      known = found;
    }
    for (const language of known) languages.add(language);
  }
  languages.delete(map.head.language);
  return [map.head.language, ...[...languages].sort()];
}

/** Shows every text of a map. */
export function forEachText(map: Omit<MapSnapshot, "languages">, visit: (text: Text) => void): void {
  const each = eachOf(visit);
  each(map.head.title, map.head.purpose, map.head.product);
  for (const evidence of map.evidence) each(evidence.title, evidence.note);
  for (const lane of map.lanes) each(lane.title);
  for (const persona of map.personas) {
    each(persona.name, persona.role, persona.quote);
    for (const items of Object.values(persona.portrait)) for (const item of items) each(item.text);
  }
  for (const stage of map.stages) forEachTextOfStage(stage, visit);
  for (const transition of map.transitions) each(transition.title);
}

function forEachTextOfStage(stage: Stage, visit: (text: Text) => void): void {
  const each = eachOf(visit);
  const eachOfPlace = (place: Place) => {
    each(place.title);
    for (const emotion of Object.values(place.emotion)) each(emotion.word);
    for (const items of Object.values(place.cells)) for (const item of items) each(item.text);
    for (const barrier of place.barriers) each(barrier.text, ...barrier.ideas.map((idea) => idea.text));
  };
  eachOfPlace(stage);
  each(stage.goal);
  for (const step of stage.steps) {
    eachOfPlace(step);
    each(step.success);
    for (const touchpoint of step.touchpoints) each(touchpoint.title, touchpoint.actor);
  }
}

function eachOf(visit: (text: Text) => void) {
  return (...texts: (Text | undefined)[]) => {
    for (const text of texts) if (text) visit(text);
  };
}

function sorted<T extends Sibling>(records: Iterable<T>): T[] {
  return [...records].sort(bySiblings);
}

function grouped<T, R extends Sibling>(records: readonly T[], group: (one: T) => Key, read: (one: T) => R) {
  const groups = new Map<Key, R[]>();
  for (const record of records) getOr(groups, group(record), () => []).push(read(record));
  for (const members of groups.values()) members.sort(bySiblings);
  return groups;
}

function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** An object without a prototype: keys come from other people and may be called `constructor`. */
function byKey<V>(entries: Iterable<readonly [Key, V]>): Readonly<Record<Key, V>> {
  const object: Record<Key, V> = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
