import { Button, Group, Modal, Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import { useComeBack } from "@/ui/useComeBack";

import { useEditor } from "../state/context";
import { AskField } from "./AskField";
import type { Command } from "./command";

interface Props {
  readonly command: Command | null;
  /** Undefined: the question was closed without an answer. */
  readonly onAnswer: (argument: unknown) => void;
}

/** The question a command asks before it runs. */
export function AskDialog({ command, ...props }: Props) {
  const { store } = useEditor();
  const t = useWords();
  const comeBack = useComeBack(command !== null, () => store.refocus());
  const onAnswer = (argument: unknown) => {
    comeBack();
    props.onAnswer(argument);
  };
  const [answer, setAnswer] = useState<unknown>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins without an answer.
  useEffect(() => setAnswer(undefined), [command]);
  const isEmpty = answer === undefined || answer === "" || (Array.isArray(answer) && answer.length === 0);
  return (
    <Modal
      opened={command !== null}
      onClose={() => onAnswer(undefined)}
      title={command?.label ?? ""}
      size="sm"
      centered
      returnFocus={false}
      closeButtonProps={{ "aria-label": t("editor-close") }}
    >
      {command?.asks && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isEmpty) onAnswer(answer);
          }}
        >
          <Stack>
            <AskField
              asks={command.asks}
              label={command.label}
              value={answer}
              onChange={setAnswer}
              onPick={onAnswer}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => onAnswer(undefined)}>
                {t("editor-cancel")}
              </Button>
              <Button type="submit" disabled={isEmpty}>
                {t("editor-apply")}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
