/** Positions among siblings: strings between any two of which there is always another. */

import type { Random } from "./random";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = DIGITS.length;
/** Random digits behind a position in a gap, so that two people who insert there at once get different ones. */
const JITTER = 2;
/** Digits that are counted with at an open end. */
const WIDTH = 4;
/** How far the next position at an open end may be away: two people who add at once seldom meet, and thousands of
 * records follow each other before positions get longer. */
const STEP = 4096;

/** A position after `low` and before `high`; undefined means no bound on that side. */
export function between(low: string | undefined, high: string | undefined, random: Random): string {
  const step = 1 + (numberOf(random.bytes(2)) % STEP);
  if (low === undefined && high === undefined) return digitsOf(BASE ** WIDTH / 2 + step);
  if (low === undefined) return stepFrom(high ?? "", "0", -step);
  if (high === undefined) return stepFrom(low, "z", step);
  if (low >= high) throw new RangeError("there is nothing between positions that are not in order");
  return digitsBetween(low, high) + jitter(random);
}

/** The position so many steps away. Leading digits that leave no room on that side are passed over. */
function stepFrom(position: string, full: string, step: number): string {
  let lead = 0;
  while (position[lead] === full) lead += 1;
  return position.slice(0, lead) + digitsOf(firstDigits(position.slice(lead)) + step);
}

/** Digits that stand strictly between two bounds, about the middle. */
function digitsBetween(low: string, high: string): string {
  let prefix = "";
  let isBounded = true;
  for (let at = 0; ; at += 1) {
    const from = digit(low, at);
    const to = isBounded ? digit(high, at) : BASE;
    if (to - from > 1) return prefix + DIGITS.charAt((from + to) >> 1);
    prefix += DIGITS.charAt(from);
    // Once below the upper bound, everything that follows is.
    if (to > from) isBounded = false;
  }
}

/** The last digit is never 0: positions differ by more than trailing zeros. */
function jitter(random: Random): string {
  const bytes = [...random.bytes(JITTER)];
  const last = bytes.pop() ?? 0;
  return bytes.map((byte) => DIGITS.charAt(byte % BASE)).join("") + DIGITS.charAt(1 + (last % (BASE - 1)));
}

function digit(text: string, at: number): number {
  return at < text.length ? DIGITS.indexOf(text.charAt(at)) : 0;
}

/** The first digits of a position, as a number. */
function firstDigits(position: string): number {
  let value = 0;
  for (let at = 0; at < WIDTH; at += 1) value = value * BASE + digit(position, at);
  return value;
}

function digitsOf(value: number): string {
  let digits = "";
  for (let rest = value, at = 0; at < WIDTH; at += 1, rest = Math.floor(rest / BASE)) {
    digits = DIGITS.charAt(rest % BASE) + digits;
  }
  return digits.replace(/0+$/, "");
}

function numberOf(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
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

/** What stands in an order: by position, those without one last, then by key. */
export interface Sibling {
  readonly key: string;
  /** Empty where there is none. */
  readonly at: string;
}

/** Positions and keys are ASCII, so that comparing code units is comparing bytes. */
export function bySiblings(one: Sibling, other: Sibling): number {
  if (one.at !== other.at) {
    if (one.at === "" || other.at === "") return one.at === "" ? 1 : -1;
    return one.at < other.at ? -1 : 1;
  }
  if (one.key === other.key) return 0;
  return one.key < other.key ? -1 : 1;
}

/** How many of some siblings, from the first on, stand each behind the one before by its position alone. */
export function countInOrder(siblings: readonly Sibling[]): number {
  const broken = siblings.findIndex(({ at }, index) => {
    const before = siblings[index - 1]?.at;
    return at === "" || (before !== undefined && before >= at);
  });
  return broken < 0 ? siblings.length : broken;
}

/** What moving some of several siblings comes to, when the first of them shall stand at this index. */
export function reordered<One extends Sibling>(all: readonly One[], keys: readonly string[], index: number) {
  const moving = all.filter(({ key }) => keys.includes(key));
  const others = all.filter(({ key }) => !keys.includes(key));
  const to = Math.max(0, Math.min(index, others.length));
  const after = [...others.slice(0, to), ...moving, ...others.slice(to)];
  return { moving, others, to, isMoved: after.some((one, at) => one !== all[at]) };
}
