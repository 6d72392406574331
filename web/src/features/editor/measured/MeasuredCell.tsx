import { IconArrowBackUp, IconClock, IconDoorExit } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import type { Key } from "@/document/types";
import { GridCell } from "../grid/GridCell";
import { useNumbers } from "../state/numbers";
import { TargetNotes } from "../targets/TargetNotes";
import { Definitions } from "./Definitions";
import { HintCard } from "./HintCard";
import classes from "./measured.module.css";
import type { MeasuredStep } from "./measurement";
import { type Hint, useHint } from "./useHint";

interface Props {
  readonly place: Key;
  readonly column: number;
  readonly gridColumn: string;
  readonly step: MeasuredStep | undefined;
  readonly isWorst: boolean;
}

/** What was measured of a step: how many reached it, how many went on, when, and who came back. */
export const MeasuredCell = memo(function MeasuredCell(props: Props) {
  const { step } = props;
  const t = useWords();
  const hint = useHint();
  const hasNumbers = step !== undefined && step.travellers !== null;
  return (
    <GridCell
      row="measured"
      place={props.place}
      column={props.column}
      span={1}
      style={{ gridColumn: props.gridColumn }}
      className={classes.cell}
      canAdd={false}
      isEmpty={!hasNumbers}
      hint={hasNumbers ? hint.ofCell : undefined}
    >
      {hasNumbers ? (
        <Numbers {...props} step={step} hint={hint} />
      ) : (
        <span className={classes.unbound}>{t("editor-not-bound")}</span>
      )}
    </GridCell>
  );
});

interface NumbersProps extends Props {
  readonly step: MeasuredStep;
  readonly hint: Hint;
}

/** The numbers, as the one card of the cell. */
function Numbers({ step, isWorst, place, hint }: NumbersProps) {
  const t = useWords();
  const numbers = useNumbers();
  const share = step.share ?? 0;
  return (
    <HintCard hint={hint} about={<Definitions place={place} step={step} />}>
      {/* biome-ignore lint/a11y/useSemanticElements: a card of the grid, not a group of fields. */}
      <div
        ref={hint.number}
        {...hint.ofPointer}
        role="group"
        className={classes.numbers}
        data-card={`measured/${place}`}
        tabIndex={-1}
        aria-describedby={hint.ofCell.describedBy}
        aria-label={t("editor-measured-name", {
          count: numbers.count(step.travellers ?? 0),
          share: numbers.percent(share),
        })}
      >
        <span className={classes.track}>
          <span className={classes.bar} style={{ width: `${Math.max(share * 100, 1)}%` }} />
        </span>
        <span className={classes.line}>
          <b>{numbers.count(step.travellers ?? 0)}</b>
          {step.share !== null && <span>{numbers.percent(step.share)}</span>}
        </span>
        <span className={classes.notes}>
          {step.dropped !== null && step.dropped > 0 && (
            <span className={classes.note}>
              <IconDoorExit aria-hidden size={13} stroke={1.8} />
              {t("editor-measured-dropped", { count: step.dropped, number: numbers.count(step.dropped) })}
            </span>
          )}
          {step.median_seconds_to_next !== null && (
            <span className={classes.note}>
              <IconClock aria-hidden size={13} stroke={1.8} />
              {t("editor-measured-median", { time: numbers.duration(step.median_seconds_to_next) })}
            </span>
          )}
          {step.retention !== null && (
            <span className={classes.note}>
              <IconArrowBackUp aria-hidden size={13} stroke={1.8} />
              {t("editor-measured-retention", { share: numbers.percent(step.retention) })}
            </span>
          )}
          <TargetNotes place={place} step={step} />
        </span>
        {step.conversion_to_next !== null && (
          <span className={classes.conversion} data-worst={isWorst || undefined}>
            {numbers.percent(step.conversion_to_next)} →
          </span>
        )}
      </div>
    </HintCard>
  );
}
