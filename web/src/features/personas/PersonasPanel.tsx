import { Button, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useWords } from "@/app/i18n";
import { addPersona } from "@/document/edits/people";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import { plainText } from "@/document/markdown";
import type { Key, Persona } from "@/document/types";
import { useEditor } from "@/features/editor/state/context";
import { useBeside } from "@/features/editor/state/useBeside";
import { personaColour, personaLetter } from "@/features/editor/style/personas";
import { PersonaEditor } from "./PersonaEditor";
import classes from "./personas.module.css";

/** Whose journey it is: the portraits, one at a time. */
export default function PersonasPanel() {
  const t = useWords();
  const editor = useEditor();
  const personas = useSnapshot((snapshot) => snapshot.personas);
  const [chosen, choose] = useState<Key | null>(null);
  const number = Math.max(
    0,
    personas.findIndex(({ key }) => key === chosen),
  );
  const persona = personas[number];
  useBeside("personas", persona?.key);
  const written = usePersonaWritten();
  useEffect(() => {
    if (written) choose(written);
  }, [written]);
  const add = () => {
    const made = addPersona(editor);
    const key = made?.edit?.owner;
    if (made && key) {
      editor.apply({ announce: made.announce });
      choose(key);
      editor.store.edit(key, "panel:name");
    }
  };
  return (
    <Stack gap="lg">
      {personas.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("personas-none")}
        </Text>
      )}
      <Group gap="xs">
        {personas.map((one, at) => (
          <Chip
            key={one.key}
            persona={one}
            number={at}
            isChosen={one === persona}
            onChoose={() => choose(one.key)}
          />
        ))}
        {editor.canEdit && (
          <Button
            size="xs"
            fz="sm"
            radius="xl"
            variant="default"
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={add}
          >
            {t("personas-add")}
          </Button>
        )}
      </Group>
      {persona && (
        <PersonaEditor key={persona.key} persona={persona} number={number} count={personas.length} />
      )}
    </Stack>
  );
}

/** The persona of whom a text is under edit in the panel. */
function usePersonaWritten(): Key | undefined {
  const { store, document } = useEditor();
  return useSyncExternalStore(store.subscribe, () => {
    const { editing } = store.state;
    if (!editing?.field.startsWith("panel:")) return undefined;
    const { personas, items } = lookup(document.snapshot);
    const home = items.get(editing.record)?.home;
    if (home) return "persona" in home ? home.persona : undefined;
    return personas.has(editing.record) ? editing.record : undefined;
  });
}

interface ChipProps {
  persona: Persona;
  number: number;
  isChosen: boolean;
  onChoose: () => void;
}

function Chip({ persona, number, isChosen, onChoose }: ChipProps) {
  const t = useWords();
  const { read } = useEditor();
  return (
    <UnstyledButton className={classes.chip} aria-pressed={isChosen} onClick={onChoose}>
      <span className={classes.letter} style={{ background: personaColour(number) }} aria-hidden="true">
        {personaLetter(number)}
      </span>
      <span dir="auto">{plainText(read(persona.name)) || t("editor-untitled")}</span>
    </UnstyledButton>
  );
}
