/** What belongs to the map as a whole. */

import type { MapStatus } from "../types";
import { colour, date, languageTag } from "../values";
import { type Desk, type Result, saidOf } from "./desk";

/** Single values of the head; undefined takes one away. Texts are written through `MapDocument.text("head", …)`. */
export interface HeadValues {
  readonly language?: string;
  readonly subject?: string | undefined;
  readonly status?: MapStatus | undefined;
  readonly owner?: string | undefined;
  readonly state?: "as-is" | "to-be" | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly accent?: string | undefined;
  readonly ribbon?: string | undefined;
}

const FORMS = { language: languageTag, from: date, until: date, accent: colour, ribbon: colour } as const;

/** Sets values of the head; one that cannot be read as what it should be changes nothing. */
export function setHead(desk: Desk, values: HeadValues): Result {
  const isFormed = (name: keyof typeof FORMS) => {
    const value = values[name];
    return value === undefined || FORMS[name](value) !== undefined;
  };
  if (!(Object.keys(FORMS) as (keyof typeof FORMS)[]).every(isFormed)) return undefined;
  desk.document.edit("head.set", (edit) => edit.setHead({ ...values }));
  return { announce: { id: "said-head" } };
}

/** Makes the tags of the map these, in this order. */
export function setTags(desk: Desk, tags: readonly string[]): Result {
  const { document } = desk;
  const wanted = [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ""))];
  const there = document.snapshot.tags;
  if (wanted.length === there.length && wanted.every((tag, at) => tag === there[at]?.tag)) return undefined;
  document.edit("head.tags", (edit) => {
    const kept = there.filter(
      (one, at) => wanted.includes(one.tag) && there.findIndex((o) => o.tag === one.tag) === at,
    );
    for (const one of there) if (!kept.includes(one)) edit.remove("tags", one.key);
    const isInOrder = kept.every((one, at) => one.tag === wanted[at]);
    const fresh = isInOrder ? wanted.slice(kept.length) : wanted;
    if (!isInOrder) for (const one of kept) edit.remove("tags", one.key);
    const siblings = isInOrder ? kept : [];
    const positions = edit.positions("tags", siblings, siblings.length, fresh.length);
    for (const [at, tag] of fresh.entries()) edit.add("tags", { at: positions[at], tag });
  });
  return { announce: saidOf(desk, "changed", "tag") };
}
