/** Targets: what is wanted of the numbers of a step. */

import { addTarget, removeTarget, setTarget, type TargetValues, targetsOn } from "../edits/flow";
import { lookup } from "../lookup";
import { METRICS, metricRange } from "../schema";
import type { Stage, Step, Target } from "../types";
import { clamp, duration, number } from "../values";
import { type Action, type ActionContext, action, keysOf, oneOf, textOf } from "./action";
import { placeIn } from "./selected";

/** What a question for a target is answered with. */
export interface TargetAnswer extends TargetValues {
  /** The target that is changed. */
  readonly key?: string;
}

/** The step, or the stage without steps, that is selected or in which something is. */
function columnIn(context: ActionContext): Stage | Step | undefined {
  const key = placeIn(context)?.key;
  return lookup(context.snapshot).columns.find(({ place }) => place.key === key) && placeIn(context);
}

function targetsIn(context: ActionContext): readonly Target[] {
  return targetsOn(context.snapshot, columnIn(context)?.key);
}

/** An argument that says what is wanted; none otherwise. */
function wantedOf(argument: unknown): TargetAnswer | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  const { key, metric: named, bound, alertAfter } = argument as Record<string, unknown>;
  const metric = oneOf(METRICS, named);
  const [side, value] = Object.entries(bound ?? {})[0] ?? [];
  const amount = number(value);
  if (!metric || amount === undefined || (side !== "atLeast" && side !== "atMost")) return undefined;
  const kept = clamp(amount, ...metricRange(metric));
  const after = duration(textOf(alertAfter) ?? "");
  return {
    metric,
    bound: side === "atLeast" ? { atLeast: kept } : { atMost: kept },
    ...(typeof key === "string" ? { key } : {}),
    ...(after ? { alertAfter: after } : {}),
  };
}

const hasSome = (context: ActionContext) => targetsIn(context).length > 0;

export const targetActions: readonly Action[] = [
  action({
    id: "target-set",
    group: "target",
    icon: "IconTargetArrow",
    asks: { kind: "target", isThere: false },
    appliesTo: (context) => columnIn(context) !== undefined,
    run: (context, argument) => {
      const [column, wanted] = [columnIn(context), wantedOf(argument)];
      return column && wanted && addTarget(context, column.key, wanted);
    },
  }),
  action({
    id: "target-change",
    group: "target",
    icon: "IconTarget",
    asks: { kind: "target", isThere: true },
    appliesTo: hasSome,
    run: (context, argument) => {
      const wanted = wantedOf(argument);
      const target = targetsIn(context).find((one) => one.key === wanted?.key);
      return wanted && target && setTarget(context, target.key, wanted);
    },
  }),
  action({
    id: "target-remove",
    group: "target",
    icon: "IconTargetOff",
    asks: { kind: "records", table: "targets" },
    appliesTo: hasSome,
    run: (context, argument) => {
      const keys = keysOf(argument);
      const target = targetsIn(context).find((one) => keys.includes(one.key));
      return target && removeTarget(context, target.key);
    },
  }),
];
