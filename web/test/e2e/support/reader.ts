/** Somebody before a browser: their page, their words, and what the page did that no page may do. */

import { readdirSync, readFileSync } from "node:fs";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { type Language, languages } from "@/app/i18n/languages";
import { type Words, wordsOf } from "@/app/i18n/words";

const LOCALES = new URL("../../../../locales/", import.meta.url).pathname;

/** The forms in which cells are on the clipboard. */
export interface Flavours {
  readonly html: string;
  readonly text: string;
}

export class Reader {
  /** Requests that left for others, breaches of the content security policy, errors nobody caught. */
  readonly complaints: string[] = [];
  words: Words;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    language: Language,
  ) {
    this.words = spokenIn(language);
  }

  static async sit(context: BrowserContext, origin: string, language: Language): Promise<Reader> {
    context.setDefaultTimeout(20_000);
    const reader = new Reader(context, await context.newPage(), language);
    const { page, complaints } = reader;
    const isOurs = (url: string) =>
      /^(blob|data|about|chrome-error):/.test(url) || hostOf(url) === hostOf(origin);
    context.on("request", (request) => {
      if (!isOurs(request.url())) complaints.push(`asked ${request.url()}`);
    });
    page.on("websocket", (socket) => {
      if (!isOurs(socket.url())) complaints.push(`connected to ${socket.url()}`);
    });
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(`not caught: ${error.stack ?? error.message}`));
    page.on("dialog", (dialog) => {
      complaints.push(`asked by a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return reader;
  }

  /** Makes the page so many times slower than the machine is. */
  async slow(rate: number): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
  }

  /** Switches the page to a language by its menu. */
  async speak(language: Language): Promise<void> {
    const before = this.words;
    await this.page.getByRole("button", { name: before("app-language", { language: "" }) }).click();
    await this.page.getByRole("menuitemradio", { name: languages[language] }).click();
    this.words = spokenIn(language);
  }

  /** Pastes what another program put on the clipboard where the target is. */
  async paste(target: Locator, flavours: Flavours): Promise<void> {
    await target.evaluate((element, { html, text }) => {
      const data = new DataTransfer();
      if (html) data.setData("text/html", html);
      data.setData("text/plain", text);
      const clipboardData = { clipboardData: data, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent("paste", clipboardData));
    }, flavours);
  }

  /** Copies what is chosen, and gives what a spreadsheet would find on the clipboard. */
  copy(): Promise<Flavours> {
    return this.page.locator(":focus").evaluate((element) => {
      const data = new DataTransfer();
      const clipboardData = { clipboardData: data, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent("copy", clipboardData));
      return { html: data.getData("text/html"), text: data.getData("text/plain") };
    });
  }

  /** Waits for something to hold on the page. */
  async until(what: string, holds: () => Promise<boolean>, within = 30_000): Promise<void> {
    const end = performance.now() + within;
    while (!(await holds())) {
      if (performance.now() > end) throw new Error(`not within ${within} ms: ${what}`);
      await this.page.waitForTimeout(100);
    }
  }
}

/** The page's words in a language, from the sources it is built from. */
export function spokenIn(language: Language): Words {
  const folder = `${LOCALES}${language}/`;
  const sources = readdirSync(folder).filter((name) => name === "changes.ftl" || name.startsWith("page-"));
  return wordsOf(
    language,
    sources.map((name) => readFileSync(folder + name, "utf8")),
  );
}

function hostOf(url: string): string {
  return new URL(url).host;
}
