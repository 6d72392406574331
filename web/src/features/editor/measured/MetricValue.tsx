import { useWords } from "@/app/i18n";
import type { Metric } from "@/document/types";

import { useNumbers } from "../state/numbers";
import classes from "./measured.module.css";
import type { MeasuredStep } from "./measurement";

/** The measured value of a metric lane. */
export function MetricValue({ metric, step }: { metric: Metric; step: MeasuredStep }) {
  const numbers = useNumbers();
  const t = useWords();
  const value = measuredValue(metric, step);
  if (value === null) return null;
  const shown = {
    audience: numbers.count,
    share: numbers.percent,
    conversion_to_next: numbers.percent,
    median_seconds_to_next: numbers.duration,
    retention: numbers.percent,
    emotion: numbers.signed,
  }[metric](value);
  return (
    <span className={classes.metric} title={t(`editor-metric-${metric}`)}>
      {shown}
    </span>
  );
}

function measuredValue(metric: Metric, step: MeasuredStep): number | null {
  switch (metric) {
    case "audience":
      return step.travellers;
    case "emotion":
      return step.emotion_measured;
    default:
      return step[metric];
  }
}
