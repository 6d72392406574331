/** Emotions: how a persona feels in a stage or step, claimed and wished for. */

import { lookup } from "../lookup";
import type { EmotionRef } from "../selection";
import type { Emotion, Key } from "../types";
import { clamp } from "../values";
import { type Desk, type Result, saidOf } from "./desk";

export const LOWEST = -2;
export const HIGHEST = 2;

/** Sets a point of the curve; none removes it. */
export function setEmotion(desk: Desk, ref: EmotionRef, value: number | undefined): Result {
  if (!isThere(desk, ref)) return undefined;
  const rounded = value === undefined ? undefined : Math.round(clamp(value, LOWEST, HIGHEST) * 100) / 100;
  desk.document.edit("emotion.set", (edit) =>
    edit.setEmotion(ref.place, ref.persona, { [ref.side]: rounded }),
  );
  return said(desk, ref, rounded);
}

/** Raises or lowers a point; the first press makes it where it waits. */
export function stepEmotion(desk: Desk, ref: EmotionRef, delta: number): Result {
  const emotion = emotionAt(desk, ref);
  const before = emotion?.[ref.side];
  return setEmotion(desk, ref, before === undefined ? startOf(emotion, ref.side) : before + delta);
}

/** Where a point begins that is not set: a claim in the middle of the scale, a wish above what is claimed. */
export function startOf(emotion: Emotion | undefined, side: EmotionRef["side"]): number {
  return side === "claimed" ? 0 : Math.min(HIGHEST, (emotion?.claimed ?? 0) + 1);
}

/** Sets the icon of an emotion: one emoji or the name of an icon. */
export function setEmotionIcon(desk: Desk, ref: EmotionRef, icon: string | undefined): Result {
  if (!isThere(desk, ref)) return undefined;
  desk.document.edit("emotion.icon", (edit) => edit.setEmotion(ref.place, ref.persona, { icon }));
  return { announce: saidOf(desk, "changed", "emotion", placeTitle(desk, ref)) };
}

/** Begins the word of an emotion. */
export function editEmotionWord(desk: Desk, ref: EmotionRef): Result {
  if (!isThere(desk, ref)) return undefined;
  return {
    announce: saidOf(desk, "editing", "emotion", placeTitle(desk, ref)),
    edit: { owner: `${ref.place}/${ref.persona}`, field: "word" },
  };
}

/** Cites evidence on an emotion, or takes the citation back. */
export function citeOnEmotion(desk: Desk, ref: EmotionRef, evidence: readonly Key[], isCited = true): Result {
  if (!isThere(desk, ref) || evidence.length === 0) return undefined;
  desk.document.edit("emotion.cite", (edit) => {
    if (isCited) edit.citeEmotion(ref.place, ref.persona, evidence);
    else edit.uncite(ref.place, ref.persona, evidence);
  });
  const id = isCited ? "cited" : "uncited";
  return { announce: saidOf(desk, id, "evidence", undefined, { count: evidence.length }) };
}

/** Forgets one point of the curve. With the last one of a persona in a place goes what was noted about it: the word, the
 * icon, the evidence. */
export function removeEmotion(desk: Desk, ref: EmotionRef): Result {
  const emotion = emotionAt(desk, ref);
  // A point that is not set has nothing to take away, least of all the word that stands beside it.
  if (emotion?.[ref.side] === undefined) return undefined;
  const other = ref.side === "claimed" ? emotion.wished : emotion.claimed;
  desk.document.edit("emotion.remove", (edit) => {
    if (other === undefined) edit.removeEmotion(ref.place, ref.persona);
    else edit.setEmotion(ref.place, ref.persona, { [ref.side]: undefined });
  });
  return { announce: saidOf(desk, "removed", "emotion", placeTitle(desk, ref)) };
}

/** The emotion of a point. */
export function emotionAt(desk: Desk, { place, persona }: EmotionRef): Emotion | undefined {
  return lookup(desk.document.snapshot).places.get(place)?.emotion[persona];
}

function isThere(desk: Desk, { place, persona }: EmotionRef): boolean {
  const { places, personas } = lookup(desk.document.snapshot);
  return places.has(place) && personas.has(persona);
}

function placeTitle(desk: Desk, { place }: EmotionRef) {
  return lookup(desk.document.snapshot).places.get(place)?.title;
}

function said(desk: Desk, ref: EmotionRef, value: number | undefined): Result {
  if (value === undefined) return { announce: saidOf(desk, "removed", "emotion", placeTitle(desk, ref)) };
  const args = { value, side: ref.side };
  return { announce: saidOf(desk, "felt", "emotion", placeTitle(desk, ref), args) };
}
