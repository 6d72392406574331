import { useWords, type Words } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import type { Key, Metric } from "@/document/types";
import { useEditor } from "../state/context";
import { type Numbers, useNumbers } from "../state/numbers";
import { useTargetWords } from "../targets/words";
import classes from "./measured.module.css";
import type { MeasuredStep } from "./measurement";

interface Props {
  /** Key of the stage or step. */
  readonly place: Key;
  readonly step: MeasuredStep;
  /** The one number to be told of; all of them without it. */
  readonly metric?: Metric;
}

/** Each number of a step with how it is meant, of how many it is taken, its interval, and what was wanted of it. */
export function Definitions({ place, step, metric }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const wanted = useTargetWords();
  const targets = useSnapshot((snapshot) => snapshot.targets).filter((target) => target.step === place);
  const next = useSnapshot((snapshot) =>
    lookup(snapshot).columns.find((column) => column.place.id === step.next),
  );
  return (
    <dl className={classes.definitions}>
      {definitionsOf(step, read(next?.place.title), t, numbers)
        .filter(({ metrics }) => !metric || metrics.includes(metric))
        .map(({ metrics, value, text, notes }) => (
          <div key={text}>
            <dt>{value}</dt>
            <dd>
              {text}
              {notes.some(Boolean) && <small>{notes.filter(Boolean).join(", ")}</small>}
              {targets
                .filter((target) => metrics.includes(target.metric))
                .map((target) => (
                  <small key={target.key}>{t("editor-target-wanted", { target: wanted(target) })}</small>
                ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}

interface Definition {
  readonly metrics: readonly Metric[];
  readonly value: string;
  readonly text: string;
  /** Sample, interval and the like; empty where unknown. */
  readonly notes: readonly string[];
}

function definitionsOf(step: MeasuredStep, nextTitle: string, t: Words, numbers: Numbers): Definition[] {
  const { travellers, share, retention_without: without, p90_seconds_to_next: p90 } = step;
  const sample = (count: number | null) =>
    count === null ? "" : t("editor-of", { count: numbers.count(count) });
  const percents = (low: number | null, high: number | null) =>
    low === null || high === null ? "" : t("editor-interval", { interval: numbers.interval(low, high, 1) });
  const found: Definition[] = [];
  if (travellers !== null && share !== null) {
    found.push({
      metrics: ["audience", "share"],
      value: `${numbers.count(travellers)} · ${numbers.percent(share, 1)}`,
      text: t("editor-define-share"),
      // The share is that of whole travellers, so that it tells of how many it was taken.
      notes: [
        sample(share > 0 ? Math.round(travellers / share) : null),
        percents(step.share_low, step.share_high),
      ],
    });
  }
  if (step.conversion_to_next !== null) {
    found.push({
      metrics: ["conversion_to_next"],
      value: numbers.percent(step.conversion_to_next, 1),
      text: t("editor-define-next", { place: nextTitle }),
      notes: [sample(travellers), percents(step.conversion_low, step.conversion_high)],
    });
  }
  if (step.median_seconds_to_next !== null) {
    const wentOn = travellers === null || step.dropped === null ? null : travellers - step.dropped;
    found.push({
      metrics: ["median_seconds_to_next"],
      value: numbers.duration(step.median_seconds_to_next),
      text: t("editor-define-time"),
      notes: [sample(wentOn), p90 === null ? "" : t("editor-measured-p90", { time: numbers.duration(p90) })],
    });
  }
  if (step.retention !== null) {
    found.push({
      metrics: ["retention"],
      value: numbers.percent(step.retention, 1),
      text: t("editor-define-retention"),
      notes: [
        sample(step.retention_travellers),
        without === null ? "" : t("editor-measured-without", { share: numbers.percent(without) }),
      ],
    });
  }
  if (step.emotion_measured !== null) {
    const { emotion_low: low, emotion_high: high, ratings } = step;
    const interval = low === null || high === null ? "" : `${numbers.signed(low)} … ${numbers.signed(high)}`;
    found.push({
      metrics: ["emotion"],
      value: numbers.signed(step.emotion_measured),
      text: t("editor-define-emotion"),
      notes: [sample(ratings), interval && t("editor-interval-emotion", { interval })],
    });
  }
  return found;
}
