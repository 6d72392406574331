import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActionContext } from "@/document/actions";
import { copy, cut, paste } from "@/document/clipboard/clipboard";
import { readGrid, readTsv, type SpannedCell, writeHtmlTable, writeTsv } from "@/document/clipboard/grid";
import { mapJson } from "@/document/clipboard/map-json";
import { proposeMap } from "@/document/clipboard/sheet";
import { lookup } from "@/document/lookup";
import type { MapDocument } from "@/document/map-document";
import type { Selection } from "@/document/selection";
import { plain, smallMap } from "./support";
import { checkValid } from "./valid";

const flavour = (name: string) => readFileSync(`${import.meta.dirname}/clipboard/${name}.clip`, "utf8");

function contextOf(document: MapDocument, selection: Partial<Selection>): ActionContext {
  return {
    document,
    snapshot: document.snapshot,
    selection: { cells: [], records: [], ...selection },
    language: "en",
  };
}

const SHEET = [
  ["", "Find", "", "Buy"],
  ["", "Search", "Compare", "Pay"],
  ["Does", 'types a "query"\nand waits', "reads results", ""],
  ["Barriers", "", "too many <filters>", "price tab"],
];

describe("a range from a spreadsheet", () => {
  // Written by hand after what each program puts on the clipboard when the same range is copied: Excel 365 for Windows,
  // Google Sheets in Chrome, LibreOffice Calc 7.
  it.each(["excel", "sheets", "libreoffice"])(
    "is read from the HTML of %s, merged cells and line breaks included",
    (name) => {
      expect(readGrid({ html: flavour(name), text: "" })).toEqual(SHEET);
    },
  );

  it("is read as LibreOffice itself writes it, as a table and as text", () => {
    const captured = [
      ["", "Find", "", "Buy"],
      ["", "Search", "Vergleichen – „größer“", "Pay"],
      ["Does", 'types a "query"\nand waits', 'reads results; 5" screen', ""],
      ["Клиент спрашивает", "• где?\n• почём?", "", "Ar čia įmanoma ščiupti žąsį?"],
      ["Minutes", "12", "3.5", ""],
      ["Barriers", "", "too many <filters> & tabs", '"quoted"'],
    ];
    expect(readGrid({ html: flavour("captured.html"), text: "" })).toEqual(captured);
    expect(readGrid({ html: "", text: flavour("captured.tsv") })).toEqual(captured);
  });

  it("is read from text where there is no table", () => {
    // Excel ends lines with CR LF and quotes cells with line breaks, Google Sheets and LibreOffice with LF.
    const excel =
      '\tFind\t\tBuy\r\n\tSearch\tCompare\tPay\r\nDoes\t"types a ""query""\nand waits"\treads results\t\r\n';
    expect(readGrid({ html: "", text: excel })).toEqual(SHEET.slice(0, 3));
    expect(readTsv('a "quoted" word\t5" screen\n"open\tnext')).toEqual([
      ['a "quoted" word', '5" screen'],
      ['"open', "next"],
    ]);
    expect(readTsv("")).toEqual([[""]]);
  });

  it("keeps cells that hang down over rows in their columns", () => {
    const html =
      "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table><table><tr><td>no</table>";
    expect(readGrid({ html, text: "" })).toEqual([
      ["a", "b", ""],
      ["", "c", "d"],
    ]);
  });

  it("does no harm when it is hostile", () => {
    const script =
      '<table><tr><td><script>alert(1)</script><img src=x onerror="alert(2)">text</td></tr></table>';
    expect(readGrid({ html: script, text: "" })).toEqual([["text"]]);
    const wide = `<table><tr><td colspan=99999999 rowspan=99999999>x</td></tr>${"<tr><td>y</td></tr>".repeat(5)}</table>`;
    const grid = readGrid({ html: wide, text: "" });
    expect(grid.length).toBeLessThanOrEqual(2000);
    expect(Math.max(...grid.map((row) => row.length))).toBeLessThanOrEqual(501);
  });

  it("tells spreadsheets which cells are no formulas, numbers or dates, though they look like them", () => {
    const marked = (text: string) => writeHtmlTable([[{ text }]], {}).includes('sdnum="1033;0;@"');
    expect(
      ["=1+1", "+7 912", "@home", "007", "1/2", "2026-11-22", "10:30", "- a"].filter(marked),
    ).toHaveLength(8);
    expect(["12", "-3.5", "0,5", "a = b", "Find", ""].filter(marked)).toEqual([]);
  });

  it("comes back as it went, as text and as a table", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "ž", "б", '"', "'", "\n", "\t", " ", "<", "&", "😀", "•") })
      .map((text) =>
        text
          .split("\n")
          .map((line) => line.replace(/\s+/g, " ").trim())
          .join("\n")
          .trim(),
      );
    const grid = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      )
      // Empty rows and columns at the ends are left out when a range is read.
      .map((rows) => rows.map((row) => [...row, "end"]));
    fc.assert(
      fc.property(grid, (rows) => {
        const cells: SpannedCell[][] = rows.map((row) => row.map((text) => ({ text })));
        expect(readGrid({ html: "", text: writeTsv(cells) })).toEqual(rows);
        expect(readGrid({ html: writeHtmlTable(cells, {}), text: "" })).toEqual(rows);
      }),
    );
  });
});

