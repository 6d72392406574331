import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/app/i18n";
import { addTransition, removeTransitions, setTransition } from "@/document/edits/flow";
import { useSnapshot } from "@/document/hooks";
import { plainText } from "@/document/markdown";
import { TRANSITION_KINDS } from "@/document/schema";
import type { Key, Transition } from "@/document/types";
import { useEditor } from "../state/context";
import { useBeside } from "../state/useBeside";
import { ChoiceField } from "./ChoiceField";
import classes from "./details.module.css";
import { TextField } from "./TextField";

/** Loops, branches and shortcuts: every way of the journey that is not the next step. */
export default function TransitionsPanel() {
  const editor = useEditor();
  const t = useWords();
  const transitions = useSnapshot((snapshot) => snapshot.transitions);
  const stages = useSnapshot((snapshot) => snapshot.stages);
  const [met, setMet] = useState<Key>();
  useBeside("transitions", met);
  const add = () => {
    const [first, last] = [stages[0], stages.at(-1)];
    if (first && last) editor.apply(addTransition(editor, last.key, first.key));
  };
  return (
    <Stack gap="md">
      {transitions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("editor-transitions-none")}
        </Text>
      )}
      {transitions.map((transition) => (
        <TransitionDetails key={transition.key} transition={transition} onMeet={setMet} />
      ))}
      {editor.canEdit && (
        <Button variant="default" leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
          {t("editor-transitions-add")}
        </Button>
      )}
    </Stack>
  );
}

interface DetailsProps {
  readonly transition: Transition;
  /** Called when one comes to it. */
  readonly onMeet: (key: Key) => void;
}

function TransitionDetails({ transition, onMeet }: DetailsProps) {
  const editor = useEditor();
  const { read } = editor;
  const t = useWords();
  const stages = useSnapshot((snapshot) => snapshot.stages);
  const places = stages
    .flatMap((stage) => [stage, ...stage.steps])
    .map((place) => ({ value: place.key, label: plainText(read(place.title)) || t("editor-untitled") }));
  const set = (values: Parameters<typeof setTransition>[2]) =>
    editor.apply(setTransition(editor, transition.key, values));
  return (
    <section
      className={classes.transition}
      onFocus={() => onMeet(transition.key)}
      aria-label={plainText(read(transition.title)) || t(`editor-transition-${transition.kind}`)}
    >
      <TextField
        record={transition.key}
        field="title"
        text={transition.title}
        label={t("editor-field-name")}
      />
      <ChoiceField
        label={t("editor-field-kind")}
        value={transition.kind}
        options={TRANSITION_KINDS.map((value) => ({ value, label: t(`editor-transition-${value}`) }))}
        onChange={(kind) => kind && set({ kind })}
      />
      <ChoiceField
        label={t("editor-field-from")}
        value={transition.from}
        options={places}
        onChange={(from) => from && set({ from })}
      />
      <ChoiceField
        label={t("editor-field-to")}
        value={transition.to}
        options={places}
        onChange={(to) => to && set({ to })}
      />
      {editor.canEdit && (
        <Group justify="flex-end">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("editor-transition-remove")}
            onClick={() => editor.apply(removeTransitions(editor, [transition.key]))}
          >
            <IconTrash size={17} stroke={1.7} />
          </ActionIcon>
        </Group>
      )}
    </section>
  );
}
