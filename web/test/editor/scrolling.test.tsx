import { renderHook, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useEdgeScroll } from "@/features/editor/grid/useEdgeScroll";
import { openEditor } from "./support";

/** How far the map came along after a second of so many frames, something being held at its right edge. */
function carriedIn(frames: number): number {
  const waiting: FrameRequestCallback[] = [];
  vi.spyOn(globalThis, "requestAnimationFrame").mockImplementation((next) => waiting.push(next));
  const box = document.createElement("div");
  box.dataset.scroller = "";
  box.getBoundingClientRect = () => new DOMRect(0, 0, 500, 300);
  let way = 0;
  box.scrollBy = ((right: number) => {
    way += right;
  }) as typeof box.scrollBy;
  document.body.append(box);
  const { unmount } = renderHook(() => useEdgeScroll({ kind: "card", x: 470, y: 150 }, () => undefined));
  for (let frame = 0; frame <= frames; frame += 1) waiting.shift()?.((frame * 1000) / frames);
  unmount();
  box.remove();
  vi.restoreAllMocks();
  return way;
}

describe("the map that comes along at an edge", () => {
  it("is as fast where few frames are drawn as where many are", () => {
    const [slow, fast] = [carriedIn(10), carriedIn(60)];
    expect(fast).toBeGreaterThan(200);
    expect(Math.abs(slow - fast)).toBeLessThanOrEqual(2);
  });
});

describe("the strip of the whole journey", () => {
  const usual = window.matchMedia;
  afterEach(() => {
    window.matchMedia = usual;
    Reflect.deleteProperty(Element.prototype, "scrollTo");
  });

  it.each([
    [true, "auto"],
    [false, "smooth"],
  ])("jumps without a move for who wants calm: %s", async (isCalm, behavior) => {
    window.matchMedia = (query) => ({ ...usual(query), matches: isCalm && /reduced-motion/.test(query) });
    const scrollTo = vi.fn();
    Element.prototype.scrollTo = scrollTo;
    const { user } = await openEditor();
    const strip = within(screen.getByRole("navigation", { name: "Jump to a stage" }));
    await user.click(strip.getAllByRole("button")[0] as HTMLElement);
    expect(scrollTo).toHaveBeenCalledWith(expect.objectContaining({ behavior }));
  });
});
