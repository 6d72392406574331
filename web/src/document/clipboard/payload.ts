/** What Kelias puts on the clipboard beside the table that everybody can read: the very records, so that everything
 * survives within and between maps. */

import { type Card, cardOf, cardsOf, isCard } from "../edits/cards";
import { lookup } from "../lookup";
import type { Cell, RecordRef, Selection } from "../selection";
import type { Evidence, Item, Key, Lane, MapSnapshot, Persona, Stage, Step } from "../types";

/** Version of the form below; another is not read. */
const VERSION = 1;

/** Cards of a rectangle of cells, row by row; a cell that was not selected is missing. */
export interface CellRange {
  readonly kind: "cells";
  readonly rows: readonly (readonly (readonly Card[] | null)[])[];
}
export interface CardList {
  readonly kind: "cards";
  readonly cards: readonly Card[];
}
export interface ColumnList {
  readonly kind: "columns";
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
}

/** Lanes with their items. What a lane only draws stays where it is, as when a lane is duplicated. */
export interface LaneList {
  readonly kind: "lanes";
  readonly lanes: readonly { readonly lane: Lane; readonly cells: readonly CopiedCell[] }[];
}
/** The items of a cell, with all by which another map finds a place like the one they stood at. */
export interface CopiedCell {
  readonly place: Key;
  readonly id: string;
  /** Number of its column; none for what is said of a stage with steps. */
  readonly column: number | null;
  readonly stage: number;
  readonly items: readonly Item[];
}

/** What was copied, with what it refers to, so that another map can find or make it. */
export interface Payload {
  readonly version: typeof VERSION;
  readonly language: string;
  readonly content: CellRange | CardList | ColumnList | LaneList;
  readonly lanes: readonly Lane[];
  readonly personas: readonly Persona[];
  readonly evidence: readonly Evidence[];
}

/** What is selected, ready for the clipboard; none if nothing of it can be copied. */
export function capture(snapshot: MapSnapshot, selection: Selection): Payload | undefined {
  const content = contentOf(snapshot, selection);
  if (!content) return undefined;
  const { head, lanes, personas, evidence } = snapshot;
  const bare = personas.map((persona) => ({ ...persona, portrait: EMPTY_PORTRAIT }));
  return { version: VERSION, language: head.language, content, lanes, personas: bare, evidence };
}

const EMPTY_PORTRAIT = { facts: [], needs: [], motives: [], worries: [], behaviour: [] } as const;

/** Whether something of a selection can be copied. */
export function canCopy({ records, cells }: Selection): boolean {
  const isCopied = (ref: RecordRef) => isCard(ref) || ["stages", "steps", "lanes"].includes(ref.table);
  return cells.length > 0 || records.some(isCopied);
}

function contentOf(snapshot: MapSnapshot, selection: Selection): Payload["content"] | undefined {
  const { stages, steps } = lookup(snapshot);
  const keys = new Set(selection.records.map((record) => record.key));
  const chosenStages = [...stages.values()].filter((stage) => keys.has(stage.key));
  const chosenSteps = [...steps.values()].filter((step) => keys.has(step.key) && !keys.has(step.stage));
  if (chosenStages.length + chosenSteps.length > 0) {
    return { kind: "columns", stages: chosenStages, steps: chosenSteps };
  }
  const lanes = snapshot.lanes.filter((lane) => keys.has(lane.key));
  if (lanes.length > 0) {
    return { kind: "lanes", lanes: lanes.map((lane) => ({ lane, cells: cellsOf(snapshot, lane.key) })) };
  }
  const cards = selection.records.filter(isCard).map((ref) => cardOf(snapshot, ref));
  const there = cards.filter((card) => card !== undefined);
  if (there.length > 0) return { kind: "cards", cards: there };
  return selection.cells.length > 0 ? rangeOf(snapshot, selection.cells) : undefined;
}

function cellsOf(snapshot: MapSnapshot, lane: Key): CopiedCell[] {
  const { places, columns } = lookup(snapshot);
  return [...places.values()].flatMap((place) => {
    const items = place.cells[lane] ?? [];
    if (items.length === 0) return [];
    const column = columns.findIndex((one) => one.place.key === place.key);
    const stage = snapshot.stages.findIndex(
      (one) => one.key === ("stage" in place ? place.stage : place.key),
    );
    return [{ place: place.key, id: place.id, column: column < 0 ? null : column, stage, items }];
  });
}

