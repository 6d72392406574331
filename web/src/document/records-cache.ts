/** Keeps every record of the document read, and reads again only those that a transaction touched. */

import type * as Y from "yjs";
import { Raw, recordOf, type Texts } from "./raw";
import {
  type ItemRecord,
  readBarrier,
  readEmotion,
  readEvidence,
  readHead,
  readIdea,
  readItem,
  readLane,
  readLanguage,
  readPersona,
  readStage,
  readStep,
  readTag,
  readTarget,
  readTouchpoint,
  readTransition,
} from "./records";
import { TABLES, type Table } from "./schema";
import { parseTextName } from "./text";
import type { Head } from "./types";
import { isKey } from "./values";

const READERS = {
  tags: readTag,
  evidence: readEvidence,
  personas: readPersona,
  lanes: readLane,
  stages: readStage,
  steps: readStep,
  touchpoints: readTouchpoint,
  items: readItem,
  barriers: readBarrier,
  ideas: readIdea,
  transitions: readTransition,
  targets: readTarget,
} as const;

type Read<T extends Table> = NonNullable<ReturnType<(typeof READERS)[T]>>;
/** The records of every table by key. */
export type Records = { readonly [T in Table]: ReadonlyMap<string, Read<T>> };
export type EmotionRecord = ReturnType<typeof readEmotion>;

const EMOTION_NAME = /^([A-Za-z0-9_-]{1,64})\/([A-Za-z0-9_-]{1,64})\/(.*)$/s;
const HEAD = "head";

export class RecordsCache {
  /** Records as they were read last. */
  readonly records: Records;
  /** Items by what they belong to; what one owner has is a new map whenever one of them is read anew. */
  readonly itemsByOwner = new Map<string, ReadonlyMap<string, ItemRecord>>();
  /** Emotions by `PLACE/PERSONA`. */
  readonly emotions = new Map<string, EmotionRecord>();
  head: Head;

  private readonly texts = new Map<string, Map<string, Map<string, Y.Text>>>();
  private readonly owners = new Map<object, string>();
  private readonly tables = new Map<object, Table>();
  private readonly headMap: Y.Map<unknown>;
  private readonly emotionMap: Y.Map<unknown>;
  /** Names of the values of each emotion, so that one can be read without looking at all. */
  private readonly emotionNames = new Map<string, Set<string>>();
  private readonly seenNames = new Set<string>();
  private readonly touched = new Map<Table, Set<string>>();
  private readonly touchedOwners = new Set<string>();
  private readonly touchedEmotions = new Set<string>();
  private mapLanguage = "en";

  constructor(private readonly doc: Y.Doc) {
    this.headMap = doc.getMap(HEAD);
    this.emotionMap = doc.getMap("emotions");
    for (const table of TABLES) {
      this.tables.set(doc.getMap(table), table);
      this.touched.set(table, new Set());
    }
    this.records = Object.fromEntries(TABLES.map((table) => [table, new Map()])) as unknown as Records;
    this.touchEverything();
    this.head = this.readHead();
    this.refresh();
  }

  /** Takes note of what a transaction changed. */
  touch(transaction: Y.Transaction): void {
    this.discoverTexts();
    for (const [type, names] of transaction.changed as Map<Y.AbstractType<unknown>, Set<string | null>>) {
      if (type._item) this.touchNested(type._item);
      else this.touchRoot(type, names);
    }
  }

  /** Reads what was touched since the last time. */
  refresh(): void {
    if (this.touchedOwners.has(HEAD)) this.head = this.readHead();
    if (this.head.language !== this.mapLanguage) {
      this.mapLanguage = this.head.language;
      this.touchEverything();
      this.head = this.readHead();
    }
    this.touchRecordsOfOwners();
    for (const table of TABLES) this.refreshTable(table);
    this.refreshEmotions();
    this.touchedOwners.clear();
  }

  private touchNested(item: Y.Item): void {
    const table = this.tables.get(item.parent as object);
    if (table !== undefined && item.parentSub !== null) this.touched.get(table)?.add(item.parentSub);
  }

