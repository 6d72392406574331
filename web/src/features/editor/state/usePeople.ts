import { useEffect } from "react";
import type { Person, Spot } from "@/collab/presence";
import type { GridRow } from "../layout/rows";
import type { PresenceStore } from "./presence";
import type { Address, GridStore } from "./store";

/** Tells others where one stands, and shows where they do. */
export function usePeople(
  presence: PresenceStore,
  people: readonly Person[],
  stand: (spot: Spot | undefined) => void,
  store: GridStore,
  rows: readonly GridRow[],
): void {
  useEffect(() => {
    presence.replace(
      people.flatMap(({ isSelf, spot, name, colour }) => {
        const at = spot && !isSelf ? addressOfSpot(rows, spot) : undefined;
        return at ? [{ name, colour, at }] : [];
      }),
    );
  }, [presence, people, rows]);
  useEffect(() => {
    const tell = () => stand(spotOf(store.state.active));
    tell();
    const stop = store.subscribe(tell);
    return () => {
      stop();
      stand(undefined);
    };
  }, [stand, store]);
}

/** The cell of the grid in which a spot is seen; none where the reader does not show it. */
export function addressOfSpot(rows: readonly GridRow[], { place, lane }: Spot): Address | undefined {
  const row = rows.find((row) =>
    lane === null
      ? row.kind === "stages" || row.kind === "steps"
        ? row.slots.some((slot) => slot.key === place)
        : false
      : row.lane?.key === lane && (place === null || row.slots.some((slot) => slot.key === place)),
  );
  return row && { row: row.id, place };
}

function spotOf({ row, place }: Address): Spot {
  const isHead = ["stages", "steps", "goals", "success", "measured"].includes(row);
  return { place, lane: isHead ? null : (row.split("/")[0] ?? row) };
}
