import { useEffect, useRef } from "react";
import type { Grabbed } from "./drop";

/** How near an edge the map begins to come along, in pixels, and how fast it comes at most, in pixels a second. */
const NEAR = 44;
const FASTEST = 1080;
/** Pixels a second for each pixel nearer to the edge. */
const STEEPNESS = 20;
/** A frame that took longer than so many seconds, as when the page stood still, carries the map no further. */
const LONGEST_FRAME = 0.25;

/** What is held, and where. */
export interface Held {
  readonly kind: Grabbed["kind"];
  readonly x: number;
  readonly y: number;
}

/** Scrolls the map while something is held near an edge of it, and says so, as other cells are below it then. */
export function useEdgeScroll(held: Held | null, onScroll: () => void): void {
  const now = useRef({ held, onScroll });
  now.current = { held, onScroll };
  const isHeld = held !== null;
  useEffect(() => {
    const box = document.querySelector<HTMLElement>("[data-scroller]");
    if (!isHeld || !box) return;
    let frame = 0;
    let last: number | undefined;
    // Boxes scroll by whole pixels: what is left of one goes to the next frame.
    const rest = { right: 0, down: 0 };
    const follow = (time: number) => {
      const { held, onScroll } = now.current;
      const seconds = Math.min(LONGEST_FRAME, (time - (last ?? time)) / 1000);
      last = time;
      if (held) {
        const [left, top] = [box.scrollLeft, box.scrollTop];
        const { right, down } = pull(held, box);
        rest.right = right === 0 ? 0 : rest.right + right * seconds;
        rest.down = down === 0 ? 0 : rest.down + down * seconds;
        const whole = { right: Math.trunc(rest.right), down: Math.trunc(rest.down) };
        rest.right -= whole.right;
        rest.down -= whole.down;
        box.scrollBy(whole.right, whole.down);
        if (box.scrollLeft !== left || box.scrollTop !== top) onScroll();
      }
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [isHeld]);
}

/** How fast the map comes along, in pixels a second. Stages and steps go sideways, lanes up and down. */
function pull({ kind, x, y }: Held, box: HTMLElement): { right: number; down: number } {
  const { left, top, right, bottom } = box.getBoundingClientRect();
  // The heads of rows and columns stay where they are; the map moves below them.
  const heads = box.querySelector("[role=rowheader]")?.getBoundingClientRect().right ?? left;
  const ribbon = box.querySelector("[role=rowgroup]")?.getBoundingClientRect().bottom ?? top;
  return {
    right: kind === "lane" ? 0 : speed(x, heads, right),
    down: kind === "stage" || kind === "step" ? 0 : speed(y, ribbon, bottom),
  };
}

function speed(at: number, from: number, until: number): number {
  if (at < from + NEAR) return -Math.min(FASTEST, (from + NEAR - at) * STEEPNESS);
  if (at > until - NEAR) return Math.min(FASTEST, (at - until + NEAR) * STEEPNESS);
  return 0;
}
