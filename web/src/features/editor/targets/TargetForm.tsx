import { SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import { METRICS } from "@/document/schema";
import type { Metric } from "@/document/types";
import { duration } from "@/document/values";
import { NumberField } from "../details/NumberField";
import { useEditor } from "../state/context";
import { secondsOf } from "../state/time";
import { spelled, type TargetDraft, unitOf, withMetric } from "./draft";

interface Props {
  readonly draft: TargetDraft;
  readonly onChange: (draft: TargetDraft) => void;
  /** A field was left, or a word was chosen: what is written now is meant. */
  readonly onSettle?: (draft: TargetDraft) => void;
}

/** What is wanted of a step: which number, from which side, how much, and when to raise the alarm. */
export function TargetForm({ draft, onChange, onSettle }: Props) {
  const { canEdit } = useEditor();
  const t = useWords();
  const choose = (next: TargetDraft) => {
    onChange(next);
    onSettle?.(next);
  };
  const isWrong = draft.alertAfter.trim() !== "" && duration(draft.alertAfter.trim()) === undefined;
  return (
    <Stack gap="xs">
      <Select
        label={t("editor-field-metric")}
        data={METRICS.map((metric) => ({ value: metric, label: t(`editor-metric-${metric}`) }))}
        value={draft.metric}
        disabled={!canEdit}
        allowDeselect={false}
        onChange={(metric) => metric && choose(withMetric(draft, metric as Metric))}
      />
      <SegmentedControl
        aria-label={t("editor-target-side")}
        value={draft.side}
        disabled={!canEdit}
        data={[
          { value: "at-least", label: t("editor-target-side-at-least") },
          { value: "at-most", label: t("editor-target-side-at-most") },
        ]}
        onChange={(side) => choose({ ...draft, side: side === "at-most" ? side : "at-least" })}
      />
      <ValueField draft={draft} onChange={onChange} onLeave={(value) => onSettle?.({ ...draft, value })} />
      <TextInput
        label={t("editor-target-alert-after")}
        description={t("editor-duration-how")}
        value={draft.alertAfter}
        disabled={!canEdit}
        error={isWrong ? t("editor-field-wrong") : undefined}
        onChange={(event) => onChange({ ...draft, alertAfter: event.currentTarget.value })}
        onBlur={() => onSettle?.(draft)}
      />
    </Stack>
  );
}

interface ValueProps extends Pick<Props, "draft" | "onChange"> {
  readonly onLeave: (value: number | undefined) => void;
}

/** The value in the unit of its metric. */
function ValueField({ draft, onChange, onLeave }: ValueProps) {
  const t = useWords();
  const unit = unitOf(draft.metric);
  const set = (value: number | undefined) => onChange({ ...draft, value });
  const label = t("editor-target-value");
  if (unit === "seconds") {
    return (
      <TimeField label={label} value={draft.value} onChange={set} onLeave={() => onLeave(draft.value)} />
    );
  }
  const scale = unit === "share" ? 100 : 1;
  const ofUnit = (value: number | undefined) => (value === undefined ? undefined : round(value) / scale);
  const range = { share: { min: 0, max: 100 }, feeling: { min: -2, max: 2 }, count: { min: 0 } }[unit];
  return (
    <NumberField
      label={label}
      value={draft.value === undefined ? undefined : round(draft.value * scale)}
      {...range}
      decimalScale={unit === "count" ? 0 : 1}
      step={unit === "feeling" ? 0.1 : 1}
      suffix={unit === "share" ? " %" : ""}
      onType={(value) => set(ofUnit(value))}
      onMean={(value) => onLeave(ofUnit(value))}
    />
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (seconds: number | undefined) => void;
  readonly onLeave: () => void;
}

function TimeField({ label, value, onChange, onLeave }: TimeProps) {
  const { canEdit } = useEditor();
  const t = useWords();
  const shown = value === undefined ? "" : spelled(value);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped((typed) => (read(typed) === value ? typed : shown)), [value, shown]);
  return (
    <TextInput
      label={label}
      description={t("editor-duration-how")}
      placeholder="15m"
      value={typed}
      disabled={!canEdit}
      error={typed.trim() !== "" && read(typed) === undefined ? t("editor-field-wrong") : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
      onBlur={onLeave}
    />
  );
}

function read(typed: string): number | undefined {
  const written = duration(typed.trim());
  return written === undefined ? undefined : secondsOf(written);
}

/** Without the dust of binary fractions. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;
