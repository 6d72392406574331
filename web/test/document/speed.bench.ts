// @vitest-environment node
// `npx vitest bench --run test/document` prints how long a huge map takes: 40 stages, 80 steps, 20 lanes, 2,400 cards.

import { bench, describe } from "vitest";
import * as Y from "yjs";
import { completeness, evidenceCoverage } from "@/document/derived";
import { moveStage } from "@/document/edits/places";
import { find } from "@/document/find";
import { MapDocument } from "@/document/map-document";
import { manyBetween } from "@/document/order";
import { seeded } from "./support";

const [STAGES, STEPS, LANES, CARDS] = [40, 80, 20, 2400];

function hugeMap(): MapDocument {
  const random = seeded(1);
  const document = new MapDocument(new Y.Doc(), random);
  document.edit("make", (edit) => {
    const positions = (count: number) => manyBetween(undefined, undefined, count, random);
    const stages = positions(STAGES).map((at, n) =>
      edit.add("stages", { at }, { title: { "": `Stage ${n}` } }),
    );
    const steps = positions(STEPS).map((at, n) =>
      edit.add("steps", { at, stage: stages[n % STAGES] }, { title: { "": `Step ${n}` } }),
    );
    const lanes = positions(LANES).map((at, n) =>
      edit.add("lanes", { at, kind: "text" }, { title: { "": `Lane ${n}` } }),
    );
    for (const [n, at] of positions(CARDS).entries()) {
      const [place, lane] = [steps[n % STEPS], lanes[Math.floor(n / STEPS) % LANES]];
      edit.add("items", { at, place, lane }, { text: { "": `Card ${n} says what the traveller does here` } });
    }
  });
  return document;
}

describe("a map of 40 stages, 80 steps, 20 lanes, 2,400 cards", () => {
  const document = hugeMap();
  const state = Y.encodeStateAsUpdate(document.doc);
  const card = document.snapshot.stages[0]?.steps[0];
  const key = Object.values(card?.cells ?? {})[0]?.[0]?.key ?? "";
  const words = document.text(key, "text", "");
  document.subscribe(() => document.snapshot);

  bench("opens: update applied and read", () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    void new MapDocument(doc).snapshot;
  });

  bench("takes a keystroke: typed and read again", () => words.insert(words.length, "x"));

  bench("takes a stage moved: written and read again", () => {
    const [first] = document.snapshot.stages;
    moveStage({ document, language: "en" }, first?.key ?? "", STAGES - 1);
  });

  bench("counts completeness and coverage anew", () => {
    words.insert(0, "y");
    completeness(document.snapshot);
    evidenceCoverage(document.snapshot);
  });

  bench("finds a word", () => void find(document.snapshot, { text: "traveller" }));
});
