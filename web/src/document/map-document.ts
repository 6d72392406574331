/** A map under edit: the live document, what it says now, and the way to change it. */

import * as Y from "yjs";
import { Edit } from "./edit";
import { Command, History } from "./history";
import { browserRandom, type Random } from "./random";
import { Reader } from "./read";
import { RecordsCache } from "./records-cache";
import type { Selection } from "./selection";
import { textName } from "./text";
import type { MapSnapshot } from "./types";

/** A language nobody can write in: "the map's own". */
const OWN = "";
/** Letters, one's own and those of others, come one by one, and listeners hear of them together after so long: the
 * picture of a map on which many write is then not drawn for each letter of each. */
const TOGETHER_MS = 40;

export class MapDocument {
  readonly undo: History<Selection>;
  private readonly cache: RecordsCache;
  private readonly reader: Reader;
  private readonly listeners = new Set<() => void>();
  private read: MapSnapshot | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly doc: Y.Doc = new Y.Doc(),
    private readonly random: Random = browserRandom,
  ) {
    this.cache = new RecordsCache(doc);
    this.reader = new Reader(this.cache);
    this.undo = new History<Selection>(doc);
    doc.on("afterTransaction", this.follow);
  }

  /** The map as it stands now. Parts that did not change are the same objects as before. */
  get snapshot(): MapSnapshot {
    if (this.read === undefined) {
      this.cache.refresh();
      this.read = this.reader.read();
    }
    return this.read;
  }

  /** Calls the listener when something has changed: at once after a command of this person, soon after anything else. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The shared text to bind an input to. The owner is `head`, a record's key, or `PLACE/PERSONA` for the word of an
   * emotion; `""` and the map's language both mean the text in the map's own language, however it is written. */
  text(owner: string, field: string, language: string): Y.Text {
    const own = this.snapshot.head.language;
    if (language !== OWN && language !== own) return this.doc.getText(textName(owner, field, language));
    const [plainName, taggedName] = [textName(owner, field, OWN), textName(owner, field, own)];
    const plain = this.doc.getText(plainName);
    if (!this.doc.share.has(taggedName)) return plain;
    const tagged = this.doc.getText(taggedName);
    if (tagged.length === 0) return plain;
    if (plain.length > 0) this.settle(plain, tagged);
    return tagged;
  }

  /** Runs a command: one transaction, one step of undo. */
  edit<T>(command: string, body: (edit: Edit) => T): T {
    return this.undo.run(command, () => body(new Edit(this.doc, this.random)));
  }

  /** Writes at the end of a text as typing does: one step of undo with what is typed next. */
  type(owner: string, field: string, language: string, typed: string): void {
    const text = this.text(owner, field, language);
    this.doc.transact(() => text.insert(text.length, typed), new Command("typing"));
  }

  destroy(): void {
    this.doc.off("afterTransaction", this.follow);
    this.undo.manager.destroy();
    clearTimeout(this.waiting);
    this.listeners.clear();
  }

  /** Two people wrote the own language in two ways at once; what is read as one text becomes one before it is edited. */
  private settle(plain: Y.Text, tagged: Y.Text): void {
    this.doc.transact(() => {
      tagged.insert(tagged.length, `\n${plain.toString()}`);
      plain.delete(0, plain.length);
    });
  }

  private readonly follow = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return;
    this.cache.touch(transaction);
    this.read = undefined;
    const { origin } = transaction;
    if (origin instanceof Command || origin === this.undo.manager) this.tell();
    else this.waiting ??= setTimeout(this.tell, TOGETHER_MS);
  };

  /** Tells listeners at once what they would hear soon. */
  readonly tell = (): void => {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    for (const listener of this.listeners) listener();
  };
}
