import type { MapSummary } from "@/api/types";
import { textIn } from "@/app/i18n";

export const sortings = ["changed", "title", "status", "completeness", "evidence", "measured"] as const;
export type Sorting = (typeof sortings)[number];

/** Which maps of the portfolio are shown, and in which order. */
export interface Selecting {
  /** Words that must all be found somewhere on the map's card. */
  search: string;
  /** null: maps of every folder. */
  folder: string | null;
  /** Archived maps stand apart from the others. */
  archived: boolean;
  status: string | null;
  owner: string | null;
  tag: string | null;
  sorting: Sorting;
  /** Turns the order round from what is usual for the sorting. */
  reversed: boolean;
}

/** The maps that a selection leaves, in its order. */
export function selectMaps(
  maps: readonly MapSummary[],
  selecting: Selecting,
  language: string,
): MapSummary[] {
  const words = plain(selecting.search).split(/\s+/).filter(Boolean);
  const chosen = maps.filter(
    (map) => isIn(map, selecting) && words.every((word) => haystack(map).includes(word)),
  );
  const order = orders[selecting.sorting](language);
  const direction = selecting.reversed ? -1 : 1;
  return chosen.sort((a, b) => direction * order(a, b) || a.id.localeCompare(b.id));
}

/** Values that the maps have, for the filters to offer. */
export function valuesOf(maps: readonly MapSummary[], read: (map: MapSummary) => readonly (string | null)[]) {
  const values = new Set(
    maps.flatMap(read).filter((value): value is string => value !== null && value !== ""),
  );
  return [...values].sort((a, b) => a.localeCompare(b));
}

function isIn(map: MapSummary, { folder, archived, status, owner, tag }: Selecting): boolean {
  return (
    (map.status === "archived") === archived &&
    (folder === null || map.folder === folder) &&
    (status === null || map.status === status) &&
    (owner === null || map.owner === owner) &&
    (tag === null || map.tags.includes(tag))
  );
}

function haystack(map: MapSummary): string {
  return plain([...Object.values(map.title), map.id, map.owner, map.folder, ...map.tags].join("\n"));
}

/** As people search: without regard to case and accents. */
function plain(text: string): string {
  return text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

type Order = (a: MapSummary, b: MapSummary) => number;
const statuses = ["in-review", "draft", "approved", "archived"];

/** Usual directions: newest first, A to Z, what needs work first. */
const orders: Record<Sorting, (language: string) => Order> = {
  changed: () => (a, b) => b.updated_at.localeCompare(a.updated_at),
  title: (language) => {
    const { compare } = new Intl.Collator(language, { numeric: true });
    return (a, b) => compare(textIn(a.title, language, a.language), textIn(b.title, language, b.language));
  },
  status: () => (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
  completeness: () => (a, b) => (a.completeness ?? 0) - (b.completeness ?? 0),
  evidence: () => (a, b) => (a.evidence_coverage ?? 0) - (b.evidence_coverage ?? 0),
  measured: () => (a, b) => (b.measured_at ?? "").localeCompare(a.measured_at ?? ""),
};
