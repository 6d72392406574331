import { useEffect } from "react";
import { PANELS } from "../panels";
import { fetchTextEditor } from "../text/LiveText";

interface Part {
  fetch(): Promise<unknown>;
}

interface Needs {
  /** The map is here. */
  readonly isReady: boolean;
  readonly canEdit: boolean;
  readonly isOwner: boolean;
  /** What else can be opened from the map; the same list every time. */
  readonly parts: readonly Part[];
}

/** Fetches the files of all that can be opened from a map: when the connection is gone they could not be fetched any more.
 * What is needed to write comes as soon as the map is here, the rest once the page has nothing else to do. */
export function useFetchAhead({ isReady, canEdit, isOwner, parts }: Needs): void {
  useEffect(() => {
    if (!isReady) return;
    // What cannot be fetched now is fetched when it is used.
    const ahead = (fetch: () => Promise<unknown>) => fetch().catch(() => undefined);
    if (canEdit) ahead(fetchTextEditor);
    const panels = PANELS.filter((panel) => isOwner || !panel.isForOwner).map((panel) => panel.component);
    const rest = () => [...panels, ...parts].map((part) => ahead(part.fetch));
    // Safari knows no idle time.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(rest, 2000);
      return () => clearTimeout(timer);
    }
    const waiting = requestIdleCallback(rest, { timeout: 5000 });
    return () => cancelIdleCallback(waiting);
  }, [isReady, canEdit, isOwner, parts]);
}
