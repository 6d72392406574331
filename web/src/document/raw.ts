/** One record of the live document as it was written: values by name and texts, nothing trusted. */

import * as Y from "yjs";
import type { Sibling } from "./order";
import type { Text } from "./types";
import { clean, isPosition, isTextLanguage, number } from "./values";

/** The texts of one owner: field -> language -> what is typed into. */
export type Texts = ReadonlyMap<string, ReadonlyMap<string, Y.Text>>;
type Names = Iterable<string>;

/** The value that stands under a name of a shared map, whatever its kind. Nested types are no values. */
export function givenValue(map: Y.Map<unknown>, name: string): unknown {
  const item = map._map.get(name);
  if (!item || item.deleted) return undefined;
  const content = item.content;
  if (content instanceof Y.ContentAny) return content.arr.at(-1);
  if (content instanceof Y.ContentString) return content.str;
  return content instanceof Y.ContentEmbed ? content.embed : undefined;
}

/** The record that stands under a key of a table. */
export function recordOf(table: Y.Map<unknown>, key: string): Y.Map<unknown> | undefined {
  const item = table._map.get(key);
  if (!item || item.deleted || !(item.content instanceof Y.ContentType)) return undefined;
  const type: Y.AbstractType<unknown> = item.content.type;
  // A subclass is another kind of type, which no reader of maps knows.
  return type.constructor === Y.Map ? (type as Y.Map<unknown>) : undefined;
}

/** Reads the values of one record, or those of one emotion, whose names share a prefix. */
export class Raw {
  constructor(
    private readonly map: Y.Map<unknown>,
    private readonly prefix: string,
    private readonly names: () => Names,
    private readonly texts: Texts | undefined,
    private readonly mapLanguage: string,
  ) {}

  value(name: string): unknown {
    return givenValue(this.map, this.prefix + name);
  }

  string(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === "string" ? clean(value) : undefined;
  }

  /** A string that has to be of some form, in its canonical form. */
  formed(name: string, canonical: (text: string) => string | undefined): string | undefined {
    const value = this.string(name);
    return value === undefined ? undefined : canonical(value);
  }

  word<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.value(name);
    return words.find((word) => word === value);
  }

  number(name: string): number | undefined {
    return number(this.value(name));
  }

  flag(name: string): boolean {
    return this.value(name) === true;
  }

  /** Position among siblings; empty where there is none. */
  at(): string {
    const value = this.value("at");
    return isPosition(value) ? value : "";
  }

  /** Keys of a set that is spread over values `NAME/KEY`, in their order. */
  set(name: string): readonly string[] {
    const start = `${this.prefix}${name}/`;
    const members = [];
    for (const full of this.names()) {
      if (!full.startsWith(start)) continue;
      const at = givenValue(this.map, full);
      if (typeof at === "string") members.push({ key: full.slice(start.length), at: clean(at) });
    }
    return members.sort(byTextThenKey).map((member) => member.key);
  }

  /** A text that every such record has. */
  text(field: string): Text {
    return this.optionalText(field) ?? { "": "" };
  }

  /** A text that may be missing. */
  optionalText(field: string): Text | undefined {
    const written = new Map<string, string>();
    for (const [language, text] of this.texts?.get(field) ?? []) {
      const content = clean(text.toString());
      if (content !== "") written.set(language, content);
    }
    this.addEmptyTexts(field, written);
    const plain = written.get("");
    written.delete("");
    if (written.size === 0) return plain === undefined ? undefined : { "": plain };
    if (plain !== undefined) addPlain(written, plain, this.mapLanguage);
    return Object.fromEntries([...written].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** Languages in which a text is there although nothing is written. */
  private addEmptyTexts(field: string, written: Map<string, string>): void {
    const start = `${this.prefix}${field}@`;
    for (const full of this.names()) {
      if (!full.startsWith(start) || givenValue(this.map, full) !== true) continue;
      const language = full.slice(start.length);
      if (!written.has(language) && isTextLanguage(language)) written.set(language, "");
    }
  }
}

/** Members are put in order by whatever string they hold, compared as UTF-8 would be. */
function byTextThenKey(one: Sibling, other: Sibling): number {
  return compare(one.at, other.at) || compare(one.key, other.key);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  const [left, right] = [[...one], [...other]];
  const at = left.findIndex((character, index) => character !== right[index]);
  const [first, second] = [left[at]?.codePointAt(0) ?? -1, right[at]?.codePointAt(0) ?? -1];
  return at < 0 || first < second ? -1 : 1;
}

/** The plain text stands for the map's language; where both are written, it follows on a new line. */
function addPlain(written: Map<string, string>, plain: string, mapLanguage: string): void {
  const own = written.get(mapLanguage) ?? "";
  written.set(mapLanguage, own !== "" && plain !== "" ? `${own}\n${plain}` : own + plain);
}
