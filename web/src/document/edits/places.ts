/** Stages and steps: the columns of a map. */

import type { Edit } from "../edit";
import { lookup } from "../lookup";
import { reordered, type Sibling } from "../order";
import { type RecordRef, selectRecords, type TextRef } from "../selection";
import { joinTexts } from "../text";
import type { Key, MapSnapshot, Stage, Step, Text } from "../types";
import { copyStage, copyStep, sameMap } from "./copy";
import { type Desk, type Result, saidOf, type Verb } from "./desk";

export type PlaceTable = "stages" | "steps";
const THING = { stages: "stage", steps: "step" } as const;

/** The table of a place; none if it is gone. */
export function tableOf(snapshot: MapSnapshot, key: Key): PlaceTable | undefined {
  const { stages, steps } = lookup(snapshot);
  if (stages.has(key)) return "stages";
  return steps.has(key) ? "steps" : undefined;
}

/** Adds a stage before the one at this index; at the end without one. */
export function addStage(desk: Desk, index?: number, title: Text = { "": "" }): Result {
  const { stages } = desk.document.snapshot;
  const key = desk.document.edit("stage.add", (edit) => {
    const [at] = edit.positions("stages", stages, index ?? stages.length, 1);
    return edit.add("stages", { at }, { title });
  });
  return made(desk, "stages", key, title);
}

/** Adds a step to a stage, before the one at this index. The first step of a stage takes over what stood in the
 * stage's own column, so that nothing goes out of sight. */
export function addStep(desk: Desk, stageKey: Key, index?: number, title: Text = { "": "" }): Result {
  const { document } = desk;
  const stage = lookup(document.snapshot).stages.get(stageKey);
  if (!stage) return undefined;
  const key = document.edit("step.add", (edit) => {
    const [at] = edit.positions("steps", stage.steps, index ?? stage.steps.length, 1);
    const step = edit.add("steps", { at, stage: stageKey }, { title });
    if (stage.steps.length === 0) {
      moveContents(edit, stage, step);
      redirectTargets(edit, document.snapshot, stageKey, step);
    }
    return step;
  });
  return made(desk, "steps", key, title);
}

/** Moves a stage so that it stands at this index among the stages. */
export function moveStage(desk: Desk, key: Key, index: number): Result {
  return moveStages(desk, [key], index);
}

/** Moves stages so that they stand one after the other, the first at this index. */
export function moveStages(desk: Desk, keys: readonly Key[], index: number): Result {
  const { stages } = desk.document.snapshot;
  const { moving, others, to, isMoved } = reordered(stages, keys, index);
  if (!isMoved) return undefined;
  desk.document.edit("stage.move", (edit) => {
    const positions = edit.positions("stages", others, to, moving.length);
    for (const [at, { key }] of moving.entries()) edit.set("stages", key, { at: positions[at] });
  });
  return movedTo(desk, "stages", moving, to, stages.length);
}

/** Moves a step to this index among the steps of a stage, its own or another. */
export function moveStep(desk: Desk, key: Key, stageKey: Key, index: number): Result {
  return moveSteps(desk, [key], stageKey, index);
}

/** Moves steps to a stage, one after the other, the first to this index among its steps. */
export function moveSteps(desk: Desk, keys: readonly Key[], stageKey: Key, index: number): Result {
  const { document } = desk;
  const { stages, steps } = lookup(document.snapshot);
  const stage = stages.get(stageKey);
  const all = keys.flatMap((key) => steps.get(key) ?? []);
  if (!stage || all.length === 0) return undefined;
  const { others, to, isMoved } = reordered(stage.steps, keys, index);
  if (all.every((step) => step.stage === stageKey) && !isMoved) return undefined;
  document.edit("step.move", (edit) => {
    const column = stage.steps.length === 0 ? [turnColumnIntoStep(edit, document.snapshot, stage)] : [];
    const positions = edit.positions("steps", [...column, ...others], column.length + to, all.length);
    for (const [at, { key }] of all.entries()) edit.set("steps", key, { at: positions[at], stage: stageKey });
  });
  return movedTo(desk, "steps", all, to, others.length + all.length);
}

