import { Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import { citeOnEmotion, HIGHEST, LOWEST, setEmotion, setEmotionIcon } from "@/document/edits/emotions";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import { plainText } from "@/document/markdown";
import type { Key } from "@/document/types";
import { useEditor } from "../state/context";
import { EvidenceField } from "./EvidenceField";
import { NumberField } from "./NumberField";
import { TextField } from "./TextField";

/** What one persona feels at one place. */
export function EmotionDetails({ place, persona }: { place: Key; persona: Key }) {
  const editor = useEditor();
  const { read, canEdit } = editor;
  const t = useWords();
  const where = useSnapshot((snapshot) => lookup(snapshot).places.get(place));
  const who = useSnapshot((snapshot) => lookup(snapshot).personas.get(persona));
  const emotion = where?.emotion[persona];
  const [icon, setIcon] = useState(emotion?.icon ?? "");
  useEffect(() => setIcon(emotion?.icon ?? ""), [emotion?.icon]);
  const ref = { place, persona, side: "claimed" } as const;
  const field = (side: "claimed" | "wished") => (
    <NumberField
      label={t(`editor-curve-${side}`)}
      value={emotion?.[side]}
      min={LOWEST}
      max={HIGHEST}
      step={0.1}
      decimalScale={1}
      onMean={(value) => setEmotion(editor, { ...ref, side }, value)}
    />
  );
  return (
    <Stack gap="sm">
      <Text fw={600} size="sm">
        {read(who?.name)} · {plainText(read(where?.title))}
      </Text>
      {field("claimed")}
      {field("wished")}
      <TextField
        record={`${place}/${persona}`}
        field="word"
        text={emotion?.word}
        label={t("editor-field-word")}
      />
      <TextInput
        label={t("editor-field-emoji")}
        value={icon}
        maxLength={16}
        disabled={!canEdit}
        onChange={(event) => setIcon(event.currentTarget.value)}
        onBlur={() => icon !== (emotion?.icon ?? "") && setEmotionIcon(editor, ref, icon.trim() || undefined)}
      />
      <EvidenceField
        cited={emotion?.evidence ?? []}
        onChange={(added, removed) => {
          if (added.length > 0) editor.apply(citeOnEmotion(editor, ref, added));
          if (removed.length > 0) editor.apply(citeOnEmotion(editor, ref, removed, false));
        }}
      />
    </Stack>
  );
}
