import { slotAt } from "../layout/columns";
import type { GridRow } from "../layout/rows";
import type { Address } from "../state/store";

export type Move =
  | "up"
  | "down"
  | "left"
  | "right"
  | "row-start"
  | "row-end"
  | "start"
  | "end"
  | "page-up"
  | "page-down";

/** Rows walked by PageUp and PageDown. */
const PAGE = 5;

/** The cell one stands on after a move. Left of the first column stands the row's header. */
export function moved(rows: readonly GridRow[], from: Address, move: Move): Address {
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === from.row),
  );
  const row = rows[at];
  if (!row) return from;
  const slot = row.slots.findIndex((slot) => slot.key === from.place);
  switch (move) {
    case "left":
      return cell(row, Math.max(-1, slot - 1));
    case "right":
      return cell(row, Math.min(row.slots.length - 1, slot + 1));
    case "row-start":
      return cell(row, Math.min(0, row.slots.length - 1));
    case "row-end":
      return cell(row, row.slots.length - 1);
    case "start":
      return cell(rows[0] ?? row, Math.min(0, row.slots.length - 1));
    case "end": {
      const last = rows.at(-1) ?? row;
      return cell(last, last.slots.length - 1);
    }
    case "up":
      return vertically(rows, from, at, at - 1);
    case "down":
      return vertically(rows, from, at, at + 1);
    case "page-up":
      return vertically(rows, from, at, at - PAGE);
    case "page-down":
      return vertically(rows, from, at, at + PAGE);
  }
}

/** Whether it is the head of a row. */
export const isHead = (address: Address): boolean => address.place === null;

/** The cells between two corners, both included; between two heads of rows, the heads. */
export function rangeBetween(rows: readonly GridRow[], from: Address, to: Address): Address[] {
  const [first, last] = ordered(indexOf(rows, from), indexOf(rows, to));
  if (isHead(from) && isHead(to))
    return rows.slice(first, last + 1).map(({ id }) => ({ row: id, place: null }));
  const [left, right] = ordered(columnOf(rows, from), columnOf(rows, to));
  return rows
    .slice(first, last + 1)
    .flatMap((row) =>
      row.slots
        .filter((slot) => slot.first <= right && slot.first + slot.span - 1 >= left)
        .map((slot) => ({ row: row.id, place: slot.key })),
    );
}

/** The nearest cell that is there: rows and columns may have gone while one stood on them. */
export function nearest(rows: readonly GridRow[], wanted: Address, before: Before | null): Address {
  const row = rows.find((row) => row.id === wanted.row) ?? rows[Math.min(before?.row ?? 0, rows.length - 1)];
  if (!row) return wanted;
  if (wanted.place === null || row.slots.some((slot) => slot.key === wanted.place)) {
    return { row: row.id, place: wanted.place };
  }
  const slot = slotAt(row.slots, before?.column ?? 0) ?? row.slots.at(-1);
  return { row: row.id, place: slot?.key ?? null };
}

/** Numbers of the row and the column one stood on. */
export interface Before {
  readonly row: number;
  readonly column: number;
}

export function numbersOf(rows: readonly GridRow[], address: Address): Before {
  return { row: indexOf(rows, address), column: columnOf(rows, address) };
}

function cell(row: GridRow, slot: number): Address {
  return { row: row.id, place: row.slots[slot]?.key ?? null };
}

function vertically(rows: readonly GridRow[], from: Address, at: number, to: number): Address {
  const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
  if (!row || row === rows[at]) return from;
  if (from.place === null) return { row: row.id, place: null };
  return { row: row.id, place: slotAt(row.slots, columnOf(rows, from))?.key ?? null };
}

function indexOf(rows: readonly GridRow[], address: Address): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.id === address.row),
  );
}

function columnOf(rows: readonly GridRow[], address: Address): number {
  const row = rows.find((row) => row.id === address.row);
  return row?.slots.find((slot) => slot.key === address.place)?.first ?? 0;
}

const ordered = (one: number, other: number): [number, number] =>
  one <= other ? [one, other] : [other, one];
