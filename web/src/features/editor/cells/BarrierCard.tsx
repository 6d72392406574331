import { memo } from "react";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import { plainText as plain } from "@/document/markdown";
import type { Barrier } from "@/document/types";
import { useEditor } from "../state/context";
import { personaColour, personaLetter } from "../style/personas";
import { LiveText } from "../text/LiveText";
import { Card } from "./Card";
import classes from "./cards.module.css";
import { EvidenceDot } from "./EvidenceDot";
import { Level } from "./Level";

/** What stops somebody, and how much. */
export const BarrierCard = memo(function BarrierCard({ barrier }: { barrier: Barrier }) {
  const { read } = useEditor();
  const t = useWords();
  const personas = useSnapshot((snapshot) => snapshot.personas);
  const touchpoints = useSnapshot((snapshot) =>
    barrier.touchpoints
      .map((key) => read(lookup(snapshot).touchpoints.get(key)?.touchpoint.title))
      .join(", "),
  );
  // On a map of one persona it goes without saying.
  const hindered =
    personas.length > 1
      ? [...personas.entries()].filter(([, one]) => barrier.personas.includes(one.key))
      : [];
  const isBacked = barrier.evidence.length > 0;
  return (
    <Card
      record={barrier.key}
      field="text"
      className={classes.barrier}
      isBacked={isBacked}
      label={[
        t(isBacked ? "editor-card-backed" : "editor-card-assumed", {
          lane: t("editor-kind-barrier"),
          text: plain(read(barrier.text)),
        }),
        barrier.criticality ? t("editor-criticality", { value: barrier.criticality }) : "",
      ].join(" ")}
    >
      <span className={classes.strongText}>
        <LiveText record={barrier.key} field="text" text={barrier.text} label={t("editor-kind-barrier")} />
        <EvidenceDot isBacked={isBacked} />
      </span>
      {barrier.criticality !== undefined && (
        <span className={classes.note}>
          <Level value={barrier.criticality} />
          {t("editor-criticality", { value: barrier.criticality })}
        </span>
      )}
      {touchpoints !== "" && <span className={classes.note}>{t("editor-barrier-at", { touchpoints })}</span>}
      {hindered.length > 0 && (
        <span className={classes.badges}>
          {hindered.map(([number, { key, name }]) => (
            <span
              key={key}
              className={classes.badge}
              style={{ background: personaColour(number) }}
              title={read(name)}
            >
              {personaLetter(number)}
            </span>
          ))}
        </span>
      )}
    </Card>
  );
});
