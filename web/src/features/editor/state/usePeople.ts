import { useEffect } from "react";
import type { Awareness } from "y-protocols/awareness";

import type { GridRow } from "../layout/rows";
import type { PresenceStore } from "./presence";
import type { Address, GridStore } from "./store";

/** Somebody on the map. */
export interface Person {
  /** Number of the connection. */
  readonly client: number;
  readonly name: string;
  readonly colour: string;
  readonly isMe: boolean;
  /** Where they stand. */
  readonly at: Address | null;
}

/** Tells others where one stands, and shows where they do. */
export function usePeople(
  presence: PresenceStore,
  people: readonly Person[],
  awareness: Awareness,
  store: GridStore,
  rows: readonly GridRow[],
): void {
  useEffect(() => {
    const there = new Set(rows.map((row) => row.id));
    presence.replace(
      people.flatMap(({ isMe, at, name, colour }) => (isMe || !at || !there.has(at.row) ? [] : [{ name, colour, at }])),
    );
  }, [presence, people, rows]);
  useEffect(() => {
    let told = store.state.active;
    awareness.setLocalStateField("place", told);
    return store.subscribe(() => {
      if (store.state.active === told) return;
      told = store.state.active;
      awareness.setLocalStateField("place", told);
    });
  }, [awareness, store]);
}
