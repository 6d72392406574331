// @vitest-environment node
import { describe, expect, it } from "vitest";
import { summary } from "../../../test/maps";
import { type Selecting, selectMaps, valuesOf } from "./selecting";

const everything: Selecting = {
  search: "",
  folder: null,
  archived: false,
  status: null,
  owner: null,
  tag: null,
  sorting: "changed",
  reversed: false,
};
const maps = [
  summary("shop", {
    title: { en: "Online shop", lt: "Internetinė parduotuvė" },
    owner: "Marketing",
    tags: ["shop"],
    folder: "Retail",
    updated_at: "2026-11-03T00:00:00Z",
    completeness: 0.9,
  }),
  summary("clinic", { title: { en: "Clinic" }, status: "approved", updated_at: "2026-11-05T00:00:00Z" }),
  summary("old", { title: { en: "Old shop" }, status: "archived", completeness: null }),
  summary("app", { title: { ru: "Ёлка 10" }, language: "ru", updated_at: "2026-11-04T00:00:00Z" }),
  summary("app-2", { title: { ru: "Ёлка 9" }, language: "ru", updated_at: "2026-11-01T00:00:00Z" }),
];
const check = (given: Partial<Selecting>, expected: string[]) =>
  expect(selectMaps(maps, { ...everything, ...given }, "en").map((map) => map.id)).toEqual(expected);

describe("the maps shown", () => {
  it("are those that are not archived, the last changed first", () =>
    check({}, ["clinic", "app", "shop", "app-2"]));
  it("are archived ones on their own shelf", () => check({ archived: true }, ["old"]));
  it("hold every word searched for, in any language, whatever case and accents", () => {
    check({ search: "INTERNETINE shop" }, ["shop"]);
    check({ search: "елка" }, ["app", "app-2"]);
    check({ search: "marketing clinic" }, []);
  });
  it("fit every filter at once", () => {
    check({ folder: "Retail", owner: "Marketing", tag: "shop", status: "draft" }, ["shop"]);
    check({ folder: "Retail", status: "approved" }, []);
  });
  it("stand by title as people count", () => check({ sorting: "title" }, ["clinic", "shop", "app-2", "app"]));
  it("stand the other way round when asked", () =>
    check({ sorting: "completeness", reversed: true }, ["shop", "app", "app-2", "clinic"]));
});

it("values for the filters are offered once, without gaps", () => {
  expect(valuesOf(maps, (map) => [map.owner])).toEqual(["Marketing"]);
});
