import { type RefObject, useEffect, useState } from "react";

/** Rows drawn at once when a map opens; those further down wait until they come near. */
export const ROWS_AT_ONCE = 10;
/** How far outside of what is seen a row is drawn already. */
const MARGIN = "500px 0px";

/** Whether a row has been near what is seen. Once drawn it stays: a row whose true height differs from the estimate would
 * otherwise push itself out of sight and back for ever. A row that need not wait is always near. */
export function useIsNear(element: RefObject<HTMLElement | null>, mayWait: boolean): boolean {
  const [isNear, setNear] = useState(!mayWait);
  useEffect(() => {
    const row = element.current;
    if (!row || isNear) return;
    if (!mayWait || typeof IntersectionObserver === "undefined") {
      setNear(true);
      return;
    }
    const root = row.closest<HTMLElement>("[data-scroller]");
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { root, rootMargin: MARGIN },
    );
    observer.observe(row);
    return () => observer.disconnect();
  }, [element, mayWait, isNear]);
  return isNear || !mayWait;
}
