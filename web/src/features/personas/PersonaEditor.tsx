import { ActionIcon, Code, Group, Stack, Text, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import { movePersona, removePersonas } from "@/document/edits/people";
import { PORTRAIT_LISTS } from "@/document/schema";
import type { Persona } from "@/document/types";
import { TextField } from "@/features/editor/details/TextField";
import { useEditor } from "@/features/editor/state/context";
import { personaColour } from "@/features/editor/style/personas";
import { Portrait } from "./Portrait";
import classes from "./personas.module.css";
import { TraitList } from "./TraitList";

interface Props {
  persona: Persona;
  /** Place among the personas, from 0. */
  number: number;
  count: number;
}

/** The portrait of one persona, written in place. */
export function PersonaEditor({ persona, number, count }: Props) {
  const t = useWords();
  const editor = useEditor();
  const { key } = persona;
  const moves = [
    { by: -1, Icon: IconArrowUp, label: t("personas-earlier"), isPossible: number > 0 },
    { by: 1, Icon: IconArrowDown, label: t("personas-later"), isPossible: number < count - 1 },
  ];
  return (
    <Stack gap="md" className={classes.persona} style={{ borderColor: personaColour(number) }}>
      <Portrait persona={persona} number={number} />
      <TextField record={key} field="name" text={persona.name} label={t("personas-name")} />
      <TextField record={key} field="role" text={persona.role} label={t("personas-role")} />
      <TextField record={key} field="quote" text={persona.quote} label={t("personas-quote")} />
      {PORTRAIT_LISTS.map((list) => (
        <TraitList key={list} persona={persona} list={list} />
      ))}
      {persona.segment && (
        <div>
          <Text size="xs" fw={550} c="dimmed">
            {t("personas-segment")}
          </Text>
          <Code block>{persona.segment}</Code>
        </div>
      )}
      {editor.canEdit && (
        <Group justify="flex-end" gap={4}>
          {moves.map(({ by, Icon, label, isPossible }) => (
            <Tooltip key={by} label={label}>
              <ActionIcon
                variant="subtle"
                color="gray"
                c="dimmed"
                aria-label={label}
                disabled={!isPossible}
                onClick={() => editor.apply(movePersona(editor, key, number + by))}
              >
                <Icon size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
          <Tooltip label={t("personas-remove")}>
            <ActionIcon
              variant="subtle"
              color="gray"
              c="dimmed"
              aria-label={t("personas-remove")}
              onClick={() => editor.apply(removePersonas(editor, [key]))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
    </Stack>
  );
}
