/** Find and replace over the texts of a map. */

import type { Result } from "./edits/desk";
import { lookup } from "./lookup";
import type { MapDocument } from "./map-document";
import { HEAD_TEXTS, type Table, TEXT_FIELDS } from "./schema";
import type { Cell, RecordRef } from "./selection";
import { shownLanguage } from "./text";
import type { Key, MapSnapshot, Place, Text } from "./types";

export interface Query {
  readonly text: string;
  readonly isCaseSensitive?: boolean;
  readonly isWholeWord?: boolean;
  /** What a reader of this language is shown; without it, what is written in any. */
  readonly language?: string;
}

/** Where a text stands on the map. */
export interface TextPlace {
  /** `head`, a record's key, or `PLACE/PERSONA`. */
  readonly owner: string;
  readonly field: string;
  /** What to select to show it. */
  readonly record?: RecordRef;
  readonly cell?: Cell;
}

export interface Match extends TextPlace {
  readonly language: string;
  readonly content: string;
  /** Where in the content, from and up to which unit. */
  readonly start: number;
  readonly end: number;
}

/** Every place of a text of the map that matches, in reading order. */
export function find(snapshot: MapSnapshot, query: Query): readonly Match[] {
  const pattern = patternOf(query);
  if (!pattern) return [];
  const matches: Match[] = [];
  for (const { text, ...place } of textsOf(snapshot)) {
    const shown = query.language && shownLanguage(text, query.language, snapshot.head.language);
    for (const [language, content] of Object.entries(text)) {
      if (shown !== undefined && language !== shown) continue;
      for (const found of content.matchAll(pattern)) {
        matches.push({ ...place, language, content, start: found.index, end: found.index + found[0].length });
      }
    }
  }
  return matches;
}

/** The number of the match to go on to after the one of a number was replaced; `matches` are those found since. What was
 * put in is passed over, though it may match as well. */
export function numberAfter(
  matches: readonly Match[],
  number: number,
  replaced: Match,
  replacement: string,
): number {
  const end = replaced.start + replacement.length;
  const isPutIn = ({ owner, field, language, start }: Match) =>
    owner === replaced.owner && field === replaced.field && language === replaced.language && start < end;
  let next = number;
  for (let match = matches[next]; match && isPutIn(match); match = matches[next]) next += 1;
  return next < matches.length ? next : 0;
}

/** What the content of a match becomes. */
export function replaced({ content, start, end }: Match, replacement: string): string {
  return content.slice(0, start) + replacement + content.slice(end);
}

/** Replaces matches, all in one step of undo. A text that has changed since it was searched is left alone, and is not
 * counted. */
export function replaceAll(document: MapDocument, matches: readonly Match[], replacement: string): Result {
  // From the end on, so that the places of earlier matches of a text hold.
  const inTurn = [...matches].sort((one, other) => other.start - one.start);
  const count = document.edit("replace", () => {
    let done = 0;
    for (const match of inTurn) {
      const text = document.text(match.owner, match.field, match.language);
      const expected = match.content.slice(match.start, match.end);
      if (text.toString().slice(match.start, match.end) !== expected) continue;
      text.delete(match.start, match.end - match.start);
      text.insert(match.start, replacement);
      done += 1;
    }
    return done;
  });
  return count > 0 ? { announce: { id: "said-replaced", args: { count } } } : undefined;
}

function patternOf({ text, isCaseSensitive = false, isWholeWord = false }: Query): RegExp | undefined {
  if (text === "") return undefined;
  const literal = text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const bounded = isWholeWord ? `(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])` : literal;
  return new RegExp(bounded, isCaseSensitive ? "gu" : "giu");
}

interface FoundText extends TextPlace {
  readonly text: Text;
}

/** The texts of a map with where they stand, in reading order. */
export function* textsOf(snapshot: MapSnapshot): Generator<FoundText> {
  for (const field of HEAD_TEXTS) yield* texts("head", snapshot.head, [field], {});
  for (const one of snapshot.personas) {
    const record: RecordRef = { table: "personas", key: one.key };
    yield* fieldsOf("personas", one, { record });
    for (const item of Object.values(one.portrait).flat()) yield* fieldsOf("items", item, { record });
  }
  for (const lane of snapshot.lanes) yield* fieldsOf("lanes", lane);
  for (const stage of snapshot.stages) {
    yield* fieldsOf("stages", stage);
    yield* placeTexts(snapshot, stage);
    for (const step of stage.steps) {
      yield* fieldsOf("steps", step);
      for (const touchpoint of step.touchpoints) yield* fieldsOf("touchpoints", touchpoint);
      yield* placeTexts(snapshot, step);
    }
  }
  for (const one of snapshot.transitions) yield* fieldsOf("transitions", one);
  for (const one of snapshot.evidence) yield* fieldsOf("evidence", one);
}

function* placeTexts(snapshot: MapSnapshot, place: Place): Generator<FoundText> {
  for (const lane of snapshot.lanes) {
    const cell = { place: place.key, lane: lane.key };
    for (const item of place.cells[lane.key] ?? []) yield* fieldsOf("items", item, { cell });
  }
  const { personas } = lookup(snapshot);
  for (const [persona, emotion] of Object.entries(place.emotion)) {
    if (!personas.has(persona)) continue;
    yield* texts(`${place.key}/${persona}`, emotion, ["word"], {});
  }
  for (const barrier of place.barriers) {
    yield* fieldsOf("barriers", barrier);
    for (const idea of barrier.ideas) yield* fieldsOf("ideas", idea);
  }
}

function fieldsOf(
  table: Table,
  record: { readonly key: Key },
  where: Partial<TextPlace> = {},
): Generator<FoundText> {
  const place = { record: { table, key: record.key }, ...where };
  return texts(record.key, record, TEXT_FIELDS[table], place);
}

function* texts(
  owner: string,
  record: object,
  fields: readonly string[],
  where: Partial<TextPlace>,
): Generator<FoundText> {
  const values = record as Readonly<Record<string, Text | undefined>>;
  for (const field of fields) {
    const text = values[field];
    if (text) yield { ...where, owner, field, text };
  }
}
