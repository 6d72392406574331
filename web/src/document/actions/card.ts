/** Cards: adding, citing evidence, becoming something else. Moving, duplicating and removing are common commands. */

import { addCard, citeOnCards, tableIn as tableInCell, turnCardsInto } from "../edits/cards";
import { citeOnEmotion } from "../edits/emotions";
import { setPicture } from "../edits/pictures";
import type { Key } from "../types";
import { type Action, type ActionContext, action, keysOf, type Outcome, textOf } from "./action";
import { cardsIn, cellIn, emotionIn, laneIn } from "./selected";

function cite(context: ActionContext, argument: unknown, isCited: boolean): Outcome | undefined {
  const evidence = keysOf(argument);
  const emotion = emotionIn(context);
  const cards = cardsIn(context);
  if (cards.length > 0) return citeOnCards(context, cards, evidence, isCited);
  return emotion && citeOnEmotion(context, emotion, evidence, isCited);
}

const isClaim = (context: ActionContext) =>
  cardsIn(context).some((ref) => ref.table !== "touchpoints") || emotionIn(context) !== undefined;
const canAdd = (context: ActionContext) => {
  const cell = cellIn(context);
  return cell !== undefined && tableInCell(context.snapshot, cell) !== undefined;
};
const turns = (context: ActionContext, table: string) =>
  cardsIn(context).some((ref) => ref.table !== table) && cellIn(context) !== undefined;

/** The one selected card, if it stands in a lane that shows pictures. */
function pictureIn(context: ActionContext): Key | undefined {
  const [card, ...more] = cardsIn(context);
  const isPicture = more.length === 0 && card?.table === "items" && laneIn(context)?.kind === "image";
  return isPicture ? card.key : undefined;
}

export const cardActions: readonly Action[] = [
  action({
    id: "card-add",
    group: "card",
    icon: "IconPlus",
    keys: ["shift+Enter"],
    appliesTo: (context) => cellIn(context) !== undefined,
    isEnabled: canAdd,
    run: (context) => {
      const cell = cellIn(context);
      return cell && addCard(context, cell);
    },
  }),
  action({
    id: "card-cite",
    group: "card",
    icon: "IconBookmarkPlus",
    asks: { kind: "records", table: "evidence" },
    appliesTo: isClaim,
    isEnabled: ({ snapshot }) => snapshot.evidence.length > 0,
    run: (context, argument) => cite(context, argument, true),
  }),
  action({
    id: "card-uncite",
    group: "card",
    icon: "IconBookmarkMinus",
    asks: { kind: "records", table: "evidence" },
    appliesTo: isClaim,
    isEnabled: ({ snapshot }) => snapshot.evidence.length > 0,
    run: (context, argument) => cite(context, argument, false),
  }),
  action({
    id: "card-picture",
    group: "card",
    icon: "IconPhoto",
    asks: { kind: "picture" },
    appliesTo: (context) => pictureIn(context) !== undefined,
    run: (context, argument) => {
      const [card, image] = [pictureIn(context), textOf(argument)];
      return card && image ? setPicture(context, card, image) : undefined;
    },
  }),
  action({
    id: "card-to-barrier",
    group: "card",
    icon: "IconAlertTriangle",
    appliesTo: (context) => turns(context, "barriers"),
    run: (context) => turnCardsInto(context, cardsIn(context), "barriers"),
  }),
  action({
    id: "card-to-touchpoint",
    group: "card",
    icon: "IconHandClick",
    appliesTo: (context) => turns(context, "touchpoints"),
    run: (context) => turnCardsInto(context, cardsIn(context), "touchpoints"),
  }),
  action({
    id: "card-to-step",
    group: "card",
    icon: "IconColumnInsertRight",
    appliesTo: (context) => turns(context, "steps"),
    run: (context) => turnCardsInto(context, cardsIn(context), "steps"),
  }),
];
