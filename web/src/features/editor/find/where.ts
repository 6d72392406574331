import type { Match } from "@/document/find";
import { plainText } from "@/document/markdown";
import type { Table } from "@/document/schema";
import type { Selection } from "@/document/selection";
import type { MapSnapshot } from "@/document/types";
import type { GridRow } from "../layout/rows";
import { addressOf } from "../state/selection";
import type { Address } from "../state/store";

/** The cell of the grid that shows a match; none for what stands in a panel or is not drawn at present. */
export function cellOfMatch(
  snapshot: MapSnapshot,
  rows: readonly GridRow[],
  match: Match,
): Address | undefined {
  const has = ({ row, place }: Address) =>
    rows.some(({ id, slots }) => id === row && (place === null || slots.some(({ key }) => key === place)));
  const row = { goal: "goals", success: "success" }[match.field];
  const address = row ? { row, place: match.owner } : addressOf(snapshot, rows, selectionOf(match))?.address;
  return address && has(address) ? address : undefined;
}

/** What to choose on the grid to show a match. */
function selectionOf({ record, cell, owner }: Match): Selection {
  const [place = "", persona] = owner.split("/");
  if (persona) return { cells: [], records: [], emotion: { place, persona, side: "claimed" } };
  return { cells: cell && !record ? [cell] : [], records: record ? [record] : [] };
}

const KINDS: Partial<Record<Table, string>> = {
  evidence: "evidence",
  personas: "persona",
  lanes: "lane",
  stages: "stage",
  steps: "step",
  touchpoints: "touchpoint",
  items: "card",
  barriers: "barrier",
  ideas: "idea",
  transitions: "transition",
};

/** In what a match stands, as the groups of commands are called. */
export function kindOf({ record, owner }: Match): string {
  return (record && KINDS[record.table]) ?? (owner === "head" ? "head" : "emotion");
}

const AROUND = 24;

/** A match with the words around it. */
export function excerptOf({ content, start, end }: Match): string {
  const from = Math.max(0, start - AROUND);
  const until = Math.min(content.length, end + AROUND);
  const words = plainText(content.slice(from, until)).trim();
  return `${from > 0 ? "…" : ""}${words}${until < content.length ? "…" : ""}`;
}
