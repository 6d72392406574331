/** Moving what is selected by one place: the way without dragging. */

import { visibleColumns } from "../derived";
import { type CardRef, cardsOf, cellOf, moveCards, tableIn as tableInCell } from "../edits/cards";
import { doToEach, saidOfMany } from "../edits/desk";
import { moveLane, moveLanes } from "../edits/lanes";
import { moveStage, moveStages, moveStep, moveSteps } from "../edits/places";
import { lookup } from "../lookup";
import type { Sibling } from "../order";
import type { Cell } from "../selection";
import type { Key, Stage } from "../types";
import { type Action, type ActionContext, action, type Outcome } from "./action";
import { cardsIn, cellIn, keysIn, tableIn } from "./selected";

type Delta = -1 | 1;

/** The index among the others at which some siblings stand once they have gone one place on; none at the edge. */
function besides(all: readonly Sibling[], keys: readonly Key[], delta: Delta): number | undefined {
  const places = all.flatMap(({ key }, at) => (keys.includes(key) ? [at] : []));
  const edge = delta < 0 ? places[0] : places.at(-1);
  if (edge === undefined) return undefined;
  const to = all.slice(0, edge).filter(({ key }) => !keys.includes(key)).length + delta;
  return to < 0 || to > all.length - places.length ? undefined : to;
}

function moveStagesBy(context: ActionContext, keys: readonly Key[], delta: Delta): Outcome | undefined {
  const to = besides(context.snapshot.stages, keys, delta);
  return to === undefined ? undefined : moveStages(context, keys, to);
}

/** The stage of the selected steps; none if they are of several. */
function stageOfSteps(context: ActionContext): Stage | undefined {
  const { steps, stages } = lookup(context.snapshot);
  const [stage, ...more] = new Set(keysIn(context, "steps").map((key) => steps.get(key)?.stage));
  return more.length === 0 && stage !== undefined ? stages.get(stage) : undefined;
}

/** At the end of their stage steps go on into the next. */
function moveStepsBy(context: ActionContext, keys: readonly Key[], delta: Delta): Outcome | undefined {
  const { stages } = context.snapshot;
  const stage = stageOfSteps(context);
  if (!stage) return undefined;
  const to = besides(stage.steps, keys, delta);
  if (to !== undefined) return moveSteps(context, keys, stage.key, to);
  const next = stages[stages.indexOf(stage) + delta];
  const inOrder = stage.steps.flatMap(({ key }) => (keys.includes(key) ? [key] : []));
  return next && moveSteps(context, inOrder, next.key, delta > 0 ? 0 : next.steps.length);
}

/** The nearest cell in a direction that can hold the cards. */
function cellBeside(
  context: ActionContext,
  cell: Cell,
  columns: Delta | 0,
  rows: Delta | 0,
): Cell | undefined {
  const { snapshot } = context;
  const places = visibleColumns(snapshot).map((column) => column.place.key);
  const lanes = snapshot.lanes.filter((lane) => !lane.hidden).map((lane) => lane.key);
  let [x, y] = [places.indexOf(cell.place) + columns, lanes.indexOf(cell.lane) + rows];
  for (; places[x] !== undefined && lanes[y] !== undefined; x += columns, y += rows) {
    const beside = { place: places[x] as Key, lane: lanes[y] as Key };
    if (tableInCell(snapshot, beside)) return beside;
  }
  return undefined;
}

