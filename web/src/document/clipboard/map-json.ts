/** A proposal as a map file in JSON, for `POST /api/v1/maps`. */

import { freeId, slugOf } from "../ids";
import type { Proposal } from "./sheet";

type Json = { readonly [name: string]: unknown };

/** The map that a proposal describes, in one language. Cells of lanes that draw what stands elsewhere become that:
 * touchpoints, barriers. */
export function mapJson(proposal: Proposal, title: string, language: string): Json {
  const ids = { place: new Ids(), lane: new Ids(), touchpoint: new Ids(), barrier: new Ids() };
  const lanes = proposal.lanes.map((lane) => ({ ...lane, id: ids.lane.make(lane.title, "lane") }));
  let column = 0;
  const contents = (isStep: boolean): Json => {
    const at = column;
    column += 1;
    const cells: Record<string, readonly string[]> = {};
    const found: { touchpoints: Json[]; barriers: Json[] } = { touchpoints: [], barriers: [] };
    for (const [row, lane] of lanes.entries()) {
      const texts = proposal.cells[row]?.[at] ?? [];
      if (lane.kind === "touchpoints" && isStep) {
        found.touchpoints.push(
          ...texts.map((text) => ({ id: ids.touchpoint.make(text, "touchpoint"), title: text })),
        );
      } else if (lane.kind === "barriers") {
        found.barriers.push(...texts.map((text) => ({ id: ids.barrier.make(text, "barrier"), text })));
      } else if (texts.length > 0) {
        cells[lane.id] = texts;
      }
    }
    return {
      ...(found.touchpoints.length > 0 ? { touchpoints: found.touchpoints } : {}),
      ...(Object.keys(cells).length > 0 ? { cells } : {}),
      ...(found.barriers.length > 0 ? { barriers: found.barriers } : {}),
    };
  };
  const hasTouchpoints = lanes.some((lane) => lane.kind === "touchpoints");
  const stages = proposal.stages.map((stage) => {
    // Only steps have touchpoints, so a stage whose column has some gets that column as its step.
    const isColumn = stage.steps.length === 0 && !hasTouchpoints;
    const id = ids.place.make(stage.title, "stage");
    if (isColumn) return { id, title: stage.title, ...contents(false) };
    const titles = stage.steps.length > 0 ? stage.steps : [stage.title];
    const steps = titles.map((one) => ({ id: ids.place.make(one, "step"), title: one, ...contents(true) }));
    return { id, title: stage.title, steps };
  });
  const id = slugOf(title) ?? "map";
  return {
    kelias: 1,
    id,
    title,
    language,
    lanes: lanes.map(({ id: lane, kind, title: name }) => ({ id: lane, kind, title: name })),
    stages,
  };
}

/** Ids of one space, each given once. */
class Ids {
  private readonly taken = new Set<string>();

  make(title: string, otherwise: string): string {
    const wanted = slugOf(title) ?? otherwise;
    const id = this.taken.has(wanted) ? freeId(wanted, (one) => this.taken.has(one)) : wanted;
    this.taken.add(id);
    return id;
  }
}
