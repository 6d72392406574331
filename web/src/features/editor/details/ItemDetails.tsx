import { FileInput, Stack } from "@mantine/core";
import { problemWords } from "@/api/problem";
import { useWords } from "@/app/i18n";
import { citeOnCards } from "@/document/edits/cards";
import type { Item } from "@/document/types";
import { tell } from "@/ui/tell";
import { useEditor } from "../state/context";
import { uploadImage } from "../state/images";
import { EvidenceField } from "./EvidenceField";
import { TextField } from "./TextField";
import { useSet } from "./useSet";

/** A card of a cell: its words, its picture, what backs it. */
export function ItemDetails({ item }: { item: Item }) {
  const editor = useEditor();
  const t = useWords();
  const set = useSet("items", item.key);
  const ref = [{ table: "items", key: item.key }] as const;
  const upload = async (file: File | null) => {
    if (!file) return;
    try {
      set({ image: await uploadImage(editor.id, file) });
    } catch (error) {
      tell.problem(problemWords(t, error));
    }
  };
  return (
    <Stack gap="sm">
      <TextField record={item.key} field="text" text={item.text} label={t("editor-field-text")} />
      {item.image !== undefined && editor.canEdit && (
        <FileInput
          label={t("editor-field-picture")}
          placeholder={t("editor-choose-file")}
          accept="image/png,image/jpeg,image/webp,image/gif,image/svg+xml"
          onChange={upload}
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
