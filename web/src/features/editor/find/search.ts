import { TEXT_FIELDS } from "@/document/schema";
import { lookup } from "@/document/lookup";
import type { Key, MapSnapshot, Text } from "@/document/types";

/** A text of the map in which something was found. */
export interface Match {
  readonly table: "stages" | "steps" | "lanes" | "items" | "touchpoints" | "barriers" | "ideas";
  readonly key: Key;
  readonly field: string;
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
}

export interface Query {
  readonly text: string;
  readonly isCaseKept: boolean;
}

/** Every occurrence on the grid, in the order of the journey. */
export function search(snapshot: MapSnapshot, query: Query, read: (text: Text | undefined) => string): Match[] {
  if (query.text === "") return [];
  const matches: Match[] = [];
  const look = (table: Match["table"], record: { readonly key: Key }) => {
    for (const field of TEXT_FIELDS[table]) {
      const text = read((record as unknown as Record<string, Text | undefined>)[field]);
      for (const at of occurrences(text, query)) matches.push({ table, key: record.key, field, text, at });
    }
  };
  for (const lane of snapshot.lanes) look("lanes", lane);
  for (const place of lookup(snapshot).places.values()) {
    look("stage" in place ? "steps" : "stages", place);
    for (const lane of snapshot.lanes) for (const item of place.cells[lane.key] ?? []) look("items", item);
    if ("touchpoints" in place) for (const touchpoint of place.touchpoints) look("touchpoints", touchpoint);
    for (const barrier of place.barriers) {
      look("barriers", barrier);
      for (const idea of barrier.ideas) look("ideas", idea);
    }
  }
  return matches;
}

/** Where the wanted text begins, one after the other. */
export function occurrences(text: string, { text: wanted, isCaseKept }: Query): number[] {
  const [inside, what] = isCaseKept ? [text, wanted] : [text.toLowerCase(), wanted.toLowerCase()];
  // Folding may change lengths in some scripts; a place is told only where it cannot have.
  if (what === "" || inside.length !== text.length) return [];
  const found: number[] = [];
  for (let at = inside.indexOf(what); at >= 0; at = inside.indexOf(what, at + what.length)) found.push(at);
  return found;
}
