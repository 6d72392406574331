/** What a person has selected on the grid. */

import type { Table } from "./schema";
import type { Key } from "./types";

/** Where a column crosses a lane. */
export interface Cell {
  readonly place: Key;
  readonly lane: Key;
}

/** A record, named by its table and key. */
export interface RecordRef {
  readonly table: Table;
  readonly key: Key;
}

/** One point of the emotion curve. */
export interface EmotionRef {
  readonly place: Key;
  readonly persona: Key;
  readonly side: "claimed" | "wished";
}

/** A text that has a cell of its own: the goal of a stage, the success criterion of a step. */
export interface TextRef {
  readonly owner: Key;
  readonly field: "goal" | "success";
}

export interface Selection {
  readonly cells: readonly Cell[];
  readonly records: readonly RecordRef[];
  /** Texts whose cells are chosen. */
  readonly texts?: readonly TextRef[];
  /** The stage or step in whose column one stands, whatever is chosen there. */
  readonly place?: Key;
  /** The persona, evidence or transition that is open beside the map. */
  readonly beside?: RecordRef;
  /** The point of the curve that has the focus. */
  readonly emotion?: EmotionRef;
  /** Where a range of cells began. */
  readonly anchor?: Cell;
}

export const EMPTY_SELECTION: Selection = { cells: [], records: [] };

export function selectRecords(table: Table, keys: readonly Key[]): Selection {
  return { cells: [], records: keys.map((key) => ({ table, key })) };
}

export function selectCell(place: Key, lane: Key): Selection {
  return { cells: [{ place, lane }], records: [], anchor: { place, lane } };
}
