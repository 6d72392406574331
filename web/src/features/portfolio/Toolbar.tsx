import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  SegmentedControl,
  Tooltip,
  VisuallyHidden,
} from "@mantine/core";
import { IconLayoutGrid, IconSortAscending, IconSortDescending, IconTable, IconX } from "@tabler/icons-react";
import type { MapSummary } from "@/api/types";
import { useWords } from "@/app/i18n";
import { type Selecting, type Sorting, sortings, valuesOf } from "./selecting";
import classes from "./toolbar.module.css";

export type Layout = "cards" | "table";

interface Props {
  maps: readonly MapSummary[];
  selecting: Selecting;
  layout: Layout;
  onChange: (change: Partial<Selecting>) => void;
  onLayout: (layout: Layout) => void;
}

/** Filters, order and layout of the maps shown. */
export function Toolbar({ maps, selecting, layout, onChange, onLayout }: Props) {
  const t = useWords();
  const filtered = selecting.status !== null || selecting.owner !== null || selecting.tag !== null;
  const statuses = selecting.archived ? [] : ["draft", "in-review", "approved"];
  return (
    <Group gap="xs" className={classes.toolbar}>
      <Filter
        label={t("portfolio-filter-status")}
        value={selecting.status}
        values={statuses.map((status) => ({ value: status, label: t(`portfolio-status-${status}`) }))}
        onChange={(status) => onChange({ status })}
      />
      <Filter
        label={t("portfolio-filter-owner")}
        value={selecting.owner}
        values={valuesOf(maps, (map) => [map.owner])}
        onChange={(owner) => onChange({ owner })}
      />
      <Filter
        label={t("portfolio-filter-tag")}
        value={selecting.tag}
        values={valuesOf(maps, (map) => map.tags)}
        onChange={(tag) => onChange({ tag })}
      />
      {filtered && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange({ status: null, owner: null, tag: null })}
        >
          {t("portfolio-filter-clear")}
        </Button>
      )}
      <Group gap={4} ms="auto" wrap="nowrap">
        <NativeSelect
          size="xs"
          aria-label={t("portfolio-sort")}
          value={selecting.sorting}
          data={sortings.map((value) => ({ value, label: t(`portfolio-sort-${value}`) }))}
          onChange={(event) => onChange({ sorting: event.currentTarget.value as Sorting, reversed: false })}
        />
        <Tooltip label={t("portfolio-sort-reverse")}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t("portfolio-sort-reverse")}
            aria-pressed={selecting.reversed}
            onClick={() => onChange({ reversed: !selecting.reversed })}
          >
            {selecting.reversed ? (
              <IconSortAscending size={16} aria-hidden />
            ) : (
              <IconSortDescending size={16} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
        <SegmentedControl
          size="xs"
          aria-label={t("portfolio-layout")}
          value={layout}
          onChange={onLayout}
          data={[
            {
              value: "cards",
              label: <LayoutLabel Icon={IconLayoutGrid} label={t("portfolio-layout-cards")} />,
            },
            { value: "table", label: <LayoutLabel Icon={IconTable} label={t("portfolio-layout-table")} /> },
          ]}
        />
      </Group>
    </Group>
  );
}

function LayoutLabel({ Icon, label }: { Icon: typeof IconTable; label: string }) {
  return (
    <>
      <Icon size={16} aria-hidden style={{ display: "block" }} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </>
  );
}

interface FilterProps {
  label: string;
  value: string | null;
  values: (string | { value: string; label: string })[];
  onChange: (value: string | null) => void;
}

/** A filter is offered only where it can tell maps apart. */
function Filter({ label, value, values, onChange }: FilterProps) {
  if (values.length === 0 && value === null) {
    return null;
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value ?? ""}
      data={[{ value: "", label }, ...values]}
      data-chosen={value !== null || undefined}
      classNames={{ input: classes.filter }}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
