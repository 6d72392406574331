import { memo, type ReactNode, useRef } from "react";
import { useWords } from "@/app/i18n";
import { plainText as plain } from "@/document/markdown";
import type { Stage, Step } from "@/document/types";
import { EmotionCell } from "../curve/EmotionCell";
import { EmotionLines, stepsOf } from "../curve/EmotionLines";
import { Legend } from "../curve/Legend";
import { isLabelAbove } from "../curve/labels";
import { type Scale, yOf } from "../curve/scale";
import type { Series, ShownPersona } from "../curve/series";
import type { Slot } from "../layout/columns";
import type { Geometry } from "../layout/geometry";
import type { GridRow as Row } from "../layout/rows";
import { MeasuredCell } from "../measured/MeasuredCell";
import type { MeasuredSteps } from "../measured/measurement";
import { useEditor } from "../state/context";
import { useNumbers } from "../state/numbers";
import { LiveText } from "../text/LiveText";
import { AddBeside } from "./AddBeside";
import { GridCell } from "./GridCell";
import classes from "./grid.module.css";
import heads from "./heads.module.css";
import { LaneCell } from "./LaneCell";
import { LaneHeader, RowHeader } from "./LaneHeader";
import { SilhouetteCell } from "./SilhouetteCell";
import { headId, StageHead } from "./StageHead";
import { StepHead } from "./StepHead";
import { SuccessCell } from "./SuccessCell";
import { ROWS_AT_ONCE, useIsNear } from "./useIsNear";

/** What all rows are drawn with. */
export interface Drawing {
  readonly geometry: Geometry;
  /** Columns drawn: first, and the one after the last. */
  readonly range: readonly [number, number];
  readonly measured: MeasuredSteps;
  /** Id of the step most travellers leave after. */
  readonly worst: string | undefined;
  readonly series: readonly Series[];
  readonly scale: Scale;
  readonly personas: readonly ShownPersona[];
  readonly ribbon: string | undefined;
  /** So small that letters cannot be read. */
  readonly isDistant: boolean;
  /** There is a row of steps. */
  readonly hasSteps: boolean;
  /** Nothing may wait until it comes into sight. */
  readonly isPrinting: boolean;
}

interface Props {
  readonly row: Row;
  /** Number of the row, from 1. */
  readonly number: number;
  readonly minHeight: number;
  readonly drawing: Drawing;
}

/** One row of the grid: its head and the cells that are in sight. */
export const GridRow = memo(function GridRow({ row, number, minHeight, drawing }: Props) {
  const { geometry, range } = drawing;
  const element = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(element, !drawing.isPrinting && minHeight > 0 && number > ROWS_AT_ONCE);
  const isInSight = (slot: Slot) => slot.first < range[1] && slot.first + slot.span > range[0];
  const isCurve = row.lane?.kind === "emotion" && !row.whole;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a grid that is no table.
    // biome-ignore lint/a11y/useFocusableInteractive: the cells of a row take the focus.
    <div
      ref={element}
      role="row"
      aria-rowindex={number}
      className={classes.row}
      data-kind={row.kind}
      data-line={row.id}
      data-lane={row.lane?.kind}
      data-lane-key={row.lane?.key}
      style={minHeight > 0 ? { minHeight } : undefined}
    >
      <Head row={row} drawing={drawing} />
      <div
        className={classes.track}
        style={{ gridTemplateColumns: `repeat(${geometry.count}, ${geometry.column}px)` }}
      >
        {isNear &&
          row.slots
            .filter(isInSight)
            .map(({ key, place, first, span }) => (
              <Cell key={key} row={row} place={place} column={first} span={span} drawing={drawing} />
            ))}
      </div>
      {isCurve && (
        <div className={classes.lines} style={{ left: geometry.header }}>
          <EmotionLines
            series={drawing.series}
            columnWidth={geometry.column}
            count={geometry.count}
            scale={drawing.scale}
          />
        </div>
      )}
    </div>
  );
});

function Head({ row, drawing }: { row: Row; drawing: Drawing }): ReactNode {
  const t = useWords();
  if (row.lane) {
    return (
      <LaneHeader lane={row.lane} row={row.id} isWhole={row.whole}>
        {row.lane.kind === "emotion" && (
          <>
            <Legend series={drawing.series} />
            <Ruler scale={drawing.scale} />
          </>
        )}
      </LaneHeader>
    );
  }
  return (
    <RowHeader row={row.id}>
      <span className={heads.laneTitle}>{t(`editor-row-${row.kind}`)}</span>
      {row.kind === "measured" && (
        <span className={heads.laneCaption}>{t("editor-row-measured-caption")}</span>
      )}
      {row.kind === "steps" && <span className={heads.laneCaption}>{t("editor-row-steps-caption")}</span>}
    </RowHeader>
  );
}

