// @vitest-environment node
import { expect, it } from "vitest";
import { area, chevron, runs, WIDTH, zero } from "./previewing";

it("a curve breaks where no emotion is known", () => {
  const found = runs([1, null, -1, 0]);
  expect(found.map((run) => run.length)).toEqual([1, 2]);
  expect(found[0]?.[0]?.y).toBeLessThan(zero);
  expect(found[1]?.[0]?.y).toBeGreaterThan(zero);
  expect(found[1]?.[1]).toEqual({ x: (3.5 * WIDTH) / 4, y: zero });
});

it("a map without emotions has no curve", () => {
  expect(runs([null, null])).toEqual([]);
  expect(area([])).toBe("");
});

it("the last stage ends within the picture", () => {
  const numbers = chevron(WIDTH - 40, WIDTH, false)
    .match(/[\d.]+/g)
    ?.map(Number);
  expect(Math.max(...(numbers ?? []))).toBe(WIDTH);
});
