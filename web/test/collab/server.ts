/** A server process with a data folder of its own, which can be killed and started again. */

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A small map. */
export const SHOP = `kelias: 1
id: shop
title: Shop
language: en
stages:
  - id: buy
    title: Buys
    steps:
      - id: looks
        title: Looks
      - id: pays
        title: Pays
`;

export class Server {
  private process: ChildProcess | undefined;
  private errors = "";
  /** Signs the owner in, once; every start makes another. */
  signInUrl = "";

  private constructor(
    /** The folder of the server's data. */
    readonly data: string,
    /** Options of `kelias serve` beyond the usual ones. */
    private readonly options: readonly string[],
    /** Free after the first start, the same from then on, so that clients find the server again. */
    private port: number,
    /** An API token that may do everything. */
    readonly token: string,
  ) {}

  static async start(options: readonly string[] = []): Promise<Server> {
    const data = await mkdtemp(join(tmpdir(), "kelias-collab-"));
    const server = new Server(data, options, 0, await newToken(data));
    await server.restart();
    return server;
  }

  /** Where stock providers connect to. */
  get socketUrl(): string {
    return `ws://127.0.0.1:${this.port}/collab`;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.process?.pid ?? 0;
  }

  async restart(): Promise<void> {
    const listen = `127.0.0.1:${this.port}`;
    const asked = ["serve", "--data", this.data, "--listen", listen, "--json", ...this.options];
    const child = spawn(binary(), asked, { stdio: ["ignore", "pipe", "pipe"] });
    this.process = child;
    this.errors = "";
    child.stderr.on("data", (chunk) => {
      this.errors = (this.errors + chunk).slice(-4000);
    });
    const lines = createInterface({ input: child.stdout });
    const [line] = await Promise.race([
      once(lines, "line"),
      once(child, "exit").then(() => Promise.reject(new Error(`the server does not start: ${this.errors}`))),
    ]);
    const said: { url: string; sign_in_url: string } = JSON.parse(line);
    this.port = Number(new URL(said.url).port);
    this.signInUrl = said.sign_in_url;
  }

  /** Ends the process without any warning. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Lets the process end in good order. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  /** Asks the API; anything but success is an error. */
  async ask(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const answer = await fetch(`${this.origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** Makes a map of YAML. */
  async create(yaml: string): Promise<void> {
    await this.ask("POST", "/api/v1/maps", yaml, { "content-type": "application/yaml" });
  }

  /** The headers of a browser that came by a new share link of the map, and the link's id. */
  async guest(map: string, canEdit: boolean): Promise<{ headers: Record<string, string>; link: string }> {
    const json = { "content-type": "application/json" };
    const share = JSON.stringify({ can_edit: canEdit });
    const made = await (await this.ask("POST", `/api/v1/maps/${map}/links`, share, json)).json();
    const secret = new URL(made.url).pathname.split("/").at(-1);
    const entered = await fetch(`${this.origin}/api/v1/guests`, {
      method: "POST",
      headers: { ...json, origin: this.origin },
      body: JSON.stringify({ link: secret, name: "Ona" }),
    });
    const cookie = entered.headers.get("set-cookie")?.split(";")[0];
    if (!cookie) throw new Error(`no way in for guests: ${entered.status} ${await entered.text()}`);
    return { headers: { cookie, origin: this.origin }, link: made.id };
  }

  /** Another API token. */
  async token2(): Promise<string> {
    return newToken(this.data);
  }

  /** Runs `kelias token` on the data folder. */
  async tokens(...args: string[]): Promise<string> {
    const [what, ...rest] = args;
    return (await run(binary(), ["token", what ?? "list", "--data", this.data, ...rest])).stdout;
  }

  private async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}

async function newToken(data: string): Promise<string> {
  return (await run(binary(), ["token", "new", "--data", data, "--name", "tests"])).stdout.trim();
}

export function binary(): string {
  const path = process.env.KELIAS_BIN;
  if (!path) throw new Error("set KELIAS_BIN to the kelias binary");
  return path;
}
