import type { Key } from "@/document/types";

import type { Series } from "./series";

/** Where a label begins and ends beside its face, in units of feeling. */
const LABEL = { from: 0.35, until: 1.4 };

/** Whether the label of a line's point stands above it: on the side where fewer lines run, else outside of the bend. */
export function isLabelAbove(series: readonly Series[], persona: Key, place: Key): boolean {
  const line = series.find((one) => one.kind === "claimed" && one.shown?.persona.key === persona);
  const index = line?.points.findIndex((point) => point.place === place) ?? -1;
  const point = line?.points[index];
  if (!line || !point) return true;
  if (point.value > 1.5) return false;
  if (point.value < -1.5) return true;
  let [above, below] = [0, 0];
  for (const other of series) {
    for (const look of [-0.3, 0, 0.3]) {
      const value = valueAt(other, point.x + look);
      if (value === undefined) continue;
      const off = value - point.value;
      if (off >= LABEL.from && off <= LABEL.until) above += 1;
      if (-off >= LABEL.from && -off <= LABEL.until) below += 1;
    }
  }
  if (above !== below) return above < below;
  const near = [line.points[index - 1], line.points[index + 1]].flatMap((one) => one?.value ?? []);
  return near.length === 0 || point.value >= near.reduce((sum, value) => sum + value, 0) / near.length;
}

/** About the value at which a line passes: level at its points, steepest between them. */
function valueAt(line: Series, x: number): number | undefined {
  for (let index = 1; index < line.points.length; index += 1) {
    const [from, to] = [line.points[index - 1], line.points[index]];
    if (!from || !to || x < from.x || x > to.x) continue;
    const part = to.x > from.x ? (x - from.x) / (to.x - from.x) : 0;
    return from.value + (to.value - from.value) * part * part * (3 - 2 * part);
  }
  return undefined;
}
