import { useWords } from "@/app/i18n";

import { useNumbers } from "../state/numbers";
import classes from "./measured.module.css";
import type { MeasuredStep } from "./measurement";

/** Each number of a step with how it is meant, of how many it is taken, and its interval. */
export function Definitions({ step, nextTitle }: { step: MeasuredStep; nextTitle: string }) {
  const t = useWords();
  const numbers = useNumbers();
  const interval = (low: number | null, high: number | null) =>
    low === null || high === null ? "" : t("editor-interval", { interval: numbers.interval(low, high, 1) });
  const entries: [string, string, string][] = [];
  if (step.travellers !== null && step.share !== null) {
    const value = `${numbers.count(step.travellers)} · ${numbers.percent(step.share, 1)}`;
    entries.push([value, t("editor-define-share"), interval(step.share_low, step.share_high)]);
  }
  if (step.conversion_to_next !== null) {
    const sample = t("editor-of", { count: numbers.count(step.travellers ?? 0) });
    const range = interval(step.conversion_low, step.conversion_high);
    entries.push([
      numbers.percent(step.conversion_to_next, 1),
      t("editor-define-next", { place: nextTitle }),
      [sample, range].filter(Boolean).join(", "),
    ]);
  }
  if (step.median_seconds_to_next !== null) {
    const p90 = step.p90_seconds_to_next;
    entries.push([
      numbers.duration(step.median_seconds_to_next),
      t("editor-define-time"),
      p90 === null ? "" : t("editor-measured-p90", { time: numbers.duration(p90) }),
    ]);
  }
  if (step.retention !== null) {
    const without = step.retention_without;
    const sample = t("editor-of", { count: numbers.count(step.retention_travellers ?? 0) });
    const others = without === null ? "" : t("editor-measured-without", { share: numbers.percent(without) });
    entries.push([
      numbers.percent(step.retention, 1),
      t("editor-define-retention"),
      [sample, others].filter(Boolean).join(", "),
    ]);
  }
  return (
    <dl className={classes.definitions}>
      {entries.map(([value, definition, note]) => (
        <div key={definition}>
          <dt>{value}</dt>
          <dd>
            {definition}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
