import { CloseButton, Text } from "@mantine/core";
import { memo, type RefObject } from "react";
import { useWords } from "@/app/i18n";

import type { GridRow } from "../layout/rows";
import { useEditor } from "../state/context";
import { PANELS } from "./index";
import { PartBoundary } from "./PartBoundary";
import classes from "./panels.module.css";

interface Props {
  readonly id: string | null;
  readonly rows: RefObject<readonly GridRow[]>;
  readonly onClose: () => void;
}

/** The open panel at the side of the map. Escape closes it and goes back to the grid. */
export const SidePanel = memo(function SidePanel({ id, rows, onClose }: Props) {
  const { store } = useEditor();
  const t = useWords();
  const panel = PANELS.find((panel) => panel.id === id);
  if (!panel) return null;
  const Content = panel.component;
  return (
    <aside
      className={classes.panel}
      aria-label={t(panel.label)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || store.state.editing) return;
        event.stopPropagation();
        onClose();
        store.enter(null);
      }}
    >
      <header className={classes.head}>
        <Text component="h2" size="sm" fw={650}>
          {t(panel.label)}
        </Text>
        <CloseButton aria-label={t("editor-close")} onClick={onClose} />
      </header>
      <div className={classes.content}>
        <PartBoundary key={panel.id}>
          <Content rows={rows} />
        </PartBoundary>
      </div>
    </aside>
  );
});
