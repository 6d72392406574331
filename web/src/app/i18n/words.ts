import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { useSyncExternalStore } from "react";
import { type Language, preferredLanguage, rememberLanguage } from "./languages";

/** The words come in parts, so that the portfolio does not wait for those of the editor. */
export type Part = "page" | "editor";

/** Words a message by its id; `$names` in it are filled from `args`. */
export type Words = (id: string, args?: Record<string, FluentVariable>) => string;

interface Spoken {
  language: Language;
  words: Words;
}

type Catalogue = () => Promise<{ default: Record<string, string> }>;

// Chunks of their own for each language, fetched when it is first spoken.
const catalogues: Record<Part, Record<Language, Catalogue>> = {
  page: {
    en: () => import("./catalogue.en"),
    ru: () => import("./catalogue.ru"),
    lt: () => import("./catalogue.lt"),
  },
  editor: {
    en: () => import("./catalogue.en.editor"),
    ru: () => import("./catalogue.ru.editor"),
    lt: () => import("./catalogue.lt.editor"),
  },
};
const parts = new Set<Part>(["page"]);

let spoken: Spoken = { language: "en", words: (id) => id };
const listeners = new Set<() => void>();

/** The words of the language in use; a component that calls it is drawn anew when the language changes. */
export function useWords(): Words {
  return useSyncExternalStore(subscribe, () => spoken.words);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => spoken.language);
}

/** The words for code outside of components. */
export const words: Words = (id, args) => spoken.words(id, args);
export const language = (): Language => spoken.language;

/** Switches the whole page to a language and remembers it. */
export async function chooseLanguage(language: Language) {
  await speak(language);
  rememberLanguage(language);
}

let starting: Promise<void> | undefined;

/** Loads the language to start with; nothing can be drawn before. */
export function speakPreferred(): Promise<void> {
  starting ??= speak(preferredLanguage());
  return starting;
}

/** Loads the words of another part of the page, before that part is drawn. */
export async function learn(part: Part) {
  if (!parts.has(part)) {
    parts.add(part);
    if (starting === undefined) return speakPreferred();
    await starting;
    await speak(spoken.language);
  }
}

async function speak(language: Language) {
  const loaded = await Promise.all([...parts].map((part) => catalogues[part][language]()));
  const sources = loaded.flatMap((catalogue) => Object.values(catalogue.default));
  spoken = { language, words: wordsOf(language, sources) };
  document.documentElement.lang = language;
  for (const listener of listeners) {
    listener();
  }
}

/** Words from Fluent sources. */
export function wordsOf(language: Language, sources: string[]): Words {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const source of sources) {
    bundle.addResource(new FluentResource(source));
  }
  return (id, args) => {
    const pattern = bundle.getMessage(id)?.value;
    return pattern ? bundle.formatPattern(pattern, isolated(args), []) : id;
  };
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** Keeps right-to-left names from turning the sentence around them. */
function isolated(args: Record<string, FluentVariable> | undefined) {
  if (!args) {
    return null;
  }
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) =>
      typeof value === "string" && RIGHT_TO_LEFT.test(value) ? [name, `\u2068${value}\u2069`] : [name, value],
    ),
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