describe("a whole sheet", () => {
  it("is proposed as a map: stages over steps in columns, lanes in rows", () => {
    const proposal = proposeMap(SHEET);
    expect(proposal).toEqual({
      stages: [
        { title: "Find", steps: ["Search", "Compare"] },
        { title: "Buy", steps: ["Pay"] },
      ],
      lanes: [
        { title: "Does", kind: "text" },
        { title: "Barriers", kind: "barriers" },
      ],
      cells: [
        [['types a "query"\nand waits'], ["reads results"], []],
        [[], ["too many <filters>"], ["price tab"]],
      ],
    });
    if (!proposal) return;
    expect(mapJson(proposal, "Pirkimas", "lt")).toMatchObject({
      kelias: 1,
      id: "pirkimas",
      language: "lt",
      lanes: [{ id: "does", kind: "text" }, { id: "barriers" }],
      stages: [
        {
          id: "find",
          steps: [
            { id: "search", cells: { does: ['types a "query"\nand waits'] } },
            { id: "compare", barriers: [{ id: "too-many-filters", text: "too many <filters>" }] },
          ],
        },
        { id: "buy", steps: [{ id: "pay" }] },
      ],
    });
  });

  it("has stages without steps where there is one row of heads, and lists become cards", () => {
    const proposal = proposeMap([
      ["Этап", "Поиск", "Оплата"],
      ["Вопросы", "• где?\n• почём?", "1) когда?\n2) как?"],
      ["", "без названия", ""],
    ]);
    expect(proposal?.stages).toEqual([
      { title: "Поиск", steps: [] },
      { title: "Оплата", steps: [] },
    ]);
    expect(proposal?.lanes.map((lane) => lane.kind)).toEqual(["questions", "text"]);
    expect(proposal?.cells[0]).toEqual([
      ["где?", "почём?"],
      ["когда?", "как?"],
    ]);
    expect(proposeMap([["alone"]])).toBeUndefined();
  });
});

