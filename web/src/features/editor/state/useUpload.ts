import { useState } from "react";
import { useWords } from "@/app/i18n";
import { tell } from "@/ui/tell";
import { useEditor } from "./context";
import { isPicture, pictureWords, uploadImage } from "./images";

interface Upload {
  readonly isSending: boolean;
  /** Sends a picture that was chosen, dropped or pasted; what is none is refused with words. */
  take(file: File | null | undefined): void;
}

/** Adds a picture to the map's images; `onSent` gets the name the map refers to it by. */
export function useUpload(onSent: (name: string) => void): Upload {
  const t = useWords();
  const { id, canEdit } = useEditor();
  const [isSending, setSending] = useState(false);
  const send = async (file: File) => {
    setSending(true);
    try {
      onSent(await uploadImage(id, file));
    } catch (error) {
      tell.problem(pictureWords(t, error));
    } finally {
      setSending(false);
    }
  };
  return {
    isSending,
    take: (file) => {
      if (!canEdit || !file) return;
      if (isPicture(file)) void send(file);
      else tell.problem(t("editor-picture-wrong", { name: file.name }));
    },
  };
}
