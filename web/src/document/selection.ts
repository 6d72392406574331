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

export interface Selection {
  readonly cells: readonly Cell[];
  readonly records: readonly RecordRef[];
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
