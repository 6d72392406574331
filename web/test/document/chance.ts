/** A person who does this and that: random selections, commands and answers. */

import { ACTIONS, type Action, type ActionContext, actionsFor } from "@/document/actions";
import { lookup } from "@/document/lookup";
import type { MapDocument } from "@/document/map-document";
import { EMPTY_SELECTION, type Selection } from "@/document/selection";
import type { Seeded } from "./support";

export function contextOf(document: MapDocument, selection: Selection): ActionContext {
  return { document, snapshot: document.snapshot, selection, language: "en" };
}

/** A command that can be done now, with what it is done to. Those that suit any selection come up less often. */
export function chooseAction(
  document: MapDocument,
  random: Seeded,
): { action: Action; context: ActionContext } | undefined {
  const context = contextOf(document, selectionIn(document, random));
  const possible = actionsFor(context).filter((one) => one.isEnabled(context) && one.group !== "history");
  const fitting = possible.filter((one) => !ALWAYS.has(one.id));
  const pool = fitting.length > 0 && random.below(8) > 0 ? fitting : possible;
  const action = pool[random.below(pool.length)];
  return action && { action, context };
}

const ALWAYS = new Set(
  ACTIONS.filter((one) => one.group === "head" || /^(persona|evidence)-add$/.test(one.id)).map(
    (one) => one.id,
  ),
);

/** Something to answer when a command asks. */
export function answerTo(action: Action, document: MapDocument, random: Seeded): unknown {
  const { asks } = action;
  const pick = <T>(all: readonly T[]): T | undefined => all[random.below(Math.max(1, all.length))];
  const known = lookup(document.snapshot);
  switch (asks?.kind) {
    case undefined:
      return undefined;
    case "words":
      return pick(asks.words);
    case "records":
      return pick([...known[asks.table].keys()]);
    case "colour":
      return pick(["#0072b2", "", "red"]);
    case "number":
      return pick([1, 2, 99, -3]);
    case "date":
      return pick(["2026-07-01", "", "soon"]);
    case "duration":
      return pick(["5m", "", "long"]);
    case "target":
      return {
        key: pick([...known.targets.keys()]),
        metric: pick(["share", "emotion", "audience", "luck"]),
        bound: pick([{ atLeast: 0.4 }, { atMost: 3 }, { atMost: -7 }, {}, undefined]),
        alertAfter: pick(["2d", "", "soon"]),
      };
    default:
      return pick(["text", "", "ru"]);
  }
}

/** Something to select: records of one table, a cell, a point of the curve, or nothing. */
function selectionIn(document: MapDocument, random: Seeded): Selection {
  const { snapshot } = document;
  const known = lookup(snapshot);
  const tables = ["stages", "steps", "lanes", "items", "touchpoints", "barriers", "ideas"] as const;
  const table = ([...tables, "personas", "evidence", "transitions"] as const)[random.below(13)];
  const places = [...known.places.keys()];
  const place = places[random.below(Math.max(1, places.length))] ?? "";
  const lane = snapshot.lanes[random.below(Math.max(1, snapshot.lanes.length))]?.key ?? "";
  if (table) {
    const keys = [...known[table].keys()].filter(() => random.below(3) === 0).slice(0, 3);
    return { cells: [], records: keys.map((key) => ({ table, key })) };
  }
  const persona = snapshot.personas[0]?.key;
  if (random.below(2) === 0 && persona !== undefined) {
    return { ...EMPTY_SELECTION, emotion: { place, persona, side: "claimed" } };
  }
  return { cells: [{ place, lane }], records: [] };
}
