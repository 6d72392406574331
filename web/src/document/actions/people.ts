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
import { oneIn } from "./selected";

const persona = (context: ActionContext) => oneIn(context, "personas");
const evidence = (context: ActionContext) => oneIn(context, "evidence");

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
    appliesTo: (context) => persona(context) !== undefined,
    run: (context, argument) => {
      const list = oneOf(PORTRAIT_LISTS, argument);
      return list && addTrait(context, persona(context) ?? "", list);
    },
  }),
  action({
    id: "persona-picture",
    group: "persona",
    icon: "IconPhoto",
    asks: { kind: "picture" },
    appliesTo: (context) => persona(context) !== undefined,
    run: (context, argument) => setPersona(context, persona(context) ?? "", { picture: textOf(argument) }),
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
    appliesTo: (context) => evidence(context) !== undefined,
    run: (context, argument) => setEvidence(context, evidence(context) ?? "", values(argument)),
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
