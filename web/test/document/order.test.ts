import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { between, bySiblings, countInOrder, manyBetween } from "@/document/order";
import { isPosition } from "@/document/values";
import { seeded } from "./support";

const position = fc.stringMatching(/^[0-9A-Za-z]{0,6}[1-9A-Za-z]$/);

describe("positions", () => {
  it("stand strictly between any two", () => {
    fc.assert(
      fc.property(position, position, fc.nat(), (one, other, seed) => {
        fc.pre(one !== other);
        const [low, high] = one < other ? [one, other] : [other, one];
        const fresh = between(low, high, seeded(seed));
        expect(isPosition(fresh)).toBe(true);
        expect(low < fresh && fresh < high).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("stand before and after any", () => {
    fc.assert(
      fc.property(position, fc.nat(), (one, seed) => {
        const [before, after] = [
          between(undefined, one, seeded(seed)),
          between(one, undefined, seeded(seed)),
        ];
        expect(isPosition(before) && isPosition(after)).toBe(true);
        expect(before < one && one < after).toBe(true);
      }),
    );
  });

  it("come in order when many are made", () => {
    fc.assert(
      fc.property(fc.option(position), fc.integer({ min: 0, max: 300 }), fc.nat(), (low, count, seed) => {
        const many = manyBetween(low ?? undefined, undefined, count, seeded(seed));
        const siblings = many.map((at) => ({ key: "k", at }));
        expect(many).toHaveLength(count);
        expect(countInOrder(siblings)).toBe(count);
        expect(many.every((at) => low === null || at > low)).toBe(true);
      }),
    );
  });

  it("stay short when people add at an end or again and again in one gap", () => {
    const random = seeded(7);
    let [last, first, gap] = ["V", "V", "W"];
    for (let count = 0; count < 2000; count += 1) {
      last = between(last, undefined, random);
      first = between(undefined, first, random);
    }
    for (let count = 0; count < 100; count += 1) gap = between("V", gap, random);
    expect(Math.max(last.length, first.length)).toBeLessThan(8);
    expect(gap.length).toBeLessThan(60);
  });

  it("differ for two people who insert at one place", () => {
    const fresh = Array.from({ length: 50 }, (_, seed) => between("A", "B", seeded(seed)));
    expect(new Set(fresh).size).toBeGreaterThan(45);
  });

  it("have nothing between two that are not in order", () => {
    expect(() => between("b", "a", seeded(1))).toThrow("not in order");
    expect(() => between("a", "a", seeded(1))).toThrow("not in order");
  });
});

describe("siblings", () => {
  it("stand by position, those without one last, then by key", () => {
    const siblings = [
      { key: "b", at: "" },
      { key: "a", at: "" },
      { key: "z", at: "A" },
      { key: "y", at: "a" },
      { key: "x", at: "A1" },
      { key: "c", at: "A" },
    ];
    expect(siblings.sort(bySiblings).map((one) => one.key)).toEqual(["c", "z", "x", "y", "a", "b"]);
  });
});
