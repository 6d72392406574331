import { Group } from "@mantine/core";
import { type DragEvent, useEffect, useLayoutEffect, useRef } from "react";
import { useWords } from "@/app/i18n";
import { setPersona } from "@/document/edits/people";
import { plainText } from "@/document/markdown";
import type { Persona } from "@/document/types";
import { useEditor } from "@/features/editor/state/context";
import { PictureButtons } from "@/features/editor/state/PictureButtons";
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
  usePastedPicture(take);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes what is dropped and pasted; the button does the same
    <div className={classes.portrait} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
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
          <PictureButtons
            hasPicture={persona.picture !== undefined}
            isSending={isSending}
            choose={t(persona.picture ? "personas-picture-change" : "personas-picture-add")}
            remove={t("personas-picture-remove")}
            onChoose={take}
            onRemove={() => editor.apply(setPersona(editor, persona.key, { picture: undefined }))}
          />
        </Group>
      )}
    </div>
  );
}

/** A picture that is pasted anywhere but on the map, while the portrait is open, is meant for it. */
function usePastedPicture(take: (file: File) => void): void {
  const now = useRef(take);
  useLayoutEffect(() => {
    now.current = take;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const isOnMap = (event.target as HTMLElement).closest("[role=grid], [role=dialog]") !== null;
      const file = event.clipboardData?.files[0];
      const hasText = (event.clipboardData?.getData("text/plain") ?? "") !== "";
      if (isOnMap || hasText || !file) return;
      event.preventDefault();
      event.stopPropagation();
      now.current(file);
    };
    document.addEventListener("paste", paste, true);
    return () => document.removeEventListener("paste", paste, true);
  }, []);
}
