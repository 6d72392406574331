import { Alert, Group, Modal, NativeSelect, SegmentedControl, Text, UnstyledButton } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { problemWords } from "@/api/problem";
import type { Change, Comparison, Version } from "@/api/types";
import { type State, useComparison } from "@/api/versions";
import { useLanguage, useWords } from "@/app/i18n";
import { useEditor } from "@/features/editor/state/context";
import { MapPicture } from "@/features/picture/MapPicture";
import { exactly } from "@/ui/Ago";
import { Waiting } from "@/ui/Waiting";
import classes from "./history.module.css";
import { marksOf, type Side, spotsOf } from "./marking";
import { versionName } from "./VersionRow";
import { type Telling, whereabouts, wordChange } from "./wording";

interface Props {
  from: State;
  to: State;
  versions: readonly Version[];
  onClose: () => void;
}

/** Two states of the map side by side: what changed as a list, and on the grid. */
export default function ComparisonDialog({ from: first, to: second, versions, onClose }: Props) {
  const t = useWords();
  const { id } = useEditor();
  const [from, setFrom] = useState<State>(first);
  const [to, setTo] = useState<State>(second);
  const { data, error } = useComparison(id, from, to);
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={t("history-comparison")}
      closeButtonProps={{ "aria-label": t("app-close") }}
      classNames={{ content: classes.dialog, body: classes.body }}
    >
      <Group gap="sm">
        <StateSelect label={t("history-from")} state={from} versions={versions} onChange={setFrom} />
        <StateSelect label={t("history-to")} state={to} versions={versions} onChange={setTo} />
      </Group>
      {error && <Alert color="vermilion">{problemWords(t, error)}</Alert>}
      {!data && !error && <Waiting height="50vh" />}
      {data && <Compared key={`${from} ${to}`} comparison={data} />}
    </Modal>
  );
}

interface SelectProps {
  label: string;
  state: State;
  versions: readonly Version[];
  onChange: (state: State) => void;
}

function StateSelect({ label, state, versions, onChange }: SelectProps) {
  const t = useWords();
  const language = useLanguage();
  const named = versions.map((version) => ({
    value: String(version.n),
    label: `${versionName(version, t)} · ${exactly(version.at, language)}`,
  }));
  return (
    <NativeSelect
      label={label}
      flex="1 1 16rem"
      value={String(state)}
      data={[{ value: "live", label: t("history-live") }, ...named]}
      onChange={({ currentTarget: { value } }) => onChange(value === "live" ? "live" : Number(value))}
    />
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const t = useWords();
  const spoken = useLanguage();
  const { language } = useEditor();
  const [side, setSide] = useState<Side>("after");
  const picture = useRef<HTMLElement>(null);
  const map = comparison[side];
  const { changes } = comparison;
  const telling: Telling = { t, language: spoken, own: map.language };
  const marks = useMemo(() => marksOf(changes, map, side), [changes, map, side]);

  const point = (change: Change) => {
    // What is gone is on the side before, what is new on that after; the rest is shown where one is looking.
    const wanted = change.kind === "removed" ? "before" : change.kind === "added" ? "after" : side;
    setSide(wanted);
    requestAnimationFrame(() => pointAt(picture.current, spotsOf(change, comparison[wanted], wanted)));
  };
  return (
    <div className={classes.compared}>
      <section aria-label={t("history-changes")} className={classes.changes}>
        <Text fw={600} size="sm" role="status">
          {t(changes.length === 0 ? "change-none" : "change-count", { count: changes.length })}
        </Text>
        <ol>
          {changes.map((change, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and changes have no id
            <li key={at} data-kind={change.kind}>
              <UnstyledButton className={classes.change} onClick={() => point(change)}>
                <span dir="auto">{wordChange(change, telling)}</span>
                <small dir="auto">{whereabouts(change.place, telling)}</small>
                {change.kind === "reworded" && change.before && change.after && (
                  <>
                    <del dir="auto">{change.before}</del>
                    <ins dir="auto">{change.after}</ins>
                  </>
                )}
              </UnstyledButton>
            </li>
          ))}
        </ol>
      </section>
      <div className={classes.grid}>
        <SegmentedControl
          size="xs"
          aria-label={t("history-side")}
          value={side}
          onChange={setSide}
          data={[
            { value: "before", label: t("history-before") },
            { value: "after", label: t("history-after") },
          ]}
          style={{ alignSelf: "start" }}
        />
        <div className={classes.picture}>
          <MapPicture ref={picture} map={map} language={language} marks={marks} fills />
        </div>
      </div>
    </div>
  );
}

/** Brings a spot of the picture into sight and lights it up for a moment. */
function pointAt(picture: HTMLElement | null, spots: readonly string[]) {
  const found = spots.map((at) => picture?.querySelector(`[data-at="${CSS.escape(at)}"]`));
  const spot = found.find((element) => element);
  if (!spot) {
    return;
  }
  spot.scrollIntoView({ block: "center", inline: "center", behavior: "smooth" });
  spot.setAttribute("data-pointed", "");
  spot.addEventListener("animationend", () => spot.removeAttribute("data-pointed"), { once: true });
}
