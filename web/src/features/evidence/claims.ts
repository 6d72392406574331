import { type Claim, claimsOf, evidenceOf } from "@/document/derived";
import { lookup } from "@/document/lookup";
import type { Selection } from "@/document/selection";
import type { Key, MapSnapshot, Text } from "@/document/types";

/** A claim as a list shows it: what is said, where, and how to get there. */
export interface Said {
  id: string;
  text: string;
  where: string;
  /** None for a line of a portrait, which does not stand on the grid. */
  select: Selection | undefined;
}

type Read = (text: Text | undefined) => string;
/** How a persona's emotion is called. */
export type Feeling = (persona: string) => string;

/** The claims that cite a piece of evidence. */
export function citing(snapshot: MapSnapshot, evidence: Key, read: Read, feeling: Feeling): Said[] {
  return claimsOf(snapshot)
    .filter((claim) => evidenceOf(claim).includes(evidence))
    .map((claim) => sayOf(snapshot, claim, read, feeling));
}

export function sayOf(snapshot: MapSnapshot, claim: Claim, read: Read, feeling: Feeling): Said {
  const { places, personas, lanes } = lookup(snapshot);
  const place = (key: Key | undefined) => (key ? read(places.get(key)?.title) : "");
  const persona = (key: Key | undefined) => (key ? read(personas.get(key)?.name) : "");
  if (claim.kind === "emotion") {
    const { place: at, persona: who } = claim;
    const select: Selection = {
      cells: [],
      records: [],
      emotion: { place: at, persona: who, side: "claimed" },
    };
    return { id: `${at}/${who}`, text: feeling(persona(who)), where: place(at), select };
  }
  if (claim.kind === "barrier") {
    const { barrier } = claim;
    return record("barriers", barrier.key, read(barrier.text), place(claim.place));
  }
  const { item } = claim;
  if (claim.persona) {
    return { id: item.key, text: read(item.text), where: persona(claim.persona), select: undefined };
  }
  const lane = claim.lane ? read(lanes.get(claim.lane)?.title) : "";
  return record("items", item.key, read(item.text), [place(claim.place), lane].filter(Boolean).join(" · "));
}

function record(table: "items" | "barriers", key: Key, text: string, where: string): Said {
  return { id: key, text, where, select: { cells: [], records: [{ table, key }] } };
}