  private touchRoot(type: Y.AbstractType<unknown>, names: Set<string | null>): void {
    const owner = this.owners.get(type);
    if (owner !== undefined) this.touchedOwners.add(owner);
    if (type === this.headMap) this.touchedOwners.add(HEAD);
    const table = this.tables.get(type);
    for (const name of names) {
      if (name === null) continue;
      if (table !== undefined) this.touched.get(table)?.add(name);
      if (type === this.emotionMap) this.touchEmotion(name);
    }
  }

  private touchEmotion(name: string): void {
    const [, place, persona] = EMOTION_NAME.exec(name) ?? [];
    if (place === undefined) return;
    const pair = `${place}/${persona}`;
    const names = this.emotionNames.get(pair) ?? new Set();
    this.emotionNames.set(pair, names);
    if (this.emotionMap.has(name)) names.add(name);
    else names.delete(name);
    this.touchedEmotions.add(pair);
  }

  /** Finds the texts that came since the last time; every text is a top-level type of its own. */
  private discoverTexts(): void {
    if (this.doc.share.size === this.seenNames.size) return;
    for (const name of this.doc.share.keys()) {
      if (this.seenNames.has(name)) continue;
      this.seenNames.add(name);
      const parts = parseTextName(name);
      if (!parts) continue;
      const text = this.doc.getText(name);
      const fields = getOr(this.texts, parts.owner, () => new Map<string, Map<string, Y.Text>>());
      getOr(fields, parts.field, () => new Map<string, Y.Text>()).set(parts.language, text);
      this.owners.set(text, parts.owner);
      this.touchedOwners.add(parts.owner);
    }
  }

  private touchEverything(): void {
    this.discoverTexts();
    for (const [type, table] of this.tables) {
      for (const key of (type as Y.Map<unknown>).keys()) this.touched.get(table)?.add(key);
    }
    for (const name of this.emotionMap.keys()) this.touchEmotion(name);
    for (const owner of this.texts.keys()) if (owner.includes("/")) this.touchedEmotions.add(owner);
  }

  /** A key belongs to one table, but a document from elsewhere may have it in several. */
  private touchRecordsOfOwners(): void {
    for (const owner of this.touchedOwners) {
      if (owner.includes("/")) this.touchedEmotions.add(owner);
      else
        for (const [type, table] of this.tables)
          if ((type as Y.Map<unknown>).has(owner)) this.touched.get(table)?.add(owner);
    }
  }

  private refreshTable(table: Table): void {
    const touched = this.touched.get(table);
    if (!touched || touched.size === 0) return;
    const records = this.records[table] as Map<string, unknown>;
    const map = this.doc.getMap(table);
    for (const key of touched) {
      const written = isKey(key) ? recordOf(map, key) : undefined;
      const record =
        written &&
        READERS[table](
          this.raw(written, "", () => written.keys(), key),
          key,
        );
      if (table === "items") this.regroup(key, record as ItemRecord | undefined);
      if (record) records.set(key, record);
      else records.delete(key);
    }
    touched.clear();
  }

  private regroup(key: string, record: ItemRecord | undefined): void {
    const before = this.records.items.get(key);
    if (before) this.changeGroup(before.owner, (items) => items.delete(key));
    if (record) this.changeGroup(record.owner, (items) => items.set(key, record));
  }

  private changeGroup(owner: string, change: (items: Map<string, ItemRecord>) => void): void {
    const items = new Map(this.itemsByOwner.get(owner));
    change(items);
    if (items.size > 0) this.itemsByOwner.set(owner, items);
    else this.itemsByOwner.delete(owner);
  }

  private refreshEmotions(): void {
    for (const pair of this.touchedEmotions) {
      const names = this.emotionNames.get(pair) ?? new Set();
      this.emotions.set(pair, readEmotion(this.raw(this.emotionMap, `${pair}/`, () => names, pair)));
    }
    this.touchedEmotions.clear();
  }

  private readHead(): Head {
    const raw = this.raw(this.headMap, "", () => this.headMap.keys(), HEAD);
    const language = readLanguage(raw);
    // The language decides how the head's own texts are read.
    return readHead(this.raw(this.headMap, "", () => this.headMap.keys(), HEAD, language));
  }

  private raw(
    map: Y.Map<unknown>,
    prefix: string,
    names: () => Iterable<string>,
    owner: string,
    language = this.mapLanguage,
  ): Raw {
    return new Raw(map, prefix, names, this.texts.get(owner) as Texts | undefined, language);
  }
}

function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
