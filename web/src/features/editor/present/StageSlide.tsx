import { useWords } from "@/app/i18n";
import { plainText } from "@/document/markdown";
import type { Lane, MapSnapshot, Stage, Step, Text } from "@/document/types";
import { isOwnIcon } from "../cells/TouchpointPill";
import { EmotionIcon, isDrawn } from "../curve/EmotionIcon";
import { Face } from "../curve/Face";
import { Moment } from "../grid/Moment";
import type { MeasuredSteps } from "../measured/measurement";
import { useNumbers } from "../state/numbers";
import { inkOn } from "../style/colours";
import { touchpointIcon } from "../style/icons";
import { personaColour } from "../style/personas";
import { Markdown } from "../text/Markdown";
import classes from "./present.module.css";

interface Props {
  readonly stage: Stage;
  readonly snapshot: MapSnapshot;
  readonly measured: MeasuredSteps;
  readonly read: (text: Text | undefined) => string;
  /** Id of the map, for its pictures. */
  readonly map: string;
}

/** One stage with all that is said of it: large enough for the back row, and for a telephone. */
export function StageSlide({ stage, snapshot, measured, read, map }: Props) {
  const fill = stage.colour ?? snapshot.head.ribbon;
  const steps = stage.steps.filter((step) => !step.hidden);
  const places: readonly (Stage | Step)[] = steps.length > 0 ? steps : [stage];
  return (
    <article className={classes.stage}>
      <header className={classes.ribbon} style={fill ? { background: fill, color: inkOn(fill) } : undefined}>
        <h1>{plainText(read(stage.title))}</h1>
        {stage.moment && (
          <Moment moment={stage.moment} isOnRibbon isOnLight={fill ? inkOn(fill) !== "#ffffff" : false} />
        )}
      </header>
      {stage.goal && (
        <p className={classes.goal}>
          <Markdown text={read(stage.goal)} />
        </p>
      )}
      <div className={classes.places}>
        {places.map((place) => (
          <section key={place.key} className={classes.place}>
            {place !== stage && <h2>{plainText(read(place.title))}</h2>}
            <Reached place={place} measured={measured} />
            <Feelings place={place} snapshot={snapshot} read={read} map={map} />
            {snapshot.lanes
              .filter((lane) => !lane.hidden)
              .map((lane) => (
                <LaneOf key={lane.key} lane={lane} place={place} read={read} map={map} />
              ))}
          </section>
        ))}
      </div>
    </article>
  );
}

function Reached({ place, measured }: { place: Stage | Step; measured: MeasuredSteps }) {
  const t = useWords();
  const numbers = useNumbers();
  const step = measured.get(place.id);
  if (!step || step.travellers === null) return null;
  return (
    <p className={classes.reached}>
      <b>{numbers.count(step.travellers)}</b> {step.share !== null && numbers.percent(step.share)}
      {step.conversion_to_next !== null && (
        <span>{t("editor-present-go-on", { share: numbers.percent(step.conversion_to_next) })}</span>
      )}
    </p>
  );
}

type Read = Props["read"];

interface FeelingsProps extends Pick<Props, "snapshot" | "read" | "map"> {
  readonly place: Stage | Step;
}

function Feelings({ place, snapshot, read, map }: FeelingsProps) {
  const numbers = useNumbers();
  const felt = snapshot.personas.flatMap((persona, number) => {
    const emotion = place.emotion[persona.key];
    return emotion?.claimed === undefined ? [] : [{ persona, number, emotion, value: emotion.claimed }];
  });
  if (felt.length === 0) return null;
  return (
    <ul className={classes.feelings}>
      {felt.map(({ persona, number, emotion, value }) => (
        <li key={persona.key} style={{ color: personaColour(number) }}>
          {isDrawn(emotion.icon) ? (
            <EmotionIcon icon={emotion.icon} size={30} imageUrl={(name) => pictureUrl(map, name)} />
          ) : (
            <Face value={value} size={30} />
          )}
          <span>
            <b>{numbers.signed(value)}</b> {read(emotion.word)}
            {snapshot.personas.length > 1 && <small>{read(persona.name)}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface LaneProps {
  readonly lane: Lane;
  readonly place: Stage | Step;
  readonly read: Read;
  readonly map: string;
}

function LaneOf({ lane, place, read, map }: LaneProps) {
  const contents = contentsOf(lane, place, read, map);
  if (contents.length === 0) return null;
  return (
    <section className={classes.lane} data-kind={lane.kind}>
      <h3>{plainText(read(lane.title))}</h3>
      <ul>{contents}</ul>
    </section>
  );
}

function contentsOf(lane: Lane, place: Stage | Step, read: Read, map: string) {
  switch (lane.kind) {
    case "emotion":
      return [];
    case "touchpoints":
      return ("touchpoints" in place ? place.touchpoints : []).map((one) => {
        const Channel = touchpointIcon(one.icon, one.channel);
        return (
          <li key={one.key}>
            {isOwnIcon(one.icon) ? (
              <img className={classes.icon} src={pictureUrl(map, one.icon)} alt="" />
            ) : (
              <Channel aria-hidden size={18} stroke={1.7} />
            )}{" "}
            <Markdown text={read(one.title)} />
          </li>
        );
      });
    case "barriers":
      return place.barriers.map((one) => (
        <li key={one.key}>
          <Markdown text={read(one.text)} />
        </li>
      ));
    case "ideas":
      return place.barriers.flatMap((barrier) =>
        barrier.ideas.map((one) => (
          <li key={one.key}>
            <Markdown text={read(one.text)} />
          </li>
        )),
      );
    default:
      return (place.cells[lane.key] ?? []).map((item) => {
        const text = read(item.text);
        const isSaid = lane.kind === "questions" || lane.kind === "quotes";
        return (
          <li key={item.key}>
            {item.image && <img src={pictureUrl(map, item.image)} alt={text} />}
            {isSaid ? (
              <q>
                <Markdown text={text} />
              </q>
            ) : (
              <Markdown text={text} />
            )}
          </li>
        );
      });
  }
}

function pictureUrl(map: string, name: string): string {
  return name.startsWith("data:") ? name : `/api/v1/maps/${map}/${name}`;
}
