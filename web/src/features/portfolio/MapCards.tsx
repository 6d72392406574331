import type { MapSummary } from "@/api/types";
import classes from "./card.module.css";
import { MapCard } from "./MapCard";

/** The portfolio as cards. */
export function MapCards({ maps, showFolder }: { maps: readonly MapSummary[]; showFolder: boolean }) {
  return (
    <ul className={classes.cards}>
      {maps.map((map) => (
        <MapCard key={map.id} map={map} showFolder={showFolder} />
      ))}
    </ul>
  );
}
