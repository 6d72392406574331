import type { TargetAnswer } from "@/document/actions/target";
import type { Metric, Target } from "@/document/types";
import { duration } from "@/document/values";

/** A target while it is written: its value may still be missing. */
export interface TargetDraft {
  readonly metric: Metric;
  readonly side: "at-least" | "at-most";
  /** In the metric's own unit. */
  readonly value: number | undefined;
  /** As it was typed. */
  readonly alertAfter: string;
}

/** Where most begin. */
export const FIRST_DRAFT: TargetDraft = {
  metric: "conversion_to_next",
  side: "at-least",
  value: undefined,
  alertAfter: "",
};

export function draftOf({ metric, atLeast, atMost, alertAfter }: Target): TargetDraft {
  return {
    metric,
    side: atLeast === undefined ? "at-most" : "at-least",
    value: atLeast ?? atMost,
    alertAfter: alertAfter ?? "",
  };
}

/** What the draft says; nothing while it says too little. */
export function answerOf(
  { metric, side, value, alertAfter }: TargetDraft,
  key?: string,
): TargetAnswer | undefined {
  const typed = alertAfter.trim();
  const after = typed === "" ? undefined : duration(typed);
  if (value === undefined || (typed !== "" && after === undefined)) return undefined;
  return {
    metric,
    bound: side === "at-least" ? { atLeast: value } : { atMost: value },
    ...(after ? { alertAfter: after } : {}),
    ...(key ? { key } : {}),
  };
}

/** The draft for another metric. A value in another unit would mean something else, so it is asked for anew. */
export function withMetric(draft: TargetDraft, metric: Metric): TargetDraft {
  const isSameUnit = unitOf(metric) === unitOf(draft.metric);
  // Of time it is mostly the most that is wanted, of all else the least.
  const side = unitOf(metric) === "seconds" ? "at-most" : "at-least";
  return isSameUnit ? { ...draft, metric } : { ...draft, metric, side, value: undefined };
}

/** The unit in which the values of a metric are written. */
export function unitOf(metric: Metric): "share" | "seconds" | "feeling" | "count" {
  switch (metric) {
    case "median_seconds_to_next":
      return "seconds";
    case "emotion":
      return "feeling";
    case "audience":
      return "count";
    default:
      return "share";
  }
}

const UNITS = [
  ["w", 604_800],
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
] as const;

/** Seconds as durations are typed: `2d`, `90s`. */
export function spelled(seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length && seconds % length === 0) ?? ["s", 1];
  return `${Math.round(seconds / length)}${unit}`;
}
