import type { MapSnapshot } from "@/document/types";

import { type Columns, extentOf } from "../layout/columns";
import type { MeasuredStep, MeasuredSteps } from "./measurement";

/** The step after which most travellers are lost.
 *
 * Not going on is a loss only where the map expects everybody to go on to a step that somebody takes: one that a
 * shortcut or a branch leads past is left out, and one that nobody took is a finding of its own. */
export function worstStep(
  snapshot: MapSnapshot,
  columns: Columns,
  steps: MeasuredSteps,
): MeasuredStep | undefined {
  const all = [...steps.values()];
  // With a single transition there is nothing it could be the worst of.
  if (all.filter((step) => step.conversion_to_next !== null).length < 2) return undefined;
  const numbers = new Map(columns.columns.map(({ place }, number) => [place.id, number]));
  let worst: MeasuredStep | undefined;
  for (const step of all) {
    if (!step.dropped || !step.next || !(steps.get(step.next)?.travellers ?? 0)) continue;
    const [from, next] = [numbers.get(step.step), numbers.get(step.next)];
    if (from === undefined || next === undefined || mayPass(snapshot, columns, from, next)) continue;
    if (step.dropped > (worst?.dropped ?? 0)) worst = step;
  }
  return worst;
}

/** Whether a shortcut or a branch that begins no later than the column leads past the next one. */
function mayPass(snapshot: MapSnapshot, columns: Columns, column: number, next: number): boolean {
  return snapshot.transitions.some((one) => {
    const from = extentOf(columns, one.from)?.[1];
    const to = extentOf(columns, one.to)?.[0];
    return one.kind !== "loop" && from !== undefined && to !== undefined && from <= column && next < to;
  });
}