/** Values of the curve's lines, at the right edge of the row's head. */
function Ruler({ scale }: { scale: Scale }) {
  const numbers = useNumbers();
  return stepsOf(scale).map((value) => (
    <span key={value} aria-hidden className={heads.ruler} style={{ top: yOf(value, scale) }}>
      {numbers.whole(value)}
    </span>
  ));
}

interface CellProps {
  readonly row: Row;
  readonly place: Stage | Step;
  readonly column: number;
  readonly span: number;
  readonly drawing: Drawing;
}

function Cell({ row, place, column, span, drawing }: CellProps): ReactNode {
  const { read } = useEditor();
  const t = useWords();
  const gridColumn = `${column + 1} / span ${span}`;
  const common = { row: row.id, place: place.key, column, span, style: { gridColumn } };
  switch (row.kind) {
    case "stages":
      return (
        <GridCell
          {...common}
          role="columnheader"
          labelledBy={headId(place)}
          className={classes.ribbonCell}
          canAdd={false}
          isEmpty={false}
        >
          <StageHead
            stage={place as Stage}
            ribbon={drawing.ribbon}
            isFirst={column === 0}
            isNarrow={span === 1}
          />
          <AddBeside
            adds="stage"
            beside={place.key}
            at={column + span === drawing.geometry.count ? "end" : "border"}
          />
          {!drawing.hasSteps && <AddBeside adds="step" beside={place.key} at="edge" />}
        </GridCell>
      );
    case "goals":
      return (
        <GridCell {...common} className={classes.goalCell} canAdd={false} isEmpty={!(place as Stage).goal}>
          <div data-card={place.key} data-field="goal" className={heads.goal}>
            <LiveText
              record={place.key}
              field="goal"
              text={(place as Stage).goal}
              label={t("editor-label-goal", { stage: plain(read(place.title)) })}
            />
          </div>
        </GridCell>
      );
    case "steps":
      return (
        <GridCell
          {...common}
          role="columnheader"
          labelledBy={"stage" in place ? headId(place) : undefined}
          canAdd={false}
          isEmpty={!("stage" in place)}
        >
          {"stage" in place && <StepHead step={place} />}
          <AddBeside adds="step" beside={place.key} at={"stage" in place ? "border" : "cell"} />
        </GridCell>
      );
    case "success":
      return (
        <GridCell
          {...common}
          canAdd={false}
          isEmpty={!("stage" in place && (place.success || place.expected))}
        >
          {"stage" in place && <SuccessCell step={place} />}
        </GridCell>
      );
    case "measured":
      return <Measured place={place} column={column} drawing={drawing} />;
    case "lane":
      return <OfLane row={row} place={place} column={column} span={span} drawing={drawing} />;
  }
}

function Measured({ place, column, drawing }: Omit<CellProps, "row" | "span">) {
  return (
    <MeasuredCell
      place={place.key}
      column={column}
      gridColumn={`${column + 1}`}
      step={drawing.measured.get(place.id)}
      isWorst={drawing.worst !== undefined && drawing.worst === place.id}
    />
  );
}

function OfLane({ row, place, column, span, drawing }: CellProps) {
  const { read } = useEditor();
  const t = useWords();
  const { lane } = row;
  if (!lane) return null;
  const common = { row: row.id, place, column, gridColumn: `${column + 1} / span ${span}` };
  if (lane.kind === "emotion") {
    const measured = drawing.series.find((line) => line.kind === "measured");
    return (
      <EmotionCell
        {...common}
        columnWidth={drawing.geometry.column}
        personas={drawing.personas}
        scale={drawing.scale}
        measured={measured?.points.find((point) => point.place === place.key)}
        above={drawing.personas
          .map(({ persona }) => (isLabelAbove(drawing.series, persona.key, place.key) ? "a" : "b"))
          .join("")}
      />
    );
  }
  if (drawing.isDistant) {
    const label = t("editor-cell-name", { lane: read(lane.title), place: read(place.title) });
    return <SilhouetteCell {...common} lane={lane} span={span} label={label} />;
  }
  return <LaneCell {...common} lane={lane} span={span} measured={drawing.measured.get(place.id)} />;
}
