/** Single values of the document: what counts as one, and its canonical form. */

const KEY = /^[A-Za-z0-9_-]{1,64}$/;
const POSITION = /^[0-9A-Za-z]*[1-9A-Za-z]$/;
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;
const COLOUR = /^#[0-9a-fA-F]{6}$/;
const DURATION = /^([0-9]+)([smhdw])$/;
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const MAX_COUNT = 4_294_967_295;
const MAX_TAG = 64;

/** Whether a string can be the key of a record. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}

/** Whether a string can be a position among siblings. */
export function isPosition(value: unknown): value is string {
  return typeof value === "string" && POSITION.test(value);
}

/** Whether a string can be an id in a map file. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** A colour as `#rrggbb` in lower case. */
export function colour(text: string): string | undefined {
  return COLOUR.test(text) ? text.toLowerCase() : undefined;
}

/** A length of time: a whole number and a unit. */
export function duration(text: string): string | undefined {
  const match = DURATION.exec(text);
  const count = Number(match?.[1]);
  return match && count <= MAX_COUNT ? `${count}${match[2]}` : undefined;
}

/** A day of the calendar. */
export function date(text: string): string | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isDay ? text : undefined;
}

/** Regions are written in capitals, scripts with a capital, all else small. */
function usualCase(part: string): string {
  if (/^[A-Za-z]{2}$/.test(part)) return part.toUpperCase();
  if (/^[A-Za-z]{4}$/.test(part)) return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
  return part.toLowerCase();
}

/** A language tag in its usual case. */
export function languageTag(text: string): string | undefined {
  if (text.length > MAX_TAG || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(text)) return undefined;
  const [primary, ...parts] = text.split("-");
  return [primary?.toLowerCase(), ...parts.map(usualCase)].join("-");
}

/** A finite number; a big integer, which other Yjs clients may write, counts where a double holds it exactly. */
export function number(value: unknown): number | undefined {
  const isExact = typeof value === "bigint" && BigInt(Number(value)) === value;
  const plain = isExact ? Number(value) : value;
  // Adding zero turns -0 into 0.
  return typeof plain === "number" && Number.isFinite(plain) ? plain + 0 : undefined;
}

/** The nearest number of a range. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it can be sent and stored: half a character, which an editor may leave for a moment, is none. */
export function clean(text: string): string {
  return text.replace(LONE_SURROGATE, "\ufffd");
}

/** Whether a text can be written under this language: a canonical tag, or `""` for the map's own. */
export function isTextLanguage(language: string): boolean {
  return language === "" || languageTag(language) === language;
}
