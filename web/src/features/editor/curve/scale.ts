/** Height of the drawing, and the room kept above and below for labels, in pixels at a zoom of 1. */
export const CURVE_HEIGHT = 236;
const ROOM = 48;

/** Least and greatest value that is drawn: whole numbers of -2 to +2. */
export type Scale = readonly [low: number, high: number];

/** The scale for these values: neutral stays in the middle of at least one step up and down, and ends that no line comes
 * near are left out. */
export function scaleOf(values: Iterable<number>): Scale {
  let [low, high] = [-1, 1];
  for (const value of values) {
    // A line a little beyond a step stays near it; the room for labels is enough for it.
    low = Math.min(low, Math.floor(value + 0.3));
    high = Math.max(high, Math.ceil(value - 0.3));
  }
  return [Math.max(-2, low), Math.min(2, high)];
}

/** From a feeling to pixels from the top. */
export function yOf(value: number, [low, high]: Scale): number {
  return ROOM + ((high - value) / (high - low)) * (CURVE_HEIGHT - 2 * ROOM);
}

/** From pixels to a feeling in tenths; it may lie beyond what is drawn, but not beyond -2 and +2. */
export function feelingAt(y: number, [low, high]: Scale): number {
  return inScale(high - ((y - ROOM) / (CURVE_HEIGHT - 2 * ROOM)) * (high - low));
}

export function inScale(value: number): number {
  const tenths = Math.round(Math.min(2, Math.max(-2, value)) * 10) / 10;
  // Minus nothing is nothing.
  return tenths === 0 ? 0 : tenths;
}
