import type { Outcome } from "@/document/actions/action";
import type { Proposal } from "@/document/clipboard/sheet";
import type { Edit } from "@/document/edit";
import type { Desk } from "@/document/edits/desk";
import { manyBetween } from "@/document/order";
import { selectRecords } from "@/document/selection";
import type { Key, LaneKind } from "@/document/types";

/** Makes an empty map what a pasted sheet proposes: one step of undo. */
export function layOut(desk: Desk, proposal: Proposal): Outcome {
  const stages = desk.document.edit("paste.map", (edit) => {
    const places = manyBetween(undefined, undefined, proposal.stages.length, edit.random);
    const made = proposal.stages.map(({ title, steps }, number) => {
      const stage = edit.add("stages", { at: places[number] }, { title: { "": title } });
      const positions = manyBetween(undefined, undefined, steps.length, edit.random);
      const keys = steps.map((step, at) =>
        edit.add("steps", { at: positions[at], stage }, { title: { "": step } }),
      );
      return { stage, columns: keys.length > 0 ? keys : [stage], hasSteps: keys.length > 0 };
    });
    const columns = made.flatMap((one) => one.columns);
    const hasSteps = made.every((one) => one.hasSteps);
    const positions = manyBetween(undefined, undefined, proposal.lanes.length, edit.random);
    for (const [number, { title, kind: proposed }] of proposal.lanes.entries()) {
      const kind = fitting(proposed, hasSteps);
      const lane = edit.add("lanes", { at: positions[number], kind }, { title: { "": title } });
      for (const [column, texts] of (proposal.cells[number] ?? []).entries()) {
        fill(edit, kind, lane, columns[column] ?? "", texts);
      }
    }
    return made.map((one) => one.stage);
  });
  const args = { what: "stage", name: "", isNamed: "no", count: stages.length };
  return { announce: { id: "said-pasted", args }, select: selectRecords("stages", stages.slice(0, 1)) };
}

/** The kind under which pasted words are shown as they were written: a curve takes numbers only, ideas stand under
 * barriers, and touchpoints belong to steps. */
function fitting(kind: LaneKind, hasSteps: boolean): LaneKind {
  if (kind === "emotion" || kind === "ideas" || kind === "image") return "list";
  return kind === "touchpoints" && !hasSteps ? "list" : kind;
}

function fill(edit: Edit, kind: LaneKind, lane: Key, place: Key, texts: readonly string[]): void {
  const positions = manyBetween(undefined, undefined, texts.length, edit.random);
  for (const [number, text] of texts.entries()) {
    const at = positions[number];
    const words = { "": text };
    if (kind === "touchpoints") edit.add("touchpoints", { at, step: place }, { title: words });
    else if (kind === "barriers") edit.add("barriers", { at, place }, { text: words });
    else edit.add("items", { at, place, lane }, { text: words });
  }
}
