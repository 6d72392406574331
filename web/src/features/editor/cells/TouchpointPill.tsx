import { memo } from "react";
import { useWords } from "@/app/i18n";
import type { Touchpoint } from "@/document/types";

import { channelWords } from "../details/ChannelField";
import { useEditor } from "../state/context";
import { touchpointIcon } from "../style/icons";
import { LiveText } from "../text/LiveText";
import { Card } from "./Card";
import classes from "./cards.module.css";

/** A touchpoint with the icon of its channel: solid where events tell of it, dashed where it leaves none. */
export const TouchpointPill = memo(function TouchpointPill({ touchpoint }: { touchpoint: Touchpoint }) {
  const { read, imageUrl } = useEditor();
  const t = useWords();
  const ChannelIcon = touchpointIcon(touchpoint.icon, touchpoint.channel);
  const isBound = touchpoint.events.length > 0;
  const isBackstage = touchpoint.side === "backstage";
  const notes = [read(touchpoint.actor), isBackstage ? t("editor-side-backstage") : ""].filter(Boolean);
  return (
    <Card
      record={touchpoint.key}
      field="title"
      className={`${classes.pill} ${isBound ? classes.bound : ""} ${isBackstage ? classes.backstage : ""}`}
      label={t("editor-touchpoint-name", {
        title: read(touchpoint.title),
        channel: channelWords(t, touchpoint.channel ?? ""),
        binding: t(isBound ? "editor-touchpoint-bound" : "editor-touchpoint-unbound"),
      })}
    >
      {isOwnIcon(touchpoint.icon) ? (
        <img className={classes.ownIcon} src={imageUrl(touchpoint.icon)} alt="" />
      ) : (
        <ChannelIcon aria-hidden className={classes.channel} size={16} stroke={1.7} />
      )}
      <span className={classes.pillText}>
        <LiveText
          record={touchpoint.key}
          field="title"
          text={touchpoint.title}
          label={t("editor-kind-touchpoint")}
          placeholder={t("editor-untitled")}
        />
        {notes.length > 0 && <span className={classes.pillNote}>{notes.join(" · ")}</span>}
      </span>
    </Card>
  );
});

/** An icon of one's own is an image of the map. */
export function isOwnIcon(icon: string | undefined): icon is string {
  return icon !== undefined && (icon.startsWith("images/") || icon.startsWith("data:image/"));
}
