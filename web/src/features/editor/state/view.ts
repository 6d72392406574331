import { useCallback, useState } from "react";
import type { Key, Persona } from "@/document/types";

import type { ShownPersona } from "../curve/series";

/** How one reader looks at one map; nobody else sees a difference. */
export interface View {
  readonly zoom: number;
  /** Language of the map's texts; null follows the page. */
  readonly language: string | null;
  readonly showsMeasured: boolean;
  readonly showsAssumptions: boolean;
  readonly showsHidden: boolean;
  /** On a narrow screen the grid is shown rather than one stage at a time. */
  readonly showsGrid: boolean;
  /** The panel at the side, by its id. */
  readonly panel: string | null;
  readonly hiddenLanes: ReadonlySet<Key>;
  readonly hiddenStages: ReadonlySet<Key>;
  readonly hiddenPersonas: ReadonlySet<Key>;
  /** Lanes whose row for whole stages was asked for. */
  readonly openedLanes: ReadonlySet<Key>;
}

const USUAL: View = {
  zoom: 1,
  language: null,
  showsMeasured: true,
  showsAssumptions: false,
  showsHidden: false,
  showsGrid: false,
  panel: null,
  hiddenLanes: new Set(),
  hiddenStages: new Set(),
  hiddenPersonas: new Set(),
  openedLanes: new Set(),
};

/** The view of a map, kept in this browser. */
export function useView(map: string): readonly [View, (change: Partial<View>) => void] {
  const [view, setView] = useState(() => restore(map));
  const change = useCallback(
    (change: Partial<View>) =>
      setView((before) => {
        const view = { ...before, ...change };
        keep(map, view);
        return view;
      }),
    [map],
  );
  return [view, change];
}

/** The set with the key, or without it if it was there. */
export function toggled(keys: ReadonlySet<Key>, key: Key): ReadonlySet<Key> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

const nameOf = (map: string) => `kelias-view-${map}`;

function restore(map: string): View {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(nameOf(map)) ?? "null");
    if (typeof stored !== "object" || stored === null) return USUAL;
    const view: Record<string, unknown> = { ...USUAL };
    for (const [name, value] of Object.entries(stored)) {
      const usual = view[name];
      if (usual instanceof Set && Array.isArray(value)) view[name] = new Set(value.map(String));
      else if (typeof usual === typeof value) view[name] = value;
      else if (usual === null && typeof value === "string") view[name] = value;
    }
    return view as unknown as View;
  } catch {
    // What cannot be read is as good as nothing: the view is a convenience.
    return USUAL;
  }
}

function keep(map: string, view: View): void {
  try {
    const plain = Object.entries(view).map(([name, value]) => [
      name,
      value instanceof Set ? [...value] : value,
    ]);
    localStorage.setItem(nameOf(map), JSON.stringify(Object.fromEntries(plain)));
  } catch {
    // Storage may be switched off or full; the view then lasts as long as the page.
  }
}

/** The personas whose feelings are shown, with their numbers among all. */
export function personasShown(personas: readonly Persona[], hidden: ReadonlySet<Key>): ShownPersona[] {
  return personas
    .map((persona, number) => ({ persona, number }))
    .filter(({ persona }) => !hidden.has(persona.key));
}
