import { Button, FileButton, Group } from "@mantine/core";
import { IconPhoto, IconX } from "@tabler/icons-react";
import type { ClipboardEvent, DragEvent } from "react";
import { useWords } from "@/app/i18n";
import { setPersona } from "@/document/edits/people";
import { plainText } from "@/document/markdown";
import type { Persona } from "@/document/types";
import { useEditor } from "@/features/editor/state/context";
import { PICTURES } from "@/features/editor/state/images";
import { useUpload } from "@/features/editor/state/useUpload";
import { personaColour, personaLetter } from "@/features/editor/style/personas";
import classes from "./personas.module.css";

/** The persona's picture; another one can be chosen, dropped or pasted. */
export function Portrait({ persona, number }: { persona: Persona; number: number }) {
  const t = useWords();
  const editor = useEditor();
  const { isSending, take } = useUpload((picture) =>
    editor.apply(setPersona(editor, persona.key, { picture })),
  );
  const paste = (event: ClipboardEvent) => {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith("image/"));
    if (file) {
      event.preventDefault();
      event.stopPropagation();
      take(file);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes what is dropped and pasted; the button does the same
    <div
      className={classes.portrait}
      onPaste={paste}
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
    >
      {persona.picture ? (
        <img
          className={classes.picture}
          src={editor.imageUrl(persona.picture)}
          alt={t("personas-picture-of", { name: plainText(editor.read(persona.name)) })}
        />
      ) : (
        <span className={classes.noPicture} style={{ background: personaColour(number) }} aria-hidden="true">
          {personaLetter(number)}
        </span>
      )}
      {editor.canEdit && (
        <Group gap={4}>
          <FileButton accept={PICTURES} onChange={take}>
            {(button) => (
              <Button
                {...button}
                size="compact-sm"
                variant="default"
                loading={isSending}
                leftSection={<IconPhoto size={16} aria-hidden />}
              >
                {t(persona.picture ? "personas-picture-change" : "personas-picture-add")}
              </Button>
            )}
          </FileButton>
          {persona.picture && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconX size={16} aria-hidden />}
              onClick={() => editor.apply(setPersona(editor, persona.key, { picture: undefined }))}
            >
              {t("personas-picture-remove")}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
