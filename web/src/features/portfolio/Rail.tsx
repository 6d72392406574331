import { ActionIcon, Menu, UnstyledButton } from "@mantine/core";
import {
  IconArchive,
  IconDots,
  IconFolder,
  IconFolderOff,
  IconFolderPlus,
  IconMap2,
  IconPencil,
  IconTrash,
} from "@tabler/icons-react";
import { type DragEvent, type ReactNode, useState } from "react";
import type { MapSummary } from "@/api/types";
import { useWords } from "@/app/i18n";
import { carriedMap, carriesMap } from "./dragging";
import classes from "./rail.module.css";
import type { Shelf } from "./useSelecting";

interface Props {
  maps: readonly MapSummary[];
  folders: readonly string[];
  shelf: Shelf;
  folder: string | null;
  onOpen: (shelf: Shelf, folder: string | null) => void;
  onDropMap: (id: string, folder: string | null) => void;
  onCreate: () => void;
  onRename: (folder: string) => void;
  onDissolve: (folder: string) => void;
}

/** The shelves of the portfolio and its folders; maps can be dropped on a folder. */
export function Rail(props: Props) {
  const { maps, folders, shelf, folder, onOpen, onDropMap, onCreate } = props;
  const t = useWords();
  const kept = maps.filter((map) => map.status !== "archived");
  return (
    <nav className={classes.rail} aria-label={t("portfolio-shelves")}>
      <Place
        icon={<IconMap2 size={18} aria-hidden />}
        label={t("portfolio-all")}
        count={kept.length}
        current={shelf === "kept" && folder === null}
        onOpen={() => onOpen("kept", null)}
        onDropMap={(id) => onDropMap(id, null)}
      />
      {folders.map((name) => (
        <Place
          key={name}
          icon={<IconFolder size={18} aria-hidden />}
          label={name}
          count={kept.filter((map) => map.folder === name).length}
          current={shelf === "kept" && folder === name}
          onOpen={() => onOpen("kept", name)}
          onDropMap={(id) => onDropMap(id, name)}
        >
          <FolderMenu {...props} folder={name} />
        </Place>
      ))}
      <UnstyledButton className={classes.place} data-quiet onClick={onCreate}>
        <IconFolderPlus size={18} aria-hidden />
        <span className={classes.label}>{t("portfolio-folder-new")}</span>
      </UnstyledButton>
      <hr className={classes.line} />
      <Place
        icon={<IconArchive size={18} aria-hidden />}
        label={t("portfolio-archive-shelf")}
        count={maps.length - kept.length}
        current={shelf === "archived"}
        onOpen={() => onOpen("archived", null)}
      />
      <Place
        icon={<IconTrash size={18} aria-hidden />}
        label={t("portfolio-deleted-shelf")}
        current={shelf === "deleted"}
        onOpen={() => onOpen("deleted", null)}
      />
    </nav>
  );
}

interface PlaceProps {
  icon: ReactNode;
  label: string;
  count?: number;
  current: boolean;
  onOpen: () => void;
  onDropMap?: (id: string) => void;
  children?: ReactNode;
}

function Place({ icon, label, count, current, onOpen, onDropMap, children }: PlaceProps) {
  const [over, setOver] = useState(false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (onDropMap && carriesMap(event)) {
        event.preventDefault();
        setOver(true);
      }
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (onDropMap && carriesMap(event)) {
        event.preventDefault();
        onDropMap(carriedMap(event));
      }
    },
  };
  return (
    <div className={classes.row} data-over={over || undefined} {...drop}>
      <UnstyledButton className={classes.place} aria-current={current ? "page" : undefined} onClick={onOpen}>
        {icon}
        <span className={classes.label} dir="auto">
          {label}
        </span>
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </UnstyledButton>
      {children}
    </div>
  );
}

function FolderMenu({ folder, onRename, onDissolve }: Props & { folder: string }) {
  const t = useWords();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          className={classes.menu}
          variant="subtle"
          color="gray"
          c="dimmed"
          size="sm"
          aria-label={t("portfolio-folder-menu", { folder })}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onRename(folder)}>
          {t("portfolio-folder-rename")}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderOff size={16} aria-hidden />} onClick={() => onDissolve(folder)}>
          {t("portfolio-folder-dissolve")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
