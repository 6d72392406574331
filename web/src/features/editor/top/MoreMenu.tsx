import { ActionIcon, Menu } from "@mantine/core";
import {
  IconCheck,
  IconCommand,
  IconDotsVertical,
  IconDownload,
  IconLanguage,
  IconPrinter,
  IconSearch,
} from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import { useMenu } from "@/ui/useMenu";
import type { Commands } from "../commands/command";
import { shownKeys } from "../commands/hotkeys";
import { useEditor } from "../state/context";
import type { View } from "../state/view";
import { usePanels } from "./PanelButtons";
import { posterUrl } from "./poster";

interface Props {
  readonly id: string;
  readonly isOwner: boolean;
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
  readonly actions: Commands;
}

/** What is needed less often: other panels, search, the language of the texts, the poster. */
export const MoreMenu = memo(function MoreMenu({ id, isOwner, view, change, actions }: Props) {
  const { language } = useEditor();
  const panels = usePanels(isOwner);
  const languages = useSnapshot((snapshot) => snapshot.languages);
  const t = useWords();
  const { menu, choosing } = useMenu();
  return (
    <Menu {...menu} shadow="md" position="bottom-end" width={270}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("editor-more")}>
          <IconDotsVertical size={19} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah="80vh" style={{ overflowY: "auto" }}>
        {panels
          .filter((panel) => !panel.isProminent)
          .map((panel) => (
            <Menu.Item
              key={panel.id}
              leftSection={<panel.icon aria-hidden size={17} stroke={1.7} />}
              onClick={choosing(() => change({ panel: panel.id }))}
            >
              {t(panel.label)}
            </Menu.Item>
          ))}
        <Menu.Item
          leftSection={<IconSearch aria-hidden size={17} stroke={1.7} />}
          rightSection={shownKeys("mod+F")}
          onClick={choosing(() => actions.start("view-find"))}
        >
          {t("editor-view-find")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCommand aria-hidden size={17} stroke={1.7} />}
          rightSection={shownKeys("mod+K")}
          onClick={choosing(() => actions.start("view-palette"))}
        >
          {t("editor-view-palette")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          component="a"
          href={posterUrl(id, "pdf", language, view)}
          target="_blank"
          leftSection={<IconPrinter aria-hidden size={17} stroke={1.7} />}
          rightSection={shownKeys("mod+P")}
        >
          {t("editor-view-print")}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={posterUrl(id, "svg", language, view)}
          download={`${id}.svg`}
          leftSection={<IconDownload aria-hidden size={17} stroke={1.7} />}
        >
          {t("editor-download-svg")}
        </Menu.Item>
        {languages.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t("editor-content-language")}</Menu.Label>
            {languages.map((tag) => (
              <Menu.Item
                key={tag}
                leftSection={
                  tag === language ? (
                    <IconCheck aria-hidden size={17} />
                  ) : (
                    <IconLanguage aria-hidden size={17} stroke={1.4} />
                  )
                }
                aria-current={tag === language}
                onClick={() => change({ language: tag })}
              >
                {nameOf(tag)}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
});

/** A language by its own name. */
function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language", fallback: "code" }).of(tag) ?? tag;
}
