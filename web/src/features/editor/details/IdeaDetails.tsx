import { Group, Stack, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import { setIdeas } from "@/document/edits/barriers";
import { citeOnCards } from "@/document/edits/cards";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import { plainText } from "@/document/markdown";
import { IDEA_STATUSES } from "@/document/schema";
import type { Idea } from "@/document/types";
import { useEditor } from "../state/context";
import { Levels } from "./BarrierDetails";
import { ChoiceField } from "./ChoiceField";
import { EvidenceField } from "./EvidenceField";
import { TextField } from "./TextField";

/** An idea: how easy, how far, whose, and which transition it should raise. */
export function IdeaDetails({ idea }: { idea: Idea }) {
  const editor = useEditor();
  const { read } = editor;
  const t = useWords();
  const known = useSnapshot((snapshot) => lookup(snapshot));
  const [owner, setOwner] = useState(idea.owner ?? "");
  useEffect(() => setOwner(idea.owner ?? ""), [idea.owner]);
  const set = (values: Parameters<typeof setIdeas>[2]) => editor.apply(setIdeas(editor, [idea.key], values));
  const ref = [{ table: "ideas", key: idea.key }] as const;
  const places = known.columns.map(({ place }) => ({
    value: place.key,
    label: plainText(read(place.title)) || t("editor-untitled"),
  }));
  const touchpoints = [...known.touchpoints.values()].map(({ touchpoint }) => ({
    value: touchpoint.key,
    label: plainText(read(touchpoint.title)) || t("editor-untitled"),
  }));
  const lift = (from: string | undefined, to: string | undefined) =>
    set({ lifts: from && to ? { from, to } : undefined });
  const after = (from: string | undefined) =>
    places[places.findIndex((place) => place.value === from) + 1]?.value;
  return (
    <Stack gap="sm">
      <TextField record={idea.key} field="text" text={idea.text} label={t("editor-kind-idea")} />
      <ChoiceField
        label={t("editor-status")}
        value={idea.status}
        options={IDEA_STATUSES.map((value) => ({ value, label: t(`editor-idea-status-${value}`) }))}
        onChange={(status) => set({ status })}
      />
      <TextInput
        label={t("editor-field-owner")}
        value={owner}
        disabled={!editor.canEdit}
        onChange={(event) => setOwner(event.currentTarget.value)}
        onBlur={() => owner !== (idea.owner ?? "") && set({ owner: owner.trim() || undefined })}
      />
      <Group grow align="start">
        <Levels label={t("editor-field-design")} value={idea.design} onChange={(design) => set({ design })} />
        <Levels
          label={t("editor-field-development")}
          value={idea.development}
          onChange={(development) => set({ development })}
        />
      </Group>
      <ChoiceField
        label={t("editor-kind-touchpoint")}
        value={idea.touchpoint}
        options={touchpoints}
        isOptional
        onChange={(touchpoint) => set({ touchpoint })}
      />
      <ChoiceField
        label={t("editor-field-lifts-from")}
        value={idea.liftsFrom}
        options={places}
        isOptional
        onChange={(from) => lift(from, idea.liftsTo ?? after(from))}
      />
      {idea.liftsFrom && (
        <ChoiceField
          label={t("editor-field-lifts-to")}
          value={idea.liftsTo}
          options={places}
          onChange={(to) => lift(idea.liftsFrom, to)}
        />
      )}
      <EvidenceField
        cited={idea.evidence}
        onChange={(added, removed) => {
          if (added.length > 0) editor.apply(citeOnCards(editor, ref, added));
          if (removed.length > 0) editor.apply(citeOnCards(editor, ref, removed, false));
        }}
      />
    </Stack>
  );
}
