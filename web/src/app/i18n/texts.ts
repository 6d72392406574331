/** A text of a map by language tag. */
export type Texts = Readonly<Record<string, string>>;

/** A map's text as a reader sees it: in the reader's language, else the map's own, else the first there is. */
export function textIn(texts: Texts | null | undefined, reader: string, own: string): string {
  if (!texts) {
    return "";
  }
  const written = texts[reader] || (reader === own ? texts[""] : "");
  return written || texts[own] || texts[""] || Object.values(texts).find((text) => text !== "") || "";
}
