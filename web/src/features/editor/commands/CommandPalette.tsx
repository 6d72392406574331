import "@mantine/spotlight/styles.layer.css";
import { Kbd } from "@mantine/core";
import { Spotlight, useSpotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { memo, useState } from "react";
import { useWords } from "@/app/i18n";
import { useComeBack } from "@/ui/useComeBack";
import { useEditor } from "../state/context";
import { AskDialog } from "./AskDialog";
import { CommandIcon } from "./CommandIcon";
import type { Command, Commands } from "./command";
import { shownKeys } from "./hotkeys";
import { paletteStore } from "./palette";

/** Every command by its name: Ctrl+K. */
export const CommandPalette = memo(function CommandPalette({ actions }: { actions: Commands }) {
  const { store } = useEditor();
  const t = useWords();
  // What can be done is asked when the palette opens, not with every step on the grid.
  const [list, setList] = useState<readonly Command[]>([]);
  const groups = [...new Set(list.map((command) => command.group))];
  const comeBack = useComeBack(useSpotlight(paletteStore).opened, () => store.refocus());
  const start = (id: string) => {
    comeBack();
    actions.start(id);
  };
  return (
    <>
      <Spotlight
        store={paletteStore}
        shortcut={null}
        scrollable
        maxHeight={420}
        highlightQuery
        returnFocus={false}
        attributes={{ content: { "aria-label": t("editor-view-palette") } }}
        onSpotlightOpen={() => setList(actions.now().filter((command) => command.isEnabled))}
        nothingFound={t("editor-palette-nothing")}
        searchProps={{
          leftSection: <IconSearch size={18} stroke={1.7} aria-hidden />,
          placeholder: t("editor-palette-search"),
          "aria-label": t("editor-palette-search"),
          ref: takeFocus,
        }}
        actions={groups.map((group) => ({
          group: t(`editor-group-${group}`),
          actions: list
            .filter((command) => command.group === group)
            .map((command) => ({
              id: command.id,
              label: command.label,
              leftSection: <CommandIcon name={command.icon} />,
              rightSection: keysOf(command),
              onClick: () => start(command.id),
            })),
        }))}
      />
      <AskDialog command={actions.asking} onAnswer={actions.answer} />
    </>
  );
});

function keysOf({ told, keys: [first] }: Command) {
  const shortcut = told ?? first;
  return shortcut ? <Kbd size="xs">{shownKeys(shortcut)}</Kbd> : undefined;
}

/** What is typed as soon as the palette is seen is searched for; Mantine would give it the focus a moment later. */
function takeFocus(search: HTMLInputElement | null): void {
  // Only once whoever asks where the focus was has been answered.
  queueMicrotask(() => search?.focus());
}
