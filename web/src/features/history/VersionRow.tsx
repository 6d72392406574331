import { ActionIcon, Button, Group, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowsDiff,
  IconBookmarkFilled,
  IconEye,
  IconFileImport,
  IconPoint,
} from "@tabler/icons-react";
import type { Version } from "@/api/types";
import { useWords, type Words } from "@/app/i18n";
import { Ago } from "@/ui/Ago";
import classes from "./history.module.css";

const icons = {
  automatic: IconPoint,
  named: IconBookmarkFilled,
  restored: IconArrowBackUp,
  imported: IconFileImport,
};

interface Props {
  version: Version;
  onView: () => void;
  onCompare: () => void;
}

/** A version of the history. */
export function VersionRow({ version, onView, onCompare }: Props) {
  const t = useWords();
  const Icon = icons[version.kind];
  const name = versionName(version, t);
  return (
    <li className={classes.version} data-kind={version.kind}>
      <Icon size={18} aria-hidden />
      <div className={classes.about}>
        <strong dir="auto">{name}</strong>
        <p>
          <Ago time={version.at} /> · <span dir="auto">{version.author}</span>
        </p>
        {version.kind === "named" && version.reason && (
          <p className={classes.reason} dir="auto">
            {version.reason}
          </p>
        )}
      </div>
      <Group gap={2} wrap="nowrap">
        <Tooltip label={t("history-compare")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            aria-label={t("history-compare-which", { name })}
            onClick={onCompare}
          >
            <IconArrowsDiff size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconEye size={16} aria-hidden />}
          aria-label={t("history-view-which", { name })}
          onClick={onView}
        >
          {t("history-view")}
        </Button>
      </Group>
    </li>
  );
}

/** What a version is called: its own title, or how it came about. */
export function versionName({ kind, title, reason, n }: Version, t: Words): string {
  if (kind === "restored") {
    return title
      ? t("history-restored-titled", { title })
      : t("history-restored-number", { number: reason ?? n });
  }
  return title ?? t(`history-kind-${kind}`);
}
