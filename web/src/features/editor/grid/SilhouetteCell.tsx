import { memo } from "react";
import type { Lane, Stage, Step } from "@/document/types";

import { GridCell } from "./GridCell";
import classes from "./grid.module.css";
import { contentCount } from "./LaneCell";

interface Props {
  readonly row: string;
  readonly lane: Lane;
  readonly place: Stage | Step;
  readonly column: number;
  readonly span: number;
  readonly gridColumn: string;
  readonly label: string;
}

/** A cell seen from so far that its letters cannot be read: only how much stands in it. */
export const SilhouetteCell = memo(function SilhouetteCell(props: Props) {
  const count = Math.min(6, contentCount(props.lane, props.place));
  return (
    <GridCell
      row={props.row}
      place={props.place.key}
      column={props.column}
      span={props.span}
      style={{ gridColumn: props.gridColumn }}
      canAdd={false}
      isEmpty={count === 0}
      label={props.label}
    >
      {count > 0 && (
        <span
          aria-hidden
          className={`${classes.shape} ${classes[`shape-${props.lane.kind}`] ?? ""}`}
          style={{ height: 20 + count * 28 }}
        />
      )}
    </GridCell>
  );
});
