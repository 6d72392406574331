import { useLanguage } from "@/app/i18n";

const SECOND = 1000;
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 24 * 3600 * SECOND],
  ["month", 30 * 24 * 3600 * SECOND],
  ["week", 7 * 24 * 3600 * SECOND],
  ["day", 24 * 3600 * SECOND],
  ["hour", 3600 * SECOND],
  ["minute", 60 * SECOND],
];

/** A moment in words a person would use; the exact time on hover. */
export function Ago({ time }: { time: string }) {
  const language = useLanguage();
  return (
    <time dateTime={time} title={exactly(time, language)}>
      {agoWords(time, Date.now(), language)}
    </time>
  );
}

export function agoWords(time: string, now: number, language: string): string {
  const passed = Date.parse(time) - now;
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, length] of units) {
    if (Math.abs(passed) >= length) {
      return words.format(Math.round(passed / length), unit);
    }
  }
  return words.format(0, "second");
}

export function exactly(time: string, language: string): string {
  return new Date(time).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
}
