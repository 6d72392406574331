import { describe, expect, it } from "vitest";
import type { Change } from "@/api/types";
import { words } from "@/app/i18n";
import { whereabouts, wordChange } from "./wording";

const telling = { t: words, language: "en", own: "en" };
const stage = { id: "buy", title: "Buying" };
const step = { id: "pay", title: { en: "Pays", ru: "Платит" } };
const lane = { id: "does", title: "Actions" };
const check = (change: Change, expected: string) => expect(wordChange(change, telling)).toBe(expected);

describe("a change is told in a map maker's words", () => {
  it("when a stage goes with all that is in it", () =>
    check(
      { kind: "removed", what: "stage", id: "buy", title: "Buying", place: {}, steps: 1, cards: 2 },
      "The stage “Buying” was removed. (1 step in it, 2 cards in it)",
    ));
  it("when a card goes to another cell", () =>
    check(
      {
        kind: "moved",
        what: "item",
        title: "Types the card",
        place: { stage, step, lane, position: 2 },
        from: { stage, lane, position: 1 },
      },
      "The card “Types the card” was moved from “Buying, Actions” to “Pays, Actions”.",
    ));
  it("when a stage changes its place among the others", () =>
    check(
      { kind: "moved", what: "stage", title: "Buying", place: { position: 4 }, from: { position: 6 } },
      "The stage “Buying” was moved from place 6 to place 4.",
    ));
  it("when a text is reworded, written or erased in one language", () => {
    const change: Change = {
      kind: "reworded",
      what: "stage",
      title: "Buying",
      place: {},
      field: "goal",
      language: "lt",
    };
    check({ ...change, before: "a", after: "b" }, "“Buying”: goal reworded (Lithuanian).");
    check({ ...change, after: "b" }, "“Buying”: goal written (Lithuanian): “b”.");
    check({ ...change, before: "a" }, "“Buying”: goal erased (Lithuanian). It was: “a”.");
  });
  it("when a persona feels worse", () =>
    check(
      {
        kind: "felt-worse",
        what: "emotion",
        field: "claimed",
        place: { stage, step, persona: { id: "anna", title: "Anna" } },
        before: "0.5",
        after: "-1.5",
      },
      "“Anna” feels worse at “Pays”: -1.5 instead of 0.5.",
    ));
  it("when the work on the map goes on", () =>
    check(
      {
        kind: "set",
        what: "map",
        title: "Shop",
        place: {},
        field: "status",
        before: "draft",
        after: "in-review",
      },
      "“Shop”: status changed from “Draft” to “In review”.",
    ));
  it("when something without a title is meant", () =>
    check(
      { kind: "added", what: "transition", place: { stage, to: { id: "come", title: "Comes back" } } },
      "The way “Buying → Comes back” was added.",
    ));
});

it("where a change stands is told from the widest to the narrowest", () => {
  expect(whereabouts({ stage, step, lane }, telling)).toBe("Buying › Pays › Actions");
  expect(whereabouts({}, telling)).toBe("");
});
