import { useMemo } from "react";
import { useWords } from "@/app/i18n";
import type { MapSnapshot } from "@/document/types";
import type { Columns } from "../layout/columns";
import type { MeasuredSteps, Measurement } from "../measured/measurement";
import { useEditor } from "../state/context";
import { useNumbers } from "../state/numbers";
import { findingsOf } from "./findings";
import classes from "./top.module.css";

interface Props {
  readonly snapshot: MapSnapshot;
  readonly columns: Columns;
  readonly measured: MeasuredSteps;
  readonly measurement: Measurement | null;
}

/** The line that says what the map says. */
export function Findings({ snapshot, columns, measured, measurement }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const findings = useMemo(
    () => findingsOf({ snapshot, columns, steps: measured, measurement, t, numbers, read }),
    [snapshot, columns, measured, measurement, t, numbers, read],
  );
  if (findings.length === 0) return null;
  return (
    <section aria-label={t("editor-findings")}>
      <ul className={classes.findings}>
        {findings.map(({ value, words, isBad }) => (
          <li key={words} className={classes.finding} data-bad={isBad || undefined}>
            {value && <b>{value}</b>}
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
