/** Personas and evidence. */

import {
  addEvidence,
  addPersona,
  addTrait,
  type EvidenceValues,
  setEvidence,
  setPersona,
} from "../edits/people";
import { EVIDENCE_KINDS, EVIDENCE_WHO, PORTRAIT_LISTS } from "../schema";
import { date } from "../values";
import { type Action, type ActionContext, type Asks, action, choice, oneOf, textOf } from "./action";
import { keysIn } from "./selected";

const personas = (context: ActionContext) => keysIn(context, "personas");
const evidence = (context: ActionContext) => keysIn(context, "evidence");

export const personaActions: readonly Action[] = [
  action({
    id: "persona-add",
    group: "persona",
    icon: "IconUserPlus",
    run: (context) => addPersona(context),
  }),
  action({
    id: "persona-trait",
    group: "persona",
    icon: "IconListDetails",
    asks: choice("portrait", PORTRAIT_LISTS),
    appliesTo: (context) => personas(context).length === 1,
    run: (context, argument) => {
      const list = oneOf(PORTRAIT_LISTS, argument);
      return list && addTrait(context, personas(context)[0] ?? "", list);
    },
  }),
  action({
    id: "persona-picture",
    group: "persona",
    icon: "IconPhoto",
    asks: { kind: "picture" },
    appliesTo: (context) => personas(context).length === 1,
    run: (context, argument) =>
      setPersona(context, personas(context)[0] ?? "", { picture: textOf(argument) }),
  }),
];

function evidenceAction(
  id: string,
  icon: string,
  asks: Asks,
  values: (argument: unknown) => EvidenceValues,
): Action {
  return action({
    id,
    group: "evidence",
    icon,
    asks,
    appliesTo: (context) => evidence(context).length === 1,
    run: (context, argument) => setEvidence(context, evidence(context)[0] ?? "", values(argument)),
  });
}

export const evidenceActions: readonly Action[] = [
  action({
    id: "evidence-add",
    group: "evidence",
    icon: "IconBookmarkPlus",
    run: (context) => addEvidence(context),
  }),
  evidenceAction("evidence-kind", "IconCategory", choice("evidence", EVIDENCE_KINDS), (argument) => ({
    kind: oneOf(EVIDENCE_KINDS, argument),
  })),
  evidenceAction("evidence-who", "IconUsers", choice("who", EVIDENCE_WHO), (argument) => ({
    who: oneOf(EVIDENCE_WHO, argument),
  })),
  evidenceAction("evidence-date", "IconCalendar", { kind: "date" }, (argument) => ({
    date: date(textOf(argument) ?? ""),
  })),
  evidenceAction("evidence-link", "IconLink", { kind: "text" }, (argument) => ({ link: textOf(argument) })),
];
