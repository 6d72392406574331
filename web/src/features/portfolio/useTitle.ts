import type { MapSummary } from "@/api/types";
import { textIn, useLanguage, useWords } from "@/app/i18n";

/** What a map is called in the reader's language; one without a title can still be seen and opened. */
export function useTitle(): (map: Pick<MapSummary, "title" | "language">) => string {
  const t = useWords();
  const language = useLanguage();
  return (map) => textIn(map.title, language, map.language) || t("portfolio-untitled");
}
