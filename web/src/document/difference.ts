/** Changing a text by what differs, so that what others type into the same text at once stays. */

import type * as Y from "yjs";

/** Replaces the part between the common beginning and the common end. */
export function replaceText(text: Y.Text, content: string): void {
  const before = text.toString();
  let start = 0;
  const shorter = Math.min(before.length, content.length);
  while (start < shorter && before[start] === content[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === content.at(-1 - end)) end += 1;
  // A character outside the basic plane is two units, which must not be parted.
  if (isLowSurrogate(before, start) || isLowSurrogate(content, start)) start -= 1;
  if (isLowSurrogate(before, before.length - end) || isLowSurrogate(content, content.length - end)) end -= 1;
  if (end < 0) end = 0;
  if (before.length - end > start) text.delete(start, before.length - end - start);
  if (content.length - end > start) text.insert(start, content.slice(start, content.length - end));
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && at < text.length && unit >= 0xdc00 && unit <= 0xdfff;
}
