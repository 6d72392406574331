import { type RefObject, useEffect, useLayoutEffect, useState } from "react";

import { type Geometry, visibleRange } from "../layout/geometry";

/** Width of the scrolled box, followed. */
export function useWidth(scroller: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => document.documentElement.clientWidth || 1280);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const read = () => setWidth(box.clientWidth || 1280);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);
  return width;
}

/** The columns in sight; it changes only when a column comes or goes. */
export function useRange(
  scroller: RefObject<HTMLElement | null>,
  geometry: Geometry,
  width: number,
  zoom: number,
): readonly [number, number] {
  const [left, setLeft] = useState(0);
  const range = visibleRange(geometry, left, width - geometry.header * zoom, zoom);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const follow = () => {
      const next = box.scrollLeft;
      setLeft((before) => {
        const [one, other] = [before, next].map((at) =>
          visibleRange(geometry, at, width - geometry.header * zoom, zoom),
        );
        return one?.[0] === other?.[0] && one?.[1] === other?.[1] ? before : next;
      });
    };
    follow();
    box.addEventListener("scroll", follow, { passive: true });
    return () => box.removeEventListener("scroll", follow);
  }, [scroller, geometry, width, zoom]);
  return range;
}
