import { type CSSProperties, useMemo } from "react";
import type { JourneyMap } from "@/api/types";
import { useWords } from "@/app/i18n";
import { smooth } from "@/features/editor/curve/path";
import { runs } from "../previewing";
import classes from "./picture.module.css";
import { type Picture, pictureOf } from "./picturing";

interface Props {
  map: JourneyMap;
  language: string;
}

/** A map as a small, readable drawing; nothing in it can be changed. */
export function MapPicture({ map, language }: Props) {
  const t = useWords();
  const picture = useMemo(() => pictureOf(map, language), [map, language]);
  const style = { "--columns": picture.columns.length } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.frame} aria-label={t("portfolio-picture")} tabIndex={0}>
      <div className={classes.map} lang={language} style={style}>
        <div className={classes.corner} />
        {picture.stages.map((stage) => (
          <div
            key={stage.id}
            className={classes.stage}
            style={{ gridColumn: `span ${stage.columns}`, background: picture.ribbon ?? undefined }}
          >
            {stage.moment && <i aria-hidden="true">◆</i>}
            {stage.title}
          </div>
        ))}
        {picture.columns.some((column) => column.title) && <Steps picture={picture} />}
        {picture.lanes.map((lane) =>
          lane.kind === "emotion" ? (
            <Emotion key={lane.id} title={lane.title} picture={picture} />
          ) : (
            <Lane key={lane.id} lane={lane} picture={picture} />
          ),
        )}
      </div>
    </section>
  );
}

function Steps({ picture }: { picture: Picture }) {
  return (
    <>
      <div className={classes.lane} />
      {picture.columns.map((column) => (
        <div key={column.id} className={classes.step}>
          {column.title}
        </div>
      ))}
    </>
  );
}

function Lane({ lane, picture }: { lane: Picture["lanes"][number]; picture: Picture }) {
  return (
    <>
      <div className={classes.lane}>{lane.title}</div>
      {picture.columns.map((column, index) => (
        <div key={column.id} className={classes.cell} data-kind={lane.kind}>
          {lane.cells[index]?.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      ))}
    </>
  );
}

function Emotion({ title, picture }: { title: string; picture: Picture }) {
  const curve = picture.columns.map((column) => column.claimed);
  return (
    <>
      <div className={classes.lane}>{title}</div>
      <div className={classes.curve}>
        <svg viewBox="0 26 320 66" preserveAspectRatio="none" aria-hidden="true">
          <line x1="0" x2="320" y1="59" y2="59" className={classes.zero} />
          {runs(curve).map((run) => (
            <path key={run[0]?.x} d={smooth(run)} className={classes.line} />
          ))}
        </svg>
      </div>
    </>
  );
}
