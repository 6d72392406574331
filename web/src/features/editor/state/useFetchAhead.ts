import { useEffect } from "react";

/** Parts of the page that come in files of their own and are used without the server. */
const PARTS = [
  () => import("../text/TextEditor"),
  () => import("../details/DetailsPanel"),
  () => import("../details/TransitionsPanel"),
  () => import("@/features/personas/PersonasPanel"),
  () => import("@/features/evidence/EvidencePanel"),
];

/** Fetches, once the map is drawn, what editing needs: when the connection is gone it could not be fetched any more. */
export function useFetchAhead(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    // What cannot be fetched now is fetched when it is used.
    const fetch = () => PARTS.map((part) => part().catch(() => undefined));
    // Safari knows no idle time.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(fetch, 2000);
      return () => clearTimeout(timer);
    }
    const waiting = requestIdleCallback(fetch, { timeout: 5000 });
    return () => cancelIdleCallback(waiting);
  }, [isNeeded]);
}
