import { type CSSProperties, type Ref, useId, useMemo } from "react";
import type { JourneyMap } from "@/api/types";
import { useWords } from "@/app/i18n";
import { smooth } from "@/features/editor/curve/path";
import { bySpot, kindAt, kindOfCard, type Mark, type Marks } from "./marks";
import classes from "./picture.module.css";
import { type Picture, pictureOf } from "./picturing";
import { area, runs, zero } from "./previewing";

interface Props {
  map: JourneyMap;
  language: string;
  /** What to point at, for a comparison. */
  marks?: readonly Mark[];
  /** Takes all the room it is given, rather than some of the window's height. */
  fills?: boolean;
  ref?: Ref<HTMLElement>;
}

const NO_MARKS: readonly Mark[] = [];

/** A map as a small, readable drawing; nothing in it can be changed. */
export function MapPicture({ map, language, marks = NO_MARKS, fills = false, ref }: Props) {
  const t = useWords();
  const picture = useMemo(() => pictureOf(map, language), [map, language]);
  const spots = useMemo(() => bySpot(marks), [marks]);
  const style = { "--columns": picture.columns.length } as CSSProperties;
  return (
    <section
      ref={ref}
      className={classes.frame}
      data-fills={fills || undefined}
      aria-label={t("portfolio-picture")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <div className={classes.map} lang={language} style={style}>
        <div className={classes.corner} />
        {picture.stages.map((stage) => (
          <div
            key={stage.id}
            className={classes.stage}
            style={{ gridColumn: `span ${stage.columns}`, background: picture.ribbon ?? undefined }}
            {...spot(spots, `stage/${stage.id}`)}
          >
            {stage.moment && <i aria-hidden="true">◆</i>}
            {stage.title}
          </div>
        ))}
        {picture.columns.some((column) => column.title) && <Steps picture={picture} marks={spots} />}
        {picture.lanes.map((lane) =>
          lane.kind === "emotion" ? (
            <Emotion key={lane.id} lane={lane} picture={picture} marks={spots} />
          ) : (
            <Lane key={lane.id} lane={lane} picture={picture} marks={spots} />
          ),
        )}
      </div>
    </section>
  );
}

/** Lets a spot be found and shows its mark. */
function spot(marks: Marks, at: string) {
  return { "data-at": at, "data-mark": kindAt(marks, at) };
}

interface PartProps {
  picture: Picture;
  marks: Marks;
}

function Steps({ picture, marks }: PartProps) {
  return (
    <>
      <div className={classes.lane} />
      {picture.columns.map((column) => (
        <div key={column.id} className={classes.step} {...spot(marks, `step/${column.id}`)}>
          {column.title}
        </div>
      ))}
    </>
  );
}

interface LaneProps extends PartProps {
  lane: Picture["lanes"][number];
}

function Lane({ lane, picture, marks }: LaneProps) {
  return (
    <>
      <div className={classes.lane} {...spot(marks, `lane/${lane.id}`)}>
        {lane.title}
      </div>
      {picture.columns.map((column, index) => {
        const at = `cell/${column.id}/${lane.id}`;
        return (
          <div key={column.id} className={classes.cell} data-kind={lane.kind} {...spot(marks, at)}>
            {lane.cells[index]?.map((text) => (
              <p key={text} data-mark={kindOfCard(marks, at, text)}>
                {text}
              </p>
            ))}
          </div>
        );
      })}
    </>
  );
}

function Emotion({ lane, picture, marks }: LaneProps) {
  const id = useId();
  const curve = picture.columns.map((column) => column.claimed);
  return (
    <>
      <div className={classes.lane} {...spot(marks, `lane/${lane.id}`)}>
        {lane.title}
      </div>
      <div className={classes.curve}>
        <svg viewBox="0 26 320 66" preserveAspectRatio="none" aria-hidden="true">
          <clipPath id={`${id}-good`}>
            <rect width="320" height={zero} />
          </clipPath>
          <clipPath id={`${id}-bad`}>
            <rect y={zero} width="320" height={zero} />
          </clipPath>
          <line x1="0" x2="320" y1={zero} y2={zero} className={classes.zero} />
          {runs(curve).map((run) => (
            <g key={run[0]?.x}>
              <path d={area(run)} className={classes.good} clipPath={`url(#${id}-good)`} />
              <path d={area(run)} className={classes.bad} clipPath={`url(#${id}-bad)`} />
              <path d={smooth(run)} className={classes.line} />
            </g>
          ))}
        </svg>
        <div className={classes.points} aria-hidden="true">
          {picture.columns.map((column) => (
            <span key={column.id} {...spot(marks, `cell/${column.id}/${lane.id}`)} />
          ))}
        </div>
      </div>
    </>
  );
}
