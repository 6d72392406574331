// @vitest-environment node
import { expect, it } from "vitest";
import type { Change, JourneyMap } from "@/api/types";
import { marksOf } from "./marking";

const map: JourneyMap = {
  kelias: 1,
  id: "shop",
  language: "en",
  title: "Shop",
  lanes: [
    { id: "does", kind: "text", title: "Does" },
    { id: "hurts", kind: "barriers", title: "Hurts" },
  ],
  stages: [
    { id: "see", title: "See" },
    { id: "buy", title: "Buy", steps: [{ id: "pay", title: "Pay" }] },
  ],
};
const buy = { id: "buy", title: "Buy" };
const changes: Change[] = [
  {
    kind: "removed",
    what: "item",
    title: "Looks",
    place: { stage: { id: "see", title: "See" }, lane: { id: "does", title: "Does" } },
  },
  {
    kind: "added",
    what: "barrier",
    id: "b",
    title: "Form",
    place: { stage: buy, step: { id: "pay", title: "Pay" } },
  },
  {
    kind: "reworded",
    what: "item",
    title: "New",
    before: "Old",
    after: "New",
    place: { stage: buy, lane: { id: "does", title: "Does" } },
  },
  { kind: "set", what: "map", field: "status", before: "draft", after: "approved", place: {} },
];

it("what is gone is marked on the side before, what is new on that after", () => {
  expect(marksOf(changes, map, "before")).toEqual([
    { at: "cell/see/does", kind: "removed", text: "Looks" },
    { at: "cell/pay/does", kind: "changed", text: "Old" },
  ]);
  expect(marksOf(changes, map, "after")).toEqual([
    { at: "cell/pay/hurts", kind: "added", text: "Form" },
    { at: "cell/pay/does", kind: "changed", text: "New" },
  ]);
});
