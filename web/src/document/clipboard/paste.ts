/** Pasting records and texts into the grid. Nothing that stands there is replaced: what is pasted comes behind it. */

import type { ActionContext, Outcome } from "../actions/action";
import { visibleColumns, visibleLanes } from "../derived";
import type { Edit } from "../edit";
import { type Card, type CardTable, cardsOf, cardText, tableIn } from "../edits/cards";
import {
  copyBarrier,
  copyIdea,
  copyItem,
  copyLane,
  copyStage,
  copyStep,
  copyTouchpoint,
  type Renaming,
} from "../edits/copy";
import { saidOfMany } from "../edits/desk";
import { turnColumnIntoStep } from "../edits/places";
import { lookup } from "../lookup";
import type { Sibling } from "../order";
import type { Cell, RecordRef, Selection } from "../selection";
import type { Key, Lane, MapSnapshot, Stage, Step, Text } from "../types";
import { renaming } from "./foreign";
import type { CellRange, ColumnList, CopiedCell, LaneList, Payload } from "./payload";

/** What stands in a cell now, while a paste adds to it. */
interface Target {
  readonly cell: Cell;
  readonly table: CardTable;
  readonly siblings: Sibling[];
  /** The barrier under which ideas go. */
  readonly barrier: Key | undefined;
}

function targetOf(snapshot: MapSnapshot, cell: Cell): Target | undefined {
  const table = tableIn(snapshot, cell);
  if (!table) return undefined;
  const barrier = lookup(snapshot).places.get(cell.place)?.barriers.at(-1);
  const there: readonly Sibling[] =
    table === "ideas" ? (barrier?.ideas ?? []) : cardsOf(snapshot, cell).map((card) => card.record);
  return { cell, table, siblings: [...there], barrier: barrier?.key };
}

/** Writes a card behind what stands in a cell; one of another kind leaves its text. */
function putCard(edit: Edit, target: Target, card: Card, names: Renaming): RecordRef {
  const at = edit.positions(target.table, target.siblings, target.siblings.length, 1)[0] as string;
  const key =
    card.table === target.table
      ? copyInto(edit, target, card, at, names)
      : putText(edit, target, cardText(card), at);
  target.siblings.push({ key, at });
  return { table: target.table, key };
}

function copyInto(edit: Edit, { cell, barrier }: Target, card: Card, at: string, names: Renaming): Key {
  switch (card.table) {
    case "items":
      return copyItem(edit, card.record, { place: cell.place, lane: cell.lane }, at, names);
    case "touchpoints":
      return copyTouchpoint(edit, card.record, cell.place, at, names);
    case "barriers":
      return copyBarrier(edit, card.record, cell.place, at, names);
    case "ideas":
      return copyIdea(edit, card.record, barrier ?? "", at, names);
  }
}

function putText(edit: Edit, { table, cell, barrier }: Target, text: Text, at: string): Key {
  switch (table) {
    case "items":
      return edit.add("items", { at, place: cell.place, lane: cell.lane }, { text });
    case "touchpoints":
      return edit.add("touchpoints", { at, step: cell.place }, { title: text });
    case "barriers":
      return edit.add("barriers", { at, place: cell.place }, { text });
    case "ideas":
      return edit.add("ideas", { at, barrier }, { text });
  }
}

export function pasteCards(
  context: ActionContext,
  payload: Payload,
  cards: readonly Card[],
  cell: Cell,
): Outcome | undefined {
  const { document, snapshot } = context;
  const target = targetOf(snapshot, cell);
  if (!target) return undefined;
  const made = document.edit("paste", (edit) => {
    const names = renaming(edit, snapshot, payload);
    return cards.map((card) => putCard(edit, target, card, names));
  });
  return outcome(made, 0, { cells: [], records: made, anchor: cell });
}

/** Pastes a rectangle of cells, its corner at a cell. */
export function pasteCells(
  context: ActionContext,
  payload: Payload,
  range: CellRange,
  corner: Cell,
): Outcome | undefined {
  const { document, snapshot } = context;
  return document.edit("paste", (edit) => {
    const names = renaming(edit, snapshot, payload);
    const put = (target: Target, cards: readonly Card[]) =>
      cards.map((card) => putCard(edit, target, card, names));
    return fill(snapshot, corner, range.rows, put);
  });
}

/** Pastes the texts of a spreadsheet's range, its corner at a cell. */
export function pasteTexts(
  context: ActionContext,
  corner: Cell,
  rows: readonly (readonly (readonly string[])[])[],
): Outcome | undefined {
  const { document, snapshot } = context;
  return document.edit("paste", (edit) => {
    const put = (target: Target, texts: readonly string[]) =>
      texts.map((text): RecordRef => {
        const at = edit.positions(target.table, target.siblings, target.siblings.length, 1)[0] as string;
        const key = putText(edit, target, { "": text }, at);
        target.siblings.push({ key, at });
        return { table: target.table, key };
      });
    return fill(snapshot, corner, rows, put);
  });
}

