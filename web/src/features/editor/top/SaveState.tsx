import { IconCloudCheck, IconCloudOff, IconCloudUp, IconLock } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import type { ConnectionState } from "@/collab/state";

import classes from "./top.module.css";

const ICONS = {
  connecting: IconCloudUp,
  live: IconCloudCheck,
  saved: IconCloudCheck,
  saving: IconCloudUp,
  offline: IconCloudOff,
  refused: IconLock,
} as const;

/** Whether everything is kept: in words, for trouble also in colour. */
export function SaveStateSign({ state }: { state: ConnectionState }) {
  const t = useWords();
  const StateIcon = ICONS[state.kind];
  const isTrouble = state.kind === "offline" || state.kind === "refused";
  const more =
    state.kind === "refused"
      ? t(`editor-refused-${state.reason}`)
      : t(`editor-save-${state.kind}-more`, { count: state.unsent });
  return (
    <span role="status" className={classes.save} data-trouble={isTrouble || undefined} title={more}>
      <StateIcon aria-hidden size={17} stroke={1.7} />
      <span className={isTrouble ? undefined : classes.wide}>{t(`editor-save-${state.kind}`)}</span>
    </span>
  );
}
