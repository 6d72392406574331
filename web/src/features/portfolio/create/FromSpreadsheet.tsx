import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowsExchange, IconClipboardText } from "@tabler/icons-react";
import { type ClipboardEvent, type FormEvent, useMemo, useState } from "react";
import { useCreateMap } from "@/api/maps";
import { problemWords } from "@/api/problem";
import type { JourneyMap } from "@/api/types";
import { useLanguage, useWords } from "@/app/i18n";
import { readGrid } from "@/document/clipboard/grid";
import { mapJson } from "@/document/clipboard/map-json";
import { type Proposal, proposeMap } from "@/document/clipboard/sheet";
import { MapPicture } from "@/features/picture/MapPicture";
import classes from "./create.module.css";

interface Props {
  folder: string | null;
  onMade: (map: JourneyMap) => void;
}

type Grid = string[][];

/** Makes a map from a range copied in a spreadsheet, after showing what will become what. */
export function FromSpreadsheet({ folder, onMade }: Props) {
  const [grid, setGrid] = useState<Grid | null>(null);
  const proposal = useMemo(() => (grid ? proposeMap(grid) : undefined), [grid]);
  return grid && proposal ? (
    <Arrange
      proposal={proposal}
      folder={folder}
      onMade={onMade}
      onTurn={() => setGrid(transposed(grid))}
      onBack={() => setGrid(null)}
    />
  ) : (
    <PasteHere onGrid={setGrid} refused={grid !== null} />
  );
}

/** What stood in lines stands in columns. */
function transposed(grid: Grid): Grid {
  const width = Math.max(0, ...grid.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => grid.map((row) => row[column] ?? ""));
}

function PasteHere({ onGrid, refused }: { onGrid: (grid: Grid) => void; refused: boolean }) {
  const t = useWords();
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const { clipboardData: data } = event;
    onGrid(readGrid({ html: data.getData("text/html"), text: data.getData("text/plain") }));
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t("portfolio-sheet-what")}
      </Text>
      <div className={classes.paste}>
        <IconClipboardText size={36} stroke={1.5} aria-hidden />
        <textarea
          aria-label={t("portfolio-sheet-paste")}
          placeholder={t("portfolio-sheet-paste")}
          data-autofocus
          value=""
          onChange={(event) => onGrid(readGrid({ html: "", text: event.currentTarget.value }))}
          onPaste={paste}
        />
      </div>
      {refused && (
        <Alert color="vermilion" role="alert">
          {t("portfolio-sheet-small")}
        </Alert>
      )}
    </Stack>
  );
}

interface ArrangeProps extends Props {
  proposal: Proposal;
  onTurn: () => void;
  onBack: () => void;
}

function Arrange({ proposal, folder, onMade, onTurn, onBack }: ArrangeProps) {
  const t = useWords();
  const language = useLanguage();
  const creating = useCreateMap();
  const [title, setTitle] = useState(t("portfolio-sheet-title-default"));
  const map = useMemo(() => mapJson(proposal, title, language) as JourneyMap, [proposal, title, language]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    creating.mutate({ source: { map }, folder }, { onSuccess: onMade });
  };
  const size = {
    stages: proposal.stages.length,
    steps: proposal.stages.reduce((sum, stage) => sum + stage.steps.length, 0),
    lanes: proposal.lanes.length,
  };
  return (
    <form className={classes.chosen} onSubmit={submit}>
      <Group align="end" gap="sm">
        <TextInput
          label={t("portfolio-template-title")}
          value={title}
          maxLength={200}
          flex="1 1 16rem"
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button variant="default" onClick={onBack}>
          {t("portfolio-sheet-again")}
        </Button>
        <Button type="submit" loading={creating.isPending} disabled={title.trim() === ""}>
          {t("portfolio-template-create")}
        </Button>
      </Group>
      <Group justify="space-between" gap="sm">
        <Text size="sm" role="status">
          {t("portfolio-sheet-becomes", size)}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
          onClick={onTurn}
        >
          {t("portfolio-sheet-turn")}
        </Button>
      </Group>
      {creating.error && (
        <Alert color="vermilion" role="alert">
          {problemWords(t, creating.error)}
        </Alert>
      )}
      <MapPicture map={map} language={language} />
    </form>
  );
}