function movedTo(
  desk: Desk,
  table: PlaceTable,
  moved: readonly (Stage | Step)[],
  to: number,
  total: number,
): Result {
  const title = moved.length === 1 ? moved[0]?.title : undefined;
  const args = { position: to + 1, total, count: moved.length };
  return {
    announce: saidOf(desk, "moved-to", THING[table], title, args),
    select: selectRecords(
      table,
      moved.map(({ key }) => key),
    ),
  };
}

/** Makes the steps from this one on a stage of their own, behind the old one. */
export function splitStage(desk: Desk, stepKey: Key): Result {
  const { document } = desk;
  const { stages, steps } = lookup(document.snapshot);
  const step = steps.get(stepKey);
  const stage = step && stages.get(step.stage);
  const from = stage?.steps.findIndex((one) => one.key === stepKey) ?? 0;
  if (!stage || from < 1) return undefined;
  const all = document.snapshot.stages;
  const key = document.edit("stage.split", (edit) => {
    const [at] = edit.positions("stages", all, all.indexOf(stage) + 1, 1);
    const fresh = edit.add("stages", { at, colour: stage.colour }, { title: { "": "" } });
    for (const moved of stage.steps.slice(from)) edit.set("steps", moved.key, { stage: fresh });
    return fresh;
  });
  const announce = saidOf(desk, "split", "stage", stage.title);
  return { announce, select: selectRecords("stages", [key]), edit: { owner: key, field: "title" } };
}

/** What a card says of where it stands, by its table. */
const HOME = { items: "place", barriers: "place", touchpoints: "step" } as const;

/** Makes these cards of a step a step of their own, behind the old one. */
export function splitStep(desk: Desk, stepKey: Key, cards: readonly RecordRef[]): Result {
  const { document } = desk;
  const { stages, steps } = lookup(document.snapshot);
  const step = steps.get(stepKey);
  const siblings = (step && stages.get(step.stage)?.steps) ?? [];
  if (!step || cards.length === 0) return undefined;
  const key = document.edit("step.split", (edit) => {
    const [at] = edit.positions("steps", siblings, siblings.indexOf(step) + 1, 1);
    const fresh = edit.add("steps", { at, stage: step.stage, colour: step.colour }, { title: { "": "" } });
    for (const { table, key } of cards) {
      if (table in HOME) edit.set(table, key, { [HOME[table as keyof typeof HOME]]: fresh });
    }
    return fresh;
  });
  const announce = saidOf(desk, "split", "step", step.title);
  return { announce, select: selectRecords("steps", [key]), edit: { owner: key, field: "title" } };
}

/** Puts the next stage into this one. */
export function mergeStages(desk: Desk, key: Key): Result {
  const { document } = desk;
  const { stages } = document.snapshot;
  const index = stages.findIndex((stage) => stage.key === key);
  const [stage, next] = [stages[index], stages[index + 1]];
  if (!stage || !next) return undefined;
  document.edit("stage.merge", (edit) => {
    const { snapshot } = document;
    const hasSteps = stage.steps.length + next.steps.length > 0;
    const stepsOf = (one: Stage): readonly Sibling[] =>
      hasSteps && one.steps.length === 0 ? [turnColumnIntoStep(edit, snapshot, one)] : one.steps;
    const [there, moved] = [stepsOf(stage), stepsOf(next)];
    const positions = edit.positions("steps", there, there.length, moved.length);
    for (const [at, step] of moved.entries()) edit.set("steps", step.key, { stage: key, at: positions[at] });
    if (!hasSteps || next.steps.length > 0) moveContents(edit, next, key, stage);
    joinInto(edit, document.snapshot, "stages", stage, next);
  });
  return {
    announce: saidOf(desk, "merged", "stage", stage.title),
    select: selectRecords("stages", [key]),
  };
}

