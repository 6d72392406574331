import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { capture } from "@/document/clipboard/payload";
import { columnsOf } from "@/features/editor/layout/columns";
import { rowsOf } from "@/features/editor/layout/rows";
import { selectionOf } from "@/features/editor/state/selection";
import { GridStore } from "@/features/editor/state/store";
import { mapInDocument } from "./mapInDocument";
import { cellOf, openEditor, SHOP } from "./support";

const [find, buy] = SHOP.stages;
const [search, compare] = find.steps;
const GOALS = {
  ...SHOP,
  stages: [
    {
      ...find,
      goal: { en: "Finds a coat", ru: "Находит пальто" },
      steps: [{ ...search, success: "Sees coats" }, compare],
    },
    buy,
    { id: "use", title: "Uses" },
  ],
};

describe("Delete", () => {
  it("empties the goal or the criterion one stands on, and leaves stage and step", async () => {
    const { user, document } = await openEditor(GOALS);
    act(() => cellOf(document, "goals", "Finds").focus());
    await user.keyboard("{Delete}");
    expect(document.snapshot.stages.map((stage) => stage.title[""])).toEqual(["Finds", "Buys", "Uses"]);
    expect(document.snapshot.stages[0]?.goal).toBeUndefined();
    expect(screen.getByText("Removed: goal “Finds a coat”")).toBeTruthy();
    act(() => void document.undo.undo());
    await waitFor(() =>
      expect(document.snapshot.stages[0]?.goal).toEqual({ en: "Finds a coat", ru: "Находит пальто" }),
    );
    act(() => cellOf(document, "success", "Searches").focus());
    await user.keyboard("{Delete}");
    const [step] = document.snapshot.stages[0]?.steps ?? [];
    expect(step?.title[""]).toBe("Searches");
    expect(step?.success).toBeUndefined();
  });

  it.each([
    ["removing", async (user: UserEvent) => user.keyboard("{Delete}")],
    [
      "cutting",
      async () => {
        const clipboardData = { setData: () => undefined };
        fireEvent.cut(window.document.activeElement as Element, { clipboardData });
      },
    ],
  ])("empties all cells of a range when %s, and keeps the heads that it took along", async (_, press) => {
    const { user, document } = await openEditor(GOALS);
    act(() => cellOf(document, "stages", "Finds").focus());
    await user.keyboard("{Control>}a{/Control}");
    await press(user);
    const [first] = document.snapshot.stages;
    expect(document.snapshot.stages).toHaveLength(3);
    expect(first?.goal).toBeUndefined();
    expect(first?.steps.map((step) => Object.keys(step.cells))).toEqual([[], []]);
    act(() => void document.undo.undo());
    expect(document.snapshot.stages[0]?.goal).toBeDefined();
    expect(document.snapshot.stages[0]?.steps[0]?.cells).not.toEqual({});
  });

  it("keeps the stage whose empty cell of steps it was pressed on", async () => {
    const { user, document } = await openEditor(GOALS);
    act(() => cellOf(document, "steps", "Uses").focus());
    await user.keyboard("{Delete}");
    expect(document.snapshot.stages).toHaveLength(3);
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(document.snapshot.stages[2]?.steps).toHaveLength(1);
  });
});

describe("what is chosen on a row of numbers", () => {
  it.each([null, "measured/"])("is neither removed nor copied with its step (%s)", (card) => {
    const document = mapInDocument(GOALS);
    const { snapshot } = document;
    const columns = columnsOf(snapshot, { showsHidden: false, hiddenStages: new Set() });
    const rows = rowsOf(snapshot, columns, {
      hasMeasurement: true,
      showsHidden: false,
      hiddenLanes: new Set(),
      opened: new Set(),
    });
    const place = columns.steps[0]?.key ?? "";
    const store = new GridStore({ row: "measured", place });
    if (card) store.enter(card + place);
    const selection = selectionOf(document, rows, store.state);
    expect(selection).toMatchObject({ cells: [], records: [], place });
    expect(capture(snapshot, selection)).toBeUndefined();
  });
});
