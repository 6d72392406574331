/** Pictures on the map. */

import { lookup } from "../lookup";
import type { Key, Text } from "../types";
import { type Desk, type Result, saidOf } from "./desk";

/** Where a new lane of pictures goes, and what it is called. */
export interface NewPictureLane {
  readonly title: Text;
  /** Among the lanes; at the bottom without one. */
  readonly index: number | undefined;
}

/** Adds a picture at a stage or step: in this lane of pictures, or in a new one. One step of undo. */
export function addPicture(desk: Desk, place: Key, lane: Key | NewPictureLane, image: string): Result {
  const { document } = desk;
  const { lanes } = document.snapshot;
  const known = lookup(document.snapshot);
  if (!known.places.has(place)) return undefined;
  const made = document.edit("card.add", (edit) => {
    const home = typeof lane === "string" ? lane : addLane(lane);
    const siblings = known.places.get(place)?.cells[home] ?? [];
    const [at] = edit.positions("items", siblings, siblings.length, 1);
    return { home, key: edit.add("items", { at, place, lane: home, image }, { text: { "": "" } }) };

    function addLane({ title, index }: NewPictureLane): Key {
      const [at] = edit.positions("lanes", lanes, index ?? lanes.length, 1);
      return edit.add("lanes", { at, kind: "image" }, { title });
    }
  });
  return {
    announce: saidOf(desk, "added", "card"),
    select: {
      cells: [],
      records: [{ table: "items", key: made.key }],
      anchor: { place, lane: made.home },
    },
    edit: { owner: made.key, field: "text" },
  };
}

/** Gives a card its picture, or another one. */
export function setPicture(desk: Desk, key: Key, image: string): Result {
  const item = lookup(desk.document.snapshot).items.get(key)?.item;
  if (!item) return undefined;
  desk.document.edit("picture.set", (edit) => edit.set("items", key, { image }));
  return { announce: saidOf(desk, "changed", "card", item.text) };
}
