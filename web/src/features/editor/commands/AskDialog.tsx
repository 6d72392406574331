import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/app/i18n";
import type { Asks } from "@/document/actions/action";
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
        <Question key={command.id} command={command} asks={command.asks} onAnswer={onAnswer} />
      )}
    </Modal>
  );
}

interface QuestionProps {
  readonly command: Command;
  readonly asks: Asks;
  readonly onAnswer: Props["onAnswer"];
}

/** The question begins with what stands there now, so that applying it takes nothing away unseen. */
function Question({ command, asks, onAnswer }: QuestionProps) {
  const t = useWords();
  const [answer, setAnswer] = useState<unknown>(command.current);
  const wasEmpty = isEmpty(command.current);
  const mayClear = command.isClearable === true && !wasEmpty;
  const isAnswer = !isEmpty(answer) || mayClear;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isAnswer) onAnswer(answer ?? "");
      }}
    >
      <Stack>
        <AskField asks={asks} label={command.label} value={answer} onChange={setAnswer} onPick={onAnswer} />
        <Group justify="flex-end" gap="xs">
          {mayClear && (
            <Button
              variant="subtle"
              color="gray"
              mr="auto"
              onClick={() => onAnswer(Array.isArray(command.current) ? [] : "")}
            >
              {t("editor-clear")}
            </Button>
          )}
          <Button variant="default" onClick={() => onAnswer(undefined)}>
            {t("editor-cancel")}
          </Button>
          <Button type="submit" disabled={!isAnswer}>
            {t("editor-apply")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function isEmpty(answer: unknown): boolean {
  return (
    answer === undefined || answer === null || answer === "" || (Array.isArray(answer) && answer.length === 0)
  );
}
