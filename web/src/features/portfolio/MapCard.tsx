import { UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconChartDots3, IconFolder, IconUser } from "@tabler/icons-react";
import { Link } from "wouter";
import type { MapStatus, MapSummary } from "@/api/types";
import { useWords } from "@/app/i18n";
import { MapPreview } from "@/features/picture/MapPreview";
import { Ago } from "@/ui/Ago";
import { Share } from "@/ui/Share";
import classes from "./card.module.css";
import { usePortfolio } from "./context";
import { carryMap } from "./dragging";
import { MapMenu } from "./MapMenu";
import { RelatedMaps } from "./RelatedMaps";
import { Status } from "./Status";
import { useTitle } from "./useTitle";

/** A map of the portfolio at a glance. */
export function MapCard({ map, showFolder }: { map: MapSummary; showFolder: boolean }) {
  const t = useWords();
  const title = useTitle();
  const deleted = map.deleted_at !== null;
  return (
    <li className={classes.card} draggable={!deleted} onDragStart={(event) => carryMap(event, map)}>
      <div className={classes.picture}>
        <MapPreview preview={map.preview} />
      </div>
      <div className={classes.body}>
        <div className={classes.head}>
          <h2 className={classes.title} dir="auto">
            {deleted ? (
              title(map)
            ) : (
              <Link href={`/maps/${map.id}`} className={classes.link}>
                {title(map)}
              </Link>
            )}
          </h2>
          <MapMenu map={map} />
        </div>
        <div className={classes.facts}>
          <Status status={map.status as MapStatus} />
          {map.state && <span>{t(`portfolio-state-${map.state}`)}</span>}
          {map.owner && (
            <span dir="auto">
              <IconUser size={14} role="img" aria-label={t("portfolio-owner")} />
              {map.owner}
            </span>
          )}
          {showFolder && map.folder && (
            <span dir="auto">
              <IconFolder size={14} role="img" aria-label={t("portfolio-folder")} />
              {map.folder}
            </span>
          )}
        </div>
        <Problems map={map} />
        <div className={classes.shares}>
          <Share label={t("portfolio-completeness")} share={map.completeness} none="–" />
          <Share label={t("portfolio-evidence")} share={map.evidence_coverage} none="–" />
        </div>
        <RelatedMaps map={map} />
        {map.tags.length > 0 && (
          <ul className={classes.tags} aria-label={t("portfolio-tags")}>
            {map.tags.map((tag) => (
              <li key={tag} dir="auto">
                {tag}
              </li>
            ))}
          </ul>
        )}
        <Times map={map} />
      </div>
    </li>
  );
}

function Problems({ map }: { map: MapSummary }) {
  const t = useWords();
  const { showProblems } = usePortfolio();
  const count = map.problems?.length ?? 0;
  if (count === 0) {
    return null;
  }
  return (
    <UnstyledButton className={classes.problems} onClick={() => showProblems(map)}>
      <IconAlertTriangle size={16} aria-hidden />
      {t("portfolio-problems", { count })}
    </UnstyledButton>
  );
}

function Times({ map }: { map: MapSummary }) {
  const t = useWords();
  return (
    <div className={classes.times}>
      <span>
        <Ago time={map.deleted_at ?? map.updated_at} />
        {map.updated_by && !map.deleted_at && <> · {t("portfolio-by", { name: map.updated_by })}</>}
      </span>
      {map.measured_at && (
        <span className={classes.measured}>
          <IconChartDots3 size={14} role="img" aria-label={t("portfolio-measured")} />
          <Ago time={map.measured_at} />
        </span>
      )}
    </div>
  );
}
