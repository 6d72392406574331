/** Barriers and ideas. */

import {
  addBarrier,
  addIdea,
  type IdeaValues,
  setCriticality,
  setIdeas,
  setOfBarrier,
} from "../edits/barriers";
import { lookup } from "../lookup";
import { IDEA_STATUSES } from "../schema";
import type { Idea } from "../types";
import {
  type Action,
  type ActionContext,
  type Asks,
  action,
  choice,
  keysOf,
  type Outcome,
  oneOf,
  shared,
  textOf,
} from "./action";
import { keysIn, placeIn } from "./selected";

const SCORES = ["1", "2", "3", "4", "5"] as const;
const SCORE: Asks = choice("score", SCORES);

const barriers = (context: ActionContext) => keysIn(context, "barriers");
const ideas = (context: ActionContext) => keysIn(context, "ideas");

const barrierOf = (context: ActionContext, key = "") => lookup(context.snapshot).barriers.get(key)?.barrier;

/** A score as the word that is chosen for it. */
const spelled = (score: number | undefined) => score?.toString();

/** The score chosen; undefined takes it away. */
function score(argument: unknown): number | undefined {
  const chosen = oneOf(SCORES, String(argument));
  return chosen === undefined ? undefined : Number(chosen);
}

/** The barrier under which an idea goes: the selected one, that of the selected idea, the last one of the column. */
function barrierFor(context: ActionContext): string | undefined {
  const [barrier] = barriers(context);
  const [idea] = ideas(context);
  const beside = idea === undefined ? undefined : lookup(context.snapshot).ideas.get(idea)?.barrier.key;
  return barrier ?? beside ?? placeIn(context)?.barriers.at(-1)?.key;
}

function ideaAction(
  id: string,
  icon: string,
  asks: Asks,
  current: (idea: Idea) => unknown,
  values: (argument: unknown) => IdeaValues,
): Action {
  const there = (context: ActionContext) =>
    ideas(context).flatMap((key) => lookup(context.snapshot).ideas.get(key)?.idea ?? []);
  return action({
    id,
    group: "idea",
    icon,
    asks,
    current: (context) => shared(there(context).map(current)),
    isClearable: id !== "idea-status",
    appliesTo: (context) => ideas(context).length > 0,
    run: (context, argument) => setIdeas(context, ideas(context), values(argument)),
  });
}

function barrierSet(id: string, icon: string, set: "personas" | "touchpoints"): Action {
  return action({
    id,
    group: "barrier",
    icon,
    asks: { kind: "records", table: set },
    current: (context) => barrierOf(context, barriers(context)[0])?.[set],
    isClearable: true,
    appliesTo: (context) => barriers(context).length === 1,
    run: (context, argument): Outcome | undefined =>
      setOfBarrier(context, barriers(context)[0] ?? "", set, keysOf(argument)),
  });
}

export const barrierActions: readonly Action[] = [
  action({
    id: "barrier-add",
    group: "barrier",
    icon: "IconAlertTriangle",
    appliesTo: (context) => placeIn(context) !== undefined,
    run: (context) => addBarrier(context, placeIn(context)?.key ?? ""),
  }),
  action({
    id: "barrier-criticality",
    group: "barrier",
    icon: "IconGauge",
    asks: SCORE,
    current: (context) =>
      spelled(shared(barriers(context).map((key) => barrierOf(context, key)?.criticality))),
    isClearable: true,
    appliesTo: (context) => barriers(context).length > 0,
    run: (context, argument) => setCriticality(context, barriers(context), score(argument)),
  }),
  barrierSet("barrier-personas", "IconUsers", "personas"),
  barrierSet("barrier-touchpoints", "IconHandClick", "touchpoints"),
  action({
    id: "idea-add",
    group: "idea",
    icon: "IconBulb",
    appliesTo: (context) => placeIn(context) !== undefined || barriers(context).length > 0,
    isEnabled: (context) => barrierFor(context) !== undefined,
    run: (context) => addIdea(context, barrierFor(context) ?? ""),
  }),
  ideaAction(
    "idea-design",
    "IconRuler",
    SCORE,
    ({ design }) => spelled(design),
    (argument) => ({ design: score(argument) }),
  ),
  ideaAction(
    "idea-development",
    "IconCode",
    SCORE,
    ({ development }) => spelled(development),
    (argument) => ({ development: score(argument) }),
  ),
  ideaAction(
    "idea-status",
    "IconProgressCheck",
    choice("idea-status", IDEA_STATUSES),
    ({ status }) => status,
    (argument) => ({
      status: oneOf(IDEA_STATUSES, argument),
    }),
  ),
  ideaAction(
    "idea-owner",
    "IconUser",
    { kind: "text" },
    ({ owner }) => owner,
    (argument) => ({ owner: textOf(argument) }),
  ),
  ideaAction(
    "idea-touchpoint",
    "IconHandClick",
    { kind: "records", table: "touchpoints", isSingle: true },
    ({ touchpoint }) => touchpoint,
    (argument) => ({
      touchpoint: keysOf(argument)[0],
    }),
  ),
];
