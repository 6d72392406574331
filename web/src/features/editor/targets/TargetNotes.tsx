import { IconTarget } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import type { Key, Target } from "@/document/types";
import classes from "../measured/measured.module.css";
import type { MeasuredStep } from "../measured/measurement";
import { metricOf } from "../measured/metric";
import { useTargetWords } from "./words";

interface Props {
  /** Key of the stage or step. */
  readonly place: Key;
  readonly step: MeasuredStep;
}

/** What was wanted of a step, and whether it was measured so. Of what was not measured nothing is said. */
export function TargetNotes({ place, step }: Props) {
  const t = useWords();
  const wanted = useTargetWords();
  const targets = useSnapshot((snapshot) => snapshot.targets).filter((target) => target.step === place);
  return targets.map((target) => {
    const value = metricOf(target.metric, step);
    if (value === null) return null;
    const isMissed = !isMet(target, value);
    return (
      <span key={target.key} className={classes.note} data-missed={isMissed || undefined}>
        <IconTarget aria-hidden size={13} stroke={1.8} />
        {t(isMissed ? "editor-target-missed" : "editor-target-met", { target: wanted(target) })}
      </span>
    );
  });
}

function isMet({ atLeast, atMost }: Target, value: number): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}
