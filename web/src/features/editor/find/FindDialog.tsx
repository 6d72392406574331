import { ActionIcon, Button, Checkbox, CloseButton, Group, Paper, Text, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "@/app/i18n";
import { find, type Match, replaceAll } from "@/document/find";
import { useSnapshot } from "@/document/hooks";
import type { Selection } from "@/document/selection";
import type { GridRow } from "../layout/rows";
import { useEditor } from "../state/context";
import { addressOf } from "../state/selection";
import classes from "./find.module.css";

interface Props {
  readonly rows: RefObject<readonly GridRow[]>;
  readonly onClose: () => void;
}

/** Find and replace over the whole grid; it stays open while one works. */
export function FindDialog({ rows, onClose }: Props) {
  const editor = useEditor();
  const { document, store, language, canEdit } = editor;
  const t = useWords();
  const snapshot = useSnapshot((snapshot) => snapshot);
  const [wanted, setWanted] = useState("");
  const [replacement, setReplacement] = useState("");
  const [isCaseKept, setCaseKept] = useState(false);
  const [index, setIndex] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const matches = useMemo(
    () => find(snapshot, { text: wanted, isCaseSensitive: isCaseKept, language }),
    [snapshot, wanted, isCaseKept, language],
  );
  const at = matches.length === 0 ? 0 : Math.min(index, matches.length - 1);

  const show = (next: number) => {
    const number = (next + matches.length) % Math.max(1, matches.length);
    setIndex(number);
    const match = matches[number];
    const found = match && addressOf(snapshot, rows.current, selectionOf(match));
    if (found) store.show(found.address);
  };
  const put = (all: boolean) => {
    const current = matches[at];
    const chosen = all ? matches : current ? [current] : [];
    editor.apply(replaceAll(document, chosen, replacement));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
      store.enter(null);
    }
  };
  return (
    <Paper
      role="search"
      aria-label={t("editor-view-find")}
      className={classes.find}
      shadow="md"
      withBorder
      onKeyDown={onKeyDown}
    >
      <Group gap={6} wrap="nowrap">
        <TextInput
          ref={input}
          size="sm"
          aria-label={t("editor-find-what")}
          placeholder={t("editor-find-what")}
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value);
            setIndex(0);
          }}
          onKeyDown={(event) =>
            event.key === "Enter" &&
            show(event.shiftKey ? at - 1 : matches.length > 0 && index === 0 ? 0 : at + 1)
          }
          style={{ flex: 1 }}
        />
        <Text size="xs" c="dimmed" role="status" miw={62} ta="center">
          {wanted === ""
            ? ""
            : t("editor-find-count", { number: matches.length === 0 ? 0 : at + 1, count: matches.length })}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("editor-find-previous")}
          onClick={() => show(at - 1)}
        >
          <IconChevronUp size={17} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("editor-find-next")}
          onClick={() => show(at + 1)}
        >
          <IconChevronDown size={17} />
        </ActionIcon>
        <CloseButton aria-label={t("editor-close")} onClick={onClose} />
      </Group>
      {canEdit && (
        <Group gap={6} mt={6} wrap="nowrap">
          <TextInput
            size="sm"
            aria-label={t("editor-find-with")}
            placeholder={t("editor-find-with")}
            value={replacement}
            onChange={(event) => setReplacement(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button
            size="compact-sm"
            variant="default"
            disabled={matches.length === 0}
            onClick={() => put(false)}
          >
            {t("editor-find-replace")}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={matches.length === 0}
            onClick={() => put(true)}
          >
            {t("editor-find-replace-all")}
          </Button>
        </Group>
      )}
      <Checkbox
        mt={8}
        size="xs"
        label={t("editor-find-case")}
        checked={isCaseKept}
        onChange={(event) => setCaseKept(event.currentTarget.checked)}
      />
    </Paper>
  );
}

/** What to choose on the grid to show a match. */
function selectionOf({ record, cell }: Match): Selection {
  return { cells: cell && !record ? [cell] : [], records: record ? [record] : [] };
}
