import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** What stands above the map on paper, and a little more, in pixels; the longest page that programs agree to. */
const ROOM = 64;
const LONGEST = 19_000;

/** Whether the page is being printed. All of the map is drawn for it, not only what is in sight, on one sheet as large as
 * the map and in the colours of paper. */
export function usePrint(scroller: RefObject<HTMLElement | null>): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const sheet = document.createElement("style");
    const { dataset } = document.documentElement;
    let scheme: string | undefined;
    const begin = () => {
      if (sheet.isConnected) return;
      scheme = dataset.mantineColorScheme;
      dataset.mantineColorScheme = "light";
      // The browser waits for this and no longer: what is drawn later is not printed.
      flushSync(() => setPrinting(true));
      sheet.textContent = sheetFor(scroller.current);
      document.head.append(sheet);
    };
    const end = () => {
      if (!sheet.isConnected) return;
      sheet.remove();
      if (scheme !== undefined) dataset.mantineColorScheme = scheme;
      setPrinting(false);
    };
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      end();
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, [scroller]);
  return isPrinting;
}

function sheetFor(box: HTMLElement | null): string {
  const map = box?.firstElementChild?.getBoundingClientRect();
  if (!box || !map) return "";
  const above = box.getBoundingClientRect().top + ROOM;
  const [width, height] = [map.width, map.height + above].map((size) => Math.min(LONGEST, Math.ceil(size)));
  return `@page { size: ${width}px ${height}px; margin: 0; }`;
}
