// @vitest-environment node
import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIONS, actionsFor } from "@/document/actions";
import { lookup } from "@/document/lookup";
import type { MapDocument } from "@/document/map-document";
import { EMPTY_SELECTION, type Selection } from "@/document/selection";
import { answerTo, chooseAction, contextOf } from "./chance";
import { plain, seeded, smallMap } from "./support";
import { checkValid } from "./valid";

function bundle(language: string): FluentBundle {
  const made = new FluentBundle(language, { useIsolating: false });
  for (const file of ["page-action", "page-said"]) {
    const path = new URL(`../../../locales/${language}/${file}.ftl`, import.meta.url);
    made.addResource(new FluentResource(readFileSync(path, "utf8")));
  }
  return made;
}

describe("every action", () => {
  const languages = ["en", "ru", "lt"].map(bundle);

  it("has an id of its own, a name in every language and words for its choices", () => {
    const ids = ACTIONS.map((action) => action.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { label, asks } of ACTIONS) {
      const choices = asks?.kind === "words" ? asks.words.map(asks.label) : [];
      for (const id of [label, ...choices]) {
        for (const language of languages)
          expect(language.hasMessage(id), `${id} in ${language.locales}`).toBe(true);
      }
    }
  });

  it("has a shortcut that nothing else has at the same time", () => {
    const { document, steps, lanes, cards, persona } = smallMap();
    const selections: Selection[] = [
      EMPTY_SELECTION,
      { cells: [], records: [{ table: "steps", key: steps[0] }] },
      { cells: [], records: [{ table: "lanes", key: lanes.does }] },
      { cells: [], records: [{ table: "items", key: cards[0] }] },
      { cells: [], records: [], emotion: { place: steps[0], persona, side: "claimed" } },
    ];
    for (const selection of selections) {
      const keys = actionsFor(contextOf(document, selection)).flatMap((action) => action.keys ?? []);
      expect(keys.length - new Set(keys).size).toBe(0);
    }
  });

  it("keeps the map valid, says what it did, and undo brings back what was there", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seeded(seed);
        const { document } = smallMap(seed + 1);
        for (let turn = 0; turn < 12; turn += 1) {
          const chosen = chooseAction(document, random);
          if (!chosen) continue;
          const { action, context } = chosen;
          const before = plain(document);
          const outcome = action.run(context, answerTo(action, document, random));
          checkValid(document);
          const after = plain(document);
          if (!outcome) expect(after, `${action.id} did something and says nothing`).toEqual(before);
          else {
            for (const language of languages) checkSaid(language, outcome.announce);
            checkSelected(document, outcome.select, action.id);
          }
          if (JSON.stringify(after) === JSON.stringify(before)) continue;
          expect(document.undo.undo(), `${action.id} can be undone`).toBe(true);
          expect(plain(document), `${action.id}, undone`).toEqual(before);
          document.undo.redo();
          expect(plain(document), `${action.id}, done again`).toEqual(after);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe("splitting a step", () => {
  it("takes the chosen cards and touchpoints of the step along, and nothing else", () => {
    const { document, steps, cards, touchpoint, barrier } = smallMap();
    const split = ACTIONS.find((action) => action.id === "step-split");
    const records = [
      { table: "items", key: cards[0] },
      { table: "touchpoints", key: touchpoint },
      // It stands in the next step.
      { table: "barriers", key: barrier },
    ] as const;
    const outcome = split?.run(contextOf(document, { cells: [], records }));

    const made = outcome?.select?.records[0]?.key ?? "";
    const { items, touchpoints, barriers, stages } = lookup(document.snapshot);
    const [stage] = stages.values();
    expect(stage?.steps.map(({ key }) => key)).toEqual([steps[0], made, steps[1]]);
    expect(items.get(cards[0])?.home).toMatchObject({ place: made });
    expect(items.get(cards[1])?.home).toMatchObject({ place: steps[0] });
    expect(touchpoints.get(touchpoint)?.step.key).toBe(made);
    expect(barriers.get(barrier)?.place.key).toBe(steps[1]);
    expect(outcome?.edit).toEqual({ owner: made, field: "title" });
  });
});

function checkSaid(
  language: FluentBundle,
  { id, args }: { id: string; args?: Record<string, string | number> },
): void {
  const message = language.getMessage(id);
  expect(message?.value, `${id} in ${language.locales}`).toBeTruthy();
  const errors: Error[] = [];
  language.formatPattern(message?.value ?? "", args ?? {}, errors);
  expect(errors, `${id} in ${language.locales} with ${JSON.stringify(args)}`).toEqual([]);
}

function checkSelected(document: MapDocument, selection: Selection | undefined, id: string): void {
  const known = lookup(document.snapshot);
  for (const { table, key } of selection?.records ?? []) {
    if (table === "tags" || table === "targets") continue;
    expect(known[table].has(key), `${id} selects what is there`).toBe(true);
  }
}
