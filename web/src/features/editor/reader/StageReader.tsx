import { ActionIcon, Button, Select } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconTable } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/app/i18n";
import { plainText } from "@/document/markdown";
import type { MapSnapshot } from "@/document/types";
import type { Columns } from "../layout/columns";
import type { MeasuredSteps } from "../measured/measurement";
import { StageSlide } from "../present/StageSlide";
import { useEditor } from "../state/context";
import classes from "./reader.module.css";

interface Props {
  readonly snapshot: MapSnapshot;
  readonly columns: Columns;
  readonly measured: MeasuredSteps;
  readonly onShowGrid: () => void;
}

/** The map for a narrow screen: one stage at a time. The grid is a button away. */
export function StageReader({ snapshot, columns, measured, onShowGrid }: Props) {
  const { id, read } = useEditor();
  const t = useWords();
  const [wanted, setWanted] = useState(0);
  const { stages } = columns;
  const number = Math.max(0, Math.min(wanted, stages.length - 1));
  const stage = stages[number]?.stage;
  if (!stage) return null;
  return (
    <div className={classes.reader}>
      <nav className={classes.bar} aria-label={t("editor-jump")}>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={number === 0}
          aria-label={t("editor-present-previous")}
          onClick={() => setWanted(number - 1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Select
          aria-label={t("editor-jump")}
          data={stages.map(({ stage }, at) => ({
            value: String(at),
            label: `${at + 1}. ${plainText(read(stage.title)) || t("editor-untitled-stage")}`,
          }))}
          value={String(number)}
          allowDeselect={false}
          onChange={(value) => setWanted(Number(value ?? 0))}
          style={{ flex: 1 }}
        />
        <ActionIcon
          variant="default"
          size="lg"
          disabled={number >= stages.length - 1}
          aria-label={t("editor-present-next")}
          onClick={() => setWanted(number + 1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </nav>
      <div className={classes.stage}>
        <StageSlide
          key={stage.key}
          stage={stage}
          snapshot={snapshot}
          measured={measured}
          read={read}
          map={id}
        />
        <Button
          mt="md"
          variant="default"
          leftSection={<IconTable aria-hidden size={16} />}
          onClick={onShowGrid}
        >
          {t("editor-show-grid")}
        </Button>
      </div>
    </div>
  );
}