/** The selected cards by the cells they stand in. An idea goes with its barrier where that is selected too. */
function cardsByCell(context: ActionContext): { cell: Cell; refs: CardRef[] }[] {
  const { ideas } = lookup(context.snapshot);
  const all = cardsIn(context);
  const isChosen = (key: Key | undefined) => all.some((ref) => ref.key === key);
  const groups = new Map<string, { cell: Cell; refs: CardRef[] }>();
  for (const ref of all.filter(({ key }) => !isChosen(ideas.get(key)?.barrier.key))) {
    const cell = cellOf(context.snapshot, ref);
    if (!cell) continue;
    const name = `${cell.place}/${cell.lane}`;
    const group = groups.get(name) ?? { cell, refs: [] };
    group.refs.push(ref);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** All go the same way, or none does. */
function moveCardsAcross(context: ActionContext, columns: Delta | 0, rows: Delta | 0): Outcome | undefined {
  const moves = cardsByCell(context).map(({ cell, refs }) => ({
    refs,
    beside: cellBeside(context, cell, columns, rows),
  }));
  if (moves.some(({ beside }) => !beside)) return undefined;
  const moved = doToEach(context, "card.move", moves, ({ refs, beside }) =>
    beside ? moveCards(context, refs, beside) : undefined,
  );
  if (!moved || moves.length === 1) return moved;
  const count = moved.select?.records.length ?? 0;
  return { ...moved, announce: saidOfMany("moved", "card", count) };
}

/** Within its cell a card goes past its neighbour; at the edge it goes on into the next lane. */
function moveCardsBy(context: ActionContext, delta: Delta): Outcome | undefined {
  const [only, ...more] = cardsByCell(context);
  if (!only) return undefined;
  if (more.length > 0) return moveCardsAcross(context, 0, delta);
  const { cell, refs } = only;
  const chosen = new Set(refs.map((ref) => ref.key));
  const cards = cardsOf(context.snapshot, cell);
  const places = cards.flatMap((card, at) => (chosen.has(card.record.key) ? [at] : []));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const isAtEdge = places.length === 0 || (delta < 0 ? first === 0 : last === cards.length - 1);
  if (isAtEdge) return moveCardsAcross(context, 0, delta);
  return moveCards(context, refs, cell, delta < 0 ? first - 1 : last + 2);
}

function moveSideways(context: ActionContext, delta: Delta): Outcome | undefined {
  const table = tableIn(context);
  if (table === "stages") return moveStagesBy(context, keysIn(context, table), delta);
  if (table === "steps") return moveStepsBy(context, keysIn(context, table), delta);
  return moveCardsAcross(context, delta, 0);
}

function moveUpOrDown(context: ActionContext, delta: Delta): Outcome | undefined {
  const keys = keysIn(context, "lanes");
  if (keys.length === 0) return moveCardsBy(context, delta);
  const to = besides(context.snapshot.lanes, keys, delta);
  return to === undefined ? undefined : moveLanes(context, keys, to);
}

const isColumn = (context: ActionContext) => ["stages", "steps"].includes(tableIn(context) ?? "");
const isRow = (context: ActionContext) => tableIn(context) === "lanes";
const hasCards = (context: ActionContext) => cardsIn(context).length > 0 && cellIn(context) !== undefined;
// Steps of several stages have no order among each other.
const isOneRun = (context: ActionContext) =>
  tableIn(context) !== "steps" || stageOfSteps(context) !== undefined;

export const moveActions: readonly Action[] = [
  action({
    id: "move-left",
    group: "common",
    icon: "IconArrowLeft",
    keys: ["alt+ArrowLeft"],
    appliesTo: (context) => isColumn(context) || hasCards(context),
    isEnabled: isOneRun,
    run: (context) => moveSideways(context, -1),
  }),
  action({
    id: "move-right",
    group: "common",
    icon: "IconArrowRight",
    keys: ["alt+ArrowRight"],
    appliesTo: (context) => isColumn(context) || hasCards(context),
    isEnabled: isOneRun,
    run: (context) => moveSideways(context, 1),
  }),
  action({
    id: "move-up",
    group: "common",
    icon: "IconArrowUp",
    keys: ["alt+ArrowUp"],
    appliesTo: (context) => isRow(context) || hasCards(context),
    run: (context) => moveUpOrDown(context, -1),
  }),
  action({
    id: "move-down",
    group: "common",
    icon: "IconArrowDown",
    keys: ["alt+ArrowDown"],
    appliesTo: (context) => isRow(context) || hasCards(context),
    run: (context) => moveUpOrDown(context, 1),
  }),
  action({
    id: "move-to",
    group: "common",
    icon: "IconArrowsMove",
    asks: { kind: "number" },
    appliesTo: (context) => isColumn(context) || isRow(context),
    isEnabled: (context) => context.selection.records.length === 1,
    run: (context, argument) => moveTo(context, Number(argument) - 1),
  }),
];

/** Moves a stage, step or lane to a number among its siblings. */
function moveTo(context: ActionContext, index: number): Outcome | undefined {
  const table = tableIn(context);
  const [key] = table ? keysIn(context, table) : [];
  if (key === undefined || !Number.isInteger(index)) return undefined;
  if (table === "stages") return moveStage(context, key, index);
  if (table === "lanes") return moveLane(context, key, index);
  const step = lookup(context.snapshot).steps.get(key);
  return step && moveStep(context, key, step.stage, index);
}
