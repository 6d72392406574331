/** What a command is about, found from what is selected. */

import { type CardRef, cardsOf, cellOf, isCard, refOf } from "../edits/cards";
import { lookup } from "../lookup";
import type { Table } from "../schema";
import type { Cell, EmotionRef } from "../selection";
import type { Key, Lane, Stage, Step } from "../types";
import type { ActionContext } from "./action";

/** Keys of the selected records of one table that are still there. */
export function keysIn({ selection }: ActionContext, table: Table): Key[] {
  return selection.records.filter((record) => record.table === table).map((record) => record.key);
}

/** The one record of a table that is selected, or open beside the map. */
export function oneIn(
  context: ActionContext,
  table: "personas" | "evidence" | "transitions",
): Key | undefined {
  const keys = keysIn(context, table);
  const { beside } = context.selection;
  if (keys.length === 0 && beside?.table === table && lookup(context.snapshot)[table].has(beside.key)) {
    return beside.key;
  }
  return keys.length === 1 ? keys[0] : undefined;
}

/** The one table whose records are selected; none if there are several, or nothing. */
export function tableIn({ selection }: ActionContext): Table | undefined {
  const [first] = selection.records;
  return selection.records.every((record) => record.table === first?.table) ? first?.table : undefined;
}

/** The selected cards; where several cells are selected, those that stand in them. */
export function cardsIn({ selection, snapshot }: ActionContext): CardRef[] {
  if (selection.records.length > 0 || selection.cells.length < 2) return selection.records.filter(isCard);
  const there = selection.cells.flatMap((cell) => cardsOf(snapshot, cell)).map(refOf);
  // Two lanes may draw the same barrier.
  return [...new Map(there.map((ref) => [ref.key, ref])).values()];
}

/** The cell that is selected, or that of the first selected card. */
export function cellIn(context: ActionContext): Cell | undefined {
  const [card] = context.selection.records.filter(isCard);
  return (card && cellOf(context.snapshot, card)) ?? context.selection.cells[0];
}

/** The stage or step that is selected, or in which the selected cell, card or emotion is. */
export function placeIn(context: ActionContext): Stage | Step | undefined {
  const { places } = lookup(context.snapshot);
  const chosen = [...keysIn(context, "steps"), ...keysIn(context, "stages")][0];
  const { emotion, place } = context.selection;
  const key = chosen ?? emotion?.place ?? cellIn(context)?.place ?? place;
  return key === undefined ? undefined : places.get(key);
}

export function stepIn(context: ActionContext): Step | undefined {
  const place = placeIn(context);
  return place && lookup(context.snapshot).steps.get(place.key);
}

/** The stage that is selected, or the one around what is. */
export function stageIn(context: ActionContext): Stage | undefined {
  const { stages } = lookup(context.snapshot);
  const place = placeIn(context);
  return place && (stages.get(place.key) ?? stages.get((place as Step).stage));
}

/** The lane that is selected, or in which the selected cell or card is. */
export function laneIn(context: ActionContext): Lane | undefined {
  const key = keysIn(context, "lanes")[0] ?? cellIn(context)?.lane;
  return key === undefined ? undefined : lookup(context.snapshot).lanes.get(key);
}

/** The point of the curve that has the focus, if its place and persona are still there. */
export function emotionIn(context: ActionContext): EmotionRef | undefined {
  const ref = context.selection.emotion;
  const { places, personas } = lookup(context.snapshot);
  return ref && places.has(ref.place) && personas.has(ref.persona) ? ref : undefined;
}
