import { expect, test } from "vitest";
import { addLane } from "@/document/edits/lanes";
import { giveId } from "@/document/edits/naming";
import { addStage } from "@/document/edits/places";
import { MapDocument } from "@/document/map-document";

function stageCalled(document: MapDocument, title: string): string {
  addStage({ document, language: "en" });
  const stage = document.snapshot.stages.at(-1);
  if (!stage) throw new Error("the stage was not added");
  document.text(stage.key, "title", "").insert(0, title);
  giveId(document, stage.key);
  return stage.key;
}

const idOf = (document: MapDocument, key: string) =>
  document.snapshot.stages.find((stage) => stage.key === key)?.id;

test("a record is called by its first words, and stays so", () => {
  const document = new MapDocument();
  const key = stageCalled(document, "Žino apie parduotuvę");
  expect(idOf(document, key)).toBe("zino-apie-parduotuve");
  document.text(key, "title", "").insert(0, "Dar ne");
  giveId(document, key);
  expect(idOf(document, key)).toBe("zino-apie-parduotuve");
});

test("two of the same words get two ids, in their own space", () => {
  const document = new MapDocument();
  const one = stageCalled(document, "Оплата");
  const two = stageCalled(document, "Оплата");
  expect([idOf(document, one), idOf(document, two)]).toEqual(["oplata", "oplata-2"]);
  addLane({ document, language: "ru" }, { kind: "text", title: { "": "Оплата" } });
  const lane = document.snapshot.lanes[0];
  if (!lane) throw new Error("the lane was not added");
  giveId(document, lane.key);
  expect(document.snapshot.lanes[0]?.id).toBe("oplata");
});

test("without words there is no id to give", () => {
  const document = new MapDocument();
  const key = stageCalled(document, "…");
  expect(document.doc.getMap("stages").get(key)).toBeDefined();
  expect(idOf(document, key)).not.toBe("");
  document.text(key, "title", "").insert(0, "Pays");
  giveId(document, key);
  expect(idOf(document, key)).toBe("pays");
});
