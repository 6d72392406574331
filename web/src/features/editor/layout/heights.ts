import type { Item, Text } from "@/document/types";

import { CURVE_HEIGHT } from "../curve/scale";
import type { GridRow } from "./rows";

const GAP = 6;
const CELL_PADDING = 18;
const LINE = 18.9;
const NOTE = 16.1;

/** How many lines a text takes in so many pixels. */
export type CountLines = (text: string, width: number, isBold: boolean) => number;

/** The least height of a row: that of its tallest cell, the cells included that are not drawn at the moment, so that
 * rows do not jump while one scrolls sideways. */
export function rowHeight(
  row: GridRow,
  columnWidth: number,
  read: (text: Text | undefined) => string,
  count: CountLines,
): number {
  const { lane } = row;
  if (!lane) return 0;
  if (lane.kind === "emotion") return CURVE_HEIGHT;
  let tallest = 0;
  for (const { place, span } of row.slots) {
    const width = columnWidth * span - 16;
    // The sign of evidence takes about as much as two letters.
    const lines = (text: Text | undefined, room: number, isBold = false) =>
      Math.max(1, count(`${read(text)}oo`, room, isBold)) * LINE;
    const cards: number[] = [];
    switch (lane.kind) {
      case "touchpoints":
        for (const one of "touchpoints" in place ? place.touchpoints : []) {
          const notes = one.actor || one.side === "backstage" ? NOTE : 0;
          cards.push(lines(one.title, width - 38) + notes + 10);
        }
        break;
      case "barriers":
        for (const one of place.barriers) {
          const notes = [one.criticality, one.touchpoints.length, one.personas.length].filter(Boolean).length;
          cards.push(lines(one.text, width - 26, true) + notes * (NOTE + 4) + 17);
        }
        break;
      case "ideas":
        for (const barrier of place.barriers) {
          for (const one of barrier.ideas) {
            const notes = 1 + (one.design || one.development ? 1 : 0) + (place.barriers.length > 1 ? 2 : 0);
            cards.push(lines(one.text, width - 26, true) + notes * (NOTE + 4) + 17);
          }
        }
        break;
      default:
        for (const item of place.cells[lane.key] ?? []) cards.push(itemHeight(item, lane.kind, width, lines));
    }
    const height = cards.reduce((sum, card) => sum + card + GAP, -GAP) + CELL_PADDING;
    tallest = Math.max(tallest, height);
  }
  return Math.ceil(tallest);
}

function itemHeight(
  item: Item,
  kind: string,
  width: number,
  lines: (text: Text, room: number) => number,
): number {
  switch (kind) {
    case "image":
      return 120 + lines(item.text, width - 18);
    case "list":
    case "questions":
    case "quotes":
    case "goals":
      return lines(item.text, width - 18) + 4;
    case "process":
      return lines(item.text, width - 22) + 30;
    default:
      return lines(item.text, width - 20) + 15;
  }
}

/** Counts lines by the widths of words in the page's own letters, each measured once. */
export function lineCounter(widthOf: (word: string, isBold: boolean) => number): CountLines {
  const known = [new Map<string, number>(), new Map<string, number>()];
  const width = (word: string, isBold: boolean) => {
    const widths = known[isBold ? 1 : 0] as Map<string, number>;
    let found = widths.get(word);
    if (found === undefined) {
      found = widthOf(word, isBold);
      widths.set(word, found);
    }
    return found;
  };
  return (text, room, isBold) => {
    let lines = 0;
    for (const paragraph of text.split("\n")) {
      let filled = 0;
      lines += 1;
      for (const word of paragraph.split(" ")) {
        const length = width(word, isBold);
        const space = filled === 0 ? 0 : width(" ", isBold);
        if (filled > 0 && filled + space + length > room) {
          lines += 1;
          filled = 0;
        }
        if (length > room) lines += Math.floor(length / room);
        filled = filled === 0 ? length % room : filled + space + length;
      }
    }
    return lines;
  };
}

let shared: CountLines | undefined;
let isFollowingFonts = false;

/** The counter for cards of the grid. Where nothing can be drawn, letters count as equally wide. */
export function cardLines(): CountLines {
  if (shared) return shared;
  if (!isFollowingFonts && typeof document !== "undefined" && document.fonts) {
    isFollowingFonts = true;
    // What was measured before the letters had arrived was measured in others.
    document.fonts.addEventListener("loadingdone", () => {
      shared = undefined;
    });
  }
  const drawing = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("2d");
  shared = lineCounter((word, isBold) => {
    if (!drawing) return word.length * 7;
    drawing.font = `${isBold ? 600 : 400} 13px "Inter Variable", system-ui, sans-serif`;
    return drawing.measureText(word).width;
  });
  return shared;
}
