import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { MapDocument } from "@/document/map-document";
import { act, hostile, write } from "./hostile";
import { plain, seeded, smallMap, sync } from "./support";
import { checkValid } from "./valid";

function read(make: (doc: Y.Doc) => void) {
  const doc = new Y.Doc();
  make(doc);
  return new MapDocument(doc).snapshot;
}

describe("reading", () => {
  it("finds a map in an empty document", () => {
    expect(read(() => undefined)).toMatchObject({
      head: { title: { "": "" }, language: "en", subject: "customer", status: "draft" },
      stages: [],
      languages: ["en"],
    });
  });

  it("puts a plain text beside those in languages in the place of the map's own", () => {
    const map = read((doc) => {
      doc.getMap("head").set("language", "lt");
      doc.getText("head.title@").insert(0, "plain");
      doc.getText("head.title@ru").insert(0, "ru");
      doc.getText("head.purpose@lt").insert(0, "first");
      doc.getText("head.purpose@").insert(0, "second");
      doc.getMap("head").set("product@", true);
    });
    expect(map.head.title).toEqual({ lt: "plain", ru: "ru" });
    expect(map.head.purpose).toEqual({ lt: "first\nsecond" });
    expect(map.head.product).toEqual({ "": "" });
    expect(map.languages).toEqual(["lt", "ru"]);
  });

  it("passes over languages that are no tags, formatting and embedded things", () => {
    const map = read((doc) => {
      doc.getText("head.title@EN").insert(0, "capitals");
      doc.getText("head.title@nonsense").insert(0, "nonsense");
      const text = doc.getText("head.title@");
      text.insert(0, "bold", { bold: true });
      text.insertEmbed(4, { image: "x" });
    });
    expect(map.head.title).toEqual({ "": "bold" });
  });

  it("puts steps without a stage behind the last one's, and leaves them out where there is no stage", () => {
    const steps = (doc: Y.Doc) => {
      write(doc, "steps", "a", { stage: "gone", at: "1" });
      write(doc, "steps", "b", { stage: "s2", at: "5" });
      write(doc, "steps", "c", { at: "1" });
    };
    expect(read(steps).stages).toEqual([]);
    const map = read((doc) => {
      write(doc, "stages", "s1", { at: "1" });
      write(doc, "stages", "s2", { at: "2" });
      steps(doc);
    });
    expect(map.stages.map((stage) => stage.steps.map((step) => [step.key, step.stage]))).toEqual([
      [],
      [
        ["b", "s2"],
        ["a", "s2"],
      ],
    ]);
  });

  it("gives every record of a space an id of its own", () => {
    const map = read((doc) => {
      write(doc, "stages", "B", { at: "1", id: "x" });
      write(doc, "stages", "A", { at: "2", id: "x" });
      write(doc, "stages", "C", { at: "3", id: "x-2" });
      write(doc, "stages", "_D-e", { at: "4", id: "No slug" });
      write(doc, "stages", "__", { at: "5" });
      write(doc, "lanes", "L", { at: "1", id: "x" });
    });
    expect(map.stages.map((stage) => stage.id)).toEqual(["x-3", "x", "x-2", "d-e", "x-4"]);
    expect(map.lanes[0]?.id).toBe("x");
  });

  it("brings values into their range and passes over words that it does not know", () => {
    const map = read((doc) => {
      write(doc, "stages", "s", {
        at: "1",
        colour: "#ABCDEF",
        moment: "third",
        map: "Not a slug",
        hidden: 1,
      });
      write(doc, "steps", "t", { at: "1", stage: "s", expected: "007d" });
      write(doc, "personas", "p", { at: "1" });
      write(doc, "barriers", "b", { at: "1", place: "t", criticality: 9.4 });
      write(doc, "ideas", "i", {
        at: "1",
        barrier: "b",
        design: 2.5,
        development: "3",
        "lifts-from": "t",
        "lifts-to": "s",
      });
      write(doc, "targets", "g", { at: "1", step: "t", metric: "share", "at-least": 7, "at-most": 0.5 });
      write(doc, "targets", "h", { at: "1", step: "s", metric: "share", "at-least": 0.5 });
      write(doc, "lanes", "l", { at: "1", kind: "blueprint" });
      doc.getMap("emotions").set("t/p/claimed", -7);
      doc.getMap("emotions").set("t/p/wished", Number.NaN);
      doc.getMap("emotions").set("t/q/claimed", 1);
      doc.getMap("head").set("from", "2026-02-30");
    });
    const [stage] = map.stages;
    const step = stage?.steps[0];
    expect(stage).toMatchObject({ colour: "#abcdef", hidden: false });
    expect(stage).not.toHaveProperty("moment");
    expect(stage).not.toHaveProperty("map");
    expect(step?.expected).toBe("7d");
    expect({ ...step?.emotion }).toEqual({ p: { claimed: -2, evidence: [] } });
    expect(step?.barriers[0]).toMatchObject({ criticality: 5, ideas: [{ design: 3 }] });
    expect(step?.barriers[0]?.ideas[0]).not.toHaveProperty("liftsFrom");
    expect(map.targets).toMatchObject([{ step: "t", atLeast: 1 }]);
    expect(map.targets[0]).not.toHaveProperty("atMost");
    expect(map.lanes[0]?.layer).toBe("customer-actions");
    expect(map.head).not.toHaveProperty("from");
  });

  it("keeps cards of a lane that draws other things for the day when it has cells again", () => {
    const { document, lanes, steps } = smallMap();
    document.edit("kind", (edit) => edit.set("lanes", lanes.does, { kind: "emotion" }));
    expect(document.snapshot.stages[0]?.steps[0]?.cells[lanes.does]).toBeUndefined();
    document.edit("kind", (edit) => edit.set("lanes", lanes.does, { kind: "text" }));
    const step = document.snapshot.stages[0]?.steps[0];
    expect(step?.key).toBe(steps[0]);
    expect(step?.cells[lanes.does]).toHaveLength(2);
  });

  it("keeps what did not change the same object", () => {
    const { document, cards, steps } = smallMap();
    const before = document.snapshot;
    document.text(cards[0], "text", "en").insert(0, "She ");
    const after = document.snapshot;
    expect(after).not.toBe(before);
    expect(after.stages[0]?.steps[0]?.cells).not.toBe(before.stages[0]?.steps[0]?.cells);
    expect(after.stages[0]?.steps[1]).toBe(before.stages[0]?.steps[1]);
    for (const part of [
      "head",
      "lanes",
      "personas",
      "evidence",
      "tags",
      "transitions",
      "languages",
    ] as const) {
      expect(after[part], part).toBe(before[part]);
    }
    expect(after.stages.slice(1)).toEqual(before.stages.slice(1));
    expect(after.stages[1]).toBe(before.stages[1]);
    document.edit("nothing", (edit) => edit.set("steps", steps[0], { stage: before.stages[0]?.key }));
    expect(document.snapshot).toBe(after);
  });

  it("reads as it would have read from the beginning, whatever changed in between", () => {
    const { document, steps, persona, lanes, cards } = smallMap();
    const check = () => expect(plain(new MapDocument(document.doc))).toEqual(plain(document));
    document.edit("language", (edit) => edit.setHead({ language: "ru" }));
    check();
    document.text(steps[0], "title", "lt").insert(0, "Paieška");
    check();
    document.edit("remove", (edit) => edit.remove("personas", persona));
    check();
    document.undo.undo();
    check();
    document.edit("lane", (edit) => edit.remove("lanes", lanes.does));
    document.edit("texts", (edit) => edit.writeText(cards[0], "text", { lt: "" }));
    check();
  });
});

describe("a document from a hostile client", () => {
  it("is always read, as one valid map, the same on every replica and however it was come by", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(hostile, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (histories) => {
          const replicas = histories.map((acts, at) => {
            const doc = new Y.Doc();
            doc.clientID = at + 1;
            const document = new MapDocument(doc, seeded(at));
            for (const one of acts) {
              act(doc, one);
              expect(document.snapshot).toBeDefined();
            }
            return document;
          });
          sync(...replicas);
          const [first] = replicas;
          if (!first) return;
          const map = plain(first);
          for (const replica of replicas) expect(plain(replica)).toEqual(map);
          const fresh = new Y.Doc();
          Y.applyUpdate(fresh, Y.encodeStateAsUpdate(first.doc));
          expect(plain(new MapDocument(fresh))).toEqual(map);
          checkValid(first);
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);
});
