import { MultiSelect, Rating, Stack } from "@mantine/core";
import { IconSquare, IconSquareFilled } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import { setOfBarrier } from "@/document/edits/barriers";
import { citeOnCards } from "@/document/edits/cards";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import { plainText } from "@/document/markdown";
import type { Barrier } from "@/document/types";
import { useEditor } from "../state/context";
import classes from "./details.module.css";
import { EvidenceField } from "./EvidenceField";
import { TextField } from "./TextField";
import { useSet } from "./useSet";

/** A barrier: how much it matters, whom it stops and where. */
export function BarrierDetails({ barrier }: { barrier: Barrier }) {
  const editor = useEditor();
  const { read } = editor;
  const t = useWords();
  const set = useSet("barriers", barrier.key);
  const personas = useSnapshot((snapshot) => snapshot.personas);
  const touchpoints = useSnapshot((snapshot) => lookup(snapshot).touchpoints);
  const ref = [{ table: "barriers", key: barrier.key }] as const;
  const named = (text: Parameters<typeof read>[0]) => plainText(read(text)) || t("editor-untitled");
  return (
    <Stack gap="sm">
      <TextField record={barrier.key} field="text" text={barrier.text} label={t("editor-kind-barrier")} />
      <Levels
        label={t("editor-field-criticality")}
        value={barrier.criticality}
        onChange={(criticality) => set({ criticality })}
      />
      <MultiSelect
        label={t("editor-field-whom")}
        data={personas.map((one) => ({ value: one.key, label: named(one.name) }))}
        value={[...barrier.personas]}
        disabled={!editor.canEdit}
        onChange={(keys) => editor.apply(setOfBarrier(editor, barrier.key, "personas", keys))}
      />
      <MultiSelect
        label={t("editor-field-where")}
        searchable
        data={[...touchpoints.values()].map(({ touchpoint }) => ({
          value: touchpoint.key,
          label: named(touchpoint.title),
        }))}
        value={[...barrier.touchpoints]}
        disabled={!editor.canEdit}
        onChange={(keys) => editor.apply(setOfBarrier(editor, barrier.key, "touchpoints", keys))}
      />
      <EvidenceField
        cited={barrier.evidence}
        onChange={(added, removed) => {
          if (added.length > 0) editor.apply(citeOnCards(editor, ref, added));
          if (removed.length > 0) editor.apply(citeOnCards(editor, ref, removed, false));
        }}
      />
    </Stack>
  );
}

interface LevelsProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** One to five, or not known. */
export function Levels({ label, value, onChange }: LevelsProps) {
  const { canEdit } = useEditor();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rating brings its own fields.
    <div role="group" aria-label={label} className={classes.field}>
      <span className={classes.label}>{label}</span>
      <Rating
        value={value ?? 0}
        count={5}
        readOnly={!canEdit}
        allowClear
        emptySymbol={<IconSquare size={22} stroke={1.4} />}
        fullSymbol={<IconSquareFilled size={22} />}
        getSymbolLabel={(level) => `${label}: ${level}`}
        color="vermilion.6"
        onChange={(level) => onChange(level === 0 ? undefined : level)}
      />
    </div>
  );
}
