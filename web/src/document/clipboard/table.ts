/** What a selection looks like as a table that a spreadsheet takes. */

import { type Card, cardsOf, cardText } from "../edits/cards";
import { lookup } from "../lookup";
import { readText } from "../text";
import type { Column, Lane, MapSnapshot, Text } from "../types";
import type { SpannedCell } from "./grid";
import type { Payload } from "./payload";

type Rows = SpannedCell[][];

/** The table of what was captured. Texts are in the language that the reader sees. */
export function tableOf(snapshot: MapSnapshot, content: Payload["content"], language: string): Rows {
  const read = (text: Text) => readText(text, language, snapshot.head.language);
  switch (content.kind) {
    case "cards":
      return content.cards.map((card) => [{ text: read(cardText(card)) }]);
    case "cells":
      return content.rows.map((row) => row.map((cards) => ({ text: joined(cards ?? [], read) })));
    case "lanes": {
      const { columns, lanes } = lookup(snapshot);
      const copied = content.lanes.flatMap(({ lane }) => lanes.get(lane.key) ?? []);
      return sheetOf(snapshot, columns, language, copied);
    }
    case "columns": {
      const chosen = new Set([...content.stages, ...content.steps].map((place) => place.key));
      const isChosen = ({ stage, place }: Column) => chosen.has(stage.key) || chosen.has(place.key);
      return sheetOf(snapshot, lookup(snapshot).columns.filter(isChosen), language);
    }
  }
}

/** Columns as a sheet: stages over their steps, a row for each lane, its title in front. */
export function sheetOf(
  snapshot: MapSnapshot,
  columns: readonly Column[],
  language: string,
  lanes: readonly Lane[] = snapshot.lanes.filter((lane) => !lane.hidden),
): Rows {
  const read = (text: Text) => readText(text, language, snapshot.head.language);
  const stages: { text: string; columns: number; isHeader: true; key: string }[] = [];
  for (const { stage } of columns) {
    const last = stages.at(-1);
    if (last?.key === stage.key) last.columns += 1;
    else stages.push({ text: read(stage.title), columns: 1, isHeader: true, key: stage.key });
  }
  const corner = { text: "", isHeader: true };
  const heads: Rows = [
    [corner, ...stages.map(({ text, columns: width }) => ({ text, columns: width, isHeader: true }))],
  ];
  if (columns.some((column) => column.step)) {
    heads.push([
      corner,
      ...columns.map(({ step }) => ({ text: step ? read(step.title) : "", isHeader: true })),
    ]);
  }
  const body = lanes.map((lane) => [
    { text: read(lane.title), isHeader: true },
    ...columns.map(({ place }) => ({ text: cellText(snapshot, place.key, lane.key, read) })),
  ]);
  return [...heads, ...body];
}

function cellText(snapshot: MapSnapshot, place: string, lane: string, read: (text: Text) => string): string {
  const { lanes, places } = lookup(snapshot);
  if (lanes.get(lane)?.kind !== "emotion") return joined(cardsOf(snapshot, { place, lane }), read);
  const felt = Object.values(places.get(place)?.emotion ?? {});
  return felt.map((one) => [one.claimed ?? "", one.word ? read(one.word) : ""].join(" ").trim()).join("\n");
}

/** Several cards of one cell are the items of a list, so that they are told apart when they come back. */
function joined(cards: readonly Card[], read: (text: Text) => string): string {
  const texts = cards.map((card) => read(cardText(card)));
  return texts.length === 1
    ? (texts[0] ?? "")
    : texts.map((text) => `• ${text.replaceAll("\n", " ")}`).join("\n");
}
