import { act, fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { hugeMap } from "./hugeMap";
import { cellOf, grid, openEditor } from "./support";

const columns = () => grid().querySelectorAll("[data-row=steps][role=columnheader]").length;
const cards = () => grid().querySelectorAll("[data-card]").length;

describe("printing", () => {
  it("opens the poster, made for paper, in place of the browser's print", async () => {
    const open = vi.spyOn(window, "open").mockReturnValue(null);
    const { document } = await openEditor();
    act(() => cellOf(document, "Does", "Searches").focus());
    const isLeft = fireEvent.keyDown(window.document.activeElement as Element, {
      key: "p",
      code: "KeyP",
      ctrlKey: true,
    });
    expect(isLeft).toBe(false);
    const address = "/api/v1/maps/shop/poster.pdf?language=en&measured=true";
    expect(open).toHaveBeenCalledWith(address, "_blank", "noopener");
  });

  it("draws all of the map for paper, also what is out of sight", async () => {
    const scheme = document.documentElement.dataset.mantineColorScheme;
    await openEditor(hugeMap(20, 2, 14, 500));
    const before = { columns: columns(), cards: cards() };
    expect(before.columns).toBeLessThan(40);
    act(() => void window.dispatchEvent(new Event("beforeprint")));
    expect(columns()).toBe(40);
    expect(cards()).toBeGreaterThan(500);
    expect(document.head.textContent).toMatch(/@page \{ size: \d+px \d+px/);
    expect(screen.getByText(/For paper there is a poster/)).toBeTruthy();
    act(() => void window.dispatchEvent(new Event("afterprint")));
    expect(columns()).toBe(before.columns);
    expect(document.head.textContent).not.toMatch(/@page/);
    expect(document.documentElement.dataset.mantineColorScheme).toBe(scheme);
  });
});
