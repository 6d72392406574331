/** What a client that means harm, or is merely wrong, may write into a document. */

import fc from "fast-check";
import * as Y from "yjs";

/** Writes records as another program would. */
export function write(doc: Y.Doc, table: string, key: string, values: Record<string, unknown>): void {
  const record = new Y.Map<unknown>();
  for (const [name, value] of Object.entries(values)) record.set(name, value);
  doc.getMap(table).set(key, record);
}

const key = fc.constantFrom(
  "a",
  "b",
  "c",
  "__proto__",
  "constructor",
  "é",
  "",
  "x".repeat(65),
  "head",
  "A-_",
);
const name = fc.oneof(
  fc.constantFrom(
    "at",
    "id",
    "kind",
    "stage",
    "step",
    "place",
    "lane",
    "persona",
    "list",
    "barrier",
    "from",
    "to",
  ),
  fc.constantFrom(
    "evidence/a",
    "personas/b",
    "touchpoints/c",
    "title@",
    "title@ru",
    "events",
    "metric",
    "at-least",
  ),
  fc.constantFrom("criticality", "hidden", "colour", "lifts-from", "lifts-to", "tag", "where", "expected"),
);
const value = fc.oneof(
  key,
  fc.constantFrom(
    "text",
    "emotion",
    "facts",
    "share",
    "a",
    "V",
    "V",
    "#12aBcd",
    "2026-01-01",
    "5m",
    "\ud800",
  ),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
  fc.array(fc.oneof(fc.string(), fc.integer())),
  fc.uint8Array({ maxLength: 3 }),
  fc.dictionary(fc.string(), fc.integer()).map((object) => ({ ...object })),
);
const tables = [
  "tags",
  "evidence",
  "personas",
  "lanes",
  "stages",
  "steps",
  "touchpoints",
  "items",
  "barriers",
];
const table = fc.constantFrom(...tables, "ideas", "transitions", "targets", "emotions", "head");
export const hostile = fc.oneof(
  fc.record({
    kind: fc.constant("record" as const),
    table,
    key,
    values: fc.dictionary(name, value, { maxKeys: 8 }),
  }),
  fc.record({ kind: fc.constant("value" as const), table, name: fc.oneof(key, name), value }),
  fc.record({
    kind: fc.constant("emotion" as const),
    name: fc
      .tuple(key, key, fc.constantFrom("claimed", "evidence/a", "word@", "felt"))
      .map((parts) => parts.join("/")),
    value,
  }),
  fc.record({
    kind: fc.constant("text" as const),
    name: fc
      .tuple(key, fc.constantFrom(".title@", ".text@ru", "/b.word@", ".name@EN", "."))
      .map((parts) => parts.join("")),
    text: fc.string({ unit: "binary" }),
  }),
  fc.record({ kind: fc.constant("nested" as const), table, key }),
  fc.record({ kind: fc.constant("delete" as const), table, key }),
);
type Hostile = typeof hostile extends fc.Arbitrary<infer T> ? T : never;

/** Does to a document what the client did. */
export function act(doc: Y.Doc, done: Hostile): void {
  switch (done.kind) {
    case "record":
      write(doc, done.table, done.key, done.values);
      return;
    case "value":
      doc.getMap(done.table).set(done.name, done.value);
      return;
    case "emotion":
      doc.getMap("emotions").set(done.name, done.value);
      return;
    case "text":
      if (done.name.includes(".")) doc.getText(done.name).insert(0, done.text);
      return;
    case "nested":
      doc.getMap(done.table).set(done.key, new Y.Array());
      return;
    case "delete":
      doc.getMap(done.table).delete(done.key);
  }
}
