import { FileInput, Stack } from "@mantine/core";
import { useWords } from "@/app/i18n";
import { citeOnCards } from "@/document/edits/cards";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import type { Item } from "@/document/types";
import { useEditor } from "../state/context";
import { PICTURES } from "../state/images";
import { useUpload } from "../state/useUpload";
import { EvidenceField } from "./EvidenceField";
import { TextField } from "./TextField";
import { useSet } from "./useSet";

/** A card of a cell: its words, its picture, what backs it. */
export function ItemDetails({ item }: { item: Item }) {
  const editor = useEditor();
  const t = useWords();
  const set = useSet("items", item.key);
  const ref = [{ table: "items", key: item.key }] as const;
  const { isSending, take } = useUpload((image) => set({ image }));
  const isInPictures = useSnapshot((snapshot) => {
    const { items, lanes } = lookup(snapshot);
    const home = items.get(item.key)?.home;
    return home !== undefined && "lane" in home && lanes.get(home.lane)?.kind === "image";
  });
  return (
    <Stack gap="sm">
      <TextField record={item.key} field="text" text={item.text} label={t("editor-field-text")} />
      {(item.image !== undefined || isInPictures) && editor.canEdit && (
        <FileInput
          label={t(item.image === undefined ? "action-card-picture" : "editor-field-picture")}
          placeholder={t("editor-choose-file")}
          accept={PICTURES}
          disabled={isSending}
          onChange={take}
        />
      )}
      <EvidenceField
        cited={item.evidence}
        onChange={(added, removed) => {
          if (added.length > 0) editor.apply(citeOnCards(editor, ref, added));
          if (removed.length > 0) editor.apply(citeOnCards(editor, ref, removed, false));
        }}
      />
    </Stack>
  );
}
