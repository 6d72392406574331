import { Button, FileButton } from "@mantine/core";
import { IconPhotoOff } from "@tabler/icons-react";
import { memo, useState } from "react";
import { useWords } from "@/app/i18n";
import { setPicture } from "@/document/edits/pictures";
import type { Item, Lane } from "@/document/types";
import { useEditor } from "../state/context";
import { PICTURES } from "../state/images";
import { useUpload } from "../state/useUpload";
import { LiveText } from "../text/LiveText";
import { Card } from "./Card";
import classes from "./cards.module.css";
import { EvidenceDot } from "./EvidenceDot";

/** A picture with its description. */
export const ImageCard = memo(function ImageCard({ item, lane }: { item: Item; lane: Lane }) {
  const { read, imageUrl, canEdit } = useEditor();
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
          {!item.image && canEdit && <FirstPicture item={item} />}
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

/** Chooses a file by mouse or finger; by keys it is a command of the card. */
function FirstPicture({ item }: { item: Item }) {
  const editor = useEditor();
  const t = useWords();
  const { isSending, take } = useUpload((image) => editor.apply(setPicture(editor, item.key, image)));
  return (
    <FileButton accept={PICTURES} onChange={take}>
      {(button) => (
        <Button
          {...button}
          tabIndex={-1}
          size="compact-xs"
          variant="default"
          loading={isSending}
          // A new card goes away when its text is left empty: the text keeps the focus while the file is chosen.
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            event.stopPropagation();
            button.onClick();
          }}
        >
          {t("editor-choose-file")}
        </Button>
      )}
    </FileButton>
  );
}
