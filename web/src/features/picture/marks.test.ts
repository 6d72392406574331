// @vitest-environment node
import { expect, it } from "vitest";
import { bySpot, kindAt, kindOfCard } from "./marks";

it("a cell with different marks is changed, its cards keep their own", () => {
  const marks = bySpot([
    { at: "cell/a/b", kind: "added", text: "one" },
    { at: "cell/a/b", kind: "removed", text: "two" },
    { at: "stage/a", kind: "moved" },
  ]);
  expect(kindAt(marks, "cell/a/b")).toBe("changed");
  expect(kindOfCard(marks, "cell/a/b", "two")).toBe("removed");
  expect(kindAt(marks, "stage/a")).toBe("moved");
  expect(kindAt(marks, "stage/b")).toBeUndefined();
});
