import { Table, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "wouter";
import type { MapStatus, MapSummary } from "@/api/types";
import { useLanguage, useWords } from "@/app/i18n";
import { MapPreview } from "@/features/picture/MapPreview";
import { Ago } from "@/ui/Ago";
import { percents } from "@/ui/Share";
import { carryMap } from "./dragging";
import { MapMenu } from "./MapMenu";
import { Status } from "./Status";
import type { Selecting, Sorting } from "./selecting";
import classes from "./table.module.css";
import { useTitle } from "./useTitle";

interface Props {
  maps: readonly MapSummary[];
  selecting: Selecting;
  onSort: (sorting: Sorting, reversed: boolean) => void;
}

const columns: { name: string; sorting?: Sorting; className?: string | undefined }[] = [
  { name: "portfolio-column-title", sorting: "title" },
  { name: "portfolio-column-status", sorting: "status" },
  { name: "portfolio-owner", className: classes.wide },
  { name: "portfolio-completeness", sorting: "completeness", className: classes.number },
  { name: "portfolio-evidence", sorting: "evidence", className: classes.number },
  { name: "portfolio-column-changed", sorting: "changed" },
  { name: "portfolio-measured", sorting: "measured", className: classes.wide },
];

/** The portfolio as a table, for many maps. */
export default function MapTable({ maps, selecting, onSort }: Props) {
  const t = useWords();
  return (
    <div className={classes.frame}>
      <Table verticalSpacing="xs" highlightOnHover className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, sorting, className }) => (
              <Table.Th
                key={name}
                className={className}
                aria-sort={sorting === selecting.sorting ? direction(selecting) : undefined}
              >
                {sorting ? (
                  <UnstyledButton
                    className={classes.sort}
                    onClick={() => onSort(sorting, sorting === selecting.sorting && !selecting.reversed)}
                  >
                    {t(name)}
                    {sorting === selecting.sorting && <Arrow selecting={selecting} />}
                  </UnstyledButton>
                ) : (
                  t(name)
                )}
              </Table.Th>
            ))}
            <Table.Th>
              <VisuallyHidden>{t("portfolio-column-menu")}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {maps.map((map) => (
            <Row key={map.id} map={map} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Newest first is a falling order, A to Z a rising one. */
function direction({ sorting, reversed }: Selecting) {
  const falls = sorting === "changed" || sorting === "measured";
  return falls === reversed ? "ascending" : "descending";
}

function Arrow({ selecting }: { selecting: Selecting }) {
  const Icon = direction(selecting) === "ascending" ? IconArrowUp : IconArrowDown;
  return <Icon size={14} aria-hidden />;
}

function Row({ map }: { map: MapSummary }) {
  const language = useLanguage();
  const title = useTitle();
  const share = (value: number | null) => (value === null ? "–" : percents(value, language));
  return (
    <Table.Tr draggable onDragStart={(event) => carryMap(event, map)}>
      <Table.Td>
        <div className={classes.title}>
          <div className={classes.picture}>
            <MapPreview preview={map.preview} />
          </div>
          <Link href={`/maps/${map.id}`} dir="auto" className={classes.link}>
            {title(map)}
          </Link>
        </div>
      </Table.Td>
      <Table.Td>
        <Status status={map.status as MapStatus} />
      </Table.Td>
      <Table.Td className={classes.wide} dir="auto">
        {map.owner}
      </Table.Td>
      <Table.Td className={classes.number}>{share(map.completeness)}</Table.Td>
      <Table.Td className={classes.number}>{share(map.evidence_coverage)}</Table.Td>
      <Table.Td className={classes.quiet}>
        <Ago time={map.updated_at} />
        {map.updated_by && <div dir="auto">{map.updated_by}</div>}
      </Table.Td>
      <Table.Td className={`${classes.quiet} ${classes.wide}`}>
        {map.measured_at ? <Ago time={map.measured_at} /> : "–"}
      </Table.Td>
      <Table.Td>
        <MapMenu map={map} />
      </Table.Td>
    </Table.Tr>
  );
}