/** The rectangle around some cells, in the order of the map. */
function rangeOf(snapshot: MapSnapshot, cells: readonly Cell[]): CellRange {
  const columns = lookup(snapshot).columns.map((column) => column.place.key);
  const lanes = snapshot.lanes.map((lane) => lane.key);
  const chosen = new Set(cells.map((cell) => `${cell.place}/${cell.lane}`));
  const between = (all: readonly Key[], some: readonly Key[]) => {
    const places = some.map((key) => all.indexOf(key)).filter((at) => at >= 0);
    return places.length === 0 ? [] : all.slice(Math.min(...places), Math.max(...places) + 1);
  };
  const wide = between(
    columns,
    cells.map((cell) => cell.place),
  );
  const high = between(
    lanes,
    cells.map((cell) => cell.lane),
  ).filter((lane) => cells.some((cell) => cell.lane === lane));
  const at = (place: Key, lane: Key) =>
    chosen.has(`${place}/${lane}`) ? cardsOf(snapshot, { place, lane }) : null;
  return { kind: "cells", rows: high.map((lane) => wide.map((place) => at(place, lane))) };
}

/** Writes a payload as text that fits into an attribute. */
export function encode(payload: Payload): string {
  return JSON.stringify(payload);
}

/** Reads a payload; none for what is not one. Anything may stand on a clipboard, so what is pasted is checked where it
 * is used, and the worst a made-up payload can do is to paste odd texts. */
export function decode(text: string): Payload | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    return isPayload(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}

function isPayload(value: unknown): value is Payload {
  if (!isObject(value) || value.version !== VERSION || typeof value.language !== "string") return false;
  const lists = [value.lanes, value.personas, value.evidence];
  if (!lists.every((list) => Array.isArray(list) && list.every(isRecord))) return false;
  return isObject(value.content) && isContent(value.content);
}

function isContent(content: Record<string, unknown>): boolean {
  switch (content.kind) {
    case "cards":
      return isList(content.cards, isCardValue);
    case "cells":
      return isList(content.rows, (row) => isList(row, (cell) => cell === null || isList(cell, isCardValue)));
    case "columns":
      return isList(content.stages, isStage) && isList(content.steps, isPlace);
    case "lanes":
      return isList(content.lanes, isLane);
    default:
      return false;
  }
}

function isStage(value: unknown): boolean {
  return isPlace(value) && isObject(value) && isList(value.steps, isPlace);
}

function isPlace(value: unknown): boolean {
  if (!isRecord(value) || !isText(value.title)) return false;
  const { cells, emotion, barriers, touchpoints = [] } = value;
  return (
    isObject(cells) &&
    Object.values(cells).every((items) => isList(items, isTextual)) &&
    isObject(emotion) &&
    Object.values(emotion).every((one) => isObject(one) && isKeys(one.evidence)) &&
    isList(barriers, isBarrier) &&
    isList(touchpoints, isTouchpoint)
  );
}

function isLane(value: unknown): boolean {
  if (!isObject(value) || !isRecord(value.lane) || !isText(value.lane.title)) return false;
  return isList(value.cells, (cell) => isObject(cell) && isList(cell.items, isTextual));
}

function isCardValue(value: unknown): boolean {
  if (!isObject(value)) return false;
  const checks = { items: isTextual, touchpoints: isTouchpoint, barriers: isBarrier, ideas: isTextual };
  const check = Object.entries(checks).find(([table]) => table === value.table)?.[1];
  return check?.(value.record) ?? false;
}

const isTextual = (value: unknown) => isRecord(value) && isText(value.text) && isKeys(value.evidence);
const isTouchpoint = (value: unknown) => isRecord(value) && isText(value.title) && isKeys(value.events);
const isBarrier = (value: unknown) =>
  isTextual(value) &&
  isObject(value) &&
  isKeys(value.personas) &&
  isKeys(value.touchpoints) &&
  isList(value.ideas, isTextual);

function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && typeof value.key === "string" && typeof value.at === "string";
}

function isText(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((one) => typeof one === "string");
}

function isKeys(value: unknown): boolean {
  return isList(value, (one) => typeof one === "string");
}

function isList(value: unknown, check: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(check);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
