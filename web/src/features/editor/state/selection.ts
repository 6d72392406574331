import { findRecord, lookup } from "@/document/lookup";
import type { MapDocument } from "@/document/map-document";
import type { Cell, EmotionRef, RecordRef, Selection, TextRef } from "@/document/selection";
import type { Key, Lane, MapSnapshot } from "@/document/types";

import type { GridRow } from "../layout/rows";
import type { Address, GridState, GridStore } from "./store";

/** What commands work on: the cells and records one has chosen on the grid. */
export function selectionOf(document: MapDocument, rows: readonly GridRow[], state: GridState): Selection {
  const { snapshot } = document;
  const beside = state.beside ? { beside: state.beside } : {};
  const card = state.card === null ? undefined : cardOf(snapshot, state.card);
  if (card && "side" in card) return { cells: [], records: [], emotion: card, ...beside };
  const addresses = [...state.chosen].map(parse);
  const cells = addresses.flatMap((address) => cellOf(snapshot, rows, address) ?? []);
  const anchor = cellOf(snapshot, rows, state.active);
  const { place } = state.active;
  const around = { ...beside, ...(anchor ? { anchor } : {}), ...(place ? { place } : {}) };
  // Cards are meant rather than the cells around them; where one that was chosen is gone, nothing is.
  const cards = [...state.cards].flatMap((key) => findRecord(snapshot, key) ?? []);
  if (state.card !== null) return { cells: [], records: cards, ...around };
  const heads = addresses.flatMap((address) => headOf(snapshot, rows, address) ?? []);
  // A lane may have two rows.
  const records = [...new Map(heads.map((head) => [head.key, head])).values()];
  const texts = addresses.flatMap((address) => textOf(snapshot, address) ?? []);
  return { cells, records, texts, ...around };
}

/** Stands on all that is selected and can be seen. */
export function standOn(
  store: GridStore,
  snapshot: MapSnapshot,
  rows: readonly GridRow[],
  selection: Selection,
): void {
  const { records, cells } = selection;
  const parts = records.length > 0 ? records.map((one) => ({ cells: [], records: [one] })) : null;
  const whole = parts ?? cells.map((one) => ({ cells: [one], records: [] }));
  const all = (whole.length > 0 ? whole : [selection]).flatMap((one) => addressOf(snapshot, rows, one) ?? []);
  const [first] = all;
  if (!first) return;
  const keys = all.flatMap(({ card }) => card ?? []);
  if (first.card !== null) {
    store.go(first.address);
    store.chooseCards(keys, first.address, first.card);
  } else if (all.length > 1) {
    store.choose(
      all.map(({ address }) => address),
      first.address,
      first.address,
    );
  } else store.go(first.address);
}

/** The cell of the grid where a selection is to be seen. */
export function addressOf(
  snapshot: MapSnapshot,
  rows: readonly GridRow[],
  selection: Selection,
): { address: Address; card: Key | null } | undefined {
  const [record] = selection.records;
  if (record) return addressOfRecord(snapshot, rows, record);
  const [cell] = selection.cells;
  if (cell) return { address: rowOf(rows, cell.lane, cell.place), card: null };
  const { emotion } = selection;
  const curve = emotion && rows.find((row) => row.lane?.kind === "emotion");
  if (!curve) return undefined;
  return { address: { row: curve.id, place: emotion.place }, card: pointName(emotion) };
}

/** Where a record stands, as the grid shows it. */
export function addressOfRecord(
  snapshot: MapSnapshot,
  rows: readonly GridRow[],
  { table, key }: RecordRef,
): { address: Address; card: Key | null } | undefined {
  const known = lookup(snapshot);
  const lane = (kind: string) => rows.find((row) => row.lane?.kind === kind)?.lane?.key ?? "";
  switch (table) {
    case "stages":
      return { address: { row: "stages", place: key }, card: null };
    case "steps":
      return { address: { row: "steps", place: key }, card: null };
    case "lanes":
      return { address: { row: key, place: null }, card: null };
    case "items": {
      const home = known.items.get(key)?.home;
      return home && "lane" in home ? { address: rowOf(rows, home.lane, home.place), card: key } : undefined;
    }
    case "touchpoints": {
      const step = known.touchpoints.get(key)?.step.key;
      return step ? { address: rowOf(rows, lane("touchpoints"), step), card: key } : undefined;
    }
    case "barriers": {
      const place = known.barriers.get(key)?.place.key;
      return place ? { address: rowOf(rows, lane("barriers"), place), card: key } : undefined;
    }
    case "ideas": {
      const place = known.ideas.get(key)?.place.key;
      return place ? { address: rowOf(rows, lane("ideas"), place), card: key } : undefined;
    }
    default:
      return undefined;
  }
}

/** What a point of the curve is called as a card of its cell. */
export function pointName({ place, persona, side }: EmotionRef): Key {
  return side === "wished" ? `${place}/${persona}/wished` : `${place}/${persona}`;
}

/** The record, or the point of the curve, a card stands for. */
function cardOf(snapshot: MapSnapshot, card: Key): RecordRef | Selection["emotion"] {
  const [place, persona, side] = card.split("/");
  if (place && persona) {
    const isWish = side === "wished";
    return lookup(snapshot).personas.has(persona)
      ? { place, persona, side: isWish ? "wished" : "claimed" }
      : undefined;
  }
  return findRecord(snapshot, card);
}

function cellOf(snapshot: MapSnapshot, rows: readonly GridRow[], { row, place }: Address): Cell | undefined {
  const lane = laneOf(snapshot, rows, row);
  return lane && place !== null ? { place, lane: lane.key } : undefined;
}

function headOf(
  snapshot: MapSnapshot,
  rows: readonly GridRow[],
  { row, place }: Address,
): RecordRef | undefined {
  const lane = laneOf(snapshot, rows, row);
  if (place === null) return lane && { table: "lanes", key: lane.key };
  if (row === "stages") return { table: "stages", key: place };
  // Below a stage without steps the row of steps has an empty cell, which is no head of anything.
  return row === "steps" && lookup(snapshot).steps.has(place) ? { table: "steps", key: place } : undefined;
}

/** The lane of a row. One that was just made is known to the map before its row is drawn. */
function laneOf(snapshot: MapSnapshot, rows: readonly GridRow[], row: string): Lane | undefined {
  return rows.find((one) => one.id === row)?.lane ?? lookup(snapshot).lanes.get(row);
}

/** The text that fills a cell of the rows of goals and success criteria. */
function textOf(snapshot: MapSnapshot, { row, place }: Address): TextRef | undefined {
  if (place === null) return undefined;
  if (row === "goals") return { owner: place, field: "goal" };
  return row === "success" && lookup(snapshot).steps.has(place)
    ? { owner: place, field: "success" }
    : undefined;
}

/** The row of a lane in which a place has a cell: stages with steps stand in the row for whole stages. */
function rowOf(rows: readonly GridRow[], lane: Key, place: Key): Address {
  const row = rows.find((row) => row.lane?.key === lane && row.slots.some((slot) => slot.key === place));
  return { row: row?.id ?? lane, place };
}

function parse(spelled: string): Address {
  const [row = "", place = ""] = spelled.split(" ");
  return { row, place: place || null };
}
