import { Button, FileButton, Group } from "@mantine/core";
import { IconPhoto, IconX } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import { isOwnIcon } from "../cells/TouchpointPill";
import { useEditor } from "../state/context";
import { PICTURES } from "../state/images";
import { useUpload } from "../state/useUpload";
import classes from "./details.module.css";

interface Props {
  readonly icon: string | undefined;
  readonly onChange: (icon: string | undefined) => void;
}

/** A picture of one's own in place of the icon of the channel. */
export function OwnIcon({ icon, onChange }: Props) {
  const { canEdit, imageUrl } = useEditor();
  const t = useWords();
  const { isSending, take } = useUpload(onChange);
  const isOwn = isOwnIcon(icon);
  if (!canEdit && !isOwn) return null;
  return (
    <div className={classes.field}>
      <span className={classes.label}>{t("editor-field-own-icon")}</span>
      <Group gap={6}>
        {isOwn && <img className={classes.ownIcon} src={imageUrl(icon)} alt="" />}
        {canEdit && (
          <FileButton accept={PICTURES} onChange={take}>
            {(button) => (
              <Button
                {...button}
                size="compact-sm"
                variant="default"
                loading={isSending}
                leftSection={<IconPhoto size={16} aria-hidden />}
              >
                {t(isOwn ? "editor-own-icon-change" : "editor-own-icon-choose")}
              </Button>
            )}
          </FileButton>
        )}
        {canEdit && isOwn && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => onChange(undefined)}
          >
            {t("editor-own-icon-remove")}
          </Button>
        )}
      </Group>
    </div>
  );
}
