import { IconCloudCheck, IconCloudOff, IconCloudUp, IconLock } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";

import classes from "./top.module.css";

/** How the map on the page stands to the one on the server. */
export type SaveState = "saved" | "saving" | "offline" | "refused";

const ICONS = { saved: IconCloudCheck, saving: IconCloudUp, offline: IconCloudOff, refused: IconLock } as const;

/** Whether everything is kept: in words, for trouble also in colour. */
export function SaveStateSign({ state }: { state: SaveState }) {
  const t = useWords();
  const StateIcon = ICONS[state];
  const isTrouble = state === "offline" || state === "refused";
  return (
    <span role="status" className={classes.save} data-trouble={isTrouble || undefined} title={t(`editor-save-${state}-more`)}>
      <StateIcon aria-hidden size={17} stroke={1.7} />
      <span className={isTrouble ? undefined : classes.wide}>{t(`editor-save-${state}`)}</span>
    </span>
  );
}
