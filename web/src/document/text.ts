/** Texts in one language or several, and the names under which the document keeps them. */

import type { Text } from "./types";
import { isTextLanguage } from "./values";

/** Where a text stands: whose it is, which field, in which language (`""`: the map's own). */
export interface TextName {
  readonly owner: string;
  readonly field: string;
  readonly language: string;
}

/** Name of the Y.Text. The owner is `head`, a record's key, or `PLACE/PERSONA`. */
export function textName(owner: string, field: string, language: string): string {
  return `${owner}.${field}@${language}`;
}

/** The parts of a name; none if it does not name a text. */
export function parseTextName(name: string): TextName | undefined {
  const match = /^([^.@]+)\.([a-z]+)@([A-Za-z0-9-]*)$/.exec(name);
  if (!match) return undefined;
  const [, owner, field, language] = match as unknown as [string, string, string, string];
  return isTextLanguage(language) ? { owner, field, language } : undefined;
}

/** The first part of a tag: `pt` of `pt-BR`. */
export function primaryLanguage(tag: string): string {
  return tag.split("-", 1)[0] ?? tag;
}

function inLanguage(text: Text, wanted: string): string | undefined {
  if (Object.hasOwn(text, wanted)) return wanted;
  const primary = primaryLanguage(wanted);
  return Object.keys(text).find((tag) => tag !== "" && primaryLanguage(tag) === primary);
}

/** The language in which a reader sees a text: the reader's, a kindred one, the map's own, the first there is. */
export function shownLanguage(text: Text, reader: string, mapLanguage: string): string | undefined {
  if ("" in text) return "";
  return inLanguage(text, reader) ?? inLanguage(text, mapLanguage) ?? Object.keys(text).sort()[0];
}

/** What a reader sees of a text; empty for a text that is not there. */
export function readText(text: Text | undefined, reader: string, mapLanguage: string): string {
  if (!text) return "";
  const language = shownLanguage(text, reader, mapLanguage);
  return language === undefined ? "" : (text[language] ?? "");
}

/** Whether there is nothing to read in any language. */
export function isBlank(text: Text | undefined): boolean {
  return !text || Object.values(text).every((one) => one.trim() === "");
}

/** The text with each of its languages changed. */
export function mapText(text: Text, change: (content: string, language: string) => string): Text {
  return Object.fromEntries(Object.entries(text).map(([language, one]) => [language, change(one, language)]));
}

/** Two texts one after the other, language by language. */
export function joinTexts(first: Text, second: Text, separator: string, mapLanguage: string): Text {
  const tagged = (text: Text) => mapKeys(text, (tag) => (tag === "" ? mapLanguage : tag));
  if ("" in first && "" in second) return { "": joined(first[""], second[""], separator) };
  const [one, two] = [tagged(first), tagged(second)];
  const tags = [...new Set([...Object.keys(one), ...Object.keys(two)])];
  return Object.fromEntries(tags.map((tag) => [tag, joined(one[tag], two[tag], separator)]));
}

function joined(first = "", second = "", separator: string): string {
  return first === "" || second === "" ? first + second : first + separator + second;
}

function mapKeys(text: Text, change: (tag: string) => string): Text {
  return Object.fromEntries(Object.entries(text).map(([tag, one]) => [change(tag), one]));
}
