import type { ReactNode } from "react";
import { useWords } from "@/app/i18n";
import type { Lane, Metric, Stage, Step } from "@/document/types";
import { GridCell, type GridCellProps } from "../grid/GridCell";
import { useEditor } from "../state/context";
import { useNumbers } from "../state/numbers";
import { Definitions } from "./Definitions";
import { HintCard } from "./HintCard";
import classes from "./measured.module.css";
import type { MeasuredStep } from "./measurement";
import { metricOf, metricWritten } from "./metric";
import { useHint } from "./useHint";

interface Props {
  readonly cell: Omit<GridCellProps, "hint" | "children">;
  readonly lane: Lane;
  readonly metric: Metric;
  readonly place: Stage | Step;
  readonly step: MeasuredStep;
  /** What was written beside the number. */
  readonly children: ReactNode;
}

/** A cell of a metric lane: the measured number, and what was written there. */
export function MetricCell({ cell, lane, metric, place, step, children }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const hint = useHint();
  const value = metricOf(metric, step);
  if (value === null) return <GridCell {...cell}>{children}</GridCell>;
  const shown = metricWritten(metric, value, numbers);
  const name = t("editor-metric-name", { lane: read(lane.title), place: read(place.title), value: shown });
  return (
    <GridCell {...cell} label={cell.isEmpty ? name : undefined} hint={hint.ofCell}>
      <HintCard hint={hint} about={<Definitions place={place.key} step={step} metric={metric} />}>
        <div ref={hint.number} {...hint.ofPointer} className={classes.metric}>
          {shown}
        </div>
      </HintCard>
      {children}
    </GridCell>
  );
}
