import { Checkbox, Stack, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import { MOMENTS } from "@/document/schema";
import type { Stage, Step } from "@/document/types";
import { duration } from "@/document/values";
import { useEditor } from "../state/context";
import { TargetsField } from "../targets/TargetsField";
import { ChoiceField } from "./ChoiceField";
import { ColourField } from "./ColourField";
import { MapPicker } from "./MapPicker";
import { TextField } from "./TextField";
import { useSet } from "./useSet";

/** A stage or step. */
export function PlaceDetails({ place }: { place: Stage | Step }) {
  const { canEdit } = useEditor();
  const t = useWords();
  const isStep = "stage" in place;
  const isColumn = isStep || place.steps.length === 0;
  const set = useSet(isStep ? "steps" : "stages", place.key);
  return (
    <Stack gap="sm">
      <TextField
        record={place.key}
        field="title"
        text={place.title}
        label={t(isStep ? "editor-label-step" : "editor-label-stage")}
      />
      {isStep ? (
        <>
          <TextField
            record={place.key}
            field="success"
            text={place.success}
            label={t("editor-label-success")}
          />
          <WrittenField
            label={t("editor-field-expected")}
            description={t("editor-duration-how")}
            value={place.expected}
            read={duration}
            onChange={(expected) => set({ expected })}
          />
        </>
      ) : (
        <>
          <TextField record={place.key} field="goal" text={place.goal} label={t("editor-row-goals")} />
          <MapPicker
            label={t("editor-field-sub-map")}
            description={t("editor-field-sub-map-about")}
            value={place.map}
            onChange={(map) => set({ map })}
          />
        </>
      )}
      <ChoiceField
        label={t("editor-field-moment")}
        value={place.moment}
        options={MOMENTS.map((value) => ({ value, label: t(`editor-moment-${value}`) }))}
        isOptional
        onChange={(moment) => set({ moment })}
      />
      {isColumn && <TargetsField place={place.key} />}
      <ColourField value={place.colour} onChange={(colour) => set({ colour })} />
      <Checkbox
        label={t("editor-field-hidden")}
        checked={place.hidden}
        disabled={!canEdit}
        onChange={(event) => set({ hidden: event.currentTarget.checked || undefined })}
      />
    </Stack>
  );
}

interface WrittenProps {
  readonly label: string;
  readonly description: string;
  readonly value: string | undefined;
  /** The canonical form of what was typed; undefined where it is none. */
  readonly read: (text: string) => string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A value with a form of its own: kept only when it can be read. */
function WrittenField({ label, description, value, read, onChange }: WrittenProps) {
  const { canEdit } = useEditor();
  const t = useWords();
  const [typed, setTyped] = useState(value ?? "");
  useEffect(() => setTyped(value ?? ""), [value]);
  const isWrong = typed !== "" && read(typed.trim()) === undefined;
  return (
    <TextInput
      label={label}
      description={description}
      value={typed}
      disabled={!canEdit}
      error={isWrong ? t("editor-field-wrong") : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        const next = typed.trim() === "" ? undefined : read(typed.trim());
        if (!isWrong && next !== value) onChange(next);
      }}
    />
  );
}
