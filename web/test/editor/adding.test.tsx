import { screen, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { addWidth, fittingZoom, geometryOf, targetAt } from "@/features/editor/layout/geometry";
import { cellOf, grid, openEditor, SHOP } from "./support";

const stagesOf = ({ document }: Awaited<ReturnType<typeof openEditor>>) =>
  document.snapshot.stages.map(({ title, steps }) =>
    [title, ...steps.map((step) => step.title)].map((text) => text[""] ?? ""),
  );

const STAGE = "Add a stage after";
const STEP = "Add a step after";

// The text editor comes in a chunk of its own.
beforeAll(() => import("@/features/editor/text/TextEditor"), 60_000);

describe("adding a stage or step with the mouse", () => {
  it("begins a stage at the end of the ribbon, and its title is written at once", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    await user.click(within(cellOf(document, "stages", "Buys")).getByRole("button", { name: STAGE }));
    const title = await screen.findByRole("textbox", { name: "Title of the stage" });
    expect(title.closest<HTMLElement>("[data-place]")?.dataset.place).toBe(document.snapshot.stages[2]?.key);
    expect(stagesOf(opened)).toEqual([["Finds", "Searches", "Compares"], ["Buys", "Pays"], [""]]);
  });

  it("puts a stage after any other, and a step after any step", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    await user.click(within(cellOf(document, "steps", "Searches")).getByRole("button", { name: STEP }));
    expect(stagesOf(opened)[0]).toEqual(["Finds", "Searches", "", "Compares"]);
    await user.click(within(cellOf(document, "stages", "Finds")).getByRole("button", { name: STAGE }));
    expect(stagesOf(opened)[1]).toEqual([""]);
    // A stage without steps asks for its first one, where steps stand.
    const bare = document.snapshot.stages[1]?.key ?? "";
    const cell = window.document.querySelector<HTMLElement>(`[data-row=steps][data-place="${bare}"]`);
    await user.click(within(cell as HTMLElement).getByRole("button", { name: STEP }));
    expect(stagesOf(opened)[1]).toEqual(["", ""]);
  });

  it("makes the first step of a map that has stages only", async () => {
    const opened = await openEditor({ ...SHOP, stages: [{ id: "find", title: "Finds" }] });
    const { user, document } = opened;
    await user.click(within(cellOf(document, "stages", "Finds")).getByRole("button", { name: STEP }));
    expect(stagesOf(opened)[0]).toEqual(["Finds", ""]);
  });

  it("leaves columns the names of their stages and steps", async () => {
    await openEditor();
    expect(
      screen.getAllByRole("columnheader").map((head) => head.getAttribute("aria-labelledby")),
    ).not.toContain(null);
    expect(screen.getByRole("columnheader", { name: "Buys" })).toBeTruthy();
  });

  it("adds no stop of the tab key, and nothing where one may only read", async () => {
    const { unmount } = await openEditor();
    const buttons = within(grid()).getAllByRole("button", { name: /^Add a (stage|step) after$/ });
    expect(buttons.map((button) => button.tabIndex)).toEqual(buttons.map(() => -1));
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    unmount();
    await openEditor(SHOP, { canEdit: false });
    expect(within(grid()).queryAllByRole("button", { name: /^Add/ })).toEqual([]);
  });
});

describe("the room for the button at the end of the ribbon", () => {
  it("is large enough to hit at every zoom, and the whole journey fits with it", () => {
    for (const zoom of [0.1, 0.25, 0.5, 1, 2]) expect(targetAt(zoom) * zoom).toBeGreaterThanOrEqual(24);
    for (const count of [3, 12, 40, 90]) {
      const zoom = fittingZoom(count, 1280);
      const { header, column } = geometryOf(count, 1280, zoom, false);
      if (zoom > 0.1) expect((header + count * column + addWidth(zoom)) * zoom).toBeLessThanOrEqual(1280);
    }
  });
});
