/** A run of a text with its emphasis; what is inside of a link or of stars is read again. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "em"; readonly inside: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly inside: readonly Inline[] };

/** One alternative for each kind; the text between is plain. Lengths are bounded, so no text can make it slow. */
const MARK =
  /`([^`\n]{1,2000})`|\*\*(?=\S)([^\n]{1,2000}?\S)\*\*|__(?=\S)([^\n]{1,2000}?\S)__(?!\w)|\*(?=[^\s*])([^*\n]{0,2000}?[^\s*])\*(?!\*)|(?<!\w)_(?=[^\s_])([^_\n]{0,2000}?[^\s_])_(?!\w)|\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>()"]{1,2000}[^\s<>()".,;:!?])/g;
const DEEPEST = 4;

/** Reads emphasis, code and links; what is none of them stays as it was written. */
export function inlines(text: string, depth = 0): Inline[] {
  if (depth >= DEEPEST || !/[`*_[]|https?:/.test(text)) return text ? [{ kind: "text", text }] : [];
  const out: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    const found = read(match, depth);
    if (!found) continue;
    if (match.index > end) out.push({ kind: "text", text: text.slice(end, match.index) });
    out.push(found);
    end = match.index + match[0].length;
  }
  if (end < text.length) out.push({ kind: "text", text: text.slice(end) });
  return out;
}

/** The text as it sounds: without its marks. */
export function plain(text: string): string {
  const spoken = (run: Inline): string => ("inside" in run ? run.inside.map(spoken).join("") : run.text);
  return inlines(text).map(spoken).join("");
}

function read(match: RegExpMatchArray, depth: number): Inline | undefined {
  const [, code, stars, lines, star, line, label, target, address] = match;
  if (code) return { kind: "code", text: code };
  const strong = stars ?? lines;
  if (strong) return { kind: "strong", inside: inlines(strong, depth + 1) };
  const em = star ?? line;
  if (em) return { kind: "em", inside: inlines(em, depth + 1) };
  if (address) return { kind: "link", href: address, inside: [{ kind: "text", text: address }] };
  if (label && target && isHarmless(target)) {
    return { kind: "link", href: target, inside: inlines(label, depth + 1) };
  }
  return undefined;
}

/** Only addresses that lead somewhere: nothing that would run. */
function isHarmless(address: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(address);
}
