import { act, render } from "@testing-library/react";
import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { completeness, evidenceCoverage, findingsOf, visibleColumns } from "@/document/derived";
import { replaceText } from "@/document/difference";
import { find, numberAfter, replaceAll, replaced } from "@/document/find";
import { DocumentProvider, useSnapshot } from "@/document/hooks";
import { slugOf } from "@/document/ids";
import { plainText, readMarkdown, safeHref, type Token } from "@/document/markdown";
import { joinTexts, readText } from "@/document/text";
import type { MapSnapshot } from "@/document/types";
import { plain, smallMap } from "./support";

describe("markdown", () => {
  const text = (one: string): Token => ({ kind: "text", text: one });

  it("knows emphasis and links", () => {
    expect(readMarkdown("a **very *slow*** page_name, see [the _site_](https://x.lt/a_b_(c)).")).toEqual([
      text("a "),
      { kind: "strong", children: [text("very "), { kind: "emphasis", children: [text("slow")] }] },
      text(" page_name, see "),
      {
        kind: "link",
        href: "https://x.lt/a_b_(c)",
        children: [text("the "), { kind: "emphasis", children: [text("site")] }],
      },
      text("."),
    ]);
    expect(readMarkdown("see https://x.lt/a. Or mail")).toMatchObject([
      {},
      { href: "https://x.lt/a" },
      { text: ". Or mail" },
    ]);
  });

  it.each([
    "2 * 3 * 4",
    "a_b_c",
    "* item",
    "**",
    "_",
    "\\*no\\*",
    "[x](y z)",
    "[x]",
    "<b>bold</b>",
    "*a\n\nb*",
  ])("leaves %j as it is", (one) => {
    expect(readMarkdown(one)).toEqual([text(one.replaceAll("\\", ""))]);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//evil",
    "vbscript:x",
    "\u0001javascript:x",
  ])("makes no link of %j", (address) => {
    expect(safeHref(address)).toBeUndefined();
    expect(JSON.stringify(readMarkdown(`[x](${address})`))).not.toContain("link");
  });

  it("reads anything, loses no letter, and links only where it is safe", () => {
    const piece = fc.constantFrom(
      "*",
      "**",
      "_",
      "[",
      "](",
      ")",
      "a",
      " ",
      "\n",
      "https://x.lt",
      "javascript:",
      "\\",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const written = pieces.join("");
        const letters = (one: string) => one.replace(/[^aé]/g, "");
        const hrefs = JSON.stringify(readMarkdown(written)).match(/"href":"[^"]*/g) ?? [];
        expect(hrefs.every((href) => /^"href":"(https?|mailto):/.test(href))).toBe(true);
        // The address of a link is not shown.
        if (hrefs.length === 0) expect(letters(plainText(written))).toBe(letters(written));
      }),
    );
    expect(readMarkdown("*".repeat(20_000)).length).toBeGreaterThan(0);
    expect(readMarkdown("[".repeat(20_000)).length).toBeGreaterThan(0);
  });
});

describe("find and replace", () => {
  it("finds over all languages or one, and whole words only if asked", () => {
    const { document, steps, cards } = smallMap();
    document.edit("texts", (edit) => {
      edit.write(cards[0], "text", "", "Query the query, not a subquery (query)");
      edit.writeText(steps[0], "title", { en: "Search", ru: "Запрос" });
    });
    const { snapshot } = document;
    expect(find(snapshot, { text: "query" })).toHaveLength(4);
    expect(find(snapshot, { text: "query", isWholeWord: true })).toHaveLength(3);
    expect(find(snapshot, { text: "query", isCaseSensitive: true, isWholeWord: true })).toHaveLength(2);
    expect(find(snapshot, { text: "запрос", language: "ru" })).toMatchObject([
      { owner: steps[0], field: "title", language: "ru", record: { table: "steps", key: steps[0] } },
    ]);
    expect(find(snapshot, { text: "запрос", language: "en" })).toEqual([]);
    expect(find(snapshot, { text: "" })).toEqual([]);
    // What is not translated is shown as it is, and found where it is shown.
    expect(find(snapshot, { text: "subquery", language: "ru" })).toHaveLength(1);
    expect(find(snapshot, { text: "search", language: "lt" })).toHaveLength(1);
    expect(find(snapshot, { text: "(query)" })[0]?.cell?.place).toBe(steps[0]);
  });

  it("goes on behind what was put in, and from the end to the beginning", () => {
    const { document, cards } = smallMap();
    document.edit("texts", (edit) => edit.write(cards[0], "text", "", "app, app"));
    const put = (number: number) => {
      const match = find(document.snapshot, { text: "app" })[number];
      if (!match) throw new Error("there is no such match");
      replaceAll(document, [match], "application");
      return numberAfter(find(document.snapshot, { text: "app" }), number, match, "application");
    };
    expect(put(0)).toBe(1);
    expect(put(1)).toBe(0);
    expect(find(document.snapshot, { text: "application" })).toHaveLength(2);
  });

  it("replaces all in one step of undo, and leaves alone what changed in the meantime", () => {
    const { document, cards } = smallMap();
    const matches = find(document.snapshot, { text: "re" });
    expect(matches.map((match) => replaced(match, "RE"))).toContain("REads results");
    document.edit("other", (edit) => edit.write(cards[1], "text", "", "changed"));
    const before = plain(document);
    const outcome = replaceAll(document, matches, "RE");
    expect(outcome?.announce).toMatchObject({ id: "said-replaced", args: { count: matches.length - 2 } });
    document.undo.undo();
    expect(plain(document)).toEqual(before);
  });
});

