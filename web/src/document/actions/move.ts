/** Moving what is selected by one place: the way without dragging. */

import { visibleColumns } from "../derived";
import { cardsOf, moveCards, tableIn as tableInCell } from "../edits/cards";
import { moveLane } from "../edits/lanes";
import { moveStage, moveStep } from "../edits/places";
import { lookup } from "../lookup";
import type { Cell } from "../selection";
import type { Key } from "../types";
import { type Action, type ActionContext, action, type Outcome } from "./action";
import { cardsIn, cellIn, keysIn, tableIn } from "./selected";

type Delta = -1 | 1;

function moveStageBy(context: ActionContext, key: Key, delta: Delta): Outcome | undefined {
  const { stages } = context.snapshot;
  const to = stages.findIndex((stage) => stage.key === key) + delta;
  return to < 0 || to >= stages.length ? undefined : moveStage(context, key, to);
}

/** At the end of its stage a step goes on into the next. */
function moveStepBy(context: ActionContext, key: Key, delta: Delta): Outcome | undefined {
  const { stages } = context.snapshot;
  const step = lookup(context.snapshot).steps.get(key);
  const at = stages.findIndex((stage) => stage.key === step?.stage);
  const stage = stages[at];
  if (!step || !stage) return undefined;
  const to = stage.steps.indexOf(step) + delta;
  if (to >= 0 && to < stage.steps.length) return moveStep(context, key, stage.key, to);
  const next = stages[at + delta];
  return next && moveStep(context, key, next.key, delta > 0 ? 0 : next.steps.length);
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

function moveCardsAcross(context: ActionContext, columns: Delta | 0, rows: Delta | 0): Outcome | undefined {
  const cell = cellIn(context);
  const beside = cell && cellBeside(context, cell, columns, rows);
  return beside && moveCards(context, cardsIn(context), beside);
}

/** Within its cell a card goes past its neighbour; at the edge it goes on into the next lane. */
function moveCardsBy(context: ActionContext, delta: Delta): Outcome | undefined {
  const cell = cellIn(context);
  if (!cell) return undefined;
  const refs = cardsIn(context);
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
  const [key] = table ? keysIn(context, table) : [];
  if (table === "stages" && key !== undefined) return moveStageBy(context, key, delta);
  if (table === "steps" && key !== undefined) return moveStepBy(context, key, delta);
  return moveCardsAcross(context, delta, 0);
}

function moveUpOrDown(context: ActionContext, delta: Delta): Outcome | undefined {
  const [lane] = keysIn(context, "lanes");
  if (lane === undefined) return moveCardsBy(context, delta);
  const { lanes } = context.snapshot;
  const to = lanes.findIndex((one) => one.key === lane) + delta;
  return to < 0 || to >= lanes.length ? undefined : moveLane(context, lane, to);
}

const isColumn = (context: ActionContext) => ["stages", "steps"].includes(tableIn(context) ?? "");
const isRow = (context: ActionContext) => tableIn(context) === "lanes";
const hasCards = (context: ActionContext) => cardsIn(context).length > 0 && cellIn(context) !== undefined;

export const moveActions: readonly Action[] = [
  action({
    id: "move-left",
    group: "common",
    icon: "IconArrowLeft",
    keys: ["alt+ArrowLeft"],
    appliesTo: (context) => isColumn(context) || hasCards(context),
    run: (context) => moveSideways(context, -1),
  }),
  action({
    id: "move-right",
    group: "common",
    icon: "IconArrowRight",
    keys: ["alt+ArrowRight"],
    appliesTo: (context) => isColumn(context) || hasCards(context),
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
