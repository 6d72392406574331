/** The way to write to the live document: small changes inside one transaction. Everything a person does goes through
 * here, so that records are made and unmade in one way. */

import * as Y from "yjs";
import { replaceText } from "./difference";
import { bySiblings, countInOrder, manyBetween, type Sibling } from "./order";
import { newKey, type Random } from "./random";
import { recordOf } from "./raw";
import { HEAD_TEXTS, type Table, TEXT_FIELDS } from "./schema";
import { parseTextName, textName } from "./text";
import type { Key, Text } from "./types";

/** What a record holds by name; undefined removes it. */
export type Value = string | number | boolean | readonly string[] | undefined;
export type Values = Readonly<Record<string, Value>>;
export type TextsOf = Readonly<Record<string, Text | undefined>>;
type Set_ = "evidence" | "personas" | "touchpoints";

export class Edit {
  constructor(
    private readonly doc: Y.Doc,
    readonly random: Random,
  ) {}

  /** Makes a record and answers its key. */
  add(table: Table, values: Values, texts: TextsOf = {}): Key {
    const key = newKey(this.random);
    this.doc.getMap(table).set(key, new Y.Map());
    this.set(table, key, values);
    this.writeTexts(key, texts, table);
    return key;
  }

  /** Sets values of a record that is there. */
  set(table: Table, key: Key, values: Values): void {
    const record = recordOf(this.doc.getMap(table), key);
    if (record) for (const [name, value] of Object.entries(values)) setValue(record, name, value);
  }

  /** Removes a record and empties its texts. What refers to it is passed over by whoever reads. */
  remove(table: Table, key: Key): void {
    this.doc.getMap(table).delete(key);
    for (const field of TEXT_FIELDS[table]) this.emptyText(key, field);
  }

  setHead(values: Values): void {
    const head = this.doc.getMap("head");
    for (const [name, value] of Object.entries(values)) setValue(head, name, value);
  }

  /** Sets values of an emotion: `claimed`, `wished`, `icon`, `felt`. */
  setEmotion(place: Key, persona: Key, values: Values): void {
    const emotions = this.doc.getMap("emotions");
    for (const [name, value] of Object.entries(values))
      setValue(emotions, `${place}/${persona}/${name}`, value);
  }

  removeEmotion(place: Key, persona: Key): void {
    const emotions = this.doc.getMap("emotions");
    const prefix = `${place}/${persona}/`;
    for (const name of [...emotions.keys()]) if (name.startsWith(prefix)) emotions.delete(name);
    this.emptyText(`${place}/${persona}`, "word");
  }

  /** Adds keys to a set of a record, behind those that are there. */
  addToSet(table: Table, key: Key, set: Set_, members: readonly Key[]): void {
    const record = recordOf(this.doc.getMap(table), key);
    if (record) this.extendSet(record, `${set}/`, members);
  }

  removeFromSet(table: Table, key: Key, set: Set_, members: readonly Key[]): void {
    const record = recordOf(this.doc.getMap(table), key);
    if (record) for (const member of members) setValue(record, `${set}/${member}`, undefined);
  }

  citeEmotion(place: Key, persona: Key, evidence: readonly Key[]): void {
    this.extendSet(this.doc.getMap("emotions"), `${place}/${persona}/evidence/`, evidence);
  }

  uncite(place: Key, persona: Key, evidence: readonly Key[]): void {
    const values = Object.fromEntries(evidence.map((key) => [`evidence/${key}`, undefined]));
    this.setEmotion(place, persona, values);
  }

  /** Makes one language of a text read so, with as little typing as the difference needs. */
  write(owner: string, field: string, language: string, content: string): void {
    const text = this.doc.getText(textName(owner, field, language));
    if (text.toString() !== content) replaceText(text, content);
  }

  /** Makes a whole text so, in all its languages. */
  writeText(owner: string, field: string, text: Text | undefined, table?: Table): void {
    if (text === undefined) {
      this.emptyText(owner, field);
      return;
    }
    for (const language of this.languagesOf(owner, field)) {
      if (!(language in text)) this.emptyLanguage(owner, field, language);
    }
    for (const [language, content] of Object.entries(text)) {
      this.write(owner, field, language, content);
      this.markEmpty(owner, field, language, content === "" && text !== undefined, table);
    }
  }

