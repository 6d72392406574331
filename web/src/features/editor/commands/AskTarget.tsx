import { Select, Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import { targetsOn } from "@/document/edits/flow";
import { useSnapshot } from "@/document/hooks";
import { hasSameParts } from "@/document/sharing";
import type { Target } from "@/document/types";
import { useEditor } from "../state/context";
import { answerOf, draftOf, FIRST_DRAFT, type TargetDraft } from "../targets/draft";
import { TargetForm } from "../targets/TargetForm";
import { useTargetWords } from "../targets/words";

interface Props {
  /** A target that is there is asked for, not a new one. */
  readonly isThere: boolean;
  readonly onChange: (value: unknown) => void;
}

/** The question what is wanted of the step one stands on. */
export function AskTarget({ isThere, onChange }: Props) {
  const t = useWords();
  const targets = useTargetsHere();
  const words = useTargetWords();
  const [chosen, setChosen] = useState<Target | undefined>(isThere ? targets[0] : undefined);
  const [draft, setDraft] = useState<TargetDraft>(chosen ? draftOf(chosen) : FIRST_DRAFT);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown first is an answer too.
  useEffect(() => onChange(answerOf(draft, chosen?.key)), [draft, chosen]);
  return (
    <Stack gap="xs">
      {isThere && targets.length > 1 && (
        <Select
          label={t("editor-field-target")}
          data={targets.map((target) => ({ value: target.key, label: words(target) }))}
          value={chosen?.key ?? null}
          allowDeselect={false}
          onChange={(key) => {
            const target = targets.find((one) => one.key === key);
            setChosen(target);
            if (target) setDraft(draftOf(target));
          }}
        />
      )}
      <TargetForm draft={draft} onChange={setDraft} />
    </Stack>
  );
}

/** The targets of the step one stands on. */
export function useTargetsHere(): readonly Target[] {
  const { store } = useEditor();
  return useSnapshot(
    (snapshot) => [...targetsOn(snapshot, store.state.active.place ?? undefined)],
    hasSameParts,
  );
}