/** Puts the next step of the stage into this one. */
export function mergeSteps(desk: Desk, key: Key): Result {
  const { document } = desk;
  const { steps, stages } = lookup(document.snapshot);
  const step = steps.get(key);
  const siblings = (step && stages.get(step.stage)?.steps) ?? [];
  const next = step && siblings[siblings.indexOf(step) + 1];
  if (!step || !next) return undefined;
  document.edit("step.merge", (edit) => {
    const positions = edit.positions(
      "touchpoints",
      step.touchpoints,
      step.touchpoints.length,
      next.touchpoints.length,
    );
    for (const [at, one] of next.touchpoints.entries())
      edit.set("touchpoints", one.key, { step: key, at: positions[at] });
    moveContents(edit, next, key, step);
    joinInto(edit, document.snapshot, "steps", step, next);
  });
  return { announce: saidOf(desk, "merged", "step", step.title), select: selectRecords("steps", [key]) };
}

/** Copies a stage or step, with everything in it, behind itself. */
export function duplicatePlace(desk: Desk, key: Key): Result {
  const { document } = desk;
  const { stages, steps } = lookup(document.snapshot);
  const [stage, step] = [stages.get(key), steps.get(key)];
  const table: PlaceTable = stage ? "stages" : "steps";
  const siblings: readonly Sibling[] = stage
    ? document.snapshot.stages
    : ((step && stages.get(step.stage)?.steps) ?? []);
  const index = siblings.findIndex((one) => one.key === key);
  if (index < 0) return undefined;
  const copy = document.edit(`${THING[table]}.duplicate`, (edit) => {
    const at = edit.positions(table, siblings, index + 1, 1)[0] as string;
    return stage
      ? copyStage(edit, stage, at, sameMap())
      : copyStep(edit, step as Step, (step as Step).stage, at, sameMap());
  });
  const title = (stage ?? step)?.title;
  return {
    announce: saidOf(desk, "duplicated", THING[table], title),
    select: selectRecords(table, [copy]),
  };
}

/** Hides a stage or step, or shows it again. */
export function setHidden(
  desk: Desk,
  table: PlaceTable | "lanes",
  keys: readonly Key[],
  isHidden: boolean,
): Result {
  return setOnEach(desk, table, keys, { hidden: isHidden || undefined }, isHidden ? "hidden" : "shown");
}

/** Gives stages, steps or lanes a colour; none takes it away. */
export function setColour(
  desk: Desk,
  table: PlaceTable | "lanes",
  keys: readonly Key[],
  colour: string | undefined,
): Result {
  return setOnEach(desk, table, keys, { colour }, "coloured");
}

/** Removes stages or steps with everything in them. */
export function removePlaces(desk: Desk, keys: readonly Key[]): Result {
  const { document } = desk;
  const { places } = lookup(document.snapshot);
  const there = keys.map((key) => places.get(key)).filter((place) => place !== undefined);
  const [first] = there;
  if (!first) return undefined;
  const what = tableOf(document.snapshot, first.key) === "steps" ? "step" : "stage";
  document.edit(`${what}.remove`, (edit) => {
    for (const place of there) removePlace(edit, document.snapshot, place);
  });
  const title = there.length === 1 ? first.title : undefined;
  return { announce: saidOf(desk, "removed", what, title, { count: there.length }) };
}

