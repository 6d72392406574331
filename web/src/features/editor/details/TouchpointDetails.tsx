import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useWords } from "@/app/i18n";
import type { Touchpoint } from "@/document/types";
import { isOwnIcon } from "../cells/TouchpointPill";
import { useEditor } from "../state/context";
import { ICONS } from "../style/icons";
import { ChannelField } from "./ChannelField";
import { ChoiceField } from "./ChoiceField";
import classes from "./details.module.css";
import { OwnIcon } from "./OwnIcon";
import { TextField } from "./TextField";
import { useSet } from "./useSet";

/** A touchpoint: where it happens, with whom, and which events tell of it. */
export function TouchpointDetails({ touchpoint }: { touchpoint: Touchpoint }) {
  const editor = useEditor();
  const t = useWords();
  const set = useSet("touchpoints", touchpoint.key);
  return (
    <Stack gap="sm">
      <TextField
        record={touchpoint.key}
        field="title"
        text={touchpoint.title}
        label={t("editor-kind-touchpoint")}
      />
      <ChannelField
        label={t("editor-field-channel")}
        value={touchpoint.channel}
        onMean={(channel) => set({ channel })}
      />
      <TextField
        record={touchpoint.key}
        field="actor"
        text={touchpoint.actor}
        label={t("editor-field-actor")}
      />
      <div className={classes.field}>
        <span className={classes.label}>{t("editor-field-side")}</span>
        <SegmentedControl
          aria-label={t("editor-field-side")}
          value={touchpoint.side}
          disabled={!editor.canEdit}
          data={[
            { value: "frontstage", label: t("editor-side-frontstage") },
            { value: "backstage", label: t("editor-side-backstage") },
          ]}
          onChange={(side) => set({ side: side === "backstage" ? side : undefined })}
        />
      </div>
      <OwnIcon icon={touchpoint.icon} onChange={(icon) => set({ icon })} />
      {!isOwnIcon(touchpoint.icon) && (
        <ChoiceField
          label={t("editor-field-icon")}
          value={touchpoint.icon}
          options={Object.keys(ICONS).map((value) => ({ value, label: t(`editor-icon-${value}`) }))}
          isOptional
          onChange={(icon) => set({ icon })}
        />
      )}
      <div className={classes.field}>
        <span className={classes.label}>{t("editor-field-events")}</span>
        <Text size="sm">
          {touchpoint.events.length > 0 ? touchpoint.events.join(", ") : t("editor-not-bound")}
        </Text>
        {touchpoint.where && (
          <Text size="xs" c="dimmed" ff="monospace">
            {touchpoint.where}
          </Text>
        )}
      </div>
    </Stack>
  );
}
