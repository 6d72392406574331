/** Cut, copy and paste: within a map, between maps, and to and from spreadsheets. The browser's clipboard events bring
 * and take the flavours; nothing here touches the browser. */

import type { ActionContext, Outcome } from "../actions/action";
import { cellIn, laneIn, stageIn, stepIn } from "../actions/selected";
import { isCard, removeCards } from "../edits/cards";
import { saidOfMany, type Verb } from "../edits/desk";
import { emptyCells, meansCells } from "../edits/emptying";
import { removeLanes } from "../edits/lanes";
import { removePlaces } from "../edits/places";
import { inLanguage } from "./foreign";
import { type Flavours, readGrid, writeHtmlTable, writeTsv } from "./grid";
import { pasteCards, pasteCells, pasteColumns, pasteLanes, pasteTexts } from "./paste";
import { capture, decode, encode, type Payload } from "./payload";
import { cardsOf as cardsOfText } from "./sheet";
import { tableOf } from "./table";

/** Name of the attribute that holds the records: `data-kelias`. Browsers and office programs keep text/html as it is. */
const ATTRIBUTE = "kelias";

/** What one of our own commands puts on the clipboard and takes from it. */
export interface OwnFlavours extends Flavours {
  /** The records by themselves, where the browser keeps formats of pages' own. */
  readonly own?: string;
}

export interface Copied extends Required<OwnFlavours> {
  readonly outcome: Outcome;
}

/** The flavours of what is selected; none if nothing of it can be copied. */
export function copy(context: ActionContext): Copied | undefined {
  const payload = capture(context.snapshot, context.selection);
  if (!payload) return undefined;
  const rows = tableOf(context.snapshot, payload.content, context.language);
  const own = encode(payload);
  const html = writeHtmlTable(rows, { [ATTRIBUTE]: own });
  return { html, text: writeTsv(rows), own, outcome: { announce: said("copied", payload) } };
}

/** Copies what is selected and removes it, as one step of undo. */
export function cut(context: ActionContext): Copied | undefined {
  const copied = copy(context);
  if (!copied) return undefined;
  const { records } = context.selection;
  const places = records.filter(({ table }) => table === "stages" || table === "steps").map(({ key }) => key);
  const lanes = records.filter(({ table }) => table === "lanes").map(({ key }) => key);
  const cards = records.filter(isCard);
  if (meansCells(context.selection)) emptyCells(context, context.selection);
  else if (places.length > 0) removePlaces(context, places);
  else if (lanes.length > 0) removeLanes(context, lanes);
  else removeCards(context, cards);
  return copied;
}

/** Puts what is on the clipboard where the selection is. */
export function paste(context: ActionContext, flavours: OwnFlavours): Outcome | undefined {
  const payload = (flavours.own && decode(flavours.own)) || payloadIn(flavours.html);
  if (payload) return pastePayload(context, inLanguage(payload, context.snapshot.head.language));
  const cell = cellIn(context);
  if (!cell) return undefined;
  const isTable = /<table[\s>]/i.test(flavours.html);
  // A paragraph from a text program is one card, not a row of cells.
  const grid = isTable || flavours.text.includes("\t") ? readGrid(flavours) : [[flavours.text.trim()]];
  return pasteTexts(
    context,
    cell,
    grid.map((row) => row.map(cardsOfText)),
  );
}

/** The records that were copied in a map of ours; none in what comes from elsewhere. */
export function payloadIn(html: string): Payload | undefined {
  if (!html.includes(`data-${ATTRIBUTE}`)) return undefined;
  const document = new DOMParser().parseFromString(html, "text/html");
  const text = document.querySelector(`[data-${ATTRIBUTE}]`)?.getAttribute(`data-${ATTRIBUTE}`);
  return text == null ? undefined : decode(text);
}

function pastePayload(context: ActionContext, payload: Payload): Outcome | undefined {
  const { content } = payload;
  if (content.kind === "columns")
    return pasteColumns(context, payload, content, stageIn(context), stepIn(context));
  if (content.kind === "lanes") return pasteLanes(context, payload, content, laneIn(context));
  const cell = cellIn(context);
  if (!cell) return undefined;
  if (content.kind === "cards") return pasteCards(context, payload, content.cards, cell);
  return pasteCells(context, payload, content, cell);
}

function said(verb: Verb, { content }: Payload) {
  switch (content.kind) {
    case "columns": {
      const what = content.stages.length > 0 ? "stage" : "step";
      return saidOfMany(verb, what, content.stages.length + content.steps.length);
    }
    case "lanes":
      return saidOfMany(verb, "lane", content.lanes.length);
    case "cards":
      return saidOfMany(verb, "card", content.cards.length);
    case "cells":
      return saidOfMany(
        verb,
        "card",
        content.rows.flat().reduce((sum, cards) => sum + (cards?.length ?? 0), 0),
      );
  }
}
