/** Height of the drawing, and the room kept above and below for labels, in pixels at a zoom of 1. */
export const CURVE_HEIGHT = 208;
const ROOM = 36;

/** From a feeling, -2 to +2, to pixels from the top. */
export function yOf(value: number): number {
  return ROOM + ((2 - Math.min(2, Math.max(-2, value))) / 4) * (CURVE_HEIGHT - 2 * ROOM);
}

/** From pixels to a feeling in tenths, kept inside the scale. */
export function valueOf(y: number): number {
  const value = 2 - ((y - ROOM) / (CURVE_HEIGHT - 2 * ROOM)) * 4;
  return inScale(value);
}

export function inScale(value: number): number {
  const tenths = Math.round(Math.min(2, Math.max(-2, value)) * 10) / 10;
  // Minus nothing is nothing.
  return tenths === 0 ? 0 : tenths;
}
