import { memo } from "react";
import { useWords } from "@/app/i18n";
import type { MapSnapshot } from "@/document/types";

import { useEditor } from "../state/context";
import { toggled, type View } from "../state/view";
import { personaColour, personaLetter } from "../style/personas";
import classes from "./top.module.css";

interface Props {
  readonly personas: MapSnapshot["personas"];
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
}

/** Whose journey is shown; a chip takes a persona out of the picture and back. */
export const PersonaChips = memo(function PersonaChips({ personas, view, change }: Props) {
  const { read } = useEditor();
  const t = useWords();
  if (personas.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are switches of the view, not fields of a form.
    <div role="group" aria-label={t("editor-personas")} className={classes.chips}>
      {personas.map((persona, number) => (
        <button
          key={persona.key}
          type="button"
          className={classes.chip}
          aria-pressed={!view.hiddenPersonas.has(persona.key)}
          title={read(persona.name)}
          onClick={() => change({ hiddenPersonas: toggled(view.hiddenPersonas, persona.key) })}
        >
          <span aria-hidden className={classes.letter} style={{ background: personaColour(number) }}>
            {personaLetter(number)}
          </span>
          <span>{read(persona.name) || t("editor-untitled")}</span>
        </button>
      ))}
    </div>
  );
});
