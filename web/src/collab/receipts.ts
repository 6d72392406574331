/** Knows which edits the server has on disk. The server answers a connection's messages in order, and answers a
 * SyncStep1 only after everything before it is on disk: so asking after an edit, and being answered, is the receipt. */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as sync from "y-protocols/sync";
import { messageSync, type WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";

/** How long to wait for more typing before asking. */
const ASK_AFTER_MS = 150;
/** A quiet connection is asked so often, so that a dead one is noticed. */
const QUIET_MS = 15_000;

export class Receipts {
  /** Edits made here, and how many of them the server has. */
  private made = 0;
  private kept = 0;
  /** For each question that is on its way: how many edits had been sent when it was asked. */
  private asked: number[] = [];
  private hasShownState = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pulse: ReturnType<typeof setInterval>;

  constructor(
    private readonly provider: WebsocketProvider,
    private readonly doc: Y.Doc,
    private readonly onChange: () => void,
  ) {
    const handle = provider.messageHandlers[messageSync];
    if (!handle) throw new Error("the provider has no handler for sync messages");
    provider.messageHandlers[messageSync] = (encoder, decoder, from, isFromServer, type) => {
      const kind = peek(decoder);
      handle(encoder, decoder, from, isFromServer, type);
      if (isFromServer) this.follow(kind);
    };
    provider.on("status", ({ status }: { status: string }) => {
      this.hasShownState = false;
      // The provider asks once by itself, before what was edited offline has been sent.
      this.asked = status === "connected" ? [this.kept] : [];
    });
    this.pulse = setInterval(() => this.ask(), QUIET_MS);
  }

  /** How many edits the server is not known to have. */
  get unsent(): number {
    return this.made - this.kept;
  }

  /** Whether the server has confirmed an edit. */
  get hasKept(): boolean {
    return this.kept > 0;
  }

  /** Counts edits of an earlier visit that were never confirmed. */
  restore(count: number): void {
    this.made += count;
    this.askSoon();
  }

  /** Counts an edit. */
  add(): void {
    this.made += 1;
    this.askSoon();
  }

  destroy(): void {
    clearTimeout(this.timer);
    clearInterval(this.pulse);
  }

  private follow(kind: number): void {
    if (kind === sync.messageYjsSyncStep1) {
      this.hasShownState = true;
      // What the server lacks goes out when this handler returns.
      queueMicrotask(() => this.ask());
    }
    if (kind === sync.messageYjsSyncStep2) {
      const kept = this.asked.shift();
      if (kept === undefined || kept <= this.kept) return;
      this.kept = kept;
      this.onChange();
    }
  }

  private askSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.ask();
    }, ASK_AFTER_MS);
  }

  /** Before the server has been shown what it lacks, an answer would prove nothing. */
  private ask(): void {
    const { ws } = this.provider;
    if (!this.hasShownState || !ws || ws.readyState !== ws.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageSync);
    sync.writeSyncStep1(encoder, this.doc);
    ws.send(encoding.toUint8Array(encoder));
    this.asked.push(this.made);
  }
}

/** The next number of a message, which stays to be read. */
function peek(decoder: decoding.Decoder): number {
  const { pos } = decoder;
  const kind = decoding.readVarUint(decoder);
  decoder.pos = pos;
  return kind;
}