describe("cut, copy and paste", () => {
  it("bring cards to another cell with their evidence, and undo takes them back", () => {
    const { document, cards, lanes, steps, evidence } = smallMap();
    const copied = copy(contextOf(document, { records: [{ table: "items", key: cards[0] }] }));
    expect(copied?.text).toBe("types a query");
    const before = plain(document);
    const cell = { place: steps[2], lane: lanes.asks };
    const outcome = paste(contextOf(document, { cells: [cell] }), copied ?? { html: "", text: "" });
    expect(outcome?.announce.args).toMatchObject({ count: 1 });
    const [pasted] = lookup(document.snapshot).steps.get(steps[2])?.cells[lanes.asks] ?? [];
    expect(pasted).toMatchObject({ text: { "": "types a query" }, evidence: [evidence] });
    document.undo.undo();
    expect(plain(document)).toEqual(before);
  });

  it("bring a stage with everything in it to another map, whose language is another", () => {
    const { document, stages } = smallMap(1);
    const copied = copy(contextOf(document, { records: [{ table: "stages", key: stages[0] }] }));
    const other = smallMap(2).document;
    other.edit("other", (edit) => {
      edit.setHead({ language: "lt" });
      for (const lane of other.snapshot.lanes) if (lane.id === "does") edit.remove("lanes", lane.key);
    });
    paste(contextOf(other, { records: [] }), copied ?? { html: "", text: "" });
    const stage = other.snapshot.stages.at(-1);
    const [search, compare] = stage?.steps ?? [];
    expect(stage?.title).toEqual({ en: "Find" });
    expect(search?.touchpoints).toMatchObject([
      { title: { en: "Site" }, channel: "web", events: ["search"] },
    ]);
    expect(Object.values(search?.emotion ?? {})).toMatchObject([
      { claimed: 1, wished: 2, word: { en: "hopeful" } },
    ]);
    expect(Object.keys(search?.emotion ?? {})).toEqual([other.snapshot.personas[0]?.key]);
    expect(compare?.barriers).toMatchObject([{ criticality: 4, ideas: [{ design: 3 }] }]);
    const lane = other.snapshot.lanes.find((one) => one.title.en === "does");
    expect(search?.cells[lane?.key ?? ""]).toHaveLength(2);
    expect(search?.cells[lane?.key ?? ""]?.[0]?.evidence).toEqual([other.snapshot.evidence[0]?.key]);
    checkValid(other);
  });

  it("move a block of cells", () => {
    const { document, lanes, steps } = smallMap();
    const block = [
      { place: steps[0], lane: lanes.does },
      { place: steps[1], lane: lanes.does },
      { place: steps[0], lane: lanes.touchpoints },
    ];
    const taken = cut(contextOf(document, { cells: block }));
    expect(lookup(document.snapshot).items.size).toBe(0);
    expect(lookup(document.snapshot).touchpoints.size).toBe(0);
    paste(
      contextOf(document, { cells: [{ place: steps[1], lane: lanes.asks }] }),
      taken ?? { html: "", text: "" },
    );
    const step = lookup(document.snapshot).steps.get(steps[1]);
    expect(step?.cells[lanes.asks]).toHaveLength(2);
    expect(step?.touchpoints).toMatchObject([{ title: { "": "Site" }, events: ["search"] }]);
  });

  it("lay a spreadsheet's range over the grid and count what finds no place", () => {
    const { document, lanes, steps } = smallMap();
    const text = "when?\thow?\tbeyond\n\tShop\t";
    const outcome = paste(contextOf(document, { cells: [{ place: steps[2], lane: lanes.asks }] }), {
      html: "",
      text,
    });
    const pay = lookup(document.snapshot).steps.get(steps[2]);
    expect(pay?.cells[lanes.asks]?.map((item) => item.text)).toEqual([{ "": "when?" }]);
    const use = document.snapshot.stages[2];
    expect(use?.cells[lanes.asks]?.map((item) => item.text)).toEqual([{ "": "how?" }]);
    // "beyond" lies beside the map, and "Shop" would be a touchpoint of a stage, which has none.
    expect(outcome?.announce).toMatchObject({ id: "said-pasted-part", args: { count: 2, leftOut: 2 } });
  });

  it("make one card of a paragraph", () => {
    const { document, lanes, steps } = smallMap();
    const html = "<p>One, two.<br>Three.</p>";
    paste(contextOf(document, { cells: [{ place: steps[2], lane: lanes.does }] }), {
      html,
      text: "One, two.\nThree.\n",
    });
    const [card] = lookup(document.snapshot).steps.get(steps[2])?.cells[lanes.does] ?? [];
    expect(card?.text).toEqual({ "": "One, two.\nThree." });
  });

  it("take no harm from records that are made up", () => {
    const { document, lanes, steps } = smallMap();
    const before = plain(document);
    const payloads: unknown[] = [
      null,
      { version: 2 },
      {
        version: 1,
        language: "en",
        lanes: [],
        personas: [],
        evidence: [],
        content: { kind: "cards", cards: [{}] },
      },
      {
        version: 1,
        language: "en",
        lanes: [],
        personas: [],
        evidence: [],
        content: { kind: "columns", stages: [{ key: "a", at: "b", title: {} }], steps: [] },
      },
    ];
    for (const payload of payloads) {
      const html = writeHtmlTable([[{ text: "" }]], { kelias: JSON.stringify(payload) });
      paste(contextOf(document, { cells: [{ place: steps[0], lane: lanes.does }] }), { html, text: "" });
      expect(plain(document)).toEqual(before);
    }
  });
});

describe("lanes on the clipboard", () => {
  it("are cut with their cards and come back below the lane one stands on", () => {
    const { document, lanes, steps } = smallMap();
    const records = [{ table: "lanes", key: lanes.does }] as const;
    const taken = cut(contextOf(document, { records }));
    expect(readGrid(taken ?? { html: "", text: "" })).toEqual([
      ["", "Find", "", "Buy", "Use"],
      ["", "Search", "Compare", "Pay", ""],
      ["does", "• types a query\n• reads results", "", "", ""],
    ]);
    expect(lookup(document.snapshot).items.size).toBe(0);
    const cells = [{ place: steps[0], lane: lanes.asks }];
    paste(contextOf(document, { cells }), { html: taken?.html ?? "", text: taken?.text ?? "" });
    expect(document.snapshot.lanes.map((lane) => lane.title[""]).slice(0, 2)).toEqual(["asks", "does"]);
    const back = document.snapshot.lanes[1]?.key ?? "";
    const cards = lookup(document.snapshot).steps.get(steps[0])?.cells[back] ?? [];
    expect(cards.map((card) => card.text[""])).toEqual(["types a query", "reads results"]);
    expect(cards[0]?.evidence).toHaveLength(1);
    checkValid(document);
  });

  it("go to another map, to places of the same id or in the same column", () => {
    const { document, lanes } = smallMap(1);
    const other = smallMap(2);
    const taken = copy(contextOf(document, { records: [{ table: "lanes", key: lanes.does }] }));
    paste(contextOf(other.document, {}), { html: "", text: "", own: taken?.own ?? "" });
    const made = other.document.snapshot.lanes.at(-1)?.key ?? "";
    expect(lookup(other.document.snapshot).steps.get(other.steps[0])?.cells[made]).toHaveLength(2);
    checkValid(other.document);
  });
});
