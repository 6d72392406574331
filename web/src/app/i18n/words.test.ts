import { expect, it } from "vitest";
import { chooseLanguage, textIn, words } from ".";
import { wordsOf } from "./words";

it("the language is switched without reload and remembered", async () => {
  expect(words("portfolio-new")).toBe("New map");
  await chooseLanguage("ru");
  expect(words("portfolio-new")).toBe("Новая карта");
  expect(words("portfolio-count", { count: 3 })).toBe("3 карты");
  expect(document.documentElement.lang).toBe("ru");
  expect(localStorage.getItem("kelias-language")).toBe("ru");
  await chooseLanguage("en");
});

it("right-to-left names do not turn the sentence around them", () => {
  const t = wordsOf("en", ["said = { $name } wrote this"]);
  expect(t("said", { name: "Rasa" })).toBe("Rasa wrote this");
  expect(t("said", { name: "שלום" })).toBe("\u2068שלום\u2069 wrote this");
});

it("a message that does not exist shows its id", () => {
  expect(words("app-no-such-thing")).toBe("app-no-such-thing");
});

it.each([
  [{ en: "A", ru: "Б" }, "ru", "Б"],
  [{ en: "A", lt: "" }, "lt", "A"],
  [{ "": "plain", ru: "Б" }, "en", "plain"],
  [{ ru: "Б" }, "lt", "Б"],
  [{}, "en", ""],
])("a text %j is read in %s as %s", (texts, reader, expected) => {
  expect(textIn(texts as Record<string, string>, reader, "en")).toBe(expected);
});
