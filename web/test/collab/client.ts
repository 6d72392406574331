/** The stock provider of npm y-websocket, unchanged, with a way to learn what the server has kept. */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as sync from "y-protocols/sync";
import { messageSync, WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Server } from "./server";

export interface ClientOptions {
  map?: string;
  /** Query parameters; a token by default. */
  params?: Record<string, string>;
  /** What a browser sends of its own accord. */
  headers?: Record<string, string>;
  doc?: Y.Doc;
}

export class Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Answers to SyncStep1 that the connection has sent for, and had. */
  private asked = 0;
  private answered = 0;
  private waiting: { number: number; done: () => void; failed: (error: Error) => void }[] = [];

  constructor(server: Server, { map = "shop", params, headers, doc = new Y.Doc() }: ClientOptions = {}) {
    this.doc = doc;
    this.provider = new WebsocketProvider(server.socketUrl, map, doc, {
      params: params ?? (headers ? {} : { token: server.token }),
      WebSocketPolyfill: socketWith(headers),
      disableBc: true,
    });
    this.provider.on("status", ({ status }) => {
      if (status === "connected") this.listen();
    });
    this.provider.on("connection-close", () => this.giveUp());
  }

  /** The text that tests write into. */
  get text(): Y.Text {
    return this.doc.getText("head.purpose@");
  }

  get title(): Y.Text {
    return this.doc.getText("head.title@");
  }

  async synced(): Promise<this> {
    if (!this.provider.synced) await new Promise<void>((done) => this.provider.once("sync", () => done()));
    return this;
  }

  /** Waits until everything this client has sent is on the server's disk. */
  acknowledged(): Promise<void> {
    const socket = this.provider.ws;
    if (!socket || socket.readyState !== socket.OPEN) return Promise.reject(new Error("not connected"));
    this.asked += 1;
    const number = this.asked;
    const answered = new Promise<void>((done, failed) => this.waiting.push({ number, done, failed }));
    this.send((encoder) => sync.writeSyncStep1(encoder, this.doc));
    return answered;
  }

  /** Sends an update as it is, whether this document has it or not. */
  sendUpdate(update: Uint8Array): void {
    this.send((encoder) => sync.writeUpdate(encoder, update));
  }

  /** Waits until the document is as expected. */
  async until(what: string, holds: () => boolean, within = 20_000): Promise<void> {
    const end = performance.now() + within;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`not within ${within} ms: ${what}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  /** The code with which the server closes, without the provider coming back. */
  closed(): Promise<number> {
    return new Promise((done) => this.provider.once("closed", ({ code }) => done(code)));
  }

  destroy(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }

  private send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageSync);
    write(encoder);
    this.provider.ws?.send(encoding.toUint8Array(encoder));
  }

  private listen(): void {
    // The provider itself asks once when it is connected.
    this.asked = 1;
    this.answered = 0;
    this.provider.ws?.addEventListener("message", ({ data }: { data: ArrayBuffer }) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      if (decoding.readVarUint(decoder) !== messageSync) return;
      if (decoding.readVarUint(decoder) !== sync.messageYjsSyncStep2) return;
      this.answered += 1;
      const done = this.waiting.filter(({ number }) => number <= this.answered);
      this.waiting = this.waiting.filter(({ number }) => number > this.answered);
      for (const one of done) one.done();
    });
  }

  private giveUp(): void {
    const lost = this.waiting;
    this.waiting = [];
    for (const one of lost) one.failed(new Error("the connection broke"));
  }
}

/** A socket that sends these headers, as browsers do of their own accord. */
function socketWith(headers?: Record<string, string>): typeof globalThis.WebSocket {
  class Socket extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols, headers ? { headers } : {});
    }
  }
  return Socket as unknown as typeof globalThis.WebSocket;
}
