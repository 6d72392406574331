import { IconEyeOff, IconMap2 } from "@tabler/icons-react";
import { memo } from "react";
import { Link } from "wouter";
import { useWords } from "@/app/i18n";
import type { Stage, Step } from "@/document/types";

import { useEditor } from "../state/context";
import { inkOn } from "../style/colours";
import { LiveText } from "../text/LiveText";
import classes from "./heads.module.css";
import { Moment } from "./Moment";

interface Props {
  readonly stage: Stage;
  /** The map's own colour of the ribbon. */
  readonly ribbon: string | undefined;
  readonly isFirst: boolean;
  /** It spans one column only. */
  readonly isNarrow: boolean;
}

/** A stage as a link of the ribbon. */
export const StageHead = memo(function StageHead({ stage, ribbon, isFirst, isNarrow }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const fill = stage.colour ?? ribbon;
  const ink = fill ? inkOn(fill) : undefined;
  return (
    <div
      id={headId(stage)}
      data-card={stage.key}
      data-field="title"
      className={classes.stage}
      data-first={isFirst || undefined}
      data-narrow={isNarrow || undefined}
      data-hidden={stage.hidden || undefined}
      style={fill ? { background: fill, color: ink } : undefined}
    >
      <span className={classes.stageTitle}>
        <LiveText
          record={stage.key}
          field="title"
          text={stage.title}
          label={t("editor-label-stage")}
          placeholder={t("editor-untitled-stage")}
        />
        {stage.hidden && <IconEyeOff size={14} aria-label={t("editor-hidden")} />}
        {stage.map && (
          <Link
            href={`/maps/${stage.map}`}
            className={classes.subMap}
            tabIndex={-1}
            aria-label={t("editor-open-sub-map", { stage: read(stage.title) })}
            title={t("editor-open-sub-map", { stage: read(stage.title) })}
          >
            <IconMap2 aria-hidden size={15} stroke={1.8} />
          </Link>
        )}
      </span>
      {stage.moment && <Moment moment={stage.moment} isOnLight={ink === "#10202e"} isOnRibbon />}
    </div>
  );
});

/** Id of a head: it names its column, without the buttons beside it. */
export function headId(place: Stage | Step): string {
  return `head-${place.key}`;
}
