import { IconCornerDownRight, IconCornerLeftUp } from "@tabler/icons-react";
import { Fragment, useMemo } from "react";
import { Link } from "wouter";
import type { MapSummary } from "@/api/types";
import { useWords } from "@/app/i18n";
import classes from "./card.module.css";
import { usePortfolio } from "./context";
import { relationsOf } from "./relations";
import { useTitle } from "./useTitle";

/** Links from a map to the maps of its stages, and back. */
export function RelatedMaps({ map }: { map: MapSummary }) {
  const t = useWords();
  const { maps } = usePortfolio();
  const { below, above } = useMemo(() => relationsOf(map, maps), [map, maps]);
  return (
    <>
      {above.length > 0 && (
        <p className={classes.related}>
          <IconCornerLeftUp size={14} role="img" aria-label={t("portfolio-part-of")} />
          <Links maps={above} />
        </p>
      )}
      {below.length > 0 && (
        <p className={classes.related}>
          <IconCornerDownRight size={14} role="img" aria-label={t("portfolio-leads-to")} />
          <Links maps={below} />
        </p>
      )}
    </>
  );
}

function Links({ maps }: { maps: readonly MapSummary[] }) {
  const title = useTitle();
  return (
    <span>
      {maps.map((map, index) => (
        <Fragment key={map.id}>
          {index > 0 && " · "}
          <Link href={`/maps/${map.id}`} className={classes.relatedLink} dir="auto">
            {title(map)}
          </Link>
        </Fragment>
      ))}
    </span>
  );
}
