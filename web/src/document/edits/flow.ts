/** The ways of a map beside the order of its stages: moments of truth, transitions and targets. */

import { lookup } from "../lookup";
import { selectRecords } from "../selection";
import type { Key, MapSnapshot, Metric, Moment, Target, Text, TransitionKind } from "../types";
import { type Desk, type Result, saidOf } from "./desk";
import { tableOf } from "./places";

/** Marks a stage or step as a moment of truth; none takes the mark away. */
export function setMoment(desk: Desk, keys: readonly Key[], moment: Moment | undefined): Result {
  const { snapshot } = desk.document;
  const { places } = lookup(snapshot);
  const there = keys.map((key) => places.get(key)).filter((place) => place !== undefined);
  const [first] = there;
  if (!first) return undefined;
  desk.document.edit("moment.set", (edit) => {
    for (const { key } of there) edit.set(tableOf(snapshot, key) ?? "steps", key, { moment });
  });
  const what = tableOf(snapshot, first.key) === "stages" ? "stage" : "step";
  const title = there.length === 1 ? first.title : undefined;
  return { announce: saidOf(desk, "changed", what, title, { count: there.length }) };
}

/** The kind that a transition between two places is, by where they stand: back is a loop, over others a skip. */
export function likelyKind(desk: Desk, from: Key, to: Key): TransitionKind {
  const order = [...lookup(desk.document.snapshot).places.keys()];
  const distance = order.indexOf(to) - order.indexOf(from);
  if (distance <= 0) return "loop";
  return distance > 1 ? "skip" : "branch";
}

/** Draws a transition from one place to another; one that is there already is gone on with. */
export function addTransition(
  desk: Desk,
  from: Key,
  to: Key,
  kind = likelyKind(desk, from, to),
  title?: Text,
): Result {
  const { snapshot } = desk.document;
  const { places } = lookup(snapshot);
  if (!places.has(from) || !places.has(to)) return undefined;
  const known = snapshot.transitions.find((one) => one.from === from && one.to === to && one.kind === kind);
  if (known) {
    return {
      announce: saidOf(desk, "there", "transition", known.title),
      select: selectRecords("transitions", [known.key]),
      edit: { owner: known.key, field: "title" },
    };
  }
  const key = desk.document.edit("transition.add", (edit) => {
    const at = edit.lastPosition("transitions", snapshot.transitions);
    return edit.add("transitions", { at, from, to, kind }, { title });
  });
  return {
    announce: saidOf(desk, "added", "transition", title),
    select: selectRecords("transitions", [key]),
    edit: { owner: key, field: "title" },
  };
}

export function setTransition(
  desk: Desk,
  key: Key,
  values: { readonly kind?: TransitionKind; readonly from?: Key; readonly to?: Key },
): Result {
  const transition = lookup(desk.document.snapshot).transitions.get(key);
  if (!transition) return undefined;
  desk.document.edit("transition.set", (edit) => edit.set("transitions", key, { ...values }));
  return { announce: saidOf(desk, "changed", "transition", transition.title) };
}

export function removeTransitions(desk: Desk, keys: readonly Key[]): Result {
  const { transitions } = lookup(desk.document.snapshot);
  const there = keys.map((key) => transitions.get(key)).filter((one) => one !== undefined);
  const [first] = there;
  if (!first) return undefined;
  desk.document.edit("transition.remove", (edit) => {
    for (const { key } of there) edit.remove("transitions", key);
  });
  const title = there.length === 1 ? first.title : undefined;
  return { announce: saidOf(desk, "removed", "transition", title, { count: there.length }) };
}

/** What is wanted of a column. */
export interface TargetValues {
  readonly metric: Metric;
  readonly bound: { readonly atLeast: number } | { readonly atMost: number };
  readonly alertAfter?: string;
}

function written({ metric, bound, alertAfter }: TargetValues) {
  const [atLeast, atMost] = "atLeast" in bound ? [bound.atLeast, undefined] : [undefined, bound.atMost];
  return { metric, "at-least": atLeast, "at-most": atMost, "alert-after": alertAfter };
}

/** The targets of a column. */
export function targetsOn(snapshot: MapSnapshot, step: Key | undefined): readonly Target[] {
  return snapshot.targets.filter((target) => target.step === step);
}

/** Sets a target on a column; one that bounds the same metric from the same side is changed. */
export function addTarget(desk: Desk, step: Key, values: TargetValues): Result {
  const { snapshot } = desk.document;
  const column = lookup(snapshot).columns.find((one) => one.place.key === step);
  if (!column) return undefined;
  const known = targetsOn(snapshot, step).find(
    (one) => one.metric === values.metric && (one.atLeast !== undefined) === "atLeast" in values.bound,
  );
  if (known) return setTarget(desk, known.key, values);
  desk.document.edit("target.add", (edit) => {
    const at = edit.lastPosition("targets", snapshot.targets);
    edit.add("targets", { at, step, ...written(values) });
  });
  return { announce: saidOf(desk, "added", "target", column.place.title) };
}

export function setTarget(desk: Desk, key: Key, values: TargetValues): Result {
  const { places } = lookup(desk.document.snapshot);
  const target = desk.document.snapshot.targets.find((one) => one.key === key);
  if (!target) return undefined;
  desk.document.edit("target.set", (edit) => edit.set("targets", key, written(values)));
  return { announce: saidOf(desk, "changed", "target", places.get(target.step)?.title) };
}

export function removeTarget(desk: Desk, key: Key): Result {
  const { places } = lookup(desk.document.snapshot);
  const target = desk.document.snapshot.targets.find((one) => one.key === key);
  if (!target) return undefined;
  desk.document.edit("target.remove", (edit) => edit.remove("targets", key));
  return { announce: saidOf(desk, "removed", "target", places.get(target.step)?.title) };
}
