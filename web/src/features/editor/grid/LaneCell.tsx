import { memo } from "react";
import { useWords } from "@/app/i18n";
import type { Lane, Stage, Step } from "@/document/types";
import { BarrierCard } from "../cells/BarrierCard";
import { IdeaCard } from "../cells/IdeaCard";
import { ImageCard } from "../cells/ImageCard";
import { ItemCard } from "../cells/ItemCard";
import { TouchpointPill } from "../cells/TouchpointPill";
import { MetricCell } from "../measured/MetricCell";
import type { MeasuredStep } from "../measured/measurement";
import { useEditor } from "../state/context";
import { GridCell } from "./GridCell";
import classes from "./grid.module.css";

interface Props {
  readonly row: string;
  readonly lane: Lane;
  readonly place: Stage | Step;
  readonly column: number;
  readonly span: number;
  readonly measured: MeasuredStep | undefined;
  /** Where it stands among the drawn columns. */
  readonly gridColumn: string;
}

/** What a lane holds for one step or stage. */
export const LaneCell = memo(function LaneCell(props: Props) {
  const { lane, place, row } = props;
  const { read } = useEditor();
  const t = useWords();
  const isEmpty = contentCount(lane, place) === 0;
  // Ideas stand under barriers: where there is none, there is nothing to add one to.
  const canAdd =
    lane.kind === "ideas" ? place.barriers.length > 0 : lane.kind !== "touchpoints" || "stage" in place;
  const cell = {
    row,
    place: place.key,
    column: props.column,
    span: props.span,
    style: { gridColumn: props.gridColumn, ...(lane.colour ? { ["--lane" as string]: lane.colour } : {}) },
    className: lane.colour ? classes.tinted : undefined,
    canAdd,
    isEmpty,
    label: isEmpty ? t("editor-cell-empty", { lane: read(lane.title), place: read(place.title) }) : undefined,
  };
  const contents = <Contents lane={lane} place={place} share={props.measured?.share ?? null} />;
  if (lane.kind === "metric" && lane.metric && props.measured) {
    return (
      <MetricCell cell={cell} lane={lane} metric={lane.metric} place={place} step={props.measured}>
        {contents}
      </MetricCell>
    );
  }
  return <GridCell {...cell}>{contents}</GridCell>;
});

function Contents({ lane, place, share }: { lane: Lane; place: Stage | Step; share: number | null }) {
  switch (lane.kind) {
    case "touchpoints":
      return "touchpoints" in place
        ? place.touchpoints.map((one) => <TouchpointPill key={one.key} touchpoint={one} />)
        : null;
    case "barriers":
      return place.barriers.map((one) => <BarrierCard key={one.key} barrier={one} />);
    case "ideas":
      return place.barriers.flatMap((barrier) =>
        barrier.ideas.map((idea) => (
          <IdeaCard
            key={idea.key}
            barrier={barrier}
            idea={idea}
            isNamed={place.barriers.length > 1}
            share={share}
          />
        )),
      );
    case "image":
      return place.cells[lane.key]?.map((item) => <ImageCard key={item.key} item={item} lane={lane} />);
    default:
      return place.cells[lane.key]?.map((item) => <ItemCard key={item.key} item={item} lane={lane} />);
  }
}

/** How many things stand in a cell. */
export function contentCount(lane: Lane, place: Stage | Step): number {
  switch (lane.kind) {
    case "touchpoints":
      return "touchpoints" in place ? place.touchpoints.length : 0;
    case "barriers":
      return place.barriers.length;
    case "ideas":
      return place.barriers.reduce((count, barrier) => count + barrier.ideas.length, 0);
    default:
      return place.cells[lane.key]?.length ?? 0;
  }
}
