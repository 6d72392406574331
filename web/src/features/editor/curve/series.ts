import type { Emotion, Key, Persona } from "@/document/types";

import type { Columns } from "../layout/columns";
import type { MeasuredSteps } from "../measured/measurement";

/** A persona whose feelings are shown, with its number among all personas of the map. */
export interface ShownPersona {
  readonly persona: Persona;
  readonly number: number;
}

export interface CurvePoint {
  /** Where it stands, in columns: 0.5 is the middle of the first. */
  x: number;
  readonly value: number;
  readonly place: Key;
  readonly emotion?: Emotion;
  readonly low?: number;
  readonly high?: number;
  readonly ratings?: number;
  /** Measured less claimed, where the two are far apart. */
  readonly gap?: number;
}

export interface Series {
  readonly kind: "claimed" | "wished" | "measured";
  readonly shown?: ShownPersona;
  readonly points: readonly CurvePoint[];
}

/** A difference between claim and measurement beyond this is named. */
const NAMED_GAP = 0.5;

export function seriesOf(
  columns: Columns,
  personas: readonly ShownPersona[],
  measured: MeasuredSteps | null,
): readonly Series[] {
  const lines: Series[] = [];
  for (const shown of personas) {
    for (const kind of ["wished", "claimed"] as const) {
      const points = pointsOf(columns, shown.persona.key, kind);
      if (points.length > 0) lines.push({ kind, shown, points });
    }
  }
  seat(lines.filter((line) => line.kind === "claimed"));
  seat(lines.filter((line) => line.kind === "wished"));
  const points = measured ? measuredPoints(columns, personas, measured) : [];
  if (points.length > 0) lines.push({ kind: "measured", points });
  return lines;
}

/** Faces of one column stand side by side, so that none hides another. */
function seat(lines: readonly Series[]): void {
  const crowds = new Map<Key, CurvePoint[]>();
  for (const point of lines.flatMap((line) => line.points)) {
    crowds.set(point.place, [...(crowds.get(point.place) ?? []), point]);
  }
  for (const crowd of crowds.values()) {
    for (const [number, point] of crowd.entries()) point.x += (number + 0.5) / crowd.length - 0.5;
  }
}

/** One persona's values in the order of the columns. What is said of a whole stage is a point of the line where none of
 * its steps says anything itself. */
function pointsOf(columns: Columns, persona: Key, kind: "claimed" | "wished"): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (const stage of columns.stages) {
    const steps = columns.steps.filter((slot) => slot.stage === stage.place && slot.key !== stage.key);
    const spoken = steps.filter((slot) => slot.place.emotion[persona]?.[kind] !== undefined);
    for (const slot of spoken.length > 0 ? spoken : [stage]) {
      const emotion = slot.place.emotion[persona];
      const value = emotion?.[kind];
      if (emotion && value !== undefined) {
        points.push({ x: slot.first + slot.span / 2, value, place: slot.key, emotion });
      }
    }
  }
  return points;
}

function measuredPoints(
  columns: Columns,
  personas: readonly ShownPersona[],
  measured: MeasuredSteps,
): CurvePoint[] {
  return columns.steps.flatMap((slot) => {
    const step = measured.get(slot.place.id);
    if (step?.emotion_measured === null || step?.emotion_measured === undefined) return [];
    const claims = personas.flatMap(({ persona }) => slot.place.emotion[persona.key]?.claimed ?? []);
    const claimed = claims.reduce((sum, value) => sum + value, 0) / claims.length;
    const gap = step.emotion_measured - claimed;
    return [
      {
        x: slot.first + 0.5,
        value: step.emotion_measured,
        place: slot.key,
        ...(step.emotion_low !== null && step.emotion_high !== null
          ? { low: step.emotion_low, high: step.emotion_high }
          : {}),
        ...(step.ratings === null ? {} : { ratings: step.ratings }),
        ...(claims.length > 0 && Math.abs(gap) > NAMED_GAP ? { gap } : {}),
      },
    ];
  });
}
