/** Every command of the editor, in the order of the palette. */

import type { Action, ActionContext } from "./action";
import { barrierActions } from "./barrier";
import { cardActions } from "./card";
import { commonActions } from "./common";
import { emotionActions } from "./emotion";
import { flowActions } from "./flow";
import { headActions } from "./head";
import { historyActions } from "./history";
import { laneActions } from "./lane";
import { evidenceActions, personaActions } from "./people";
import { stageActions, stepActions } from "./stage";
import { targetActions } from "./target";
import { touchpointActions } from "./touchpoint";

export type { Action, ActionContext, Asks, Group, Outcome, Words } from "./action";

export const ACTIONS: readonly Action[] = [
  ...historyActions,
  ...emotionActions,
  ...commonActions,
  ...cardActions,
  ...stageActions,
  ...stepActions,
  ...laneActions,
  ...touchpointActions,
  ...flowActions,
  ...targetActions,
  ...barrierActions,
  ...personaActions,
  ...evidenceActions,
  ...headActions,
];

/** The commands that belong to what is selected. Where two share a shortcut, the first one takes it. */
export function actionsFor(context: ActionContext): readonly Action[] {
  return ACTIONS.filter((one) => one.appliesTo(context));
}
