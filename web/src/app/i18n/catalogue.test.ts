// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { languages } from "./languages";

const locales = new URL("../../../../locales/", import.meta.url).pathname;
const sources = new URL("../../", import.meta.url).pathname;

interface Message {
  file: string;
  variables: string;
}

/** What a language says, by id. A message that is not well formed is missing from it. */
function catalogue(language: string): Map<string, Message> {
  const messages = new Map<string, Message>();
  for (const file of readdirSync(`${locales}${language}`).filter((name) =>
    /^(page.*|changes)\.ftl$/.test(name),
  )) {
    const text = readFileSync(`${locales}${language}/${file}`, "utf8");
    for (const message of new FluentResource(text).body) {
      expect(messages.has(message.id), `${message.id} is defined twice (${language}/${file})`).toBe(false);
      const variables = new Set(JSON.stringify(message.value).match(/"type":"var","name":"\w+"/g));
      messages.set(message.id, { file, variables: [...variables].sort().join() });
    }
    for (const [, id] of text.matchAll(/^([a-z][\w-]*) *=/gm)) {
      expect(messages.has(id ?? ""), `${id} cannot be read (${language}/${file})`).toBe(true);
    }
  }
  return messages;
}

/** The first argument of every `t(...)` and `words(...)` of the page's code. */
function usedArguments(): { file: string; argument: string }[] {
  const used = [];
  for (const file of codeFiles()) {
    const code = readFileSync(sources + file, "utf8");
    for (const call of code.matchAll(/\b(?:t|words)\(/g)) {
      used.push({ file, argument: firstArgument(code.slice(call.index + call[0].length)) });
    }
  }
  return used;
}

function codeFiles(): string[] {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
  return files.filter((file) => /\.tsx?$/.test(file) && !/\.(test|gen)\.tsx?$/.test(file));
}

function firstArgument(code: string): string {
  let depth = 0;
  for (const [at, letter] of [...code].entries()) {
    if ("([{".includes(letter)) depth += 1;
    if (")]}".includes(letter)) depth -= 1;
    if (depth < 0 || (depth === 0 && letter === ",")) {
      return [...code].slice(0, at).join("");
    }
  }
  return code;
}

describe("the translations", () => {
  const english = catalogue("en");

  it.each(Object.keys(languages))("say the same in %s as in English", (language) => {
    const other = catalogue(language);
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [id, { variables, file }] of other) {
      expect(variables, `variables of ${id} in ${language}/${file}`).toBe(english.get(id)?.variables);
    }
  });

  it("hold every message that the code asks for", () => {
    const ids = [...english.keys()];
    const missing: string[] = [];
    for (const { file, argument } of usedArguments()) {
      for (const [, id = ""] of argument.matchAll(/"([a-z][\w-]*)"/g)) {
        // A literal that is compared with (`kind === "to-be" ? ...`) is no id.
        if (id.includes("-") && !argument.includes(`=== "${id}"`) && !english.has(id)) {
          missing.push(`${id} (${file})`);
        }
      }
      for (const [, prefix = ""] of argument.matchAll(/`([a-z][\w-]*-)\$\{/g)) {
        if (!ids.some((id) => id.startsWith(prefix))) {
          missing.push(`${prefix}* (${file})`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it("hold nothing that the page does not say", () => {
    const code = codeFiles()
      .map((file) => readFileSync(sources + file, "utf8"))
      .join("\n");
    const made = [...code.matchAll(/`([a-z][\w-]*-)\$\{/g)].map(([, prefix]) => prefix ?? "");
    const unsaid = [...english]
      .filter(([, { file }]) => file.startsWith("page"))
      .filter(([id]) => !code.includes(`"${id}"`) && !made.some((prefix) => id.startsWith(prefix)))
      .map(([id, { file }]) => `${id} (${file})`);
    expect(unsaid).toEqual([]);
  });
});
