/** A sheet on the way to a map: stages in columns, lanes in rows, as consultants draw them. Nothing here is decided: it is
 * a proposal for a person to look at. */

import type { LaneKind } from "../types";

/** What a pasted sheet would become. */
export interface Proposal {
  /** Titles of the stages, each with the titles of its steps; a stage without steps is one column. */
  readonly stages: readonly { readonly title: string; readonly steps: readonly string[] }[];
  readonly lanes: readonly { readonly title: string; readonly kind: LaneKind }[];
  /** For each lane, for each column, the texts of its cards. */
  readonly cells: readonly (readonly (readonly string[])[])[];
}

/** Proposes a map for a grid; none for one that has no room for a head and a lane. */
export function proposeMap(grid: readonly (readonly string[])[]): Proposal | undefined {
  const rows = grid.filter((row) => row.some((cell) => cell.trim() !== ""));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 2 || width < 2) return undefined;
  const heads = countHeads(rows);
  const body = rows.slice(heads);
  if (body.length === 0) return undefined;
  const columns = Array.from({ length: width - 1 }, (_, at) => at + 1).filter((x) =>
    rows.some((row) => text(row, x) !== ""),
  );
  const lanes = body.map((row, at) => ({ title: text(row, 0) || `${at + 1}`, kind: kindOf(text(row, 0)) }));
  const cells = body.map((row) => columns.map((x) => cardsOf(text(row, x))));
  return { stages: stagesOf(rows.slice(0, heads), columns), lanes, cells };
}

/** Two rows are heads if the first has gaps, as merged cells of stages over their steps leave, and the second has none
 * where the first begins a new stage, and is as bare of a lane's title as the first. */
function countHeads(rows: readonly (readonly string[])[]): number {
  const [first = [], second = []] = rows;
  if (rows.length < 3) return 1;
  const filled = (row: readonly string[]) => row.slice(1).filter((cell) => cell.trim() !== "").length;
  const isBare = text(second, 0) === "" || text(second, 0) === text(first, 0);
  const isMerged = filled(first) > 0 && filled(first) < filled(second);
  return isBare && isMerged ? 2 : 1;
}

function stagesOf(heads: readonly (readonly string[])[], columns: readonly number[]): Proposal["stages"] {
  const [first = [], second] = heads;
  if (!second) return columns.map((x) => ({ title: text(first, x), steps: [] }));
  const stages: { title: string; steps: string[] }[] = [];
  for (const x of columns) {
    const title = text(first, x);
    if (title !== "" || stages.length === 0) stages.push({ title, steps: [] });
    stages.at(-1)?.steps.push(text(second, x));
  }
  return stages;
}

function text(row: readonly string[], x: number): string {
  return (row[x] ?? "").trim();
}

/** Lines that begin like items of a list are cards of their own; any other text is one card. */
export function cardsOf(cell: string): string[] {
  const lines = cell
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isList = lines.length > 1 && lines.every((line) => MARK.test(line));
  if (isList) return lines.map((line) => line.replace(MARK, ""));
  return cell.trim() === "" ? [] : [cell.trim().replace(MARK, "")];
}

const MARK = /^(?:[•●▪·*–—-]|\d{1,2}[.)])\s+/;

/** Words that name lanes of a kind, in the languages of the page. */
const HINTS: readonly (readonly [LaneKind, RegExp])[] = [
  ["touchpoints", /touch ?point|channel|точк[аи] контакта|канал|sąlyč|kanal/i],
  ["barriers", /barrier|pain|problem|obstacle|барьер|бол[ьи]|проблем|kliūt|skausm|problem/i],
  ["questions", /question|вопрос|klausim/i],
  ["goals", /goal|need|цел[ьи]|потребност|tiksl|poreik/i],
  ["quotes", /quote|says|цитат|citat/i],
  ["process", /process|backstage|процесс|proces/i],
];

/** The kind of lane that a title suggests. Emotions are words in a sheet, not points of a curve: their lane stays text. */
export function kindOf(title: string): LaneKind {
  return HINTS.find(([, words]) => words.test(title))?.[0] ?? "text";
}
