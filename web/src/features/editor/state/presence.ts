import { createContext, useContext, useSyncExternalStore } from "react";

import { type Address, spell } from "./store";

/** Somebody else on the map. */
export interface Presence {
  readonly name: string;
  readonly colour: string;
  readonly at: Address;
}

/** Who stands in which cell. Kept outside of React: somebody's step redraws the two cells it concerns. */
export class PresenceStore {
  #byCell: ReadonlyMap<string, Presence> = new Map();
  readonly #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  at(address: Address): Presence | undefined {
    return this.#byCell.get(spell(address));
  }

  replace(people: readonly Presence[]): void {
    const before = this.#byCell;
    // Who has not moved keeps the value, so that no cell is redrawn for nothing.
    this.#byCell = new Map(
      people.map((person) => {
        const cell = spell(person.at);
        const old = before.get(cell);
        const isSame = old && old.name === person.name && old.colour === person.colour;
        return [cell, isSame ? old : person];
      }),
    );
    for (const listener of this.#listeners) listener();
  }
}

const Context = createContext(new PresenceStore());
export const PresenceProvider = Context.Provider;

/** Who else stands in the cell. */
export function usePresence(row: string, place: string | null): Presence | undefined {
  const store = useContext(Context);
  return useSyncExternalStore(store.subscribe, () => store.at({ row, place }));
}
