import { Button, Stack, Text, Title } from "@mantine/core";
import { IconClipboardText, IconPencilPlus, IconTemplate } from "@tabler/icons-react";
import { Link } from "wouter";
import { useWords } from "@/app/i18n";
import { addLane } from "@/document/edits/lanes";
import { addStage } from "@/document/edits/places";

import { useEditor } from "../state/context";
import classes from "./empty.module.css";

/** Lanes most maps begin with. */
const FIRST_LANES = ["text", "touchpoints", "emotion", "barriers", "ideas"] as const;

/** A map without stages: three ways to begin. */
export function EmptyMap() {
  const editor = useEditor();
  const t = useWords();
  const begin = () => {
    if (editor.document.snapshot.lanes.length === 0) {
      for (const kind of FIRST_LANES)
        addLane(editor, { kind, title: { "": t(`editor-lane-title-${kind}`) } });
    }
    editor.apply(addStage(editor));
  };
  return (
    <Stack className={classes.empty} align="center" gap="lg">
      <Drawing />
      <Title order={2} size="h3" ta="center">
        {t("editor-empty-title")}
      </Title>
      <Text c="dimmed" maw={520} ta="center">
        {t(editor.canEdit ? "editor-empty-text" : "editor-empty-reader")}
      </Text>
      {editor.canEdit && (
        <div className={classes.ways}>
          <section className={classes.way}>
            <IconPencilPlus aria-hidden size={26} stroke={1.5} />
            <Text fw={650}>{t("editor-empty-write")}</Text>
            <Text size="sm" c="dimmed">
              {t("editor-empty-write-text")}
            </Text>
            <Button mt="auto" onClick={begin}>
              {t("editor-empty-write-button")}
            </Button>
          </section>
          <section className={classes.way}>
            <IconClipboardText aria-hidden size={26} stroke={1.5} />
            <Text fw={650}>{t("editor-empty-paste")}</Text>
            <Text size="sm" c="dimmed">
              {t("editor-empty-paste-text")}
            </Text>
          </section>
          <section className={classes.way}>
            <IconTemplate aria-hidden size={26} stroke={1.5} />
            <Text fw={650}>{t("editor-empty-template")}</Text>
            <Text size="sm" c="dimmed">
              {t("editor-empty-template-text")}
            </Text>
            <Button mt="auto" variant="default" component={Link} href="/">
              {t("editor-empty-template-button")}
            </Button>
          </section>
        </div>
      )}
    </Stack>
  );
}

/** A road that waits for its stages. */
function Drawing() {
  return (
    <svg aria-hidden className={classes.drawing} viewBox="0 0 320 84" fill="none">
      {[0, 1, 2, 3].map((number) => (
        <path
          key={number}
          d={`M${8 + number * 76} 8h66l10 14-10 14h-66l10-14z`}
          className={number === 0 ? classes.first : classes.later}
        />
      ))}
      <path d="M20 66C70 40 90 78 140 62s70-26 160-8" className={classes.curve} />
    </svg>
  );
}
