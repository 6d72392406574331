import { IconPhotoOff } from "@tabler/icons-react";
import { memo, useState } from "react";
import { useWords } from "@/app/i18n";
import type { Item, Lane } from "@/document/types";

import { useEditor } from "../state/context";
import { LiveText } from "../text/LiveText";
import { Card } from "./Card";
import classes from "./cards.module.css";
import { EvidenceDot } from "./EvidenceDot";

/** A picture with its description. */
export const ImageCard = memo(function ImageCard({ item, lane }: { item: Item; lane: Lane }) {
  const { read, imageUrl } = useEditor();
  const t = useWords();
  const [isMissing, setMissing] = useState(false);
  const text = read(item.text);
  const isBacked = item.evidence.length > 0;
  const name = text || read(lane.title);
  return (
    <Card
      record={item.key}
      field="text"
      className={classes.picture}
      isBacked={isBacked}
      label={t(isBacked ? "editor-card-backed" : "editor-card-assumed", {
        lane: read(lane.title),
        text: name,
      })}
    >
      {item.image && !isMissing ? (
        <img
          className={classes.image}
          src={imageUrl(item.image)}
          alt={name}
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setMissing(true)}
        />
      ) : (
        <span className={classes.missing}>
          <IconPhotoOff aria-hidden size={18} stroke={1.6} />
          {t(item.image ? "editor-image-missing" : "editor-image-none")}
        </span>
      )}
      <span className={classes.caption}>
        <LiveText
          record={item.key}
          field="text"
          text={item.text}
          label={read(lane.title)}
          placeholder={t("editor-image-caption")}
        />
        <EvidenceDot isBacked={isBacked} />
      </span>
    </Card>
  );
});
