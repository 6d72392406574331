/** Ids of records that were made on the page: given once, by the first words a record is called by. */

import { freeId, slugOf } from "../ids";
import { lookup } from "../lookup";
import type { MapDocument } from "../map-document";
import { givenValue, recordOf } from "../raw";
import type { Table } from "../schema";
import type { Key, MapSnapshot, Text } from "../types";

/** What can have an id of its own. */
interface Nameable {
  readonly table: Table;
  readonly called: Text;
  /** Ids that are taken where this one must be unique. */
  readonly neighbours: Iterable<{ readonly key: Key; readonly id: string }>;
}

/** Gives a record an id that reads like its words, if it has none and there are words to read. Until then the map file
 * shows one made of the record's key. It is no step of undo: nobody asked for it, and the id is to stay. */
export function giveId(document: MapDocument, key: Key): void {
  const { snapshot, doc } = document;
  const found = nameable(snapshot, key);
  const record = found && recordOf(doc.getMap(found.table), key);
  if (!record || givenValue(record, "id") !== undefined) return;
  const words = found.called[""] || found.called[snapshot.head.language] || Object.values(found.called)[0];
  const wanted = slugOf(words ?? "");
  if (wanted === undefined) return;
  const taken = new Set<string>();
  for (const one of found.neighbours) if (one.key !== key) taken.add(one.id);
  const id = taken.has(wanted) ? freeId(wanted, (other) => taken.has(other)) : wanted;
  doc.transact(() => record.set("id", id));
}

function nameable(snapshot: MapSnapshot, key: Key): Nameable | undefined {
  const known = lookup(snapshot);
  const place = known.places.get(key);
  if (place) {
    const table = known.steps.has(key) ? "steps" : "stages";
    return { table, called: place.title, neighbours: known.places.values() };
  }
  const lane = known.lanes.get(key);
  if (lane) return { table: "lanes", called: lane.title, neighbours: snapshot.lanes };
  const persona = known.personas.get(key);
  if (persona) return { table: "personas", called: persona.name, neighbours: snapshot.personas };
  const evidence = known.evidence.get(key);
  if (evidence) return { table: "evidence", called: evidence.title, neighbours: snapshot.evidence };
  const touchpoint = known.touchpoints.get(key)?.touchpoint;
  if (touchpoint) {
    const neighbours = [...known.touchpoints.values()].map((one) => one.touchpoint);
    return { table: "touchpoints", called: touchpoint.title, neighbours };
  }
  const barrier = known.barriers.get(key)?.barrier;
  if (barrier) {
    const neighbours = [...known.barriers.values()].map((one) => one.barrier);
    return { table: "barriers", called: barrier.text, neighbours };
  }
  const idea = known.ideas.get(key)?.idea;
  if (!idea) return undefined;
  const neighbours = [...known.ideas.values()].map((one) => one.idea);
  return { table: "ideas", called: idea.text, neighbours };
}
