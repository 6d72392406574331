import {
  ActionIcon,
  Button,
  Checkbox,
  Indicator,
  Popover,
  ScrollArea,
  Stack,
  Text,
  Tooltip,
} from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import { plainText as plain } from "@/document/markdown";
import type { Key, Text as MapText } from "@/document/types";
import { useEditor } from "../state/context";
import { toggled, type View } from "../state/view";

interface Props {
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
}

/** Which lanes and stages the reader sees; nobody else's picture changes. */
export const FilterMenu = memo(function FilterMenu({ view, change }: Props) {
  const t = useWords();
  const isFiltered = view.hiddenLanes.size + view.hiddenStages.size > 0;
  return (
    <Popover shadow="md" position="bottom-end" trapFocus returnFocus>
      <Indicator disabled={!isFiltered} size={8} offset={6} color="vermilion.6">
        <Tooltip label={t("editor-filter")}>
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("editor-filter")}>
              <IconFilter size={19} stroke={1.7} />
            </ActionIcon>
          </Popover.Target>
        </Tooltip>
      </Indicator>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah="60vh" w={260} type="auto">
          <Filters view={view} change={change} isFiltered={isFiltered} />
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
});

/** The lanes and stages of the map, each with its switch; followed only while the menu is open. */
function Filters({ view, change, isFiltered }: Props & { readonly isFiltered: boolean }) {
  const t = useWords();
  const { lanes, stages } = useSnapshot((snapshot) => snapshot);
  return (
    <Stack gap="sm">
      <Choices
        title={t("editor-lanes")}
        all={lanes}
        hidden={view.hiddenLanes}
        onChange={(hiddenLanes) => change({ hiddenLanes })}
      />
      <Choices
        title={t("editor-row-stages")}
        all={stages}
        hidden={view.hiddenStages}
        onChange={(hiddenStages) => change({ hiddenStages })}
      />
      <Checkbox
        size="sm"
        label={t("editor-show-hidden")}
        checked={view.showsHidden}
        onChange={(event) => change({ showsHidden: event.currentTarget.checked })}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={!isFiltered}
        onClick={() => change({ hiddenLanes: new Set(), hiddenStages: new Set() })}
      >
        {t("editor-show-all")}
      </Button>
    </Stack>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly all: readonly { readonly key: Key; readonly title: MapText }[];
  readonly hidden: ReadonlySet<Key>;
  readonly onChange: (hidden: ReadonlySet<Key>) => void;
}

function Choices({ title, all, hidden, onChange }: ChoicesProps) {
  const { read } = useEditor();
  const t = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of switches, styled as a list.
    <div role="group" aria-label={title}>
      <Text size="xs" fw={650} mb={6}>
        {title}
      </Text>
      <Stack gap={6}>
        {all.map(({ key, title }) => (
          <Checkbox
            key={key}
            size="sm"
            label={plain(read(title)) || t("editor-untitled")}
            checked={!hidden.has(key)}
            onChange={() => onChange(toggled(hidden, key))}
          />
        ))}
      </Stack>
    </div>
  );
}
