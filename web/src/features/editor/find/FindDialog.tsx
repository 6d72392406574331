import { ActionIcon, Button, Checkbox, CloseButton, Group, Paper, Text, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "@/app/i18n";
import { find, numberAfter, replaceAll } from "@/document/find";
import { useSnapshot } from "@/document/hooks";
import type { GridRow } from "../layout/rows";
import { useEditor } from "../state/context";
import classes from "./find.module.css";
import { cellOfMatch, excerptOf, kindOf } from "./where";

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
  // Nothing has been shown yet for the words as they are: the first match comes first.
  const [isFresh, setFresh] = useState(true);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const matches = useMemo(
    () => find(snapshot, { text: wanted, isCaseSensitive: isCaseKept, language }),
    [snapshot, wanted, isCaseKept, language],
  );
  const begin = () => {
    setIndex(0);
    setFresh(true);
  };
  const at = matches.length === 0 ? 0 : Math.min(index, matches.length - 1);

  const current = matches[at];
  const cell = current && cellOfMatch(snapshot, rows.current, current);

  const show = (next: number, among = matches) => {
    const number = (next + among.length) % Math.max(1, among.length);
    setIndex(number);
    setFresh(false);
    const match = among[number];
    const address = match && cellOfMatch(document.snapshot, rows.current, match);
    if (address) store.show(address);
  };
  const goOn = () => show(isFresh ? at : at + 1);
  const put = (all: boolean) => {
    if (!current) return;
    editor.apply(replaceAll(document, all ? matches : [current], replacement));
    if (all) return begin();
    const left = find(document.snapshot, { text: wanted, isCaseSensitive: isCaseKept, language });
    show(numberAfter(left, at, current, replacement), left);
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
            begin();
          }}
          onKeyDown={(event) => event.key === "Enter" && (event.shiftKey ? show(at - 1) : goOn())}
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
        <ActionIcon variant="subtle" color="gray" aria-label={t("editor-find-next")} onClick={goOn}>
          <IconChevronDown size={17} />
        </ActionIcon>
        <CloseButton aria-label={t("editor-close")} onClick={onClose} />
      </Group>
      <Text size="xs" c="dimmed" role="status" lineClamp={2} mt={current && !cell ? 4 : 0}>
        {current && !cell
          ? t("editor-find-elsewhere", {
              kind: t(`editor-group-${kindOf(current)}`),
              text: excerptOf(current),
            })
          : ""}
      </Text>
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
        onChange={(event) => {
          setCaseKept(event.currentTarget.checked);
          begin();
        }}
      />
    </Paper>
  );
}
