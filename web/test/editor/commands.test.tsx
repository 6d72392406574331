import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ACTIONS } from "@/document/actions";
import { ICONS } from "@/features/editor/commands/CommandIcon";
import { shownKeys } from "@/features/editor/commands/hotkeys";
import { cellOf, openEditor } from "./support";

it("every command has a picture of its own", () => {
  expect(ACTIONS.map((action) => action.icon).filter((icon) => !(icon in ICONS))).toEqual([]);
});

describe("the buttons of undo and redo", () => {
  it("are the commands of these names: they say what they did, and tell their keys", async () => {
    const { user, document } = await openEditor();
    act(() => cellOf(document, "stages", "Buys").focus());
    await user.keyboard("{Delete}");
    const undo = screen.getByRole("button", { name: "Undo" });
    await user.hover(undo);
    expect(await screen.findByText(`Undo (${shownKeys("mod+Z")})`)).toBeTruthy();
    await user.click(undo);
    expect(document.snapshot.stages).toHaveLength(2);
    expect(screen.getByText("Undone")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Redo" }));
    expect(document.snapshot.stages).toHaveLength(1);
    expect(screen.getByText("Done again")).toBeTruthy();
  });
});

describe("the menu of what one stands on", () => {
  it("closes by Escape also before it has the focus, and gives it back", async () => {
    const { document } = await openEditor();
    const cell = cellOf(document, "Does", "Compares");
    act(() => cell.focus());
    fireEvent.contextMenu(cell);
    await screen.findByRole("menu");
    act(() => cell.focus());
    fireEvent.keyDown(cell, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
    expect(window.document.activeElement).toBe(cell);
  });
});
