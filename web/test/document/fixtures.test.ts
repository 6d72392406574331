// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { MapDocument } from "@/document/map-document";
import { mapFile } from "@/document/map-file";

const folder = new URL("../../../crates/collab/tests/fixtures/", import.meta.url);
// The page cannot parse SQL: documents whose predicates do not parse are for the server alone.
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".bin") && !name.startsWith("server-"))
  .map((name) => name.replace(/\.bin$/, ""));

describe("a document that the server wrote down", () => {
  it("is there", () => expect(names).toContain("sample"));

  it.each(names)("is the same map here: %s", (name) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, readFileSync(new URL(`${name}.bin`, folder)));
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
    expect(mapFile(new MapDocument(doc).snapshot, expected.id)).toEqual(expected);
  });
});
