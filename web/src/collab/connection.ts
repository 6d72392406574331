/** The connection of one map: the server's socket, the copy on this device, and an honest word about both. */

import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import type { MapDocument } from "@/document/map-document";
import { LocalCopy } from "./local-copy";
import { Presence } from "./presence";
import { Receipts } from "./receipts";
import { type ConnectionState, refusalOf } from "./state";

export interface ConnectionOptions {
  /** Where the socket is: `ws://host/collab`. */
  readonly url: string;
  /** Id of the map. */
  readonly map: string;
  /** A viewer sends no edits and keeps no copy. */
  readonly canEdit: boolean;
  /** What others call this person. */
  readonly name: string;
  /** Name of the copy on this device. A map that was made anew under an old id needs another. */
  readonly storeName?: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Outside of browsers. */
  readonly WebSocketPolyfill?: typeof WebSocket;
}

export class Connection {
  readonly presence: Presence;
  private readonly provider: WebsocketProvider;
  private readonly receipts: Receipts;
  private readonly listeners = new Set<() => void>();
  private local: LocalCopy | undefined;
  private hasFailed = false;
  /** It stays here to be seen and edited when the server goes away. */
  private hasMap = false;
  private current: ConnectionState = { kind: "connecting", unsent: 0 };
  private isDestroyed = false;

  constructor(
    readonly document: MapDocument,
    private readonly options: ConnectionOptions,
  ) {
    const { url, map, params, WebSocketPolyfill } = options;
    this.provider = new WebsocketProvider(url, map, document.doc, {
      connect: false,
      ...(params ? { params: { ...params } } : {}),
      ...(WebSocketPolyfill ? { WebSocketPolyfill } : {}),
    });
    this.presence = new Presence(this.provider.awareness, options.name);
    this.receipts = new Receipts(this.provider, document.doc, this.refresh);
    this.listen();
    void this.start();
  }

  /** For editors of text, which draw the cursors of others. */
  get awareness(): Awareness {
    return this.provider.awareness;
  }

  get state(): ConnectionState {
    return this.current;
  }

  /** Whether the map is here to be shown: read from the server, or from this device. */
  get isReady(): boolean {
    return this.hasMap;
  }

  /** Whether an edit is neither on this device's disk nor on the server's. */
  get wouldLose(): boolean {
    return this.receipts.unsent > 0 && !(this.local?.isKept ?? false);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Tries again after a refusal that has been mended. */
  reconnect(): void {
    this.current = { kind: "connecting", unsent: this.receipts.unsent };
    this.provider.connect();
    this.refresh();
  }

  async destroy(): Promise<void> {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.listeners.clear();
    this.receipts.destroy();
    this.presence.destroy();
    this.provider.destroy();
    this.awareness.destroy();
    this.document.doc.off("update", this.count);
    if (typeof window !== "undefined") {
      window.removeEventListener("beforeunload", this.warn);
      window.removeEventListener("offline", this.hangUp);
    }
    await this.local?.close();
  }

  /** The copy on this device comes first: what was edited offline is there before the server is shown what it lacks. */
  private async start(): Promise<void> {
    const { canEdit, map, storeName = `kelias/${map}` } = this.options;
    if (canEdit) {
      const local = await LocalCopy.open(storeName, this.document.doc);
      if (this.isDestroyed) {
        await local?.close();
        return;
      }
      this.local = local;
      this.hasMap ||= this.document.doc.store.clients.size > 0;
      const unsent = (await local?.unsent()) ?? 0;
      if (unsent > 0) this.receipts.restore(unsent);
    }
    if (this.isDestroyed) return;
    this.document.doc.on("update", this.count);
    this.provider.connect();
    this.refresh();
  }

  private listen(): void {
    this.provider.on("status", ({ status }) => {
      // Others forget us when the connection breaks; the same state has to be said again.
      if (status === "connected") this.presence.renew();
      this.refresh();
    });
    this.provider.on("sync", (isSynced) => {
      this.hasMap ||= isSynced;
      this.refresh();
    });
    this.provider.on("connection-error", this.fail);
    this.provider.on("connection-close", this.fail);
    this.provider.on("closed", ({ code }) => this.refuse(code));
    if (typeof window === "undefined") return;
    window.addEventListener("beforeunload", this.warn);
    window.addEventListener("offline", this.hangUp);
  }

  /** A socket does not notice by itself that the network is gone; it would look alive for half a minute. */
  private readonly hangUp = (): void => this.provider.ws?.close();

  private readonly fail = (): void => {
    this.hasFailed = true;
    this.refresh();
  };

  private refuse(code: number): void {
    const reason = refusalOf(code);
    if (!reason) return;
    this.change({ kind: "refused", reason, unsent: this.receipts.unsent });
    // What nobody else has stays on this device, to be saved as a map of its own.
    if (reason === "gone" && this.receipts.unsent === 0) void this.local?.remove();
  }

  /** Counts what is edited here; what comes from the server or from the copy on this device is kept already. */
  private readonly count = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider || this.local?.isOrigin(origin)) return;
    this.receipts.add();
    this.local?.add();
    this.refresh();
  };

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.wouldLose) event.preventDefault();
  };

  private readonly refresh = (): void => {
    if (this.isDestroyed) return;
    const isRefused = this.current.kind === "refused" && !this.provider.shouldConnect;
    if (!isRefused) this.change(this.observe());
  };

  private observe(): ConnectionState {
    const { unsent, hasKept } = this.receipts;
    if (!this.provider.wsconnected) return { kind: this.hasFailed ? "offline" : "connecting", unsent };
    if (!this.provider.synced) return { kind: "connecting", unsent };
    this.hasFailed = false;
    if (unsent > 0) return { kind: "saving", unsent };
    return { kind: hasKept ? "saved" : "live", unsent: 0 };
  }

  private change(state: ConnectionState): void {
    const before = this.current;
    if (before.unsent !== state.unsent) void this.local?.rememberUnsent(state.unsent);
    const isSame = before.kind === state.kind && before.unsent === state.unsent;
    if (!isSame || state.kind === "refused") this.current = state;
    for (const listener of this.listeners) listener();
  }
}