describe("texts", () => {
  it("are read in the reader's language, a kindred one, the map's own, the first there is", () => {
    const text = { lt: "Moka", "pt-BR": "Paga", en: "Pays" };
    expect(readText(text, "lt", "en")).toBe("Moka");
    expect(readText(text, "pt", "en")).toBe("Paga");
    expect(readText(text, "ru", "lt")).toBe("Moka");
    expect(readText(text, "ru", "de")).toBe("Pays");
    expect(readText({ "": "x" }, "ru", "de")).toBe("x");
    expect(readText(undefined, "ru", "de")).toBe("");
  });

  it("are joined language by language", () => {
    expect(joinTexts({ "": "a" }, { "": "b" }, " / ", "en")).toEqual({ "": "a / b" });
    expect(joinTexts({ "": "a" }, { en: "b", ru: "в" }, " / ", "en")).toEqual({ en: "a / b", ru: "в" });
  });

  it("become what they should by what differs", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "é"), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const text = new Y.Doc().getText("t");
        text.insert(0, before);
        replaceText(text, after);
        expect(text.toString()).toBe(after);
      }),
    );
  });

  it("give ids that read like them", () => {
    expect(slugOf("Žodžiai & Ко́фе 2!")).toBe("zodziai-kofe-2");
    expect(slugOf("日本")).toBeUndefined();
  });
});

describe("what follows from a map", () => {
  it("counts as the server does", () => {
    const { document, steps, lanes } = smallMap();
    const { snapshot } = document;
    // Six lanes over four columns; one cell each of the text, touchpoint, emotion, barrier and idea lanes holds something.
    expect(completeness(snapshot)).toEqual({ part: 5, whole: 24, share: 5 / 24 });
    // Two cards, one of them backed, one claimed emotion, one barrier.
    expect(evidenceCoverage(snapshot)).toEqual({ part: 1, whole: 4, share: 1 / 4 });
    document.edit("hide", (edit) => {
      edit.set("steps", steps[1], { hidden: true });
      edit.set("lanes", lanes.does, { hidden: true });
    });
    expect(visibleColumns(document.snapshot)).toHaveLength(3);
    expect(visibleColumns(document.snapshot, { showsHidden: true })).toHaveLength(4);
    expect(completeness(document.snapshot)).toMatchObject({ part: 2, whole: 15 });
    expect(findingsOf(document.snapshot)).toMatchObject({
      stages: 3,
      steps: 3,
      touchpoints: { all: 1, bound: 1 },
      assumptions: 3,
      mostCritical: { place: steps[1] },
      lowest: { place: steps[0], value: 1 },
    });
  });
});

const drawn = { lanes: 0, stages: 0 };
const lanesOf = (snapshot: MapSnapshot) => snapshot.lanes;
const stagesOf = (snapshot: MapSnapshot) => snapshot.stages;

function Lanes() {
  drawn.lanes += 1;
  return createElement("p", null, useSnapshot(lanesOf).length);
}

function Stages() {
  drawn.stages += 1;
  return createElement("p", null, useSnapshot(stagesOf).length);
}

describe("a component", () => {
  it("is drawn anew only when its part of the map is another one", () => {
    const { document, cards } = smallMap();
    render(createElement(DocumentProvider, { value: document }, createElement(Lanes), createElement(Stages)));
    act(() => document.edit("type", (edit) => edit.write(cards[0], "text", "", "new")));
    expect(drawn).toEqual({ lanes: 1, stages: 2 });
  });
});
