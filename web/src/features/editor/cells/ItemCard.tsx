import { IconTarget } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { plainText as plain } from "@/document/markdown";
import type { Item, Lane } from "@/document/types";
import { useEditor } from "../state/context";
import { LiveText } from "../text/LiveText";
import { Card } from "./Card";
import classes from "./cards.module.css";
import { EvidenceDot } from "./EvidenceDot";

interface Props {
  readonly item: Item;
  readonly lane: Lane;
}

/** An item of a cell, dressed by the kind of its lane: a note, a bullet, a question, a goal, a quote, a box. */
export const ItemCard = memo(function ItemCard({ item, lane }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const isBacked = item.evidence.length > 0;
  const title = read(lane.title);
  const text = <LiveText record={item.key} field="text" text={item.text} label={title} />;
  const label = t(isBacked ? "editor-card-backed" : "editor-card-assumed", {
    lane: title,
    text: plain(read(item.text)),
  });
  const isQuotation = lane.kind === "questions" || lane.kind === "quotes";
  return (
    <Card
      record={item.key}
      field="text"
      className={`${classes.item} ${classes[lane.kind] ?? ""} ${classes[`layer-${lane.layer}`] ?? ""}`}
      isBacked={isBacked}
      label={label}
    >
      {lane.kind === "goals" && <IconTarget aria-hidden className={classes.goal} size={15} stroke={1.8} />}
      {isQuotation ? <q className={classes.q}>{text}</q> : text}
      <EvidenceDot isBacked={isBacked} />
    </Card>
  );
});
