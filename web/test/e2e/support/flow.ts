/** What every file of whole flows begins with: a server, a browser, and readers who sit before it. */

import { mkdirSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Language } from "@/app/i18n";
import { Server } from "../../collab/server";
import { Reader } from "./reader";

/** Where the screens of a failed test are left. */
const OUT = new URL("../out/", import.meta.url).pathname;

/** How many times slower than the machine the pages are to be. */
const SLOWED = Number(process.env.SLOWED ?? 1);

export interface ReaderOptions {
  readonly language?: Language;
  readonly scheme?: "light" | "dark";
  /** Size of the window: usual for a laptop unless told otherwise. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The screen can be touched, as that of a tablet. */
  readonly hasTouch?: boolean;
}

export class Flow {
  private running: Server | undefined;
  private browser: Browser | undefined;
  readonly readers: Reader[] = [];

  /** Starts server and browser before the tests of a file and ends them after; `options` go to `kelias serve`. */
  static ofFile(options: () => readonly string[] = () => []): Flow {
    const flow = new Flow();
    beforeAll(() => flow.start(options()));
    afterEach(({ task }) => flow.close(task.result?.state === "fail" ? task.name : undefined));
    afterAll(() => flow.end());
    return flow;
  }

  get server(): Server {
    if (!this.running) throw new Error("the server runs only while tests do");
    return this.running;
  }

  /** Somebody with a browser of their own who has not signed in. */
  async stranger(asked: ReaderOptions = {}): Promise<Reader> {
    const { language = "en", scheme = "light", viewport, hasTouch = false } = asked;
    if (!this.browser) throw new Error("the browser runs only while tests do");
    const options: BrowserContextOptions = {
      baseURL: this.server.origin,
      colorScheme: scheme,
      locale: language,
      viewport: viewport ?? { width: 1440, height: 900 },
      reducedMotion: "reduce",
      hasTouch,
    };
    const reader = await Reader.sit(await this.browser.newContext(options), this.server.origin, language);
    this.readers.push(reader);
    if (SLOWED > 1) await reader.slow(SLOWED);
    return reader;
  }

  /** The owner, signed in and before the portfolio. */
  async owner(options: ReaderOptions = {}): Promise<Reader> {
    const reader = await this.stranger(options);
    if (!this.ownerState) {
      await reader.page.goto(this.server.signInUrl);
      await reader.page.getByRole("main").waitFor();
      this.ownerState = await reader.context.cookies();
    } else {
      await reader.context.addCookies(this.ownerState);
      await reader.page.goto("/");
    }
    return reader;
  }

  // The link of a start signs in once; other windows of the owner share its session.
  private ownerState: Awaited<ReturnType<Reader["context"]["cookies"]>> | undefined;

  private async start(options: readonly string[]): Promise<void> {
    this.running = await Server.start(options);
    this.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
  }

  /** Ends what the readers of one test did, and holds all they saw to what is true of every page. */
  private async close(failed: string | undefined): Promise<void> {
    const readers = this.readers.splice(0);
    if (failed) await photograph(failed, readers);
    for (const reader of readers) await reader.context.close();
    const complaints = readers.flatMap((reader) => reader.complaints);
    expect(complaints, "requests to others, broken policies and errors of the pages").toEqual([]);
  }

  private async end(): Promise<void> {
    await this.browser?.close();
    await this.running?.remove();
  }
}

async function photograph(test: string, readers: readonly Reader[]): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const name = test.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80);
  for (const [number, reader] of readers.entries()) {
    const path = `${OUT}${name}-${number + 1}.png`;
    // A page that hangs cannot be photographed; the failure itself is what matters.
    await reader.page.screenshot({ path, timeout: 10_000 }).catch(() => undefined);
  }
}
