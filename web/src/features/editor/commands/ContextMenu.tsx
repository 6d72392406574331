import { Menu, Text } from "@mantine/core";
import { Fragment, memo, useEffect, useMemo } from "react";
import { useWords } from "@/app/i18n";
import { useComeBack } from "@/ui/useComeBack";
import { useEditor } from "../state/context";
import { CommandIcon } from "./CommandIcon";
import type { Command, Commands } from "./command";
import { shownKeys } from "./hotkeys";

interface Props {
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly actions: Commands;
  readonly onClose: () => void;
}

/** What can be done with what is chosen, where one clicked or stands. */
export const ContextMenu = memo(function ContextMenu({ at, actions, onClose }: Props) {
  const { store } = useEditor();
  const t = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is that of the moment the menu opened.
  const list = useMemo(() => (at ? actions.now().filter((command) => command.isInMenu) : []), [at]);
  const isOpen = at !== null;
  useEffect(() => {
    if (!isOpen) return;
    // Mantine's menu hears the key only once it has the focus, which it takes a moment after it is seen.
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onClose();
    };
    document.addEventListener("keydown", close, { capture: true });
    return () => document.removeEventListener("keydown", close, { capture: true });
  }, [isOpen, onClose]);
  const groups = [...new Set(list.map((command) => command.group))];
  const comeBack = useComeBack(isOpen, () => store.refocus());
  const start = (id: string) => {
    comeBack();
    actions.start(id);
  };
  return (
    <Menu
      opened={isOpen}
      onChange={(isOpened) => !isOpened && onClose()}
      position="bottom-start"
      shadow="md"
      width={290}
      offset={2}
      withinPortal
      returnFocus={false}
      // Long as it is, it moves along until all of it is on the screen.
      middlewares={{ shift: { crossAxis: true, padding: 8 } }}
    >
      <Menu.Target>
        <span
          aria-hidden
          style={{
            position: "fixed",
            left: at?.x ?? 0,
            top: at?.y ?? 0,
            width: 1,
            height: 1,
            pointerEvents: "none",
          }}
        />
      </Menu.Target>
      <Menu.Dropdown mah="min(70vh, 560px)" style={{ overflowY: "auto" }} aria-label={t("editor-menu")}>
        {list.length === 0 && <Menu.Label>{t("editor-menu-nothing")}</Menu.Label>}
        {groups.map((group, index) => (
          <Fragment key={group}>
            {index > 0 && <Menu.Divider />}
            {list.filter((command) => command.group === group).map((command) => item(command, start))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});

function item(command: Command, start: Commands["start"]) {
  const shortcut = command.told ?? command.keys[0];
  return (
    <Menu.Item
      key={command.id}
      disabled={!command.isEnabled}
      leftSection={<CommandIcon name={command.icon} />}
      rightSection={
        shortcut && (
          <Text span size="xs" c="dimmed">
            {shownKeys(shortcut)}
          </Text>
        )
      }
      onClick={() => start(command.id)}
    >
      {command.label}
      {command.asks ? "…" : ""}
    </Menu.Item>
  );
}
