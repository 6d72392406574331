import { memo } from "react";

import { personaColour } from "../style/personas";
import classes from "./curve.module.css";
import { band, smooth } from "./path";
import { CURVE_HEIGHT, type Scale, yOf } from "./scale";
import type { Series } from "./series";

interface Props {
  readonly series: readonly Series[];
  readonly columnWidth: number;
  readonly count: number;
  readonly scale: Scale;
}

/** The lines of the emotion curve: claims dashed, wishes dotted, measurement solid in its interval. The points upon them
 * say it in words, so the drawing itself is passed over by screen readers. */
export const EmotionLines = memo(function EmotionLines({ series, columnWidth, count, scale }: Props) {
  const width = columnWidth * count;
  return (
    <svg aria-hidden className={classes.lines} width={width} height={CURVE_HEIGHT}>
      {stepsOf(scale).map((value) => (
        <line
          key={value}
          x1={0}
          x2={width}
          y1={yOf(value, scale)}
          y2={yOf(value, scale)}
          className={value === 0 ? classes.neutral : classes.rule}
        />
      ))}
      {series.map((line) => {
        const spots = line.points.map((point) => ({ x: point.x * columnWidth, y: yOf(point.value, scale) }));
        const key = `${line.kind}${line.shown?.persona.key ?? ""}`;
        const colour = line.shown ? personaColour(line.shown.number) : undefined;
        return (
          <g key={key}>
            {line.kind === "measured" && (
              <path className={classes.band} d={bandOf(line, columnWidth, scale)} />
            )}
            <path
              className={classes[line.kind]}
              d={smooth(spots)}
              style={colour ? { stroke: colour } : undefined}
            />
          </g>
        );
      })}
    </svg>
  );
});

/** The whole feelings of a scale, from the greatest. */
export function stepsOf([low, high]: Scale): number[] {
  return Array.from({ length: high - low + 1 }, (_, number) => high - number);
}

function bandOf(line: Series, columnWidth: number, scale: Scale): string {
  const edge = (side: "low" | "high") =>
    line.points.map((point) => ({ x: point.x * columnWidth, y: yOf(point[side] ?? point.value, scale) }));
  return band(edge("high"), edge("low"));
}
