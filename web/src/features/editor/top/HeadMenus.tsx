import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { setHead } from "@/document/edits/head";
import { MAP_STATUSES, STATES } from "@/document/schema";
import type { Head } from "@/document/types";

import { useEditor } from "../state/context";
import classes from "./top.module.css";

/** How far the map is, and whether it shows what is or what shall be. */
export const HeadMenus = memo(function HeadMenus({ head }: { head: Head }) {
  const editor = useEditor();
  const t = useWords();
  const set = (values: Parameters<typeof setHead>[1]) => editor.apply(setHead(editor, values));
  return (
    <div className={`${classes.group} ${classes.head}`}>
      <Choice
        label={t("editor-status")}
        value={head.status}
        options={MAP_STATUSES}
        word={(status) => t(`editor-status-${status}`)}
        onChange={(status) => set({ status })}
      />
      <Choice
        label={t("editor-state")}
        value={head.state ?? null}
        options={STATES}
        word={(state) => t(`editor-state-${state}`)}
        onChange={(state) => set({ state })}
      />
    </div>
  );
});

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly Value[];
  readonly word: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, word, onChange }: ChoiceProps<Value>) {
  const { canEdit } = useEditor();
  const t = useWords();
  const shown = value ? word(value) : t("editor-state-none");
  return (
    <Menu shadow="md" position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          radius="xl"
          disabled={!canEdit}
          rightSection={canEdit && <IconChevronDown aria-hidden size={13} />}
          aria-label={`${label}: ${shown}`}
          styles={{ root: { fontWeight: 450 }, section: { marginInlineStart: 4 } }}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{label}</Menu.Label>
        {options.map((option) => (
          <Menu.Item
            key={option}
            leftSection={
              option === value ? <IconCheck size={15} aria-hidden /> : <span style={{ width: 15 }} />
            }
            aria-current={option === value}
            onClick={() => onChange(option)}
          >
            {word(option)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
