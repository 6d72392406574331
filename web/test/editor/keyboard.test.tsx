import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { cellOf, grid, openEditor } from "./support";

/** Goes to a cell as a click does. */
const stand = (cell: HTMLElement) => act(() => cell.focus());
const focused = () => document.activeElement as HTMLElement;

describe("walking the grid", () => {
  it("has one tab stop, the cell one stands on", async () => {
    const { user, document } = await openEditor();
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    stand(cellOf(document, "Does", "Searches"));
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(focused()).toBe(cellOf(document, "Does", "Compares")));
    expect([...grid().querySelectorAll('[tabindex="0"]')]).toEqual([cellOf(document, "Does", "Compares")]);
  });

  it("goes by arrows, Home, End and with Ctrl to the corners", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Does", "Compares"));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(focused()).toBe(cellOf(document, "Asks", "Compares")));
    await user.keyboard("{End}");
    await waitFor(() => expect(focused()).toBe(cellOf(document, "Asks", "Pays")));
    await user.keyboard("{Control>}{Home}{/Control}");
    await waitFor(() => expect(focused()).toBe(cellOf(document, "stages", "Finds")));
    await user.keyboard("{Control>}{End}{/Control}");
    await waitFor(() => expect(focused()).toBe(cellOf(document, "Barriers", "Pays")));
    await user.keyboard("{PageUp}");
    await waitFor(() => expect(focused()).toBe(cellOf(document, "stages", "Buys")));
  });

  it("stands on the head of a row left of its first cell", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Does", "Searches"));
    await user.keyboard("{ArrowLeft}");
    await waitFor(() => expect(focused().getAttribute("role")).toBe("rowheader"));
    expect(within(focused()).getByText("Does")).toBeTruthy();
  });

  it("chooses a range with Shift", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Does", "Searches"));
    await user.keyboard("{Shift>}{ArrowRight}{ArrowDown}{/Shift}");
    await waitFor(() => expect(grid().querySelectorAll('[aria-selected="true"]')).toHaveLength(4));
  });

  it("tells rows, columns and spans to screen readers", async () => {
    const { document } = await openEditor();
    expect(grid().getAttribute("aria-colcount")).toBe("4");
    expect(cellOf(document, "stages", "Finds").getAttribute("aria-colspan")).toBe("2");
    expect(cellOf(document, "Does", "Pays").getAttribute("aria-colindex")).toBe("4");
    expect(screen.getByRole("group", { name: "Does: Types a word. Backed by evidence." })).toBeTruthy();
    expect(screen.getByRole("group", { name: "Does: Looks at pictures. Assumption." })).toBeTruthy();
  });
});

describe("cards as the second level", () => {
  it("are entered by Enter, walked by arrows and left by Escape", async () => {
    const { user, document } = await openEditor();
    const cell = cellOf(document, "Does", "Searches");
    stand(cell);
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(focused().getAttribute("aria-label")).toBe("Does: Types a word. Backed by evidence."),
    );
    await user.keyboard("{ArrowDown}");
    await waitFor(() =>
      expect(focused().getAttribute("aria-label")).toBe("Does: Looks at pictures. Assumption."),
    );
    await user.keyboard("{Escape}");
    await waitFor(() => expect(focused()).toBe(cell));
  });

  it("moves a feeling by a tenth, with Shift by a half, and takes it away", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Feels", "Searches"));
    await user.keyboard("{Enter}");
    const point = await screen.findByRole("slider", { name: /Anna at “Searches”: claimed/ });
    await waitFor(() => expect(focused()).toBe(point));
    await user.keyboard("{ArrowUp}");
    expect(point.getAttribute("aria-valuetext")).toBe("+0.6");
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(point.getAttribute("aria-valuetext")).toBe("+0.1");
    await user.keyboard("{End}{ArrowUp}");
    expect(point.getAttribute("aria-valuenow")).toBe("2");
    await user.keyboard("{Delete}");
    expect(point.getAttribute("aria-valuetext")).toBe("not set");
  });
});

describe("what dragging does, without dragging", () => {
  const titles = (document: Awaited<ReturnType<typeof openEditor>>["document"]) =>
    document.snapshot.stages.map((stage) => stage.title[""]);

  it("moves a stage by keys and says where it stands now", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "stages", "Finds"));
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    expect(titles(document)).toEqual(["Buys", "Finds"]);
    expect(screen.getAllByRole("status").some((one) => /Finds/.test(one.textContent ?? ""))).toBe(true);
    await user.keyboard("{Control>}z{/Control}");
    expect(titles(document)).toEqual(["Finds", "Buys"]);
  });

  it("moves a lane by keys", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Does", "Searches"));
    await user.keyboard("{ArrowLeft}");
    await waitFor(() => expect(focused().getAttribute("role")).toBe("rowheader"));
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(document.snapshot.lanes.map((lane) => lane.title[""])).toEqual([
      "Asks",
      "Does",
      "Feels",
      "Barriers",
    ]);
  });

  it("moves a card among those of its cell", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Does", "Searches"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(focused().dataset.card).toBeDefined());
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    const lane = document.snapshot.lanes[0]?.key ?? "";
    const cards = document.snapshot.stages[0]?.steps[0]?.cells[lane] ?? [];
    expect(cards.map((card) => card.text[""])).toEqual(["Looks at **pictures**", "Types a word"]);
  });
});
