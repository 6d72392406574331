/** What every editing operation shares: the document it works on, and the words in which it says what it did. */

import type { Outcome, Words } from "../actions/action";
import type { MapDocument } from "../map-document";
import { readText } from "../text";
import type { LaneKind, Text } from "../types";

/** The document with the language in which the person reads it. */
export interface Desk {
  readonly document: MapDocument;
  readonly language: string;
  /** What a lane is called that a command makes by itself. */
  readonly laneTitle?: (kind: LaneKind) => Text;
}

/** What an operation was done to, as the live region names it. */
export type Thing =
  | "stage"
  | "step"
  | "lane"
  | "card"
  | "touchpoint"
  | "barrier"
  | "idea"
  | "transition"
  | "persona"
  | "evidence"
  | "tag"
  | "target"
  | "emotion"
  | "goal"
  | "success";

/** What was done. */
export type Verb =
  | "added"
  | "there"
  | "removed"
  | "changed"
  | "moved-to"
  | "moved"
  | "chosen"
  | "duplicated"
  | "hidden"
  | "shown"
  | "coloured"
  | "merged"
  | "split"
  | "turned"
  | "cited"
  | "uncited"
  | "felt"
  | "editing"
  | "would-hide"
  | "copied"
  | "pasted"
  | "pasted-part";

/** Words about one thing: which it is and what it is called. */
export function saidOf(desk: Desk, verb: Verb, what: Thing, title?: Text, args: Words["args"] = {}): Words {
  const name = readText(title, desk.language, desk.document.snapshot.head.language).trim();
  return { id: `said-${verb}`, args: { what, name, isNamed: name === "" ? "no" : "yes", count: 1, ...args } };
}

/** Words about several things. */
export function saidOfMany(verb: Verb, what: Thing, count: number, args: Words["args"] = {}): Words {
  return { id: `said-${verb}`, args: { what, name: "", isNamed: "no", count, ...args } };
}

/** Words about a thing that now has a value. */
export function saidSet(desk: Desk, what: Thing, title?: Text): Words {
  return saidOf(desk, "changed", what, title);
}

export type Result = Outcome | undefined;

/** Does the same to several things as one step of undo, and selects all that came of it. */
export function doToEach<Part>(
  desk: Desk,
  command: string,
  parts: readonly Part[],
  one: (part: Part) => Result,
): Result {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return one(only);
  const done = desk.document.edit(command, () => parts.flatMap((part) => one(part) ?? []));
  const [first] = done;
  if (!first) return undefined;
  const records = done.flatMap(({ select }) => select?.records ?? []);
  const args = { ...first.announce.args, name: "", isNamed: "no", count: records.length };
  return { announce: { id: first.announce.id, args }, select: { cells: [], records } };
}
