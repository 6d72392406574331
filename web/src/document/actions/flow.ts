/** Moments of truth and transitions. */

import { addTransition, setMoment, setTransition } from "../edits/flow";
import { MOMENTS, TRANSITION_KINDS } from "../schema";
import { type Action, type ActionContext, action, choice, keysOf, oneOf } from "./action";
import { keysIn, oneIn, placeIn } from "./selected";

const chosen = (context: ActionContext) => oneIn(context, "transitions");

function places(context: ActionContext): string[] {
  const keys = [...keysIn(context, "stages"), ...keysIn(context, "steps")];
  const place = placeIn(context);
  return keys.length > 0 ? keys : place ? [place.key] : [];
}

export const flowActions: readonly Action[] = [
  action({
    id: "moment-set",
    group: "moment",
    icon: "IconSparkles",
    asks: choice("moment", MOMENTS),
    appliesTo: (context) => places(context).length > 0,
    run: (context, argument) => {
      const moment = oneOf(MOMENTS, argument);
      return moment && setMoment(context, places(context), moment);
    },
  }),
  action({
    id: "moment-clear",
    group: "moment",
    icon: "IconX",
    appliesTo: (context) => placeIn(context)?.moment !== undefined,
    run: (context) => setMoment(context, places(context), undefined),
  }),
  action({
    id: "transition-add",
    group: "transition",
    icon: "IconArrowCurveRight",
    asks: { kind: "records", table: "places" },
    appliesTo: (context) => placeIn(context) !== undefined,
    run: (context, argument) => {
      const [from, [to]] = [placeIn(context), keysOf(argument)];
      return from && to !== undefined ? addTransition(context, from.key, to) : undefined;
    },
  }),
  action({
    id: "transition-kind",
    group: "transition",
    icon: "IconRoute",
    asks: choice("transition", TRANSITION_KINDS),
    appliesTo: (context) => chosen(context) !== undefined,
    run: (context, argument) => {
      const kind = oneOf(TRANSITION_KINDS, argument);
      return kind && setTransition(context, chosen(context) ?? "", { kind });
    },
  }),
];
