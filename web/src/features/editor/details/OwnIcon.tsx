import { Group } from "@mantine/core";
import { useWords } from "@/app/i18n";
import { isOwnIcon } from "../cells/TouchpointPill";
import { useEditor } from "../state/context";
import { PictureButtons } from "../state/PictureButtons";
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
          <PictureButtons
            hasPicture={isOwn}
            isSending={isSending}
            choose={t(isOwn ? "editor-own-icon-change" : "editor-own-icon-choose")}
            remove={t("editor-own-icon-remove")}
            onChoose={take}
            onRemove={() => onChange(undefined)}
          />
        )}
      </Group>
    </div>
  );
}