/** Lays rows over the cells that are shown, from a corner on. What finds no cell is counted, not passed over in silence. */
function fill<T>(
  snapshot: MapSnapshot,
  corner: Cell,
  rows: readonly (readonly (readonly T[] | null)[])[],
  put: (target: Target, cards: readonly T[]) => RecordRef[],
): Outcome | undefined {
  const columns = visibleColumns(snapshot).map((column) => column.place.key);
  const lanes = visibleLanes(snapshot).map((lane) => lane.key);
  const [left, top] = [columns.indexOf(corner.place), lanes.indexOf(corner.lane)];
  const made: RecordRef[] = [];
  const cells: Cell[] = [];
  let leftOut = 0;
  for (const [down, row] of rows.entries()) {
    for (const [right, cards] of row.entries()) {
      if (!cards || cards.length === 0) continue;
      const [place, lane] = [columns[left + right], lanes[top + down]];
      const target =
        place !== undefined && lane !== undefined ? targetOf(snapshot, { place, lane }) : undefined;
      if (!target) leftOut += cards.length;
      else {
        made.push(...put(target, cards));
        cells.push(target.cell);
      }
    }
  }
  return outcome(made, leftOut, { cells, records: [], anchor: corner });
}

function outcome(made: readonly RecordRef[], leftOut: number, select: Selection): Outcome | undefined {
  if (made.length === 0 && leftOut === 0) return undefined;
  const announce = saidOfMany(leftOut > 0 ? "pasted-part" : "pasted", "card", made.length, {
    leftOut,
  });
  return made.length > 0 ? { announce, select } : { announce };
}

/** Pastes lanes below the selected one, their items at the places they came from or those most like them. */
export function pasteLanes(
  context: ActionContext,
  payload: Payload,
  { lanes }: LaneList,
  above: Lane | undefined,
): Outcome | undefined {
  const { document, snapshot } = context;
  let leftOut = 0;
  const made = document.edit("paste", (edit): RecordRef[] => {
    const names = renaming(edit, snapshot, payload);
    const index = above ? snapshot.lanes.indexOf(above) + 1 : snapshot.lanes.length;
    const positions = edit.positions("lanes", snapshot.lanes, index, lanes.length);
    return lanes.map(({ lane, cells }, at) => {
      const key = copyLane(edit, lane, positions[at] as string);
      for (const cell of cells) {
        const place = placeLike(snapshot, cell);
        if (place === undefined) leftOut += cell.items.length;
        else for (const item of cell.items) copyItem(edit, item, { place, lane: key }, item.at, names);
      }
      return { table: "lanes", key };
    });
  });
  const announce = saidOfMany(leftOut > 0 ? "pasted-part" : "pasted", "lane", made.length, { leftOut });
  return { announce, select: { cells: [], records: made } };
}

/** The place of this map that a copied cell stood at: the same one, one of the same id, or the one in its column. */
function placeLike(snapshot: MapSnapshot, { place, id, column, stage }: CopiedCell): Key | undefined {
  const { places, columns } = lookup(snapshot);
  if (places.has(place)) return place;
  const alike = [...places.values()].find((one) => one.id === id)?.key;
  return alike ?? (column === null ? snapshot.stages[stage]?.key : columns[column]?.place.key);
}

/** Pastes stages behind the selected one, and steps behind the selected step. */
export function pasteColumns(
  context: ActionContext,
  payload: Payload,
  { stages, steps }: ColumnList,
  stage: Stage | undefined,
  step: Step | undefined,
): Outcome | undefined {
  const { document, snapshot } = context;
  const home = stage ?? snapshot.stages.at(-1);
  if (stages.length === 0 && !home) return undefined;
  const made = document.edit("paste", (edit): RecordRef[] => {
    const names = renaming(edit, snapshot, payload);
    if (stages.length > 0) {
      const index = stage ? snapshot.stages.indexOf(stage) + 1 : snapshot.stages.length;
      const positions = edit.positions("stages", snapshot.stages, index, stages.length);
      return stages.map((one, at) => ({
        table: "stages",
        key: copyStage(edit, one, positions[at] as string, names),
      }));
    }
    const isBare = home !== undefined && home.steps.length === 0;
    const there: readonly Sibling[] = isBare
      ? [turnColumnIntoStep(edit, snapshot, home)]
      : (home?.steps ?? []);
    const index = step ? there.findIndex((one) => one.key === step.key) + 1 : there.length;
    const positions = edit.positions("steps", there, index, steps.length);
    return steps.map((one, at) => ({
      table: "steps",
      key: copyStep(edit, one, home?.key ?? "", positions[at] as string, names),
    }));
  });
  const what = stages.length > 0 ? "stage" : "step";
  return {
    announce: saidOfMany("pasted", what, made.length, { leftOut: 0 }),
    select: { cells: [], records: made },
  };
}
