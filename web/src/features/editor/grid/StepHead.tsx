import { IconEyeOff } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import type { Step } from "@/document/types";
import { EvidenceDot } from "../cells/EvidenceDot";
import { backing } from "../state/evidence";
import { LiveText } from "../text/LiveText";
import classes from "./heads.module.css";
import { Moment } from "./Moment";
import { headId } from "./StageHead";

/** Kinds of evidence named under a step; the rest is counted. */
const SHOWN_KINDS = 2;

/** A step: what happens, and what backs what is said of it. */
export const StepHead = memo(function StepHead({ step }: { step: Step }) {
  const t = useWords();
  const evidence = useSnapshot((snapshot) => snapshot.evidence);
  const { isBacked, kinds } = backing(step, evidence);
  const more =
    kinds.length > SHOWN_KINDS ? t("editor-evidence-more", { count: kinds.length - SHOWN_KINDS }) : "";
  return (
    <div
      id={headId(step)}
      data-card={step.key}
      data-field="title"
      className={classes.step}
      data-hidden={step.hidden || undefined}
      style={step.colour ? { borderTop: `3px solid ${step.colour}` } : undefined}
    >
      <span className={classes.stepTitle}>
        <LiveText
          record={step.key}
          field="title"
          text={step.title}
          label={t("editor-label-step")}
          placeholder={t("editor-untitled-step")}
        />
        {step.hidden && <IconEyeOff size={13} aria-label={t("editor-hidden")} />}
      </span>
      {step.moment && <Moment moment={step.moment} />}
      {isBacked !== undefined && (
        <span className={classes.backing} data-backed={isBacked || undefined}>
          <EvidenceDot isBacked={isBacked} />
          {isBacked
            ? [
                ...kinds
                  .slice(0, SHOWN_KINDS)
                  .map(([kind, count]) => t(`editor-evidence-${kind}`, { count })),
                more,
              ]
                .filter(Boolean)
                .join(", ")
            : t("editor-assumption")}
        </span>
      )}
    </div>
  );
});
