import type { Metric } from "@/document/types";
import type { Numbers } from "../state/numbers";
import type { MeasuredStep } from "./measurement";

/** The measured value of a metric; none where it was not measured. */
export function metricOf(metric: Metric, step: MeasuredStep): number | null {
  switch (metric) {
    case "audience":
      return step.travellers;
    case "emotion":
      return step.emotion_measured;
    default:
      return step[metric];
  }
}

/** A value of a metric as it is read. */
export function metricWritten(metric: Metric, value: number, numbers: Numbers): string {
  switch (metric) {
    case "audience":
      return numbers.count(value);
    case "median_seconds_to_next":
      return numbers.duration(value);
    case "emotion":
      return numbers.signed(value);
    default:
      return numbers.percent(value, Number.isInteger(Math.round(value * 1000) / 10) ? 0 : 1);
  }
}
