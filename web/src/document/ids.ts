/** Ids of the map, which are unique in their space, for records whose keys are unique but whose ids need not be. */

import { isSlug } from "./values";

const MAX_LENGTH = 64;

/** What an id is given to. */
export interface Wanting {
  readonly key: string;
  /** The id it has been given; empty if none. */
  readonly id: string;
}

/** Ids by key: the smallest key keeps an id that several want, the others get the lowest free number behind it. */
export function assignIds(records: readonly Wanting[]): ReadonlyMap<string, string> {
  const inOrder = [...records].sort((one, other) => (one.key < other.key ? -1 : 1));
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const later: [string, string][] = [];
  for (const { key, id } of inOrder) {
    const wanted = id === "" ? idFromKey(key) : id;
    if (taken.has(wanted)) {
      later.push([key, wanted]);
    } else {
      taken.add(wanted);
      ids.set(key, wanted);
    }
  }
  for (const [key, wanted] of later) {
    const id = freeId(wanted, (one) => taken.has(one));
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}

/** The id with the lowest number behind it that nobody has; the number starts at 2. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  for (let count = 2; ; count += 1) {
    const suffix = `-${count}`;
    const id = wanted.slice(0, MAX_LENGTH - suffix.length) + suffix;
    if (!isTaken(id)) return id;
  }
}

/** A key in the letters that ids are made of. */
function idFromKey(key: string): string {
  const id = key.toLowerCase().replaceAll("_", "-").replace(/^-+/, "");
  return id === "" ? "x" : id;
}

const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  і: "i",
  ї: "i",
  є: "e",
  ґ: "g",
  ў: "u",
};

/** An id that reads like a title, in Latin letters; none if the title has no letter or digit that can be written so. */
export function slugOf(title: string): string | undefined {
  const latin = [...title.toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter).join("");
  const words =
    latin
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .match(/[a-z0-9]+/g) ?? [];
  const id = words
    .join("-")
    .slice(0, MAX_LENGTH / 2)
    .replace(/-+$/, "");
  return isSlug(id) ? id : undefined;
}
