import { ActionIcon, Tooltip } from "@mantine/core";
import { useWords } from "@/app/i18n";
import type { MapSnapshot } from "@/document/types";

import { PANELS } from "../panels";
import type { View } from "../state/view";

interface Props {
  readonly snapshot: MapSnapshot;
  readonly isOwner: boolean;
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
}

/** Buttons of the panels that are used most. */
export function PanelButtons({ snapshot, isOwner, view, change }: Props) {
  const t = useWords();
  return panelsFor(snapshot, isOwner)
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
}

/** The panels that have something to show to this reader. */
export function panelsFor(snapshot: MapSnapshot, isOwner: boolean) {
  return PANELS.filter((panel) => (isOwner || !panel.isForOwner) && (panel.isThere?.(snapshot) ?? true));
}
