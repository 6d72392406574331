import type { DragEvent } from "react";
import type { MapSummary } from "@/api/types";

const TYPE = "application/x-kelias-map";

/** Takes a map along with the pointer; the same can be done from the map's menu. */
export function carryMap(event: DragEvent, map: MapSummary) {
  event.dataTransfer.setData(TYPE, map.id);
  event.dataTransfer.effectAllowed = "move";
}

export const carriesMap = (event: DragEvent) => event.dataTransfer.types.includes(TYPE);
export const carriedMap = (event: DragEvent) => event.dataTransfer.getData(TYPE);
export const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
