// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { setEmotion } from "@/document/edits/emotions";
import { moveStage } from "@/document/edits/places";
import { lookup } from "@/document/lookup";
import { MapDocument } from "@/document/map-document";
import { answerTo, chooseAction } from "./chance";
import { plain, seeded, smallMap, sync } from "./support";
import { checkValid } from "./valid";

/** More people at the same map. */
function others(document: MapDocument, count: number): MapDocument[] {
  const state = Y.encodeStateAsUpdate(document.doc);
  return Array.from({ length: count }, (_, at) => {
    const doc = new Y.Doc();
    doc.clientID = 100 + at;
    const other = new MapDocument(doc, seeded(1000 + at));
    Y.applyUpdate(doc, state);
    return other;
  });
}

describe("several people at one map", () => {
  it("see the same in the end, whatever they do and in whatever order they hear of it", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seeded(seed);
        const { document } = smallMap(seed + 1);
        const people = [document, ...others(document, 2)];
        for (let turn = 0; turn < 25; turn += 1) {
          const person = people[random.below(3)] as MapDocument;
          const friend = people[random.below(3)] as MapDocument;
          if (random.below(4) === 0) sync(person, friend);
          else if (random.below(5) === 0) person.undo.undo();
          else {
            const chosen = chooseAction(person, random);
            chosen?.action.run(chosen.context, answerTo(chosen.action, person, random));
          }
        }
        sync(...people);
        sync(...people);
        const map = plain(document);
        for (const person of people) {
          expect(plain(person)).toEqual(map);
          checkValid(person);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it("who move one stage at once have it in one of the two places, once", () => {
    const { document, stages } = smallMap();
    const [other] = others(document, 1);
    if (!other) throw new Error("there is another");
    moveStage({ document, language: "en" }, stages[0], 2);
    moveStage({ document: other, language: "en" }, stages[0], 1);
    sync(document, other);
    const keys = document.snapshot.stages.map((stage) => stage.key);
    expect(keys.filter((key) => key === stages[0])).toHaveLength(1);
    expect(keys).toHaveLength(3);
    expect(plain(document)).toEqual(plain(other));
  });

  it("who type into one text, cite on one card and set two sides of one emotion all succeed", () => {
    const { document, cards, steps, persona, evidence } = smallMap();
    const [other] = others(document, 1);
    if (!other) throw new Error("there is another");
    document.text(cards[1], "text", "en").insert(0, "calmly ");
    other.text(cards[1], "text", "en").insert(13, " twice");
    const second = other.edit("add", (edit) =>
      edit.add("evidence", { at: "2" }, { title: { "": "Survey" } }),
    );
    document.edit("cite", (edit) => edit.addToSet("items", cards[1], "evidence", [evidence]));
    other.edit("cite", (edit) => edit.addToSet("items", cards[1], "evidence", [second]));
    setEmotion({ document, language: "en" }, { place: steps[1], persona, side: "claimed" }, -1);
    setEmotion({ document: other, language: "en" }, { place: steps[1], persona, side: "wished" }, 2);
    sync(document, other);
    const card = lookup(document.snapshot).items.get(cards[1])?.item;
    expect(card?.text).toEqual({ "": "calmly reads results twice" });
    expect([...(card?.evidence ?? [])].sort()).toEqual([evidence, second].sort());
    expect(document.snapshot.stages[0]?.steps[1]?.emotion[persona]).toMatchObject({ claimed: -1, wished: 2 });
    expect(plain(document)).toEqual(plain(other));
  });

  it("keep what others did when one of them takes back what she did", () => {
    const { document, cards, stages } = smallMap();
    const [other] = others(document, 1);
    if (!other) throw new Error("there is another");
    document.edit("remove", (edit) => edit.remove("stages", stages[2]));
    sync(document, other);
    other.edit("reword", (edit) => edit.write(cards[0], "text", "", "types a long query"));
    sync(document, other);
    document.undo.undo();
    sync(document, other);
    expect(other.snapshot.stages).toHaveLength(3);
    expect(lookup(other.snapshot).items.get(cards[0])?.item.text).toEqual({ "": "types a long query" });
    expect(document.undo.undo()).toBe(false);
  });

  it("settle a text that two of them wrote in two ways before it is edited, and nothing is lost", () => {
    const { document } = smallMap();
    const [other] = others(document, 1);
    if (!other) throw new Error("there is another");
    document.edit("one", (edit) => edit.write("head", "purpose", "en", "Learn"));
    other.edit("two", (edit) => edit.write("head", "purpose", "", "Decide"));
    sync(document, other);
    expect(document.snapshot.head.purpose).toEqual({ en: "Learn\nDecide" });
    expect(document.text("head", "purpose", "").toString()).toBe("Learn\nDecide");
    expect(document.snapshot.head.purpose).toEqual({ en: "Learn\nDecide" });
  });
});
