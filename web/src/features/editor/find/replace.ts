import type { MapDocument } from "@/document/map-document";

import type { Match } from "./search";

/** Puts other words in the place of what was found; several at once are one step of undo. Answers how many. */
export function replace(
  document: MapDocument,
  matches: readonly Match[],
  length: number,
  replacement: string,
  language: string,
): number {
  let count = 0;
  // From the back, so that places found earlier in a text stay right.
  const fromBack = [...matches].sort((one, other) => other.at - one.at);
  document.edit("replace", () => {
    for (const match of fromBack) {
      const text = document.text(match.key, match.field, language);
      // What is seen may be in another language than the one that is written.
      if (text.toString() !== match.text && !text.toString().startsWith(match.text.slice(0, match.at))) continue;
      text.delete(match.at, length);
      text.insert(match.at, replacement);
      count += 1;
    }
  });
  return count;
}
