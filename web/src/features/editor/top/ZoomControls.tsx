import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconArrowsHorizontal, IconMinus, IconPlus } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";

import type { Commands } from "../commands/command";
import { useNumbers } from "../state/numbers";
import classes from "./top.module.css";

/** How near the map is seen. */
export function ZoomControls({ zoom, actions }: { zoom: number; actions: Commands }) {
  const t = useWords();
  const numbers = useNumbers();
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, not fields of a form.
    <div role="group" aria-label={t("editor-zoom")} className={classes.group}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("editor-view-zoom-out")}
        onClick={() => actions.start("view-zoom-out")}
      >
        <IconMinus size={15} />
      </ActionIcon>
      <Tooltip label={t("editor-view-zoom-usual")}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          w={54}
          aria-label={t("editor-zoom-value", { value: numbers.percent(zoom) })}
          onClick={() => actions.start("view-zoom-usual")}
        >
          {numbers.percent(zoom)}
        </Button>
      </Tooltip>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("editor-view-zoom-in")}
        onClick={() => actions.start("view-zoom-in")}
      >
        <IconPlus size={15} />
      </ActionIcon>
      <Tooltip label={t("editor-view-fit")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("editor-view-fit")}
          onClick={() => actions.start("view-fit")}
        >
          <IconArrowsHorizontal size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
