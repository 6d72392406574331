import { Checkbox, Stack } from "@mantine/core";
import { useWords } from "@/app/i18n";
import { setLaneKind } from "@/document/edits/lane-kind";
import { LANE_KINDS, LAYERS, METRICS } from "@/document/schema";
import type { Lane } from "@/document/types";

import { useEditor } from "../state/context";
import { ICONS } from "../style/icons";
import { ChoiceField } from "./ChoiceField";
import { ColourField } from "./ColourField";
import { TextField } from "./TextField";
import { useSet } from "./useSet";

/** A lane: what it holds and how it is marked. */
export function LaneDetails({ lane }: { lane: Lane }) {
  const editor = useEditor();
  const { canEdit } = editor;
  const t = useWords();
  const set = useSet("lanes", lane.key);
  return (
    <Stack gap="sm">
      <TextField record={lane.key} field="title" text={lane.title} label={t("editor-label-lane")} />
      <ChoiceField
        label={t("editor-field-kind")}
        value={lane.kind}
        options={LANE_KINDS.map((value) => ({ value, label: t(`editor-lane-kind-${value}`) }))}
        onChange={(kind) => kind && editor.apply(setLaneKind(editor, lane.key, kind))}
      />
      {lane.kind === "blueprint" && (
        <ChoiceField
          label={t("editor-field-layer")}
          value={lane.layer}
          options={LAYERS.map((value) => ({ value, label: t(`editor-layer-${value}`) }))}
          onChange={(layer) => set({ layer })}
        />
      )}
      {lane.kind === "metric" && (
        <ChoiceField
          label={t("editor-field-metric")}
          value={lane.metric}
          options={METRICS.map((value) => ({ value, label: t(`editor-metric-${value}`) }))}
          isOptional
          onChange={(metric) => set({ metric })}
        />
      )}
      <ChoiceField
        label={t("editor-field-icon")}
        value={lane.icon}
        options={Object.keys(ICONS).map((value) => ({ value, label: t(`editor-icon-${value}`) }))}
        isOptional
        onChange={(icon) => set({ icon })}
      />
      <ColourField value={lane.colour} onChange={(colour) => set({ colour })} />
      <Checkbox
        label={t("editor-field-hidden")}
        checked={lane.hidden}
        disabled={!canEdit}
        onChange={(event) => set({ hidden: event.currentTarget.checked || undefined })}
      />
    </Stack>
  );
}
