import { useMemo } from "react";
import { useLanguage, useWords } from "@/app/i18n";

export interface Numbers {
  count(value: number): string;
  percent(value: number, digits?: number): string;
  /** A feeling, with its sign: `+1.2`, `−0.4`. */
  signed(value: number): string;
  /** The same without a fraction: `+2`. */
  whole(value: number): string;
  /** `11.9–13.5`, in percent. */
  interval(low: number, high: number, digits?: number): string;
  /** The two greatest units: `4 min`, `9 days`. */
  duration(seconds: number): string;
  date(at: string): string;
}

const UNITS = [
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Numbers as the reader's language writes them. */
export function useNumbers(): Numbers {
  const language = useLanguage();
  const words = useWords();
  return useMemo(() => {
    const plain = new Intl.NumberFormat(language);
    const decimals = (digits: number) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const percents = [0, 1].map(
      (digits) =>
        new Intl.NumberFormat(language, {
          style: "percent",
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }),
    );
    const one = new Intl.NumberFormat(language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: "exceptZero",
    });
    const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
    return {
      count: (value) => plain.format(value),
      percent: (value, digits = 0) => (percents[digits] ?? percents[0])?.format(value) ?? "",
      signed: (value) => one.format(value).replace("-", "−"),
      whole: (value) => `${value > 0 ? "+" : ""}${value}`.replace("-", "−"),
      interval: (low, high, digits = 0) =>
        `${decimals(digits).format(low * 100)}–${decimals(digits).format(high * 100)}`,
      duration: (seconds) => {
        const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? ["second", 1];
        const whole = Math.floor(seconds / length);
        const value = whole < 10 && unit !== "second" ? Math.round((seconds / length) * 10) / 10 : whole;
        return words(`editor-unit-${unit}`, { n: value });
      },
      date: (at) => day.format(new Date(at)),
    };
  }, [language, words]);
}
