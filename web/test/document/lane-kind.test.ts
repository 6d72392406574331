// @vitest-environment node
import { describe, expect, it } from "vitest";
import { cardsOf } from "@/document/edits/cards";
import { setLaneKind } from "@/document/edits/lane-kind";
import { lookup } from "@/document/lookup";
import { plain, smallMap } from "./support";

describe("another kind of lane", () => {
  it("turns the cards of a list into barriers of the same steps, with their evidence", () => {
    const { desk, document, lanes, steps, evidence } = smallMap();
    setLaneKind(desk, lanes.does, "barriers");
    const there = cardsOf(document.snapshot, { place: steps[0], lane: lanes.does });
    expect(there.map((card) => card.table === "barriers" && card.record.text[""])).toEqual([
      "types a query",
      "reads results",
    ]);
    expect(there[0]?.table === "barriers" && there[0].record.evidence).toEqual([evidence]);
    expect(document.snapshot.lanes).toHaveLength(6);
    document.undo.undo();
    expect(lookup(document.snapshot).items.size).toBe(2);
  });

  it("is refused where cards would go out of sight, and says how many", () => {
    const { desk, document, lanes } = smallMap();
    const before = plain(document);
    for (const [lane, kind, what, count] of [
      // A curve takes no texts, no barrier stands at the step, and touchpoints cite no evidence.
      [lanes.does, "emotion", "card", 2],
      [lanes.does, "ideas", "card", 2],
      [lanes.does, "touchpoints", "card", 1],
      [lanes.barriers, "list", "barrier", 1],
      [lanes.emotion, "list", "emotion", 1],
    ] as const) {
      const outcome = setLaneKind(desk, lane, kind);
      expect(outcome).toMatchObject({ isProblem: true, announce: { args: { what, count } } });
    }
    expect(plain(document)).toEqual(before);
  });

  it("is taken where items stay items, where nothing stands, and where another lane draws the same", () => {
    const { desk, document, lanes } = smallMap();
    setLaneKind(desk, lanes.does, "quotes");
    setLaneKind(desk, lanes.asks, "barriers");
    setLaneKind(desk, lanes.barriers, "list");
    const kinds = document.snapshot.lanes.map((lane) => lane.kind);
    expect(kinds).toEqual(["quotes", "barriers", "touchpoints", "emotion", "list", "ideas"]);
    expect(lookup(document.snapshot).items.size).toBe(2);
  });
});
