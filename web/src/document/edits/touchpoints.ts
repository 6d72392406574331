/** Touchpoints: where the traveller's action meets a tool. */

import { lookup } from "../lookup";
import { selectRecords } from "../selection";
import type { Key, Text } from "../types";
import { type Desk, type Result, saidOf } from "./desk";
import { makeMissingLane } from "./lanes";

/** What a touchpoint can be given; undefined takes it away. */
export interface TouchpointValues {
  readonly channel?: string | undefined;
  readonly icon?: string | undefined;
  readonly side?: "frontstage" | "backstage" | undefined;
}

/** Adds a touchpoint to a step. */
export function addTouchpoint(
  desk: Desk,
  stepKey: Key,
  title: Text = { "": "" },
  values: TouchpointValues = {},
): Result {
  const step = lookup(desk.document.snapshot).steps.get(stepKey);
  if (!step) return undefined;
  const key = desk.document.edit("touchpoint.add", (edit) => {
    makeMissingLane(desk, edit, "touchpoints");
    const at = edit.lastPosition("touchpoints", step.touchpoints);
    return edit.add("touchpoints", { at, step: stepKey, ...values }, { title });
  });
  return {
    announce: saidOf(desk, "added", "touchpoint", title),
    select: selectRecords("touchpoints", [key]),
    edit: { owner: key, field: "title", isNew: true },
  };
}

/** Gives touchpoints a channel, an icon or a side. */
export function setTouchpoints(desk: Desk, keys: readonly Key[], values: TouchpointValues): Result {
  const { touchpoints } = lookup(desk.document.snapshot);
  const there = keys.map((key) => touchpoints.get(key)?.touchpoint).filter((one) => one !== undefined);
  const [first] = there;
  if (!first) return undefined;
  desk.document.edit("touchpoint.set", (edit) => {
    for (const touchpoint of there) edit.set("touchpoints", touchpoint.key, { ...values });
  });
  const title = there.length === 1 ? first.title : undefined;
  return { announce: saidOf(desk, "changed", "touchpoint", title, { count: there.length }) };
}

/** Channels in use on the map and those that most maps have, for suggestions. */
export function channelsOf(desk: Desk): readonly string[] {
  const { touchpoints } = lookup(desk.document.snapshot);
  const used = [...touchpoints.values()]
    .map((one) => one.touchpoint.channel)
    .filter((one) => one !== undefined);
  return [...new Set([...used, ...CHANNELS])];
}

/** The channels that docs/map-format.md names. */
export const CHANNELS: readonly string[] = [
  "web",
  "mobile",
  "email",
  "store",
  "call centre",
  "social network",
  "messenger",
  "post",
  "courier",
  "person",
  "product",
  "advertising",
  "search",
];
