// @vitest-environment node
import "fake-indexeddb/auto";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { Connection, type ConnectionOptions } from "@/collab/connection";
import { PEOPLE_COLOURS, Presence } from "@/collab/presence";
import { refusalOf } from "@/collab/state";
import { documentOf } from "./support";

/** A server that keeps one map in memory, and can be told not to write, to refuse and to go away. */
class SmallServer {
  readonly doc = new Y.Doc();
  refusesWith: number | undefined;
  /** Answers are held back while its disk is busy. */
  isBusy = false;
  private held: (() => void)[] = [];
  private server: WebSocketServer | undefined;
  private port = 0;

  async start(): Promise<void> {
    const server = new WebSocketServer({ port: this.port, host: "127.0.0.1" });
    this.server = server;
    server.on("connection", (socket) => this.welcome(socket));
    await new Promise((resolve) => server.on("listening", resolve));
    this.port = (server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    for (const client of this.server?.clients ?? []) client.terminate();
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(undefined));
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/collab`;
  }

  /** The disk is done: what was held back goes out. */
  write(): void {
    this.isBusy = false;
    for (const send of this.held.splice(0)) send();
  }

  private welcome(socket: WebSocket): void {
    if (this.refusesWith !== undefined) {
      socket.close(this.refusesWith, "no");
      return;
    }
    const send = (write: (encoder: encoding.Encoder) => void) => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0);
      write(encoder);
      socket.send(encoding.toUint8Array(encoder));
    };
    send((encoder) => sync.writeSyncStep1(encoder, this.doc));
    socket.on("message", (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      if (decoding.readVarUint(decoder) !== 0) return;
      const encoder = encoding.createEncoder();
      sync.readSyncMessage(decoder, encoder, this.doc, socket);
      const answer = encoding.toUint8Array(encoder);
      if (answer.length === 0) return;
      const reply = () => send((into) => encoding.writeUint8Array(into, answer));
      if (this.isBusy) this.held.push(reply);
      else reply();
    });
  }
}

describe("a connection", () => {
  let server = new SmallServer();
  const open: Connection[] = [];
  let count = 0;

  function connect(options: Partial<ConnectionOptions> = {}): Connection {
    const document = documentOf(100 + open.length);
    const connection = new Connection(document, {
      url: server.url,
      map: `map-${count}`,
      canEdit: true,
      name: "Ann",
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      ...options,
    });
    open.push(connection);
    return connection;
  }

  const inTime = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });
  const reaches = (connection: Connection, kind: string) =>
    inTime(() => expect(connection.state.kind).toBe(kind));
  const type = (connection: Connection, text: string) =>
    connection.document.edit("type", (edit) => edit.write("head", "title", "", text));

  beforeEach(async () => {
    count += 1;
    server = new SmallServer();
    await server.start();
  });

  afterEach(async () => {
    for (const connection of open.splice(0)) await connection.destroy();
    await server.stop();
  });

  it("is live, then saving, and saved only when the server has answered after the edit", async () => {
    const connection = connect();
    expect(connection.state.kind).toBe("connecting");
    await reaches(connection, "live");
    server.isBusy = true;
    type(connection, "Shop");
    expect(connection.state).toEqual({ kind: "saving", unsent: 1 });
    await inTime(() => expect(server.doc.getText("head.title@").toString()).toBe("Shop"));
    expect(connection.state.kind).toBe("saving");
    server.write();
    await reaches(connection, "saved");
    expect(connection.state.unsent).toBe(0);
  });

  it("counts what is edited offline, keeps it through a closed tab, and merges on return", async () => {
    const connection = connect();
    await reaches(connection, "live");
    await server.stop();
    await reaches(connection, "offline");
    type(connection, "Offline");
    connection.document.edit("owner", (edit) => edit.setHead({ owner: "ann" }));
    expect(connection.state).toEqual({ kind: "offline", unsent: 2 });
    await inTime(() => expect(connection.wouldLose).toBe(false));
    await connection.destroy();
    const again = connect();
    await inTime(() => expect(again.state).toEqual({ kind: "offline", unsent: 2 }));
    expect(again.isReady).toBe(true);
    expect(again.document.snapshot.head.title).toEqual({ "": "Offline" });
    server.doc.getMap("head").set("subject", "patient");
    await server.start();
    await reaches(again, "saved");
    expect(server.doc.getText("head.title@").toString()).toBe("Offline");
    expect(again.document.snapshot.head).toMatchObject({ subject: "patient", owner: "ann" });
  });

  it("comes back by itself when the server was restarted under it", async () => {
    const connection = connect();
    await reaches(connection, "live");
    await server.stop();
    await reaches(connection, "offline");
    await server.start();
    await reaches(connection, "live");
  });

  it("says why it was refused and does not knock again until asked to", async () => {
    server.refusesWith = 4403;
    const connection = connect();
    await reaches(connection, "refused");
    expect(connection.state).toMatchObject({ reason: "forbidden" });
    server.refusesWith = undefined;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(connection.state.kind).toBe("refused");
    connection.reconnect();
    await reaches(connection, "live");
  });

  it("would lose an edit that is on neither disk, and only then", async () => {
    const connection = connect();
    await reaches(connection, "live");
    server.isBusy = true;
    type(connection, "a");
    expect(connection.wouldLose).toBe(true);
    await inTime(() => expect(connection.wouldLose).toBe(false));
    expect(connection.state.kind).toBe("saving");
  });

  it("keeps nothing on the device of a viewer", async () => {
    server.doc.getMap("head").set("owner", "bob");
    const viewer = connect({ canEdit: false });
    await reaches(viewer, "live");
    expect(viewer.document.snapshot.head.owner).toBe("bob");
    const names = (await indexedDB.databases()).map((database) => database.name);
    expect(names).not.toContain(`kelias/map-${count}`);
  });
});

describe("close codes", () => {
  it("are refusals only where trying again does not help", () => {
    const codes = [4400, 4401, 4403, 4404, 4413, 4450, 1006, 1011, 1013, 4500].map(refusalOf);
    expect(codes).toEqual([
      "malformed",
      "signed-out",
      "forbidden",
      "gone",
      "too-large",
      "malformed",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("presence", () => {
  it("tells who is where, and mends what others say of themselves before anybody draws it", () => {
    const [mine, theirs] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
    const presence = new Presence(mine, "  Ann  ");
    theirs.setLocalState({
      user: { name: "x".repeat(500), color: "red;background:url(//evil)" },
      spot: { place: "p", lane: 7 },
    });
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), "test");
    const [self, other] = presence.everybody;
    expect(self).toMatchObject({ name: "Ann", isSelf: true });
    expect(other).toMatchObject({ spot: { place: "p", lane: null }, colour: PEOPLE_COLOURS[0] });
    expect(other?.name).toHaveLength(60);
    expect(mine.getStates().get(theirs.clientID)?.user.color).toBe(PEOPLE_COLOURS[0]);
    theirs.setLocalState({ user: "nonsense" });
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), "test");
    expect(presence.everybody).toHaveLength(1);
    presence.stand({ place: "p", lane: "l" });
    expect(presence.everybody[0]?.spot).toEqual({ place: "p", lane: "l" });
    mine.destroy();
    theirs.destroy();
  });
});
