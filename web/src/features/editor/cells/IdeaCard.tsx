import { IconCheck, IconCircleDashed, IconProgress, IconX } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { plainText as plain } from "@/document/markdown";
import type { Barrier, Idea } from "@/document/types";
import { useEditor } from "../state/context";
import { LiveText } from "../text/LiveText";
import { Card } from "./Card";
import classes from "./cards.module.css";
import { EvidenceDot } from "./EvidenceDot";
import { priorityOf } from "./priority";

interface Props {
  readonly barrier: Barrier;
  readonly idea: Idea;
  /** Several barriers stand above: the card says which one it is against. */
  readonly isNamed: boolean;
  /** Share of the audience that meets the barrier, where it was measured. */
  readonly share: number | null;
}

const STATUS_ICONS = {
  proposed: IconCircleDashed,
  planned: IconProgress,
  "in-progress": IconProgress,
  done: IconCheck,
  rejected: IconX,
} as const;

/** What could be done against a barrier, how easily, and how far it is. */
export const IdeaCard = memo(function IdeaCard({ barrier, idea, isNamed, share }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const priority = priorityOf(barrier, idea, share);
  const status = t(`editor-idea-status-${idea.status}`);
  const eases = [
    idea.design === undefined ? "" : t("editor-ease-design-short", { value: idea.design }),
    idea.development === undefined ? "" : t("editor-ease-development-short", { value: idea.development }),
  ].filter(Boolean);
  const StatusIcon = STATUS_ICONS[idea.status];
  return (
    <Card
      record={idea.key}
      field="text"
      className={classes.idea}
      style={idea.status === "rejected" ? { opacity: 0.65 } : undefined}
      label={t("editor-idea-name", {
        text: plain(read(idea.text)),
        status,
        barrier: plain(read(barrier.text)),
      })}
    >
      <span className={classes.strongText}>
        <LiveText record={idea.key} field="text" text={idea.text} label={t("editor-kind-idea")} />
        {idea.evidence.length > 0 && <EvidenceDot isBacked />}
      </span>
      <span className={classes.note}>
        {priority !== undefined && (
          <span className={classes.priority}>{t("editor-priority", { value: priority })}</span>
        )}
        <StatusIcon aria-hidden size={13} stroke={2} />
        {status}
        {idea.owner ? ` · ${idea.owner}` : ""}
      </span>
      {eases.length > 0 && <span className={classes.note}>{eases.join(" · ")}</span>}
      {isNamed && (
        <span className={classes.note}>
          {t("editor-idea-against", { barrier: plain(read(barrier.text)) })}
        </span>
      )}
    </Card>
  );
});
