import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArchive,
  IconArchiveOff,
  IconArrowBackUp,
  IconCheck,
  IconCopy,
  IconDots,
  IconExternalLink,
  IconFolder,
  IconFolderOff,
  IconFolderPlus,
  IconTrash,
} from "@tabler/icons-react";
import type { MapSummary } from "@/api/types";
import { useWords } from "@/app/i18n";
import { usePortfolio } from "./context";
import { useTitle } from "./useTitle";

/** Everything that can be done with a map without opening it. */
export function MapMenu({ map }: { map: MapSummary }) {
  const t = useWords();
  const title = useTitle()(map);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={t("portfolio-menu", { title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{map.deleted_at ? <DeletedItems map={map} /> : <Items map={map} />}</Menu.Dropdown>
    </Menu>
  );
}

function DeletedItems({ map }: { map: MapSummary }) {
  const t = useWords();
  const { actions } = usePortfolio();
  return (
    <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => actions.restore(map)}>
      {t("portfolio-restore")}
    </Menu.Item>
  );
}

function Items({ map }: { map: MapSummary }) {
  const t = useWords();
  const { actions } = usePortfolio();
  return (
    <>
      <Menu.Item leftSection={<IconExternalLink size={16} aria-hidden />} onClick={() => actions.open(map)}>
        {t("portfolio-open")}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => actions.duplicate(map)}>
        {t("portfolio-duplicate")}
      </Menu.Item>
      <MoveItems map={map} />
      <Menu.Divider />
      {map.status === "archived" ? (
        <Menu.Item
          leftSection={<IconArchiveOff size={16} aria-hidden />}
          onClick={() => actions.unarchive(map)}
        >
          {t("portfolio-unarchive")}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => actions.archive(map)}>
          {t("portfolio-archive")}
        </Menu.Item>
      )}
      <Menu.Item
        style={{ color: "var(--kelias-look)" }}
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => actions.remove(map)}
      >
        {t("portfolio-delete")}
      </Menu.Item>
    </>
  );
}

function MoveItems({ map }: { map: MapSummary }) {
  const t = useWords();
  const { actions, folders, moveToNewFolder } = usePortfolio();
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconFolder size={16} aria-hidden />}>
          {t("portfolio-move")}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {folders.map((folder) => (
          <Menu.Item
            key={folder}
            disabled={folder === map.folder}
            leftSection={<IconFolder size={16} aria-hidden />}
            rightSection={folder === map.folder && <IconCheck size={16} aria-hidden />}
            onClick={() => actions.move(map, folder)}
          >
            {folder}
          </Menu.Item>
        ))}
        {map.folder !== null && (
          <Menu.Item
            leftSection={<IconFolderOff size={16} aria-hidden />}
            onClick={() => actions.move(map, null)}
          >
            {t("portfolio-move-out")}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconFolderPlus size={16} aria-hidden />}
          onClick={() => moveToNewFolder(map)}
        >
          {t("portfolio-move-new")}
        </Menu.Item>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