/** Empties goals of stages and success criteria of steps, in every language. */
export function emptyTexts(desk: Desk, texts: readonly TextRef[]): Result {
  const { stages, steps } = lookup(desk.document.snapshot);
  const textOf = ({ owner, field }: TextRef) =>
    field === "goal" ? stages.get(owner)?.goal : steps.get(owner)?.success;
  const there = texts.filter((one) => textOf(one) !== undefined);
  const [first] = there;
  if (!first) return undefined;
  desk.document.edit("text.empty", (edit) => {
    for (const { owner, field } of there) edit.emptyText(owner, field);
  });
  const title = there.length === 1 ? textOf(first) : undefined;
  return { announce: saidOf(desk, "removed", first.field, title, { count: there.length }) };
}

/** Makes a step a stage of its own, behind the stage it was in. */
export function turnStepIntoStage(desk: Desk, key: Key): Result {
  const { document } = desk;
  const { steps, stages } = lookup(document.snapshot);
  const step = steps.get(key);
  const stage = step && stages.get(step.stage);
  if (!step || !stage) return undefined;
  const all = document.snapshot.stages;
  const fresh = document.edit("step.to-stage", (edit) => {
    const at = edit.positions("stages", all, all.indexOf(stage) + 1, 1)[0];
    const made = edit.add("stages", { at, colour: step.colour }, { title: step.title });
    edit.set("steps", key, { stage: made, colour: undefined });
    return made;
  });
  return {
    announce: saidOf(desk, "turned", "stage", step.title),
    select: selectRecords("stages", [fresh]),
  };
}

/** Makes a stage a step of the stage before it; its own steps follow. */
export function turnStageIntoStep(desk: Desk, key: Key): Result {
  const { document } = desk;
  const { stages } = document.snapshot;
  const index = stages.findIndex((one) => one.key === key);
  const [stage, before] = [stages[index], stages[index - 1]];
  if (!stage || !before) return undefined;
  const step = document.edit("stage.to-step", (edit) => {
    const { snapshot } = document;
    const there = before.steps.length > 0 ? before.steps : [turnColumnIntoStep(edit, snapshot, before)];
    const made = turnColumnIntoStep(edit, snapshot, stage).key;
    const positions = edit.positions("steps", there, there.length, stage.steps.length + 1);
    const all = [made, ...stage.steps.map((one) => one.key)];
    for (const [at, one] of all.entries()) edit.set("steps", one, { stage: before.key, at: positions[at] });
    redirect(edit, document.snapshot, key, made);
    edit.remove("stages", key);
    return made;
  });
  return {
    announce: saidOf(desk, "turned", "step", stage.title),
    select: selectRecords("steps", [step]),
  };
}

/** Takes everything of a place out of the document. */
function removePlace(edit: Edit, snapshot: MapSnapshot, place: Stage | Step): void {
  const isStage = "steps" in place;
  if (isStage) for (const step of place.steps) removePlace(edit, snapshot, step);
  else for (const touchpoint of place.touchpoints) edit.remove("touchpoints", touchpoint.key);
  for (const items of Object.values(place.cells)) for (const item of items) edit.remove("items", item.key);
  for (const barrier of place.barriers) {
    for (const idea of barrier.ideas) edit.remove("ideas", idea.key);
    edit.remove("barriers", barrier.key);
  }
  for (const persona of Object.keys(place.emotion)) edit.removeEmotion(place.key, persona);
  for (const { key, from, to } of snapshot.transitions) {
    if (from === place.key || to === place.key) edit.remove("transitions", key);
  }
  for (const target of snapshot.targets) if (target.step === place.key) edit.remove("targets", target.key);
  edit.remove(isStage ? "stages" : "steps", place.key);
}

