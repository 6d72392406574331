import { ActionIcon, Button, Group } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import { addTarget, removeTarget, setTarget, targetsOn } from "@/document/edits/flow";
import { useSnapshot } from "@/document/hooks";
import { hasSameParts } from "@/document/sharing";
import type { Key, Target } from "@/document/types";
import classes from "../details/details.module.css";
import { useEditor } from "../state/context";
import { answerOf, draftOf, FIRST_DRAFT, type TargetDraft } from "./draft";
import { TargetForm } from "./TargetForm";
import { useTargetWords } from "./words";

/** What is wanted of the numbers of a step, or of a stage without steps. */
export function TargetsField({ place }: { place: Key }) {
  const editor = useEditor();
  const t = useWords();
  const targets = useSnapshot((snapshot) => [...targetsOn(snapshot, place)], hasSameParts);
  const [fresh, setFresh] = useState<TargetDraft | null>(null);
  const settle = (draft: TargetDraft) => {
    const answer = answerOf(draft);
    if (!answer) return;
    editor.apply(addTarget(editor, place, answer));
    setFresh(null);
  };
  if (targets.length === 0 && !editor.canEdit) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of the panel, in the style of its other fields.
    <div role="group" aria-label={t("editor-field-targets")} className={classes.field}>
      <span className={classes.label}>{t("editor-field-targets")}</span>
      {targets.map((target) => (
        <TargetDetails key={target.key} target={target} />
      ))}
      {fresh ? (
        <section className={classes.transition} aria-label={t("editor-target-new")}>
          <TargetForm draft={fresh} onChange={setFresh} />
          <Group justify="flex-end" gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => setFresh(null)}>
              {t("editor-cancel")}
            </Button>
            <Button size="compact-sm" disabled={!answerOf(fresh)} onClick={() => settle(fresh)}>
              {t("editor-apply")}
            </Button>
          </Group>
        </section>
      ) : (
        editor.canEdit && (
          <Button
            variant="default"
            leftSection={<IconPlus aria-hidden size={16} />}
            onClick={() => setFresh(FIRST_DRAFT)}
          >
            {t("editor-target-add")}
          </Button>
        )
      )}
    </div>
  );
}

/** A target that is there: each change is kept as soon as it is whole. */
function TargetDetails({ target }: { target: Target }) {
  const editor = useEditor();
  const t = useWords();
  const words = useTargetWords();
  const [draft, setDraft] = useState(() => draftOf(target));
  useEffect(() => setDraft(draftOf(target)), [target]);
  const settle = (draft: TargetDraft) => {
    const answer = answerOf(draft);
    const isChanged = !hasSameParts(draft, draftOf(target));
    if (answer && isChanged) editor.apply(setTarget(editor, target.key, answer));
  };
  return (
    <section className={classes.transition} aria-label={words(target)}>
      <TargetForm draft={draft} onChange={setDraft} onSettle={settle} />
      {editor.canEdit && (
        <Group justify="flex-end">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("editor-target-remove")}
            onClick={() => editor.apply(removeTarget(editor, target.key))}
          >
            <IconTrash size={17} stroke={1.7} />
          </ActionIcon>
        </Group>
      )}
    </section>
  );
}
