/** Barriers and the ideas that could lower them. */

import { lookup } from "../lookup";
import { selectRecords } from "../selection";
import type { IdeaStatus, Key, Text } from "../types";
import { type Desk, type Result, saidOf } from "./desk";
import { makeMissingLane } from "./lanes";

/** Adds a barrier to a stage or step. */
export function addBarrier(desk: Desk, placeKey: Key, text: Text = { "": "" }): Result {
  const place = lookup(desk.document.snapshot).places.get(placeKey);
  if (!place) return undefined;
  const key = desk.document.edit("barrier.add", (edit) => {
    makeMissingLane(desk, edit, "barriers");
    const at = edit.lastPosition("barriers", place.barriers);
    return edit.add("barriers", { at, place: placeKey }, { text });
  });
  return {
    announce: saidOf(desk, "added", "barrier", text),
    select: selectRecords("barriers", [key]),
    edit: { owner: key, field: "text", isNew: true },
  };
}

/** Says how critical barriers are, 1 to 5; none: not known. */
export function setCriticality(desk: Desk, keys: readonly Key[], criticality: number | undefined): Result {
  const { barriers } = lookup(desk.document.snapshot);
  const there = keys.map((key) => barriers.get(key)?.barrier).filter((one) => one !== undefined);
  const [first] = there;
  if (!first) return undefined;
  desk.document.edit("barrier.set", (edit) => {
    for (const { key } of there) edit.set("barriers", key, { criticality });
  });
  const text = there.length === 1 ? first.text : undefined;
  return { announce: saidOf(desk, "changed", "barrier", text, { count: there.length }) };
}

/** Says whom a barrier hinders, or at which touchpoints it stands. */
export function setOfBarrier(
  desk: Desk,
  key: Key,
  set: "personas" | "touchpoints",
  members: readonly Key[],
): Result {
  const barrier = lookup(desk.document.snapshot).barriers.get(key)?.barrier;
  if (!barrier) return undefined;
  desk.document.edit("barrier.set", (edit) => {
    edit.removeFromSet(
      "barriers",
      key,
      set,
      barrier[set].filter((one) => !members.includes(one)),
    );
    edit.addToSet("barriers", key, set, members);
  });
  return { announce: saidOf(desk, "changed", "barrier", barrier.text) };
}

/** Adds an idea under a barrier. */
export function addIdea(desk: Desk, barrierKey: Key, text: Text = { "": "" }): Result {
  const barrier = lookup(desk.document.snapshot).barriers.get(barrierKey)?.barrier;
  if (!barrier) return undefined;
  const key = desk.document.edit("idea.add", (edit) => {
    makeMissingLane(desk, edit, "ideas");
    const at = edit.lastPosition("ideas", barrier.ideas);
    return edit.add("ideas", { at, barrier: barrierKey }, { text });
  });
  return {
    announce: saidOf(desk, "added", "idea", text),
    select: selectRecords("ideas", [key]),
    edit: { owner: key, field: "text", isNew: true },
  };
}

/** What an idea can be given; undefined takes it away. */
export interface IdeaValues {
  readonly design?: number | undefined;
  readonly development?: number | undefined;
  readonly status?: IdeaStatus | undefined;
  readonly owner?: string | undefined;
  readonly touchpoint?: Key | undefined;
  readonly lifts?: { readonly from: Key; readonly to: Key } | undefined;
}

/** Sets ease, status, owner, touchpoint or the transition an idea should raise. */
export function setIdeas(desk: Desk, keys: readonly Key[], values: IdeaValues): Result {
  const { ideas } = lookup(desk.document.snapshot);
  const there = keys.map((key) => ideas.get(key)?.idea).filter((one) => one !== undefined);
  const [first] = there;
  if (!first) return undefined;
  const { lifts, ...plain } = values;
  const written = "lifts" in values ? { ...plain, "lifts-from": lifts?.from, "lifts-to": lifts?.to } : plain;
  desk.document.edit("idea.set", (edit) => {
    for (const { key } of there) edit.set("ideas", key, written);
  });
  const text = there.length === 1 ? first.text : undefined;
  return { announce: saidOf(desk, "changed", "idea", text, { count: there.length }) };
}

/** Moves an idea to another barrier, to this index among its ideas. */
export function moveIdea(desk: Desk, key: Key, barrierKey: Key, index?: number): Result {
  const { ideas, barriers } = lookup(desk.document.snapshot);
  const [idea, barrier] = [ideas.get(key)?.idea, barriers.get(barrierKey)?.barrier];
  if (!idea || !barrier) return undefined;
  const others = barrier.ideas.filter((one) => one.key !== key);
  const to = Math.max(0, Math.min(index ?? others.length, others.length));
  if (barrier.ideas[to]?.key === key) return undefined;
  desk.document.edit("idea.move", (edit) => {
    edit.set("ideas", key, { barrier: barrierKey, at: edit.positions("ideas", others, to, 1)[0] });
  });
  const args = { position: to + 1, total: others.length + 1 };
  return {
    announce: saidOf(desk, "moved-to", "idea", idea.text, args),
    select: selectRecords("ideas", [key]),
  };
}