/** Cells, emotions and barriers of a place go to another, behind what stands there. */
function moveContents(edit: Edit, from: Stage | Step, to: Key, onto?: Stage | Step): void {
  for (const [lane, items] of Object.entries(from.cells)) {
    const there = onto?.cells[lane] ?? [];
    const positions = edit.positions("items", there, there.length, items.length);
    for (const [at, item] of items.entries()) edit.set("items", item.key, { place: to, at: positions[at] });
  }
  const there = onto?.barriers ?? [];
  const positions = edit.positions("barriers", there, there.length, from.barriers.length);
  for (const [at, barrier] of from.barriers.entries())
    edit.set("barriers", barrier.key, { place: to, at: positions[at] });
  for (const [persona, { claimed, wished, icon, word, evidence }] of Object.entries(from.emotion)) {
    if (!onto?.emotion[persona]) {
      edit.setEmotion(to, persona, { claimed, wished, icon, felt: true });
      edit.writeText(`${to}/${persona}`, "word", word);
      edit.citeEmotion(to, persona, evidence);
    }
    edit.removeEmotion(from.key, persona);
  }
}

/** A stage that was a column of its own gets that column as its first step. */
export function turnColumnIntoStep(edit: Edit, snapshot: MapSnapshot, stage: Stage): Sibling {
  const at = edit.positions("steps", stage.steps, 0, 1)[0] as string;
  const key = edit.add("steps", { at, stage: stage.key, moment: stage.moment }, { title: stage.title });
  moveContents(edit, stage, key);
  edit.set("stages", stage.key, { moment: undefined });
  redirectTargets(edit, snapshot, stage.key, key);
  return { key, at };
}

/** What is left of the second place after its contents moved: its title, its moment, what refers to it. */
function joinInto(
  edit: Edit,
  snapshot: MapSnapshot,
  table: PlaceTable,
  first: Stage | Step,
  second: Stage | Step,
): void {
  const join = (one: Text | undefined, other: Text | undefined) =>
    one && other ? joinTexts(one, other, " / ", snapshot.head.language) : (one ?? other);
  edit.writeText(first.key, "title", join(first.title, second.title), table);
  edit.set(table, first.key, { moment: first.moment ?? second.moment });
  if ("goal" in first || "goal" in second) {
    edit.writeText(first.key, "goal", join((first as Stage).goal, (second as Stage).goal), table);
  }
  if ("success" in first || "success" in second) {
    edit.writeText(first.key, "success", join((first as Step).success, (second as Step).success), table);
  }
  redirect(edit, snapshot, second.key, first.key);
  edit.remove(table, second.key);
}

/** Transitions and targets of a place that goes lead to another; a transition to itself is none. */
function redirect(edit: Edit, snapshot: MapSnapshot, gone: Key, kept: Key): void {
  for (const { key, from, to } of snapshot.transitions) {
    if (from !== gone && to !== gone) continue;
    const [begin, end] = [from === gone ? kept : from, to === gone ? kept : to];
    if (begin === end && from !== to) edit.remove("transitions", key);
    else edit.set("transitions", key, { from: begin, to: end });
  }
  redirectTargets(edit, snapshot, gone, kept);
}

function redirectTargets(edit: Edit, snapshot: MapSnapshot, from: Key, to: Key): void {
  for (const target of snapshot.targets) {
    if (target.step === from) edit.set("targets", target.key, { step: to });
  }
}

function setOnEach(
  desk: Desk,
  table: PlaceTable | "lanes",
  keys: readonly Key[],
  values: Parameters<Edit["set"]>[2],
  verb: Verb,
): Result {
  const { places, lanes } = lookup(desk.document.snapshot);
  const there = keys
    .map((key) => (table === "lanes" ? lanes : places).get(key))
    .filter((one) => one !== undefined);
  const [first] = there;
  if (!first) return undefined;
  desk.document.edit(`${table}.set`, (edit) => {
    for (const one of there) edit.set(table, one.key, values);
  });
  const what = table === "lanes" ? "lane" : THING[table];
  return {
    announce: saidOf(desk, verb, what, there.length === 1 ? first.title : undefined, { count: there.length }),
  };
}

function made(desk: Desk, table: PlaceTable, key: Key, title: Text): Result {
  return {
    announce: saidOf(desk, "added", THING[table], title),
    select: selectRecords(table, [key]),
    edit: { owner: key, field: "title" },
  };
}
