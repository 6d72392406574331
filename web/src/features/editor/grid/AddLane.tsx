import { Button, Menu, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { addLane } from "@/document/edits/lanes";
import { LANE_KINDS, LAYERS } from "@/document/schema";
import type { LaneKind } from "@/document/types";
import { useMenu } from "@/ui/useMenu";
import { useEditor } from "../state/context";
import classes from "./grid.module.css";

/** The button below the last lane: which kind of lane is to be added. */
export const AddLane = memo(function AddLane({ hasLanes }: { hasLanes: boolean }) {
  const editor = useEditor();
  const t = useWords();
  const { menu, choosing } = useMenu();
  if (!editor.canEdit) return null;
  const add = (kind: LaneKind) => {
    const layer = kind === "blueprint" ? LAYERS[1] : undefined;
    const title = { "": t(`editor-lane-title-${kind}`) };
    editor.apply(addLane(editor, { kind, title, ...(layer ? { layer } : {}) }));
  };
  return (
    <div className={classes.floor}>
      {!hasLanes && (
        <Text size="sm" c="dimmed" mb="xs" maw={560}>
          {t("editor-lanes-empty")}
        </Text>
      )}
      <Menu {...menu} shadow="md" position="right-end" width={300}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            justify="flex-start"
            leftSection={<IconPlus aria-hidden size={15} />}
            className={classes.addLane}
          >
            {t("editor-add-lane")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: "auto" }}>
          {LANE_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={choosing(() => add(kind))}>
              {t(`editor-lane-kind-${kind}`)}
              <Text size="xs" c="dimmed">
                {t(`editor-lane-about-${kind}`)}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
});
