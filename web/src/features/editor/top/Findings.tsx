import { useThrottledValue } from "@mantine/hooks";
import { memo, useMemo } from "react";
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

/** How often the whole map is counted again while somebody writes. */
const COUNT_EVERY_MS = 500;

/** The line that says what the map says. */
export const Findings = memo(function Findings({ snapshot, columns, measured, measurement }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const now = useMemo(
    () => ({ snapshot, columns, steps: measured, measurement }),
    [snapshot, columns, measured, measurement],
  );
  const seen = useThrottledValue(now, COUNT_EVERY_MS);
  const findings = useMemo(() => findingsOf({ ...seen, t, numbers, read }), [seen, t, numbers, read]);
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
});
