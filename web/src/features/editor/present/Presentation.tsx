import { ActionIcon, Button, Progress } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconX } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { useLanguage, useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import type { MapDocument } from "@/document/map-document";
import { plainText } from "@/document/markdown";
import { readText } from "@/document/text";
import type { Text } from "@/document/types";
import { type Measurement, stepsOf } from "../measured/measurement";
import { useView } from "../state/view";
import classes from "./present.module.css";
import { StageSlide } from "./StageSlide";

interface Props {
  readonly id: string;
  readonly document: MapDocument;
  readonly measurement: Measurement | null;
}

/** The journey told stage by stage: arrow keys or the buttons go on, Escape goes back to the map. */
export default function Presentation({ id, measurement }: Props) {
  const t = useWords();
  const page = useLanguage();
  const [, navigate] = useLocation();
  const [view] = useView(id);
  const snapshot = useSnapshot((snapshot) => snapshot);
  const stages = snapshot.stages.filter((stage) => !stage.hidden && !view.hiddenStages.has(stage.key));
  const [wanted, setWanted] = useState(0);
  const number = Math.max(0, Math.min(wanted, stages.length - 1));
  const own = snapshot.head.language;
  const language = view.language ?? (snapshot.languages.includes(page) ? page : own);
  const read = useMemo(() => (text: Text | undefined) => readText(text, language, own), [language, own]);
  const measured = useMemo(() => stepsOf(measurement), [measurement]);
  const count = stages.length;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // On a button the space bar presses it.
      const isPress = event.key === " " && (event.target as HTMLElement).closest("button") !== null;
      const step = isPress ? undefined : STEPS[event.key];
      if (event.key === "Escape") navigate(`/maps/${id}`);
      else if (event.key === "Home") setWanted(0);
      else if (event.key === "End") setWanted(count - 1);
      else if (step) setWanted((before) => Math.max(0, Math.min(count - 1, before + step)));
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [id, count, navigate]);

  const stage = stages[number];
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <span className={classes.title}>{plainText(read(snapshot.head.title))}</span>
        <span role="status">{t("editor-present-number", { number: stage ? number + 1 : 0, count })}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("editor-present-end")}
          onClick={() => navigate(`/maps/${id}`)}
        >
          <IconX size={20} />
        </ActionIcon>
      </header>
      <Progress
        value={count === 0 ? 0 : ((number + 1) / count) * 100}
        size={3}
        radius={0}
        aria-label={t("editor-present-progress")}
      />
      {/* A stage begins at its top, however far the one before was scrolled; the arrow keys scroll it. */}
      <section
        key={stage?.key}
        ref={focusOnce}
        tabIndex={-1}
        aria-label={plainText(read(stage?.title))}
        className={classes.slide}
      >
        {stage ? (
          <StageSlide stage={stage} snapshot={snapshot} measured={measured} read={read} map={id} />
        ) : (
          <p>{t("editor-present-empty")}</p>
        )}
      </section>
      <footer className={classes.foot}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft aria-hidden size={16} />}
          disabled={number === 0}
          onClick={() => setWanted(number - 1)}
        >
          {number > 0 ? plainText(read(stages[number - 1]?.title)) : t("editor-present-previous")}
        </Button>
        <Button
          rightSection={<IconArrowRight aria-hidden size={16} />}
          disabled={number >= count - 1}
          onClick={() => setWanted(number + 1)}
        >
          {number < count - 1 ? plainText(read(stages[number + 1]?.title)) : t("editor-present-next")}
        </Button>
      </footer>
    </main>
  );
}

/** Arrow keys scroll what has the focus; a button that was pressed keeps it. */
function focusOnce(slide: HTMLElement | null): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLButtonElement) || activeElement.disabled) {
    slide?.focus({ preventScroll: true });
  }
}

/** Where keys lead. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  " ": 1,
  ArrowLeft: -1,
  PageUp: -1,
};
