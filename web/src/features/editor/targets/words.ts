import { useCallback } from "react";
import { useWords } from "@/app/i18n";
import type { Target } from "@/document/types";
import { metricWritten } from "../measured/metric";
import { useNumbers } from "../state/numbers";

/** A target in words: “conversion to the next step: at least 40 %”. */
export function useTargetWords(): (target: Target) => string {
  const t = useWords();
  const numbers = useNumbers();
  return useCallback(
    ({ metric, atLeast, atMost }) => {
      const value = metricWritten(metric, atLeast ?? atMost ?? 0, numbers);
      const name = t(`editor-metric-${metric}`);
      return atLeast === undefined
        ? t("editor-target-at-most", { metric: name, value })
        : t("editor-target-at-least", { metric: name, value });
    },
    [t, numbers],
  );
}
