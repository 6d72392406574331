/** What the tests of the live document share. */

import * as Y from "yjs";
import { MapDocument } from "@/document/map-document";
import type { Random } from "@/document/random";

/** A small generator with a seed (mulberry32), so that a failing run can be had again. */
export function seeded(seed: number): Random & { below(limit: number): number } {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 255),
    below: (limit) => next() % limit,
  };
}

/** An empty document whose keys and positions are drawn from a seed. */
export function documentOf(seed = 1): MapDocument {
  const doc = new Y.Doc();
  doc.clientID = seed;
  return new MapDocument(doc, seeded(seed));
}
