import { createContext, useContext, useSyncExternalStore } from "react";

import { type Address, spell } from "./store";

/** Somebody else on the map. */
export interface Presence {
  readonly name: string;
  readonly colour: string;
  readonly at: Address;
}

const NOBODY: readonly Presence[] = [];

/** Who stands in which cell. Kept outside of React: somebody's step redraws the two cells it concerns. */
export class PresenceStore {
  #byCell: ReadonlyMap<string, readonly Presence[]> = new Map();
  readonly #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  at(address: Address): readonly Presence[] {
    return this.#byCell.get(spell(address)) ?? NOBODY;
  }

  replace(people: readonly Presence[]): void {
    const before = this.#byCell;
    const byCell = new Map<string, Presence[]>();
    for (const person of people) {
      const cell = spell(person.at);
      byCell.set(cell, [...(byCell.get(cell) ?? []), person]);
    }
    // Where nobody came or went the list stays the same one, so that no cell is redrawn for nothing.
    this.#byCell = new Map(
      [...byCell].map(([cell, here]) => {
        const old = before.get(cell);
        return [cell, old && isSame(old, here) ? old : here];
      }),
    );
    for (const listener of this.#listeners) listener();
  }
}

function isSame(one: readonly Presence[], other: readonly Presence[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, colour }, at) => name === other[at]?.name && colour === other[at]?.colour)
  );
}

const Context = createContext(new PresenceStore());
export const PresenceProvider = Context.Provider;

/** Who else stands in the cell. */
export function usePresence(row: string, place: string | null): readonly Presence[] {
  const store = useContext(Context);
  return useSyncExternalStore(store.subscribe, () => store.at({ row, place }));
}
