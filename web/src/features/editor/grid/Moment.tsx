import { useWords } from "@/app/i18n";
import type { Moment as MomentOfTruth } from "@/document/types";

import classes from "./heads.module.css";

interface Props {
  readonly moment: MomentOfTruth;
  readonly isOnRibbon?: boolean;
  readonly isOnLight?: boolean;
}

/** A moment of truth: a diamond and its name. */
export function Moment({ moment, isOnRibbon = false, isOnLight = false }: Props) {
  const t = useWords();
  return (
    <span
      className={classes.moment}
      data-ribbon={isOnRibbon || undefined}
      data-light={isOnLight || undefined}
    >
      <svg aria-hidden width="9" height="9" viewBox="0 0 10 10">
        <path d="M5 0 10 5 5 10 0 5z" fill="currentColor" />
      </svg>
      <span>{t(`editor-moment-${moment}`)}</span>
    </span>
  );
}
