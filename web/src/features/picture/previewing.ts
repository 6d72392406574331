import { type Spot, smooth } from "@/features/editor/curve/path";

export const WIDTH = 320;
export const HEIGHT = 96;
export const RIBBON = 20;
const TOP = RIBBON + 10;
const BOTTOM = HEIGHT - 8;
const MIDDLE = (TOP + BOTTOM) / 2;
/** Emotions go from -2 to +2. */
const EXTREME = 2;

/** The middle of a column. */
export const across = (column: number, columns: number) => ((column + 0.5) * WIDTH) / columns;
/** The height of an emotion. */
export const down = (value: number) => MIDDLE - (value / EXTREME) * ((BOTTOM - TOP) / 2);
export const zero = MIDDLE;

/** The outline of a stage on the ribbon: pointed to the right, notched on the left. */
export function chevron(from: number, to: number, isFirst: boolean): string {
  const gap = Math.min(1.5, (to - from) / 6);
  const point = Math.min(6, (to - from) / 3);
  // The last one's point stays within the picture.
  const end = to === WIDTH ? to - point : to - gap;
  const notch = isFirst ? "" : `L${from + point} ${RIBBON / 2}`;
  return `M${from} 0H${end}L${end + point} ${RIBBON / 2}L${end} ${RIBBON}H${from}${notch}Z`;
}

/** Runs of columns that have an emotion: the line breaks where nothing is known. */
export function runs(curve: readonly (number | null)[]): Spot[][] {
  const found: Spot[][] = [];
  let run: Spot[] = [];
  curve.forEach((value, column) => {
    if (value === null) {
      run = [];
      return;
    }
    if (run.length === 0) {
      found.push(run);
    }
    run.push({ x: across(column, curve.length), y: down(value) });
  });
  return found;
}

/** The area between a run and the line of indifference. */
export function area(run: readonly Spot[]): string {
  const first = run[0];
  const last = run.at(-1);
  return first && last ? `${smooth(run)}L${last.x} ${zero}L${first.x} ${zero}Z` : "";
}
