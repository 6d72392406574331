// @vitest-environment node
import { expect, it } from "vitest";
import { agoWords } from "./Ago";

const now = Date.parse("2026-11-22T12:00:00Z");

it.each([
  ["2026-11-22T11:59:40Z", "en", "now"],
  ["2026-11-22T11:15:00Z", "en", "45 minutes ago"],
  ["2026-11-21T11:00:00Z", "lt", "vakar"],
  ["2026-11-12T12:00:00Z", "ru", "на прошлой неделе"],
  ["2024-06-01T12:00:00Z", "en", "2 years ago"],
  ["2026-11-29T12:00:00Z", "en", "next week"],
])("%s is told in %s as %s", (time, language, words) => {
  expect(agoWords(time, now, language)).toBe(words);
});
