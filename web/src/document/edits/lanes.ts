/** Lanes: the rows of a map. */

import type { Edit } from "../edit";
import { lookup } from "../lookup";
import { reordered } from "../order";
import { hasCells } from "../schema";
import { selectRecords } from "../selection";
import type { Key, Lane, LaneKind, Layer, MapSnapshot, Metric, Text } from "../types";
import { copyItem, copyLane, sameMap } from "./copy";
import { type Desk, type Result, saidOf } from "./desk";

/** What a new lane is. */
export interface NewLane {
  readonly kind: LaneKind;
  readonly title?: Text;
  readonly icon?: string;
  readonly layer?: Layer;
  readonly metric?: Metric;
}

/** Adds a lane above the one at this index; at the bottom without one. */
export function addLane(desk: Desk, lane: NewLane, index?: number): Result {
  const { lanes } = desk.document.snapshot;
  const { kind, icon, layer, metric, title = { "": "" } } = lane;
  const key = desk.document.edit("lane.add", (edit) => {
    const [at] = edit.positions("lanes", lanes, index ?? lanes.length, 1);
    return edit.add("lanes", { at, kind, icon, layer, metric }, { title });
  });
  return {
    announce: saidOf(desk, "added", "lane", title),
    select: selectRecords("lanes", [key]),
    edit: { owner: key, field: "title" },
  };
}

/** Within a command: makes the lane that draws what the command makes, where the map has none. */
export function makeMissingLane(desk: Desk, edit: Edit, kind: LaneKind): void {
  const { lanes } = desk.document.snapshot;
  if (lanes.some((lane) => lane.kind === kind)) return;
  const title = desk.laneTitle?.(kind) ?? { "": "" };
  edit.add("lanes", { at: edit.lastPosition("lanes", lanes), kind }, { title });
}

/** Moves a lane so that it stands at this index among the lanes. */
export function moveLane(desk: Desk, key: Key, index: number): Result {
  return moveLanes(desk, [key], index);
}

/** Moves lanes so that they stand one below the other, the first at this index. */
export function moveLanes(desk: Desk, keys: readonly Key[], index: number): Result {
  const { lanes } = desk.document.snapshot;
  const { moving, others, to, isMoved } = reordered(lanes, keys, index);
  if (!isMoved) return undefined;
  desk.document.edit("lane.move", (edit) => {
    const positions = edit.positions("lanes", others, to, moving.length);
    for (const [at, { key }] of moving.entries()) edit.set("lanes", key, { at: positions[at] });
  });
  const title = moving.length === 1 ? moving[0]?.title : undefined;
  const args = { position: to + 1, total: lanes.length, count: moving.length };
  const moved = moving.map(({ key }) => key);
  return { announce: saidOf(desk, "moved-to", "lane", title, args), select: selectRecords("lanes", moved) };
}

/** Sets the metric or the icon of a lane. */
export function setLane(
  desk: Desk,
  key: Key,
  values: Readonly<Partial<Record<"metric" | "icon", string | undefined>>>,
): Result {
  const lane = lookup(desk.document.snapshot).lanes.get(key);
  if (!lane) return undefined;
  desk.document.edit("lane.set", (edit) => edit.set("lanes", key, values));
  return { announce: saidOf(desk, "changed", "lane", lane.title) };
}

/** Copies a lane with its cards below itself. */
export function duplicateLane(desk: Desk, key: Key): Result {
  const { document } = desk;
  const { lanes } = document.snapshot;
  const index = lanes.findIndex((one) => one.key === key);
  const lane = lanes[index];
  if (!lane) return undefined;
  const copy = document.edit("lane.duplicate", (edit) => {
    const made = copyLane(edit, lane, edit.positions("lanes", lanes, index + 1, 1)[0] as string);
    for (const { place, items } of cellsOf(document.snapshot, key)) {
      for (const item of items) copyItem(edit, item, { place, lane: made }, item.at, sameMap());
    }
    return made;
  });
  const announce = saidOf(desk, "duplicated", "lane", lane.title);
  return { announce, select: selectRecords("lanes", [copy]) };
}

/** Puts the cards of the next lane into this one. Lanes that draw what stands elsewhere have none to give. */
export function mergeLanes(desk: Desk, key: Key): Result {
  const { document } = desk;
  const { lanes } = document.snapshot;
  const index = lanes.findIndex((one) => one.key === key);
  const [lane, next] = [lanes[index], lanes[index + 1]];
  if (!lane || !next || !canMergeLanes(lane, next)) return undefined;
  document.edit("lane.merge", (edit) => {
    const { places } = lookup(document.snapshot);
    for (const { place, items } of cellsOf(document.snapshot, next.key)) {
      const there = places.get(place)?.cells[key] ?? [];
      const positions = edit.positions("items", there, there.length, items.length);
      for (const [at, item] of items.entries()) edit.set("items", item.key, { lane: key, at: positions[at] });
    }
    edit.remove("lanes", next.key);
  });
  return { announce: saidOf(desk, "merged", "lane", lane.title), select: selectRecords("lanes", [key]) };
}

export function canMergeLanes(lane: Lane, next: Lane | undefined): boolean {
  return next !== undefined && hasCells(lane.kind) && hasCells(next.kind);
}

/** Makes these cards a lane of their own below the one they are in. */
export function splitLane(desk: Desk, key: Key, items: readonly Key[]): Result {
  const { document } = desk;
  const { lanes } = document.snapshot;
  const index = lanes.findIndex((one) => one.key === key);
  const lane = lanes[index];
  if (!lane || items.length === 0) return undefined;
  const made = document.edit("lane.split", (edit) => {
    const { kind, icon, colour, layer } = lane;
    const at = edit.positions("lanes", lanes, index + 1, 1)[0];
    const fresh = edit.add("lanes", { at, kind, icon, colour, layer }, { title: { "": "" } });
    for (const item of items) edit.set("items", item, { lane: fresh });
    return fresh;
  });
  return {
    announce: saidOf(desk, "split", "lane", lane.title),
    select: selectRecords("lanes", [made]),
    edit: { owner: made, field: "title" },
  };
}

/** Removes lanes with their cards. What a lane only draws stays in the map. */
export function removeLanes(desk: Desk, keys: readonly Key[]): Result {
  const { document } = desk;
  const { lanes } = lookup(document.snapshot);
  const there = keys.map((key) => lanes.get(key)).filter((lane) => lane !== undefined);
  const [first] = there;
  if (!first) return undefined;
  document.edit("lane.remove", (edit) => {
    for (const lane of there) {
      for (const { items } of cellsOf(document.snapshot, lane.key)) {
        for (const item of items) edit.remove("items", item.key);
      }
      edit.remove("lanes", lane.key);
    }
  });
  const title = there.length === 1 ? first.title : undefined;
  return { announce: saidOf(desk, "removed", "lane", title, { count: there.length }) };
}

function cellsOf(snapshot: MapSnapshot, lane: Key) {
  const places = [...lookup(snapshot).places.values()];
  return places.map((place) => ({ place: place.key, items: place.cells[lane] ?? [] }));
}
