import { IconCheck, IconClock } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import type { Step } from "@/document/types";

import { useNumbers } from "../state/numbers";
import { secondsOf } from "../state/time";
import { LiveText } from "../text/LiveText";
import classes from "./heads.module.css";

/** When a step has succeeded, and how soon it is expected to. */
export const SuccessCell = memo(function SuccessCell({ step }: { step: Step }) {
  const t = useWords();
  const numbers = useNumbers();
  return (
    <div data-card={step.key} data-field="success" className={classes.success}>
      <span className={classes.detail}>
        {step.success && <IconCheck aria-hidden size={13} stroke={2} />}
        <LiveText record={step.key} field="success" text={step.success} label={t("editor-label-success")} />
      </span>
      {step.expected && (
        <span className={classes.detail}>
          <IconClock aria-hidden size={13} stroke={1.8} />
          {t("editor-expected", { time: numbers.duration(secondsOf(step.expected)) })}
        </span>
      )}
    </div>
  );
});
