/** The copy of a map on this device, so that closing the tab and losing the network lose nothing. */

import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import { canStore } from "./storage";

const UPDATES = "updates";
const UNSENT = "unsent";

export class LocalCopy {
  /** Edits made here that are not yet on this device's disk. */
  private pending = 0;
  private isBroken = false;

  private constructor(
    private readonly store: IndexeddbPersistence,
    private readonly db: IDBDatabase,
  ) {
    // A disk that is full aborts the transaction; from then on nothing here counts as kept.
    for (const event of ["abort", "error"]) db.addEventListener(event, () => (this.isBroken = true));
  }

  /** Opens the copy and reads it into the document; none where the browser has no storage to give. */
  static async open(name: string, doc: Y.Doc): Promise<LocalCopy | undefined> {
    if (!(await canStore())) return undefined;
    const store = new IndexeddbPersistence(name, doc);
    await store.whenSynced;
    return store.db ? new LocalCopy(store, store.db) : undefined;
  }

  /** Whether an update was read from here rather than made by anybody. */
  isOrigin(origin: unknown): boolean {
    return origin === this.store;
  }

  /** Whether every edit is on this device's disk. */
  get isKept(): boolean {
    return this.pending === 0 && !this.isBroken;
  }

  /** Counts an edit until it is on disk: a transaction on the same store begins only when the edit's own has ended. */
  add(): void {
    this.pending += 1;
    const transaction = this.db.transaction([UPDATES], "readonly");
    transaction.oncomplete = () => {
      this.pending -= 1;
    };
    transaction.objectStore(UPDATES).count();
  }

  /** How many edits the server was not known to have when the tab was closed. */
  async unsent(): Promise<number> {
    const count = await this.store.get(UNSENT);
    return typeof count === "number" ? count : 0;
  }

  async rememberUnsent(count: number): Promise<void> {
    if (!this.isBroken) await this.store.set(UNSENT, count);
  }

  /** Closes the copy; it stays on disk. */
  async close(): Promise<void> {
    await this.store.destroy();
  }

  /** Removes the copy from the device. */
  async remove(): Promise<void> {
    await this.store.clearData();
  }
}
