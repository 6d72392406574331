import type { Item, Key, Lane, Stage, Step, Text } from "@/document/types";

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
    tallest = Math.max(tallest, remembered(place, lane, width, read, count));
  }
  return Math.ceil(tallest);
}

interface Remembered {
  readonly width: number;
  readonly lane: Lane;
  readonly read: unknown;
  readonly count: unknown;
  readonly height: number;
}

const heights = new WeakMap<object, Map<Key, Remembered>>();

/** The height of a cell; it is worked out anew only when something of its stage or step has changed. */
function remembered(
  place: Stage | Step,
  lane: Lane,
  width: number,
  read: (text: Text | undefined) => string,
  count: CountLines,
): number {
  let ofPlace = heights.get(place);
  if (!ofPlace) {
    ofPlace = new Map();
    heights.set(place, ofPlace);
  }
  const known = ofPlace.get(lane.key);
  const isRight =
    known?.width === width && known.lane === lane && known.read === read && known.count === count;
  if (isRight) return known.height;
  const height = cellHeight(
    place,
    lane,
    width,
    (text, room, isBold = false) =>
      // The sign of evidence takes about as much as two letters.
      Math.max(1, count(`${read(text)}oo`, room, isBold)) * LINE,
  );
  ofPlace.set(lane.key, { width, lane, read, count, height });
  return height;
}

type Lines = (text: Text | undefined, room: number, isBold?: boolean) => number;

function cellHeight(place: Stage | Step, lane: Lane, width: number, lines: Lines): number {
  const cards = cardHeights(place, lane, width, lines);
  return cards.reduce((sum, card) => sum + card + GAP, -GAP) + CELL_PADDING;
}

function cardHeights(place: Stage | Step, lane: Lane, width: number, lines: Lines): number[] {
  switch (lane.kind) {
    case "touchpoints":
      return ("touchpoints" in place ? place.touchpoints : []).map(
        (one) => lines(one.title, width - 38) + (one.actor || one.side === "backstage" ? NOTE : 0) + 10,
      );
    case "barriers":
      return place.barriers.map((one) => {
        const notes = [one.criticality, one.touchpoints.length, one.personas.length].filter(Boolean).length;
        return lines(one.text, width - 26, true) + notes * (NOTE + 4) + 17;
      });
    case "ideas":
      return place.barriers.flatMap((barrier) =>
        barrier.ideas.map((one) => {
          const notes = 1 + (one.design || one.development ? 1 : 0) + (place.barriers.length > 1 ? 2 : 0);
          return lines(one.text, width - 26, true) + notes * (NOTE + 4) + 17;
        }),
      );
    default:
      return (place.cells[lane.key] ?? []).map((item) => itemHeight(item, lane.kind, width, lines));
  }
}

function itemHeight(item: Item, kind: string, width: number, lines: Lines): number {
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
