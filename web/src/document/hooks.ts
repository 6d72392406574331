/** The document for React components. */

import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from "react";
import type { MapDocument } from "./map-document";
import type { MapSnapshot } from "./types";

const DocumentContext = createContext<MapDocument | undefined>(undefined);

/** Gives a map under edit to the components below. */
export const DocumentProvider = DocumentContext.Provider;

export function useDocument(): MapDocument {
  const document = useContext(DocumentContext);
  if (!document) throw new Error("there is no map here; put the component below a DocumentProvider");
  return document;
}

/** A part of the map; the component is drawn anew only when this part is another one. Selectors that make new values
 * bring their own comparison. */
export function useSnapshot<T>(
  select: (snapshot: MapSnapshot) => T,
  isEqual: (one: T, other: T) => boolean = Object.is,
): T {
  const document = useDocument();
  const last = useRef<{ snapshot: MapSnapshot; select: unknown; value: T } | undefined>(undefined);
  const read = useCallback(() => {
    const { snapshot } = document;
    const before = last.current;
    if (before && before.snapshot === snapshot && before.select === select) return before.value;
    const fresh = select(snapshot);
    const value = before && isEqual(before.value, fresh) ? before.value : fresh;
    last.current = { snapshot, select, value };
    return value;
  }, [document, select, isEqual]);
  return useSyncExternalStore(document.subscribe, read, read);
}

/** Whether there is something to undo and to redo. */
export function useHistory(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { undo } = useDocument();
  const subscribe = useCallback((listener: () => void) => undo.subscribe(listener), [undo]);
  const canUndo = useSyncExternalStore(subscribe, () => undo.canUndo);
  const canRedo = useSyncExternalStore(subscribe, () => undo.canRedo);
  return { canUndo, canRedo };
}
