/** The languages the page speaks, each by its own name. */
export const languages = { en: "English", ru: "Русский", lt: "Lietuvių" } as const;
export type Language = keyof typeof languages;

const STORED = "kelias-language";

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}

/** The language chosen earlier, else the first of the browser's that the page speaks, else English. */
export function preferredLanguage(): Language {
  const wishes = [remembered(), ...navigator.languages.map((tag) => tag.split("-")[0] ?? "")];
  return wishes.find((tag) => isLanguage(tag)) ?? "en";
}

export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage may be switched off; the choice then lasts as long as the page.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(STORED) ?? "";
  } catch {
    return "";
  }
}
