/** The markdown that texts of a map may have: emphasis and links, nothing else. It becomes tokens, never HTML, so that
 * nothing a person types can be anything but text on the page. */

export type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly Token[] }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Token[] };

/** Emphasis within emphasis goes no deeper; what is deeper is text as it stands. */
const DEEPEST = 6;
/** A link's address is longer than this only by mistake. */
const LONGEST_LINK = 2048;

/** Reads a text. Stars and underscores that do not enclose anything stay what they are. */
export function readMarkdown(text: string, depth = 0): readonly Token[] {
  const tokens: Token[] = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") tokens.push({ kind: "text", text: plain });
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const found = depth < DEEPEST ? tokenAt(text, at, depth) : undefined;
    if (found) {
      flush();
      tokens.push(found.token);
      at = found.end;
    } else {
      const isEscape = text[at] === "\\" && /[\\*_[\]()]/.test(text[at + 1] ?? "");
      plain += text[isEscape ? at + 1 : at];
      at += isEscape ? 2 : 1;
    }
  }
  flush();
  return tokens;
}

/** A text without its marks, for names that screen readers say and for searching. */
export function plainText(text: string): string {
  const read = (tokens: readonly Token[]): string =>
    tokens.map((token) => (token.kind === "text" ? token.text : read(token.children))).join("");
  return read(readMarkdown(text));
}

interface Found {
  readonly token: Token;
  readonly end: number;
}

function tokenAt(text: string, at: number, depth: number): Found | undefined {
  switch (text[at]) {
    case "*":
    case "_":
      return emphasisAt(text, at, depth);
    case "[":
      return linkAt(text, at, depth);
    case "h":
    case "H":
      return bareLinkAt(text, at);
    default:
      return undefined;
  }
}

function emphasisAt(text: string, at: number, depth: number): Found | undefined {
  const mark = text.charAt(at);
  const marks = text[at + 1] === mark ? mark + mark : mark;
  const start = at + marks.length;
  // Names such as snake_case and 2*3*4 are no emphasis.
  if (isWord(text[at - 1]) || isBlank(text[start])) return undefined;
  const end = closing(text, marks, start);
  if (end < 0) return undefined;
  const children = readMarkdown(text.slice(start, end), depth + 1);
  return { token: { kind: marks.length === 2 ? "strong" : "emphasis", children }, end: end + marks.length };
}

/** Where the marks close: behind a letter, before a gap, on the same paragraph. */
function closing(text: string, marks: string, start: number): number {
  const limit = text.indexOf("\n\n", start);
  const stop = limit < 0 ? text.length : limit;
  for (let at = text.indexOf(marks, start + 1); at >= 0 && at < stop; at = text.indexOf(marks, at + 1)) {
    const isEscaped = text[at - 1] === "\\";
    const isLonger = marks.length === 1 && (text[at + 1] === marks || text[at - 1] === marks);
    // Of three marks in a row the first one closes what is inside.
    if (marks.length === 2 && text[at + 2] === marks[0]) continue;
    if (!isEscaped && !isLonger && !isBlank(text[at - 1]) && !isWord(text[at + marks.length])) return at;
  }
  return -1;
}

function linkAt(text: string, at: number, depth: number): Found | undefined {
  const match = /^\[([^[\]\n]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/.exec(
    text.slice(at, at + 2 * LONGEST_LINK),
  );
  const href = safeHref(match?.[2] ?? "");
  if (!match || href === undefined) return undefined;
  return {
    token: { kind: "link", href, children: readMarkdown(match[1] ?? "", depth + 1) },
    end: at + match[0].length,
  };
}

function bareLinkAt(text: string, at: number): Found | undefined {
  if (isWord(text[at - 1])) return undefined;
  const match = /^https?:\/\/[^\s<>"'\])]+/i.exec(text.slice(at, at + LONGEST_LINK));
  // A full stop or a comma behind an address belongs to the sentence.
  const written = match?.[0].replace(/[.,;:!?]+$/, "") ?? "";
  const href = safeHref(written);
  if (href === undefined) return undefined;
  return {
    token: { kind: "link", href, children: [{ kind: "text", text: written }] },
    end: at + written.length,
  };
}

/** An address that is safe to follow: of the web, or of a person's mail. */
export function safeHref(address: string): string | undefined {
  if (address.length > LONGEST_LINK || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return ["http:", "https:", "mailto:"].includes(protocol) ? href : undefined;
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