  writeTexts(owner: string, texts: TextsOf, table?: Table): void {
    for (const [field, text] of Object.entries(texts)) if (text) this.writeText(owner, field, text, table);
  }

  /** Empties a text in all languages and forgets that it was there. */
  emptyText(owner: string, field: string): void {
    for (const language of this.languagesOf(owner, field)) this.emptyLanguage(owner, field, language);
  }

  /** Positions for so many records behind the first `index` of some siblings. Siblings that share a position or have
   * none, which two people or another program may have brought about, are given ones of their own. */
  positions(table: Table, siblings: readonly Sibling[], index: number, count: number): string[] {
    const low = siblings[index - 1]?.at;
    const high = siblings[index]?.at || undefined;
    const inOrder = countInOrder(siblings);
    if (index <= inOrder && (low === undefined || high === undefined || low < high)) {
      return manyBetween(low, high, count, this.random);
    }
    const start = Math.min(index, inOrder);
    const moved = siblings.slice(start);
    const fresh = manyBetween(siblings[start - 1]?.at, undefined, moved.length + count, this.random);
    const gap = index - start;
    for (const [at, sibling] of moved.entries()) {
      this.set(table, sibling.key, { at: fresh[at < gap ? at : at + count] });
    }
    return fresh.slice(gap, gap + count);
  }

  /** A position behind all of these. */
  lastPosition(table: Table, siblings: readonly Sibling[]): string {
    const inOrder = [...siblings].sort(bySiblings);
    return this.positions(table, inOrder, inOrder.length, 1)[0] as string;
  }

  private extendSet(map: Y.Map<unknown>, prefix: string, members: readonly Key[]): void {
    const names = [...map.keys()].filter((name) => name.startsWith(prefix));
    const last = names
      .map((name) => String(map.get(name)))
      .sort()
      .at(-1);
    const fresh = members.filter((member) => !names.includes(prefix + member));
    const positions = manyBetween(last, undefined, fresh.length, this.random);
    for (const [at, member] of fresh.entries()) map.set(prefix + member, positions[at]);
  }

  private emptyLanguage(owner: string, field: string, language: string): void {
    this.write(owner, field, language, "");
    this.markEmpty(owner, field, language, false);
  }

  /** An empty text is kept by a value beside it; a plain one that every such record has needs none. */
  private markEmpty(owner: string, field: string, language: string, isKept: boolean, table?: Table): void {
    const [map, name] = this.marker(owner, field, language);
    if (!map) return;
    const isNeeded = isKept && !(language === "" && isRequired(table, owner, field));
    if (isNeeded) map.set(name, true);
    else if (map.has(name)) map.delete(name);
  }

  private marker(owner: string, field: string, language: string): [Y.Map<unknown> | undefined, string] {
    if (owner === "head") return [this.doc.getMap("head"), `${field}@${language}`];
    if (owner.includes("/")) return [this.doc.getMap("emotions"), `${owner}/${field}@${language}`];
    const tables = Object.keys(TEXT_FIELDS) as Table[];
    const records = tables.map((table) => recordOf(this.doc.getMap(table), owner));
    return [records.find((record) => record !== undefined), `${field}@${language}`];
  }

  private languagesOf(owner: string, field: string): string[] {
    const start = textName(owner, field, "");
    const [map, name] = this.marker(owner, field, "");
    const languages = new Set<string>();
    for (const full of this.doc.share.keys()) {
      if (full.startsWith(start) && parseTextName(full)) languages.add(full.slice(start.length));
    }
    for (const full of map?.keys() ?? []) if (full.startsWith(name)) languages.add(full.slice(name.length));
    return [...languages];
  }
}

const OPTIONAL: ReadonlySet<string> = new Set([
  "note",
  "role",
  "quote",
  "goal",
  "success",
  "actor",
  "purpose",
  "product",
  "word",
]);

function isRequired(table: Table | undefined, owner: string, field: string): boolean {
  if (owner === "head") return field === HEAD_TEXTS[0];
  return !OPTIONAL.has(field) && table !== "transitions";
}

function setValue(map: Y.Map<unknown>, name: string, value: Value): void {
  if (value === undefined) {
    if (map.has(name)) map.delete(name);
  } else if (map.get(name) !== value) {
    map.set(name, value);
  }
}
