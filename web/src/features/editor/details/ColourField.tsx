import { ActionIcon, ColorSwatch, Group } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";

import { useEditor } from "../state/context";
import { OFFERED } from "../style/colours";
import classes from "./details.module.css";

interface Props {
  readonly value: string | undefined;
  readonly onChange: (colour: string | undefined) => void;
}

/** A colour of the palette that the colour-blind tell apart, or none. */
export function ColourField({ value, onChange }: Props) {
  const { canEdit } = useEditor();
  const t = useWords();
  if (!canEdit) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: swatches are buttons, not fields of a form.
    <div role="group" aria-label={t("editor-field-colour")} className={classes.field}>
      <span className={classes.label}>{t("editor-field-colour")}</span>
      <Group gap={6}>
        {OFFERED.map(({ name, colour }) => (
          <ColorSwatch
            key={colour}
            component="button"
            type="button"
            color={colour}
            size={24}
            aria-label={t(`editor-colour-${name}`)}
            title={t(`editor-colour-${name}`)}
            aria-pressed={value === colour}
            style={{ color: "#fff", cursor: "pointer" }}
            onClick={() => onChange(colour)}
          >
            {value === colour && <IconCheck aria-hidden size={14} />}
          </ColorSwatch>
        ))}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t("editor-colour-none")}
          onClick={() => onChange(undefined)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
    </div>
  );
}
