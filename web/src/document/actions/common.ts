/** Commands that mean the same for whatever is selected: rename, duplicate, remove, move, hide, colour. */

import { duplicateCards, removeCards } from "../edits/cards";
import { doToEach, saidOf } from "../edits/desk";
import { removeEmotion } from "../edits/emotions";
import { emptyCells, meansCells } from "../edits/emptying";
import { removeTransitions } from "../edits/flow";
import { canMergeLanes, duplicateLane, mergeLanes, removeLanes } from "../edits/lanes";
import { removeEvidence, removePersonas } from "../edits/people";
import { duplicatePlace, mergeStages, mergeSteps, removePlaces, setColour, setHidden } from "../edits/places";
import { lookup } from "../lookup";
import { TITLE_FIELD } from "../schema";
import { colour } from "../values";
import { type Action, type ActionContext, action, type Outcome, shared, textOf } from "./action";
import { moveActions } from "./move";
import { cardsIn, emotionIn, keysIn, tableIn } from "./selected";

type Hideable = "stages" | "steps" | "lanes";

function hideable(context: ActionContext): Hideable | undefined {
  const table = tableIn(context);
  return table === "stages" || table === "steps" || table === "lanes" ? table : undefined;
}

function isHidden(context: ActionContext): boolean[] {
  const { places, lanes } = lookup(context.snapshot);
  const table = hideable(context);
  if (!table) return [];
  return keysIn(context, table).map((key) => (places.get(key) ?? lanes.get(key))?.hidden ?? false);
}

function rename(context: ActionContext): Outcome | undefined {
  const [record] = context.selection.records;
  if (!record || !(record.table in TITLE_FIELD)) return undefined;
  const field = TITLE_FIELD[record.table as keyof typeof TITLE_FIELD];
  const announce = saidOf(context, "editing", "card");
  return { announce, edit: { owner: record.key, field } };
}

function duplicate(context: ActionContext): Outcome | undefined {
  const table = hideable(context);
  if (!table) return duplicateCards(context, cardsIn(context));
  const one = table === "lanes" ? duplicateLane : duplicatePlace;
  return doToEach(context, `${table}.duplicate`, keysIn(context, table), (key) => one(context, key));
}

function remove(context: ActionContext): Outcome | undefined {
  if (meansCells(context.selection)) return emptyCells(context, context.selection);
  const table = tableIn(context);
  const keys = table ? keysIn(context, table) : [];
  switch (table) {
    case "stages":
    case "steps":
      return removePlaces(context, keys);
    case "lanes":
      return removeLanes(context, keys);
    case "personas":
      return removePersonas(context, keys);
    case "evidence":
      return removeEvidence(context, keys);
    case "transitions":
      return removeTransitions(context, keys);
  }
  const cards = cardsIn(context);
  if (cards.length > 0) return removeCards(context, cards);
  const places = [...keysIn(context, "stages"), ...keysIn(context, "steps")];
  if (places.length > 0) return removePlaces(context, places);
  const emotion = emotionIn(context);
  return emotion && removeEmotion(context, emotion);
}

function canMerge(context: ActionContext): boolean {
  const { snapshot } = context;
  const table = tableIn(context);
  const [key] = table ? keysIn(context, table) : [];
  if (table === "stages")
    return snapshot.stages.findIndex((one) => one.key === key) < snapshot.stages.length - 1;
  if (table === "lanes") {
    const index = snapshot.lanes.findIndex((one) => one.key === key);
    const lane = snapshot.lanes[index];
    return lane !== undefined && canMergeLanes(lane, snapshot.lanes[index + 1]);
  }
  const { steps, stages } = lookup(snapshot);
  const step = steps.get(key ?? "");
  return step !== undefined && stages.get(step.stage)?.steps.at(-1) !== step;
}

function merge(context: ActionContext): Outcome | undefined {
  const table = hideable(context);
  const [key] = table ? keysIn(context, table) : [];
  if (!table || key === undefined) return undefined;
  return { stages: mergeStages, steps: mergeSteps, lanes: mergeLanes }[table](context, key);
}

export const commonActions: readonly Action[] = [
  action({
    id: "rename",
    group: "common",
    icon: "IconPencil",
    keys: ["F2"],
    appliesTo: ({ selection }) =>
      selection.records.length === 1 && selection.records.every((record) => record.table in TITLE_FIELD),
    run: rename,
  }),
  action({
    id: "duplicate",
    group: "common",
    icon: "IconCopyPlus",
    keys: ["mod+D"],
    appliesTo: (context) => hideable(context) !== undefined || cardsIn(context).length > 0,
    run: duplicate,
  }),
  ...moveActions,
  action({
    id: "merge",
    group: "common",
    icon: "IconArrowMerge",
    appliesTo: (context) => hideable(context) !== undefined && context.selection.records.length === 1,
    isEnabled: canMerge,
    run: merge,
  }),
  action({
    id: "hide",
    group: "common",
    icon: "IconEyeOff",
    appliesTo: (context) => isHidden(context).includes(false),
    run: (context) => {
      const table = hideable(context);
      return table && setHidden(context, table, keysIn(context, table), true);
    },
  }),
  action({
    id: "show",
    group: "common",
    icon: "IconEye",
    appliesTo: (context) => isHidden(context).includes(true),
    run: (context) => {
      const table = hideable(context);
      return table && setHidden(context, table, keysIn(context, table), false);
    },
  }),
  action({
    id: "colour",
    group: "common",
    icon: "IconPalette",
    asks: { kind: "colour" },
    current: (context) => {
      const table = hideable(context);
      return (
        table && shared(keysIn(context, table).map((key) => lookup(context.snapshot)[table].get(key)?.colour))
      );
    },
    isClearable: true,
    appliesTo: (context) => hideable(context) !== undefined,
    run: (context, argument) => {
      const table = hideable(context);
      const wanted = textOf(argument);
      return table && setColour(context, table, keysIn(context, table), wanted && colour(wanted));
    },
  }),
  action({
    id: "remove",
    group: "common",
    icon: "IconTrash",
    keys: ["Delete", "Backspace"],
    appliesTo: ({ selection }) =>
      selection.records.length + selection.cells.length + (selection.texts?.length ?? 0) > 0 ||
      selection.emotion !== undefined,
    run: remove,
  }),
];
