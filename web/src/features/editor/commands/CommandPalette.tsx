import "@mantine/spotlight/styles.layer.css";
import { Kbd } from "@mantine/core";
import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { memo, useState } from "react";
import { useWords } from "@/app/i18n";
import { AskDialog } from "./AskDialog";
import { CommandIcon } from "./CommandIcon";
import type { Command, Commands } from "./command";
import { shownKeys } from "./hotkeys";

/** Every command by its name: Ctrl+K. */
export const CommandPalette = memo(function CommandPalette({ actions }: { actions: Commands }) {
  const t = useWords();
  // What can be done is asked when the palette opens, not with every step on the grid.
  const [list, setList] = useState<readonly Command[]>([]);
  const groups = [...new Set(list.map((command) => command.group))];
  return (
    <>
      <Spotlight
        shortcut={null}
        scrollable
        maxHeight={420}
        highlightQuery
        attributes={{ content: { "aria-label": t("editor-view-palette") } }}
        onSpotlightOpen={() => setList(actions.now().filter((command) => command.isEnabled))}
        nothingFound={t("editor-palette-nothing")}
        searchProps={{
          leftSection: <IconSearch size={18} stroke={1.7} aria-hidden />,
          placeholder: t("editor-palette-search"),
          "aria-label": t("editor-palette-search"),
        }}
        actions={groups.map((group) => ({
          group: t(`editor-group-${group}`),
          actions: list
            .filter((command) => command.group === group)
            .map((command) => ({
              id: command.id,
              label: command.label,
              leftSection: <CommandIcon name={command.icon} />,
              rightSection: command.keys[0] ? <Kbd size="xs">{shownKeys(command.keys[0])}</Kbd> : undefined,
              onClick: () => actions.start(command.id),
            })),
        }))}
      />
      <AskDialog command={actions.asking} onAnswer={actions.answer} />
    </>
  );
});
