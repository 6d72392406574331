import { useEffect, useRef } from "react";
import type { Grabbed } from "./drop";

/** How near an edge the map begins to come along, and how far it comes in a frame at most, in pixels. */
const NEAR = 44;
const FASTEST = 18;

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
    const follow = () => {
      const { held, onScroll } = now.current;
      if (held) {
        const [left, top] = [box.scrollLeft, box.scrollTop];
        const { right, down } = pull(held, box);
        box.scrollBy(right, down);
        if (box.scrollLeft !== left || box.scrollTop !== top) onScroll();
      }
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [isHeld]);
}

/** How far the map comes along in this frame. Stages and steps go sideways, lanes up and down. */
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
  if (at < from + NEAR) return -Math.min(FASTEST, Math.ceil((from + NEAR - at) / 3));
  if (at > until - NEAR) return Math.min(FASTEST, Math.ceil((at - until + NEAR) / 3));
  return 0;
}
