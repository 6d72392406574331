import { ActionIcon, Tooltip } from "@mantine/core";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import { hasSameParts } from "@/document/sharing";
import { PANELS } from "../panels";
import type { Panel } from "../panels/panel";
import type { View } from "../state/view";

interface Props {
  readonly isOwner: boolean;
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
}

/** Buttons of the panels that are used most. */
export const PanelButtons = memo(function PanelButtons({ isOwner, view, change }: Props) {
  const t = useWords();
  return usePanels(isOwner)
    .filter((panel) => panel.isProminent)
    .map((panel) => {
      const isOpen = view.panel === panel.id;
      const PanelIcon = panel.icon;
      return (
        <Tooltip key={panel.id} label={t(panel.label)}>
          <ActionIcon
            variant={isOpen ? "light" : "subtle"}
            color={isOpen ? "blue" : "gray"}
            size="lg"
            aria-pressed={isOpen}
            aria-label={t(panel.label)}
            onClick={() => change({ panel: isOpen ? null : panel.id })}
          >
            <PanelIcon size={19} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      );
    });
});

/** The panels that have something to show to this reader. */
export function usePanels(isOwner: boolean): readonly Panel[] {
  const there = useSnapshot(
    (snapshot) => PANELS.filter((panel) => panel.isThere?.(snapshot) ?? true),
    hasSameParts,
  );
  return there.filter((panel) => isOwner || !panel.isForOwner);
}
