import type { MapSummary } from "@/api/types";

/** How a map hangs together with others: stages of it that are whole maps, and maps of which it is a stage. */
export interface Relations {
  below: MapSummary[];
  above: MapSummary[];
}

export function relationsOf(map: MapSummary, maps: readonly MapSummary[]): Relations {
  return {
    below: map.maps.flatMap((id) => maps.filter((other) => other.id === id && other.id !== map.id)),
    above: maps.filter((other) => other.id !== map.id && other.maps.includes(map.id)),
  };
}
