/** Positions among siblings: strings between any two of which there is always another. */

import type { Random } from "./random";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = DIGITS.length;
/** Random digits at the end, so that two people who insert at one place at once get different positions. */
const JITTER = 2;

function digit(text: string, at: number): number {
  return at < text.length ? DIGITS.indexOf(text.charAt(at)) : 0;
}

/** Digits that stand strictly between two bounds. Beside an open bound it goes by small steps, so that a list which
 * grows at one end keeps short positions; between two bounds it takes the middle. */
function digitsBetween(low: string | undefined, high: string | undefined): string {
  let prefix = "";
  let isBounded = high !== undefined;
  for (let at = 0; ; at += 1) {
    const from = digit(low ?? "", at);
    const to = isBounded ? digit(high ?? "", at) : BASE;
    if (to - from > 1) return prefix + DIGITS.charAt(pick(from, to, low === undefined, high === undefined));
    prefix += DIGITS.charAt(from);
    // Once below the upper bound, everything that follows is.
    if (to > from) isBounded = false;
  }
}

function pick(from: number, to: number, isLowOpen: boolean, isHighOpen: boolean): number {
  if (isLowOpen === isHighOpen) return (from + to) >> 1;
  return isHighOpen ? from + 1 : to - 1;
}

/** A position after `low` and before `high`; undefined means no bound on that side. */
export function between(low: string | undefined, high: string | undefined, random: Random): string {
  if (low !== undefined && high !== undefined && low >= high) {
    throw new RangeError("there is nothing between positions that are not in order");
  }
  const base = digitsBetween(low, high);
  const bytes = random.bytes(JITTER);
  // The last digit is never 0: positions are told apart by more than trailing zeros.
  const jitter = [...bytes].map((byte, at) =>
    at < JITTER - 1 ? DIGITS.charAt(byte % BASE) : DIGITS.charAt(1 + (byte % (BASE - 1))),
  );
  return base + jitter.join("");
}

/** So many positions in order, between two bounds. */
export function manyBetween(
  low: string | undefined,
  high: string | undefined,
  count: number,
  random: Random,
): string[] {
  const positions = new Array<string>(count);
  const fill = (from: number, to: number, below: string | undefined, above: string | undefined) => {
    if (from >= to) return;
    const mid = (from + to) >> 1;
    const position = between(below, above, random);
    positions[mid] = position;
    fill(from, mid, below, position);
    fill(mid + 1, to, position, above);
  };
  fill(0, count, low, high);
  return positions;
}

/** What stands in an order: by position, then by key. */
export interface Sibling {
  readonly key: string;
  readonly at: string;
}

/** Positions and keys are ASCII, so that comparing code units is comparing bytes. */
export function bySiblings(one: Sibling, other: Sibling): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (one.key === other.key) return 0;
  return one.key < other.key ? -1 : 1;
}
