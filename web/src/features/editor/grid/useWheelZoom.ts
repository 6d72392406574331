import { type RefObject, useEffect } from "react";

const LEAST = 0.1;
const GREATEST = 2;

/** Ctrl and the wheel, and pinching on a touchpad, bring the map nearer where the pointer is. */
export function useWheelZoom(
  scroller: RefObject<HTMLElement | null>,
  zoom: number,
  onZoom: (zoom: number) => void,
): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const next = Math.min(GREATEST, Math.max(LEAST, zoom * Math.exp(-event.deltaY / 400)));
      const rounded = Math.round(next * 100) / 100;
      const place = event.clientX - box.getBoundingClientRect().left + box.scrollLeft;
      onZoom(rounded);
      requestAnimationFrame(() => {
        box.scrollLeft += place * (rounded / zoom - 1);
      });
    };
    box.addEventListener("wheel", onWheel, { passive: false });
    return () => box.removeEventListener("wheel", onWheel);
  }, [scroller, zoom, onZoom]);
}
