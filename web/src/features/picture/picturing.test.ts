// @vitest-environment node
import { expect, it } from "vitest";
import type { JourneyMap } from "@/api/types";
import { pictureOf } from "./picturing";

const map: JourneyMap = {
  kelias: 1,
  id: "shop",
  language: "en",
  title: { en: "Shop", ru: "Магазин" },
  lanes: [
    { id: "does", kind: "text", title: { en: "Does", ru: "Делает" } },
    { id: "feels", kind: "emotion", title: "Feels" },
    { id: "hurts", kind: "barriers", title: "Hurts" },
    { id: "mends", kind: "ideas", title: "Mends" },
    { id: "secret", kind: "text", title: "Secret", hidden: true },
  ],
  stages: [
    {
      id: "see",
      title: "See",
      emotion: { a: { claimed: 1 }, b: { claimed: -2 } },
      cells: { does: ["Looks", { text: "Asks" }] },
    },
    {
      id: "buy",
      title: { en: "Buy", ru: "Покупает" },
      "moment-of-truth": "first",
      steps: [
        {
          id: "pay",
          title: "Pay",
          barriers: [{ id: "x", text: "Form", ideas: [{ id: "y", text: { ru: "Короче" } }] }],
        },
        { id: "wait", title: "Wait" },
      ],
    },
  ],
};

it("a picture shows each lane's content in the reader's language", () => {
  const picture = pictureOf(map, "ru");
  expect(picture.stages.map(({ title, columns, moment }) => [title, columns, moment])).toEqual([
    ["See", 1, false],
    ["Покупает", 2, true],
  ]);
  expect(picture.columns.map(({ title, claimed }) => [title, claimed])).toEqual([
    [null, -0.5],
    ["Pay", null],
    ["Wait", null],
  ]);
  expect(picture.lanes.map(({ title, cells }) => [title, cells])).toEqual([
    ["Делает", [["Looks", "Asks"], [], []]],
    ["Feels", [[], [], []]],
    ["Hurts", [[], ["Form"], []]],
    ["Mends", [[], ["Короче"], []]],
  ]);
});
