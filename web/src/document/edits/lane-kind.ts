/** What a lane holds. Its cards go along where the new kind can hold them; where it cannot, the lane stays as it is, so
 * that nothing goes out of sight without a word. */

import { lookup } from "../lookup";
import { hasCells } from "../schema";
import type { Item, Key, Lane, LaneKind, Layer, MapSnapshot } from "../types";
import { type CardTable, canHold, cardsOf, turnCell } from "./cards";
import { type Desk, type Result, saidOf, saidOfMany, type Thing } from "./desk";

/** Makes a lane one of this kind; the layer is that of a blueprint. */
export function setLaneKind(desk: Desk, key: Key, kind: LaneKind, layer?: Layer): Result {
  const { document } = desk;
  const { snapshot } = document;
  const lane = lookup(snapshot).lanes.get(key);
  if (!lane) return undefined;
  const table = turningInto(lane, kind);
  const unseen = unseenOf(snapshot, lane, kind);
  if (unseen.count > 0) {
    return { announce: saidOfMany("would-hide", unseen.what, unseen.count), isProblem: true };
  }
  document.edit("lane.kind", (edit) => {
    if (table) {
      for (const place of lookup(snapshot).places.keys()) {
        turnCell(edit, snapshot, { place, lane: key }, table);
      }
    }
    edit.set("lanes", key, { kind, layer: kind === "blueprint" ? (layer ?? lane.layer) : undefined });
  });
  return { announce: saidOf(desk, "changed", "lane", lane.title) };
}

/** What the items of a lane become with its new kind; nothing where they stay items. */
function turningInto(lane: Lane, kind: LaneKind): CardTable | undefined {
  const isTurning =
    hasCells(lane.kind) && (kind === "touchpoints" || kind === "barriers" || kind === "ideas");
  return isTurning ? kind : undefined;
}

/** What would stand in no lane any more. */
function unseenOf(snapshot: MapSnapshot, lane: Lane, kind: LaneKind): { what: Thing; count: number } {
  if (hasCells(lane.kind)) {
    const isKept = hasCells(kind);
    const table = turningInto(lane, kind);
    const places = isKept ? [] : [...lookup(snapshot).places.values()];
    const lost = places.flatMap((place) =>
      (place.cells[lane.key] ?? []).filter(
        (item) => !table || !canHold(snapshot, place.key, table) || losesSomething(item, table),
      ),
    );
    return { what: "card", count: lost.length };
  }
  const isDrawnElsewhere = snapshot.lanes.some((one) => one.kind === lane.kind && one.key !== lane.key);
  const count = lane.kind === kind || isDrawnElsewhere ? 0 : countDrawn(snapshot, lane);
  return { what: THING[lane.kind] ?? "card", count };
}

const THING: Partial<Record<LaneKind, Thing>> = {
  emotion: "emotion",
  touchpoints: "touchpoint",
  barriers: "barrier",
  ideas: "idea",
};

function countDrawn(snapshot: MapSnapshot, lane: Lane): number {
  const counts = [...lookup(snapshot).places.values()].map((place) =>
    lane.kind === "emotion"
      ? Object.keys(place.emotion).length
      : cardsOf(snapshot, { place: place.key, lane: lane.key }).length,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Only items have pictures, and touchpoints cite no evidence. */
function losesSomething(item: Item, table: CardTable): boolean {
  return item.image !== undefined || (table === "touchpoints" && item.evidence.length > 0);
}
